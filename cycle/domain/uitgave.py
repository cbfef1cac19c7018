"""Uitgave: one jaarschijf, many editions; each partij finds its own part first."""

from collections.abc import Iterator
from dataclasses import replace

from cycle.domain.beeldview import ThemabeeldView
from cycle.domain.view import (
    AfspraakView,
    EigenView,
    JaarschijfView,
    ThemaView,
)


def edition_for(view: JaarschijfView, naam: str, reageren_voor: str) -> JaarschijfView:
    """Return the edition of the partij called `naam`: its own rows are marked `eigen`.

    The text stays the same for everybody, and so does the content code.
    """
    themas = tuple(_mark_thema(thema, naam) for thema in view.themas)
    eigen = EigenView(
        partij=naam,
        bijdragen=tuple(_bijdragen(themas)),
        open_punten=tuple(_open_punten(view, naam)),
        reageren_voor=reageren_voor,
    )
    return replace(
        view,
        themas=themas,
        besluiten=tuple(replace(b, eigen=b.partij == naam) for b in view.besluiten),
        reacties=tuple(replace(r, eigen=r.partij == naam) for r in view.reacties),
        is_eigen=True,
        eigen=eigen,
    )


def _mark_thema(thema: ThemaView, naam: str) -> ThemaView:
    """Return the thema with the rows of `naam` marked."""
    return replace(
        thema,
        afspraken=tuple(_mark_afspraak(a, naam) for a in thema.afspraken),
        themabeelden=tuple(_mark_beeld(beeld, naam) for beeld in thema.themabeelden),
    )


def _mark_beeld(beeld: ThemabeeldView, naam: str) -> ThemabeeldView:
    """Return the figures of a thema with the rows of `naam` marked; the picture is the same."""
    return replace(
        beeld, balken=tuple(replace(rij, eigen=rij.partij == naam) for rij in beeld.balken)
    )


def _mark_afspraak(afspraak: AfspraakView, naam: str) -> AfspraakView:
    """Return the afspraak with the rows of `naam` marked."""
    acties = tuple(replace(rij, eigen=rij.partij == naam) for rij in afspraak.acties)
    return replace(
        afspraak,
        acties=acties,
        doelen=tuple(replace(rij, eigen=rij.partij == naam) for rij in afspraak.doelen),
        cijfers=tuple(replace(rij, eigen=rij.partij == naam) for rij in afspraak.cijfers),
        eigen=any(rij.eigen for rij in acties),
    )


def _bijdragen(themas: tuple[ThemaView, ...]) -> Iterator[str]:
    """Yield the actions of this partij, each with the number of its afspraak."""
    for thema in themas:
        for afspraak in thema.afspraken:
            for actie in afspraak.acties:
                if actie.eigen:
                    wanneer = f" ({actie.planning})" if actie.planning else ""
                    yield f"Afspraak {afspraak.nummer}: {actie.activiteit}{wanneer}"


def _open_punten(view: JaarschijfView, naam: str) -> Iterator[str]:
    """Yield what this partij still has to answer or decide."""
    for vraag in view.zonder_bod:
        if vraag.partij == naam:
            yield f"{vraag.afspraak}: {vraag.tekst}"
    for besluit in view.besluiten:
        if besluit.partij == naam and besluit.besluit.startswith("vervallen"):
            yield f"Besluit ({besluit.orgaan}): {besluit.besluit}"

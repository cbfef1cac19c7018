"""Stukken: Word and PDF files of one version, kept by hash and laid out for people."""

from collections.abc import Iterable, Iterator

import pendulum

from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.uitgave import edition_for
from cycle.domain.view import BriefView, JaarschijfView
from cycle.services.ports import Toolkit

AUTEUR = "jaarschijf"
"""Under which name the programme writes tracked changes."""
GEZAMENLIJK = ""
"""Party code of a document that is the same for everybody."""


def render_concept(
    toolkit: Toolkit, inhoud: Samenwerking, view: JaarschijfView, reageren_voor: str
) -> tuple[Stuk, ...]:
    """Return the common draft, the edition of each partij and its letter."""
    basis = f"jaarschijf-{view.jaar}-concept-{view.versie}"
    folder = f"concept-{view.versie}"
    return (
        _keep(toolkit, view, "concept", GEZAMENLIJK, f"{folder}/{basis}.docx"),
        *(
            stuk
            for partij in inhoud.partijen
            for stuk in _per_partij(toolkit, inhoud, partij, view, reageren_voor)
        ),
    )


def render_wijzigingen(
    toolkit: Toolkit, oud: Iterable[Stuk], nieuw: Iterable[Stuk], op: pendulum.Date
) -> Stuk | None:
    """Return the common draft with every change since the one before as a tracked change.

    None when one of the two has no common draft.

    Raises:
        JaarschijfError: the two cannot be put together exactly.
    """
    oude, nieuwe = tuple(oud), tuple(nieuw)
    vorige, huidige = _gezamenlijk(oude), _gezamenlijk(nieuwe)
    docx = mark_wijzigingen(toolkit, oude, nieuwe, op)
    if docx is None or vorige is None or huidige is None:
        return None
    naam = f"concept-{huidige.versie}/wijzigingen-{vorige.versie}-{huidige.versie}.docx"
    return Stuk("wijzigingen", GEZAMENLIJK, huidige.versie, naam, toolkit.bestanden.put(docx))


def mark_wijzigingen(
    toolkit: Toolkit, oud: Iterable[Stuk], nieuw: Iterable[Stuk], op: pendulum.Date
) -> bytes | None:
    """Return the common text of `nieuw` with every change since that of `oud` tracked.

    None when one of the two has no common text.

    Raises:
        JaarschijfError: the two cannot be put together exactly.
    """
    vorige, huidige = _gezamenlijk(oud), _gezamenlijk(nieuw)
    if vorige is None or huidige is None:
        return None
    return toolkit.tekstverwerker.redline(
        toolkit.bestanden.get(vorige.sha256),
        toolkit.bestanden.get(huidige.sha256),
        auteur=AUTEUR,
        op=op,
    )


def _gezamenlijk(stukken: Iterable[Stuk]) -> Stuk | None:
    """Return the common draft or adopted text among these documents."""
    soorten = ("concept", "vastgesteld")
    return next((s for s in stukken if s.soort in soorten and s.partij == GEZAMENLIJK), None)


def publish_stukken(toolkit: Toolkit, cyclus: Cyclus, stukken: tuple[Stuk, ...]) -> tuple[str, ...]:
    """Write kept documents to the folder of the cyclus and return their paths."""
    return tuple(
        str(
            toolkit.uitgifte.write(
                cyclus.samenwerking, cyclus.jaar, stuk.naam, toolkit.bestanden.get(stuk.sha256)
            )
        )
        for stuk in stukken
    )


def _per_partij(
    toolkit: Toolkit,
    inhoud: Samenwerking,
    partij: Partij,
    view: JaarschijfView,
    reageren_voor: str,
) -> Iterator[Stuk]:
    """Yield the edition and the letter of one partij."""
    eigen = edition_for(view, partij.naam, reageren_voor)
    basis = f"jaarschijf-{view.jaar}-concept-{view.versie}-{partij.code}"
    folder = f"concept-{view.versie}"
    yield _keep(toolkit, eigen, "concept", partij.code, f"{folder}/per-partij/{basis}.docx")
    brief = toolkit.tekstverwerker.brief(_brief(inhoud, partij, eigen))
    yield Stuk(
        soort="brief",
        partij=partij.code,
        versie=view.versie,
        naam=f"{folder}/brieven/brief-{partij.code}.docx",
        sha256=toolkit.bestanden.put(brief),
    )


def _keep(toolkit: Toolkit, view: JaarschijfView, soort: str, partij: str, naam: str) -> Stuk:
    """Return a rendered jaarschijf as a kept document."""
    sha256 = toolkit.bestanden.put(toolkit.tekstverwerker.jaarschijf(view))
    return Stuk(soort, partij, view.versie, naam, sha256)


def _brief(inhoud: Samenwerking, partij: Partij, view: JaarschijfView) -> BriefView:
    """Return the letter that goes with the edition of one partij."""
    coordinator = next(inhoud.van_soort(PartijSoort.GEMEENTE))
    return BriefView(
        samenwerking=view.samenwerking,
        gemeente=view.gemeente,
        jaar=view.jaar,
        versie=view.versie,
        code=view.code,
        datum=view.datum,
        partij=partij.naam,
        contact=partij.contact,
        coordinator=f"{coordinator.contact} ({coordinator.mail})",
        onderwerp=f"Concept {view.versie} van de jaarschijf {view.jaar}",
        reageren_voor=view.eigen.reageren_voor,
        bijdragen=view.eigen.bijdragen,
        open_punten=view.eigen.open_punten,
        voorbeeld=view.voorbeeld,
    )

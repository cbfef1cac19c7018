"""Tekstvelden: the texts of a samenwerking as they stand in a document, and back.

Each field knows the words that the document puts in front of it, and how to put another
text in its place. Values are frozen: a changed field gives a changed samenwerking.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from cycle.domain.afspraak import Afspraak
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.thema import Thema

Zet = Callable[[Samenwerking, str], Samenwerking]
"""Puts another text in the place of a field; an empty text takes away what may be left out."""


@dataclass(frozen=True, slots=True)
class Tekstveld:
    """One text; `voor` are the words in front of it, `koppen` the headings right above it.

    A text that is no Markdown is one paragraph. `mag_leeg` says that it can be left out.
    """

    tekst: str
    zet: Zet
    voor: str = ""
    is_markdown: bool = True
    mag_leeg: bool = False
    koppen: tuple[str, ...] = ()


def list_tekstvelden(samenwerking: Samenwerking, afspraak_id: str) -> Iterator[Tekstveld]:
    """Yield the texts of one afspraak, or those outside the afspraken when the id is empty."""
    if afspraak_id:
        for afspraak in samenwerking.afspraken:
            if afspraak.id == afspraak_id:
                yield from _van_afspraak(afspraak)
        return
    yield Tekstveld(samenwerking.inleiding, _zet_inleiding, mag_leeg=True, koppen=("Inleiding",))
    for nummer, thema in enumerate(samenwerking.themas, start=1):
        kop = f"Thema {nummer}. {thema.naam}"
        context = _in_thema(thema.code, lambda t, tekst: replace(t, context=tekst))
        ambitie = _in_thema(thema.code, lambda t, tekst: replace(t, ambitie=tekst))
        yield Tekstveld(thema.context, context, mag_leeg=True, koppen=(kop,))
        yield Tekstveld(thema.ambitie, ambitie, mag_leeg=True)


_KENMERKEN = ("Aard\t", "Wie\t", "Termijn\t", "Dossier\t")
"""How the lines begin that stand between the heading of an afspraak and its text."""


def is_boven_de_tekst(alinea: str) -> bool:
    """Return whether this is the last line above the text of an afspraak."""
    return alinea.startswith(_KENMERKEN)


def _van_afspraak(afspraak: Afspraak) -> Iterator[Tekstveld]:
    """Yield the texts of one afspraak in the order of the document."""
    id_ = afspraak.id
    titel = _in_afspraak(id_, lambda a, tekst: replace(a, titel=tekst))
    yield Tekstveld(afspraak.titel, titel, f"Afspraak {afspraak.nummer}. ", is_markdown=False)
    termijn = _in_afspraak(id_, lambda a, tekst: replace(a, termijn=tekst))
    yield Tekstveld(afspraak.termijn, termijn, "Termijn\t", is_markdown=False, mag_leeg=True)
    tekst = _in_afspraak(id_, lambda a, tekst: replace(a, tekst=tekst))
    yield Tekstveld(afspraak.tekst, tekst)
    toelichting = _in_afspraak(id_, lambda a, tekst: replace(a, toelichting=tekst))
    yield Tekstveld(afspraak.toelichting, toelichting, mag_leeg=True, koppen=("Toelichting",))
    for plaats, voorwaarde in enumerate(afspraak.voorwaarden):
        zet = _zet_voorwaarde(id_, plaats)
        yield Tekstveld(voorwaarde, zet, is_markdown=False, mag_leeg=True)
    for term, betekenis in afspraak.begrippen.items():
        zet = _zet_begrip(id_, term)
        yield Tekstveld(betekenis, zet, f"{term}: ", is_markdown=False, mag_leeg=True)


def _zet_inleiding(samenwerking: Samenwerking, tekst: str) -> Samenwerking:
    return replace(samenwerking, inleiding=tekst)


def _in_thema(code: str, change: Callable[[Thema, str], Thema]) -> Zet:
    """Return what changes the thema with this code."""

    def zet(samenwerking: Samenwerking, tekst: str) -> Samenwerking:
        themas = tuple(change(t, tekst) if t.code == code else t for t in samenwerking.themas)
        return replace(samenwerking, themas=themas)

    return zet


def _zet_voorwaarde(id_: str, plaats: int) -> Zet:
    """Return what puts a text in the place of one condition, or takes it away."""

    def change(afspraak: Afspraak, tekst: str) -> Afspraak:
        eerder = afspraak.voorwaarden
        erbij = (tekst,) if tekst else ()
        return replace(afspraak, voorwaarden=(*eerder[:plaats], *erbij, *eerder[plaats + 1 :]))

    return _in_afspraak(id_, change)


def _zet_begrip(id_: str, term: str) -> Zet:
    """Return what gives a word another meaning, or takes it away."""

    def change(afspraak: Afspraak, tekst: str) -> Afspraak:
        begrippen = {**afspraak.begrippen, term: tekst}
        return replace(afspraak, begrippen={t: b for t, b in begrippen.items() if b})

    return _in_afspraak(id_, change)


def _in_afspraak(id_: str, change: Callable[[Afspraak, str], Afspraak]) -> Zet:
    """Return what changes the afspraak with this id, wherever it stands."""

    def in_thema(thema: Thema, tekst: str) -> Thema:
        afspraken = tuple(change(a, tekst) if a.id == id_ else a for a in thema.afspraken)
        return replace(thema, afspraken=afspraken)

    def zet(samenwerking: Samenwerking, tekst: str) -> Samenwerking:
        return replace(samenwerking, themas=tuple(in_thema(t, tekst) for t in samenwerking.themas))

    return zet

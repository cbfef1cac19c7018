"""Toetsweergave: from how everything stands to the report that says so.

The first page holds what the partijen talk about, and no more than fits on it. The order is
that of the themas: this is a stand van zaken, never a ranking of partijen.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

import pendulum

from cycle.domain import notatie
from cycle.domain.afspraakweergave import Namen
from cycle.domain.cyclus import Concept
from cycle.domain.licht import Licht
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toetsstand import Toetsregel, Toetsstand
from cycle.domain.toetsview import (
    BronView,
    ToetspuntView,
    ToetsregelView,
    ToetsthemaView,
    ToetsView,
)

_KLEUR: Final = {
    Licht.OP_KOERS: "groen",
    Licht.LET_OP: "oker",
    Licht.WIJKT_AF: "rood",
    Licht.NIET_BEKEND: "grijs",
}
_LANGSTE_STAND: Final = 140
"""On the first page a toelichting is cut; in full it stands at its thema."""

_HOOGTE: Final = 500
"""Points that the rows of the first page may take; the rest of the page is for its words."""
_REGEL: Final = 11.4
_LUCHT: Final = 5.0
_TEKENS: Final = {"afspraak": 24, "partij": 17, "stand": 38}
"""How many letters fit on a line of each column of the first page."""
_ZIN: Final = 85
"""How many letters fit on a line across the page."""


def build_toetsview(
    samenwerking: Samenwerking,
    stand: Toetsstand,
    concept: Concept,
    *,
    overleg: pendulum.Date,
    op: pendulum.Date,
) -> ToetsView:
    """Return the report on `concept`, made on the day `op` for the meeting on `overleg`."""
    namen = Namen(samenwerking)
    punten = [_punt(regel, namen) for regel in stand.afwijkingen]
    zonder = notatie.opsomming([namen.partij(code) for code in stand.zonder_opgave])
    passend = _tel_passend(punten, _regels_tekst(zonder, samenwerking.voorbeeld))
    eigen = [regel for regel in stand.regels if not regel.vraag.is_toezegging]
    return ToetsView(
        samenwerking=samenwerking.naam,
        gemeente=samenwerking.gemeente,
        jaar=str(stand.jaar),
        moment=stand.moment.value,
        datum=notatie.datum(op),
        peildatum=notatie.datum(stand.moment.peildatum(stand.jaar)),
        overleg=notatie.datum_met_dag(overleg),
        versie=concept.versie,
        code=concept.code,
        telling=_telling(stand),
        zonder_opgave=zonder,
        punten=tuple(punten[:passend]),
        meer_punten=tuple(punten[passend:]),
        meer=_meer(len(punten) - passend),
        themas=tuple(_themas(eigen, namen)),
        toezeggingen=tuple(_regel(r, namen) for r in stand.regels if r.vraag.is_toezegging),
        bronnen=tuple(bron for regel in stand.regels for bron in _bronnen(regel, namen)),
        voorbeeld=samenwerking.voorbeeld,
    )


def _telling(stand: Toetsstand) -> str:
    """Return how many rows have each light, in one sentence."""
    delen = [f"{stand.tel(licht)} {licht.value}" for licht in reversed(Licht) if stand.tel(licht)]
    aantal = len(stand.regels)
    woord = "regel" if aantal == 1 else "regels"
    return f"De jaarschijf heeft {aantal} {woord}: {notatie.opsomming(delen)}."


def _meer(aantal: int) -> str:
    """Return how many points stand after the first page, empty for none."""
    if not aantal:
        return ""
    return "Nog 1 punt staat hierna." if aantal == 1 else f"Nog {aantal} punten staan hierna."


def _regels_tekst(zonder: str, voorbeeld: str) -> int:
    """Return how many lines the sentences take that are not always on the first page."""
    return sum(ceil(len(tekst) / _ZIN) + 1 for tekst in (zonder, voorbeeld) if tekst)


def _tel_passend(punten: Sequence[ToetspuntView], regels: int) -> int:
    """Return how many points fit on the first page below so many `regels` of text."""
    over = _HOOGTE - regels * _REGEL
    for aantal, punt in enumerate(punten):
        over -= _hoogte(punt)
        if over < 0:
            return aantal
    return len(punten)


def _hoogte(punt: ToetspuntView) -> float:
    """Return the height of one row in points."""
    regels = (ceil(len(getattr(punt, veld)) / breedte) for veld, breedte in _TEKENS.items())
    return max(1, *regels) * _REGEL + _LUCHT


def _licht(licht: Licht) -> str:
    """Return a light as symbol and word."""
    return f"{licht.teken} {licht.value}"


def _punt(regel: Toetsregel, namen: Namen) -> ToetspuntView:
    """Return one row as a point of the first page."""
    vraag, melding = regel.vraag, regel.melding
    hoe = "; ".join(filter(None, (regel.voortgang_tekst, regel.vergelijking)))
    uitleg = regel.keuze.reden if regel.keuze else melding.toelichting if melding else ""
    stand = f"{hoe}. {uitleg or regel.reden}"
    return ToetspuntView(
        nummer=str(vraag.nummer) if vraag.nummer else "",
        afspraak=_kort(vraag.titel, 2 * _TEKENS["afspraak"] + 18),
        partij=namen.partij(vraag.partij),
        licht=_licht(regel.licht),
        kleur=_KLEUR[regel.licht],
        stand=_kort(stand, _LANGSTE_STAND),
    )


def _kort(tekst: str, langste: int) -> str:
    """Return a text on one line, cut at a word when it is long."""
    heel = " ".join(tekst.split())
    if len(heel) <= langste:
        return heel
    return f"{heel[: langste - 1].rpartition(' ')[0] or heel[: langste - 1]}…"


def _themas(regels: Sequence[Toetsregel], namen: Namen) -> Iterator[ToetsthemaView]:
    """Yield the themas with their rows, in the order of the jaarschijf."""
    for thema in dict.fromkeys(regel.vraag.thema for regel in regels):
        eigen = tuple(_regel(r, namen) for r in regels if r.vraag.thema == thema)
        yield ToetsthemaView(thema or "Zonder thema", eigen)


def _regel(regel: Toetsregel, namen: Namen) -> ToetsregelView:
    """Return one row in full."""
    vraag, melding = regel.vraag, regel.melding
    return ToetsregelView(
        afspraak=f"{vraag.nummer}. {vraag.titel}" if vraag.nummer else vraag.titel,
        partij=namen.partij(vraag.partij),
        onderwerp=vraag.indicator.naam if vraag.vraagt_getal else vraag.aan,
        nodig=vraag.doel_tekst if vraag.vraagt_getal else "",
        bereikt=regel.cijfer_tekst,
        stand=regel.voortgang_tekst,
        licht=_licht(regel.licht),
        kleur=_KLEUR[regel.licht],
        aangepast=_aangepast(regel),
        toelichting=melding.toelichting if melding else "",
    )


def _aangepast(regel: Toetsregel) -> str:
    """Return that the coordinator chose this light, from which and why."""
    if regel.keuze is None:
        return ""
    return f"Aangepast, berekend was ‘{regel.oordeel.licht.value}’: {regel.keuze.reden}"


def _bronnen(regel: Toetsregel, namen: Namen) -> Iterator[BronView]:
    """Yield where each figure of a row came from: what was reached, and what was needed.

    What was needed follows from the fasering, else from the doel, else from the bod.
    """
    vraag = regel.vraag
    if not vraag.vraagt_getal:
        return
    bron = vraag.herkomst
    nodig = bron.get("nodig") or bron.get("doel") or bron.get("bod") or ()
    cijfers = (
        ("bereikt", regel.cijfer_tekst, regel.bronnen),
        ("nodig dit jaar", vraag.doel_tekst, nodig),
    )
    for wat, waarde, plekken in cijfers:
        for plek in plekken:
            yield _bron(regel, namen, f"{vraag.indicator.naam}: {wat}", waarde, plek)


def _bron(regel: Toetsregel, namen: Namen, wat: str, waarde: str, plek: Plek) -> BronView:
    """Return one figure with its place."""
    return BronView(
        nummer=str(regel.vraag.nummer),
        partij=namen.partij(regel.vraag.partij),
        wat=wat,
        waarde=waarde,
        plek=str(plek),
        inzending=plek.inzending,
    )

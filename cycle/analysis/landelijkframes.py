"""Landelijkframes: samenwerkingen and their biedingen as the frames of a merge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from cycle.analysis.cijferregels import Cijferregel, index_antwoorden, list_cijferregels
from cycle.analysis.frames import (
    AFSPRAKEN,
    BIEDINGEN,
    FASERING,
    GEWICHTEN,
    REALISATIE,
    Frames,
    as_frame,
)
from cycle.analysis.vraag import is_deelnemer
from cycle.domain.afspraak import SAMEN, DoelSoort, Rol
from cycle.domain.bieding import Bieding, BiedingRegel, Nuance
from cycle.domain.indicator import INZET, Indicator
from cycle.domain.opvolging import opvolger_in
from cycle.domain.plek import Plek
from cycle.domain.realisatie import reeks_van, staan_voor
from cycle.domain.samenwerking import Samenwerking

Rij = dict[str, object]

GEMEENTE: Final = "gemeente"
REGIO: Final = "regio"
DEELNAME: Final = "deelname"
"""Scope of a line that is shown and never added: a wider area, or help with joint work."""

_REGELCODE = re.compile(r"A([0-9]{1,4})-(\w+)")


@dataclass(frozen=True, slots=True)
class Bron:
    """One samenwerking with the biedingen that it has for a jaar."""

    samenwerking: Samenwerking
    biedingen: tuple[Bieding, ...]


def build_frames(bronnen: Sequence[Bron], jaar: int) -> Frames:
    """Return the frames of these samenwerkingen for `jaar`, in their order.

    Answers without a number to count, to the question what a partij will do, are left out.
    """
    regels = [(bron, regel) for bron in bronnen for regel in _cijferregels(bron, jaar)]
    return Frames(
        afspraken=as_frame(AFSPRAKEN, (_afspraak(bron, regel) for bron, regel in regels)),
        fasering=as_frame(FASERING, (rij for bron, r in regels for rij in _fasering(bron, r))),
        realisatie=as_frame(
            REALISATIE, (rij for bron, r in regels for rij in _realisatie(bron, r, jaar))
        ),
        biedingen=as_frame(BIEDINGEN, (rij for bron in bronnen for rij in _boden(bron, jaar))),
        gewichten=as_frame(GEWICHTEN, (rij for bron in bronnen for rij in _gewichten(bron, jaar))),
    )


def _cijferregels(bron: Bron, jaar: int) -> list[Cijferregel]:
    """Return the lines of one samenwerking."""
    return list_cijferregels(bron.samenwerking, jaar, index_antwoorden(bron.biedingen))


def _id(bron: Bron, regel: Cijferregel) -> str:
    """Return the id of one line, unique over all samenwerkingen."""
    delen = (bron.samenwerking.code, regel.afspraak.id, regel.indicator.code, regel.partij)
    return "/".join(delen)


def _afspraak(bron: Bron, regel: Cijferregel) -> Rij:
    """Return one line as a row, with its doel when it has one."""
    rij: Rij = {
        "afspraak_id": _id(bron, regel),
        "gemeente": bron.samenwerking.gemeente,
        "afspraak_nr": regel.afspraak.nummer,
        "indicator": regel.indicator.code,
        "partij": regel.partij,
        "richting": regel.indicator.richting.value,
        "aard": regel.indicator.aard.value,
        "scope": _scope(regel),
        "gevraagd": None if regel.partij == SAMEN else len(regel.leveranciers),
        "bron": str(regel.afspraak.plek),
    }
    if regel.doel is None:
        return rij
    soort = "doel_norm" if regel.doel.soort is DoelSoort.NORM else "doel_verwacht"
    return rij | {
        soort: float(regel.doel.waarde),
        "kwalificatie": regel.doel.teken.value,
        "van": regel.doel.van,
        "tot": regel.doel.tot_en_met,
        "bron": str(regel.doel.plek),
    }


def _scope(regel: Cijferregel) -> str:
    """Return whether a line may be added up: a wider area and help with joint work may not."""
    if regel.doel is not None and regel.doel.gebied:
        return REGIO
    if regel.partij == SAMEN:
        return GEMEENTE
    helpt = all(is_deelnemer(regel.afspraak, regel.indicator, p) for p in regel.leveranciers)
    return DEELNAME if helpt else GEMEENTE


def _fasering(bron: Bron, regel: Cijferregel) -> Iterator[Rij]:
    """Yield the agreed amounts per year of one line."""
    for jaar, waarde in (regel.doel.fasering if regel.doel else {}).items():
        yield {"afspraak_id": _id(bron, regel), "jaar": jaar, "waarde": float(waarde)}


def _realisatie(bron: Bron, regel: Cijferregel, jaar: int) -> Iterator[Rij]:
    """Yield what was reached per partij and year, counted for the partij that it is now."""
    if regel.doel is None:
        return
    inhoud = bron.samenwerking
    wie = staan_voor(inhoud, regel.leveranciers, jaar)
    for (partij, gemeld_in), waarde in reeks_van(inhoud, regel.doel, wie, jaar).items():
        yield {
            "afspraak_id": _id(bron, regel),
            "partij": partij,
            "jaar": gemeld_in,
            "waarde": _getal(waarde),
        }


def _boden(bron: Bron, jaar: int) -> Iterator[Rij]:
    """Yield every answer with a number to count, and every offer without an afspraak."""
    for bieding in bron.biedingen:
        vast: Rij = {
            "inzending_id": bieding.inzending,
            "gemeente": bron.samenwerking.gemeente,
            "partij": opvolger_in(bron.samenwerking.partijen, bieding.partij, jaar),
            "cyclus": bieding.jaar,
        }
        for regel in bieding.regels:
            gevonden = _REGELCODE.fullmatch(regel.regelcode)
            if gevonden and gevonden[2] != INZET.code:
                nummer, indicator = int(gevonden[1]), gevonden[2]
                yield (
                    vast
                    | _antwoord(regel, nummer, indicator)
                    | _activiteit(bron, bieding.partij, nummer, indicator)
                    | _eenheid(bron, indicator)
                )
        for voorstel in bieding.extra:
            yield (
                vast
                | {"ruw": voorstel.bod, "toelichting": voorstel.omschrijving}
                | {"cel": _cel(voorstel.plek)}
            )


def _antwoord(regel: BiedingRegel, nummer: int, indicator: str) -> Rij:
    """Return one answer with its cell."""
    nuance = regel.nuances.get("bod", Nuance())
    plek = regel.plekken.get("bod") or next(iter(regel.plekken.values()), None)
    return {
        "regel": regel.regelcode,
        "afspraak_nr": nummer,
        "indicator": indicator,
        "status": regel.deelname.value if regel.deelname else None,
        "bod": _getal(regel.bod),
        "bod_hoog": _getal(nuance.hoog),
        "kwalificatie": nuance.kwalificatie or None,
        "reden_leeg": nuance.reden.value if nuance.reden else None,
        "ruw": regel.ruw.get("bod"),
        "cel": _cel(plek) if plek else None,
        "planning_van": regel.planning_van,
        "planning_tot": regel.planning_tot,
        "bedrag": _getal(regel.bedrag),
        "toelichting": regel.toelichting or None,
    }


def _activiteit(bron: Bron, partij: str, nummer: int, indicator: str) -> Rij:
    """Return which joint work an answer belongs to; two biedingen of one partij both count."""
    inhoud = bron.samenwerking
    soort = inhoud.indicatoren.get(indicator)
    afspraak = next((a for a in inhoud.afspraken if a.nummer == nummer), None)
    if afspraak is not None and soort is not None and soort.telt_eenmaal:
        trekt = afspraak.inzet.get(partij) is Rol.TREKKER
        samen = sum(1 for p in afspraak.inzet if afspraak.doet_mee(p)) > 1
        return {"activiteit_id": f"{nummer}/{indicator}", "trekker": trekt} if samen else {}
    if any(p.code == partij and p.opvolger for p in inhoud.partijen):
        return {"activiteit_id": f"voorganger/{partij}/{nummer}/{indicator}", "trekker": True}
    return {}


def _eenheid(bron: Bron, indicator: str) -> Rij:
    """Return the unit in which the form asked for an answer."""
    soort: Indicator | None = bron.samenwerking.indicatoren.get(indicator)
    return {"eenheid": soort.eenheid} if soort else {}


def _gewichten(bron: Bron, jaar: int) -> Iterator[Rij]:
    """Yield per partij the last known amount of everything that shares are weighed by.

    What a corporatie writes about its stock on the form is newer than a report.
    """
    inhoud = bron.samenwerking
    gezocht = {i.weging for i in inhoud.indicatoren.values() if i.weging}
    bekend: dict[tuple[str, str], Decimal | None] = {}
    for melding in sorted(inhoud.realisaties, key=lambda r: r.jaar):
        if melding.indicator in gezocht and melding.jaar < jaar:
            bekend[melding.indicator, melding.partij] = melding.waarde
    for bieding in bron.biedingen:
        for stand in bieding.voorraad:
            if stand.indicator in gezocht:
                bekend[stand.indicator, bieding.partij] = stand.stand
    per_partij: dict[tuple[str, str], list[Decimal | None]] = {}
    for (indicator, partij), waarde in bekend.items():
        nu = opvolger_in(inhoud.partijen, partij, jaar)
        per_partij.setdefault((indicator, nu), []).append(waarde)
    for (indicator, partij), delen in per_partij.items():
        som = None if None in delen else sum((d for d in delen if d is not None), Decimal(0))
        yield {
            "gemeente": inhoud.gemeente,
            "indicator": indicator,
            "partij": partij,
            "waarde": _getal(som),
        }


def _getal(waarde: Decimal | None) -> float | None:
    """Return a number for a frame, unknown stays unknown."""
    return None if waarde is None else float(waarde)


def _cel(plek: Plek) -> str:
    """Return sheet and cell."""
    return f"{plek.blad}!{plek.cel}"

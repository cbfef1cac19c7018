"""Fasering: the agreed amounts per year, a table with a column per year."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from cycle.domain.afspraak import SAMEN, Doelwaarde
from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen
from cycle.library.doelen import refer_rij
from cycle.library.getallen import read_getal_of_onbekend
from cycle.library.markdown import Sectie
from cycle.library.register import Naamsoort, Register
from cycle.library.tabel import Rij, Tabel, read_enige_tabel

_JAAR = re.compile(r"[12][0-9]{3}")
_VAST = ("indicator", "partij")


def add_fasering(
    sectie: Sectie,
    doelen: Sequence[Doelwaarde],
    register: Register,
    bevindingen: Bevindingen,
    *,
    is_gaaf: bool,
) -> tuple[Doelwaarde, ...]:
    """Return the targets with their agreed amounts per year.

    A row belongs to every target of that indicator and partij whose period holds the
    year. With `is_gaaf` False the targets had faults, and no target is then missed.
    """
    tabel = read_enige_tabel(sectie, bevindingen)
    if tabel is None or not _check_kop(tabel, bevindingen):
        return tuple(doelen)
    if is_gaaf and not doelen:
        bevindingen.fout("I163", sectie.plek, "Deze afspraak heeft een fasering, maar geen doelen.")
    fasering: dict[tuple[str, str], dict[int, Decimal]] = {}
    plekken: dict[tuple[str, str], Plek] = {}
    for rij in tabel.rijen:
        jaren = _read_jaren(rij, bevindingen)
        refer_rij(rij, register)
        sleutel = (rij.cellen["indicator"], rij.cellen["partij"])
        if sleutel in fasering:
            bevindingen.fout("I132", rij.plek, "Deze fasering staat er dubbel.")
        fasering[sleutel] = jaren
        plekken[sleutel] = rij.plek
        if is_gaaf and doelen and _is_bekend(rij, register):
            _check_doel(rij, jaren, doelen, bevindingen)
    return tuple(
        replace(
            doel,
            fasering={
                jaar: waarde
                for jaar, waarde in fasering.get((doel.indicator, doel.partij), {}).items()
                if _omvat(doel, jaar)
            },
            fasering_plek=plekken.get((doel.indicator, doel.partij)),
        )
        for doel in doelen
    )


def _check_kop(tabel: Tabel, bevindingen: Bevindingen) -> bool:
    """Return whether the columns are indicator, partij and then years only."""
    jaren = tabel.kolommen[len(_VAST) :]
    if tabel.kolommen[: len(_VAST)] == _VAST and jaren and all(map(_JAAR.fullmatch, jaren)):
        return True
    bevindingen.fout(
        "I141",
        tabel.plek,
        "De kop van de fasering klopt niet.",
        "Gebruik de kolommen indicator en partij, en daarna een kolom per jaar, zoals 2024.",
    )
    return False


def _read_jaren(rij: Rij, bevindingen: Bevindingen) -> dict[int, Decimal]:
    """Return the amounts per year, without the years that are not known."""
    waarden = {
        int(kolom): rij.getal(kolom, read_getal_of_onbekend, bevindingen)
        for kolom in rij.cellen
        if kolom not in _VAST
    }
    return {jaar: waarde for jaar, waarde in waarden.items() if waarde is not None}


def _omvat(doel: Doelwaarde, jaar: int) -> bool:
    """Return whether the period of a target holds `jaar`."""
    return doel.van <= jaar and (doel.tot_en_met is None or jaar <= doel.tot_en_met)


def _is_bekend(rij: Rij, register: Register) -> bool:
    """Return whether the codes of a row exist, so that a missing target is its own fault."""
    partij = rij.cellen["partij"]
    return register.kent(Naamsoort.INDICATOR, rij.cellen["indicator"]) and (
        partij == SAMEN or register.kent(Naamsoort.PARTIJ, partij)
    )


def _check_doel(
    rij: Rij, jaren: dict[int, Decimal], doelen: Sequence[Doelwaarde], bevindingen: Bevindingen
) -> None:
    """Report a row without a target, or years outside the period of its target."""
    indicator, partij = rij.cellen["indicator"], rij.cellen["partij"]
    eigen = [d for d in doelen if (d.indicator, d.partij) == (indicator, partij)]
    buiten = [jaar for jaar in jaren if not any(_omvat(doel, jaar) for doel in eigen)]
    if not eigen:
        bevindingen.fout("I163", rij.plek, f"Er is geen doel {indicator} voor '{partij}'.")
    elif buiten:
        bevindingen.fout(
            "I163", rij.plek, f"Het doel {indicator} voor '{partij}' geldt niet in {buiten[0]}."
        )

"""Doelen: the table ``Doelen`` of an afspraak."""

import re
from decimal import Decimal
from typing import Final

from cycle.domain.afspraak import SAMEN, DoelSoort, Doelwaarde, Teken
from cycle.library.bevindingen import Bevindingen
from cycle.library.getallen import read_getal
from cycle.library.markdown import Sectie
from cycle.library.register import Naamsoort, Register
from cycle.library.tabel import Rij, read_enige_tabel

KOLOMMEN: Final = (
    "indicator",
    "partij",
    "teken",
    "doel",
    "van",
    "tot en met",
    "soort",
    "opmerking",
)

_OPMERKING = re.compile(
    r'(?:["\u201c](?P<tekst>[^"\u201c\u201d]+)["\u201d])?[\s;,]*(?:gebied:\s*(?P<gebied>.+))?'
)


def read_doelen(
    sectie: Sectie, register: Register, bevindingen: Bevindingen
) -> tuple[Doelwaarde, ...]:
    """Return the targets; a row with a fault is left out and has its finding."""
    doelen: dict[tuple[object, ...], Doelwaarde] = {}
    tabel = read_enige_tabel(sectie, bevindingen, kolommen=KOLOMMEN)
    for rij in tabel.rijen if tabel else ():
        doel = _read_doel(rij, register, bevindingen)
        if doel is None:
            continue
        sleutel = (doel.indicator, doel.partij, doel.teken, doel.van, doel.soort, doel.gebied)
        if sleutel in doelen:
            bevindingen.fout("I132", rij.plek, "Dit doel staat er dubbel.")
        doelen[sleutel] = doel
    return tuple(doelen.values())


def _read_doel(rij: Rij, register: Register, bevindingen: Bevindingen) -> Doelwaarde | None:
    """Return one target, None when the row has a fault."""
    fouten = len(bevindingen)
    teken = rij.keuze("teken", Teken, bevindingen)
    soort = rij.keuze("soort", DoelSoort, bevindingen)
    waarde = rij.getal("doel", read_getal, bevindingen)
    van = rij.jaar("van", bevindingen)
    tot_en_met = None
    if rij.cellen["tot en met"]:
        tot_en_met = rij.jaar("tot en met", bevindingen)
    opmerking = _OPMERKING.fullmatch(rij.cellen["opmerking"])
    if opmerking is None:
        bevindingen.fout(
            "I151",
            rij.plek,
            f"De opmerking '{rij.cellen['opmerking']}' is niet te lezen.",
            'Zet woorden voor het document tussen aanhalingstekens, of schrijf "gebied: …".',
        )
    if van is not None and tot_en_met is not None and tot_en_met < van:
        bevindingen.fout("I115", rij.plek, f"Dit doel eindigt in {tot_en_met} en begint in {van}.")
    refer_rij(rij, register)
    if len(bevindingen) > fouten or not (teken and soort and opmerking):
        return None
    return Doelwaarde(
        indicator=rij.cellen["indicator"],
        partij=rij.cellen["partij"],
        teken=teken,
        waarde=waarde or Decimal(0),
        van=van or 0,
        tot_en_met=tot_en_met,
        soort=soort,
        plek=rij.plek,
        tekst=opmerking["tekst"] or "",
        gebied=(opmerking["gebied"] or "").strip(),
    )


def refer_rij(rij: Rij, register: Register) -> None:
    """Keep the references of a row to its indicator and partij."""
    register.refer(Naamsoort.INDICATOR, rij.cellen["indicator"], rij.plek)
    if rij.cellen["partij"] != SAMEN:
        register.refer(Naamsoort.PARTIJ, rij.cellen["partij"], rij.plek)

"""Feestdagen: the Dutch working days of any year.

Days off are those of the Algemene termijnenwet art. 3: the public holidays, 5 May in
every year, and the days that a royal decree puts on a par with them
(``content/gelijkgestelde-dagen.toml``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import pendulum

from cycle.domain.kalender import IsWerkdag
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.tomltabel import read_toml

BESTAND: Final = "gelijkgestelde-dagen.toml"

_ZATERDAG: Final = 6


@dataclass(frozen=True, slots=True)
class Gelijkgesteld:
    """The equated days with their sources, and the years for which the list is complete."""

    dagen: Mapping[pendulum.Date, str]
    jaren: frozenset[int]


def know_werkdagen(gelijkgesteld: Gelijkgesteld) -> IsWerkdag:
    """Return the function that tells whether a day is a working day."""
    dagen = frozenset(gelijkgesteld.dagen)

    def is_werkdag(dag: pendulum.Date) -> bool:
        return not (dag.isoweekday() >= _ZATERDAG or dag in dagen or dag in _feestdagen(dag.year))

    return is_werkdag


def read_gelijkgesteld(content: Path, bevindingen: Bevindingen) -> Gelijkgesteld:
    """Return the days that count as a public holiday, each with its source.

    The list names the years that its source covers; a day outside them is a fault.
    """
    bestand = read_bestand(content, BESTAND, bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    if bron is None:
        return Gelijkgesteld({}, frozenset())
    van, tot_en_met = bron.geheel("van"), bron.geheel("tot_en_met")
    dagen: dict[pendulum.Date, str] = {}
    for tabel in bron.tabellen("dag"):
        dag, herkomst = tabel.datum("datum"), tabel.tekst("bron")
        tabel.close()
        if not tabel.is_gaaf:
            continue
        if dag in dagen:
            bevindingen.fout("I132", tabel.plek("datum"), f"De dag {dag} staat er dubbel.")
        elif bron.is_gaaf and not van <= dag.year <= tot_en_met:
            bevindingen.fout(
                "I112",
                tabel.plek("datum"),
                f"De dag {dag} ligt niet in de jaren {van} t/m {tot_en_met}.",
                "Pas de dag aan, of 'van' en 'tot_en_met' boven in het bestand.",
            )
        dagen[dag] = herkomst
    bron.close()
    return Gelijkgesteld(dagen, frozenset(range(van, tot_en_met + 1)))


@cache
def _feestdagen(jaar: int) -> frozenset[pendulum.Date]:
    """Return the public holidays of one year, 5 May always among them."""
    from holidays import country_holidays

    dagen = country_holidays("NL", years=jaar, categories=("public", "optional"))
    return frozenset(pendulum.date(dag.year, dag.month, dag.day) for dag in dagen)

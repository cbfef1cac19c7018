"""Schoolvakanties: the dates that the ministry sets, and what a coordinator adds to them.

The dates come from the package `holidays`, which holds the ministerial regulations up to and
including school year 2029-2030. ``content/schoolvakanties.toml`` adds what is not in there:
a later year, or a week that schools in one region take as well.
"""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pendulum

from cycle.domain.schoolvakantie import Schoolregio, Schoolvakantie, Schoolvakanties
from cycle.library.bestand import read_bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.tomltabel import TomlTabel, read_toml

BESTAND: Final = "schoolvakanties.toml"

_HERFST: Final = "Herfstvakantie"
_EERSTE_MAAND: Final = 9
"""A school year begins in September, or in the last weeks of August."""

_REGELINGEN: Final = (
    (2016, "2013-2016"),
    (2019, "2016-2019"),
    (2022, "2019-2022"),
    (2025, "2022-2025"),
    (2030, "2025-2030"),
)
"""The last school year of each ministerial regulation, by the year in which it ends."""


def read_schoolvakanties(
    content: Path, regio: Schoolregio, jaren: range, bevindingen: Bevindingen
) -> Schoolvakanties:
    """Return the school holidays of one region in `jaren`; the own file may be left out.

    A year counts as known when its autumn holiday is: that one falls in the weeks in which
    a jaarschijf is made.
    """
    alle = [*_landelijk(regio, jaren), *_read_eigen(content, regio, bevindingen)]
    alle.sort(key=lambda v: (v.van, v.naam))
    bekend = frozenset(v.van.year for v in alle if v.naam == _HERFST)
    return Schoolvakanties(tuple(alle), bekend)


def _read_eigen(
    content: Path, regio: Schoolregio, bevindingen: Bevindingen
) -> list[Schoolvakantie]:
    """Return the holidays of this region from the own file, none without it."""
    if not (content / BESTAND).is_file():
        return []
    bestand = read_bestand(content, BESTAND, bevindingen)
    bron = read_toml(bestand, bevindingen) if bestand else None
    eigen: list[Schoolvakantie] = []
    for tabel in bron.tabellen("vakantie") if bron else ():
        regios = tabel.keuzes("regios", Schoolregio)
        vakantie = _read_vakantie(tabel)
        if not tabel.is_gaaf:
            continue
        if vakantie.tot_en_met < vakantie.van:
            melding = "De laatste dag van deze vakantie ligt voor de eerste dag."
            bevindingen.fout("I115", tabel.plek("tot_en_met"), melding)
        elif regio in regios:
            eigen.append(vakantie)
    if bron is not None:
        bron.close()
    return eigen


def _read_vakantie(tabel: TomlTabel) -> Schoolvakantie:
    """Return one holiday."""
    vakantie = Schoolvakantie(
        naam=tabel.tekst("naam"),
        van=tabel.datum("van"),
        tot_en_met=tabel.datum("tot_en_met"),
        bron=tabel.tekst("bron"),
    )
    tabel.close()
    return vakantie


def _landelijk(regio: Schoolregio, jaren: range) -> tuple[Schoolvakantie, ...]:
    """Return the holidays that the package knows, each run of days as one holiday."""
    vakanties: list[Schoolvakantie] = []
    for dag, naam in (paar for jaar in jaren for paar in _dagen(regio, jaar)):
        vorige = vakanties[-1] if vakanties else None
        if vorige and vorige.naam == naam and vorige.tot_en_met == dag.subtract(days=1):
            vakanties[-1] = replace(vorige, tot_en_met=dag)
        else:
            vakanties.append(Schoolvakantie(naam, dag, dag, _bron(dag)))
    return tuple(vakanties)


@cache
def _dagen(regio: Schoolregio, jaar: int) -> tuple[tuple[pendulum.Date, str], ...]:
    """Return the days of one year on which schools in a region are closed, with the name."""
    from holidays import country_holidays

    dagen = country_holidays(
        "NL", subdiv=regio.value, years=jaar, categories=("school",), language="nl"
    )
    return tuple((pendulum.date(d.year, d.month, d.day), dagen[d]) for d in sorted(dagen))


def _bron(dag: pendulum.Date) -> str:
    """Return the regulation that sets the holidays of the school year of `dag`."""
    einde = dag.year if dag.month < _EERSTE_MAAND else dag.year + 1
    jaren = next((jaren for laatste, jaren in _REGELINGEN if einde <= laatste), "na 2030")
    return f"Regeling vaststelling schoolvakanties {jaren}"

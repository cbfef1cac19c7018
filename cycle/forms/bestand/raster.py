"""Raster: the cells of a returned file as plain values, the same for every kind of file.

Cells are kept sparse, so one stray cell at the far end costs nothing. Beside its text a cell
keeps what a reader would see: a percent sign, a date, a line through it, a comment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

import pendulum

from cycle.domain.notatie import datum

LAATSTE_RIJ: Final = 5000
LAATSTE_KOLOM: Final = 200

Vak = tuple[int, int]
"""Row and column of a cell, counted from 1."""


class CelSoort(StrEnum):
    """What kind of thing stands in a cell."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    LOGISCH = "logisch"
    FOUTWAARDE = "foutwaarde"
    FORMULE = "formule"


class Waarde(NamedTuple):
    """One filled cell: its kind, the text as a reader sees it, and the number if it is one.

    `procent` tells that the number is shown times a hundred with a percent sign; `getal` is
    the stored number. `dag` is the day of a `DATUM`, None for a time of day. A `FORMULE` is
    one without a stored outcome. A tuple, for it is made by the ten thousands.
    """

    soort: CelSoort
    ruw: str
    getal: Decimal | None = None
    procent: bool = False
    dag: pendulum.Date | None = None


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """A block of cells that were merged; both corners belong to it."""

    eerste: Vak
    laatste: Vak

    def holds(self, vak: Vak) -> bool:
        """Return whether a cell lies inside this block."""
        return (
            self.eerste[0] <= vak[0] <= self.laatste[0]
            and self.eerste[1] <= vak[1] <= self.laatste[1]
        )


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet: filled cells by (row, column), counted from 1, and what was done to cells.

    `buiten` is the address of a cell that lies too far away to read. `opmerkingen` holds
    comments, without those we put there ourselves.
    """

    naam: str
    cellen: Mapping[Vak, Waarde]
    buiten: str = ""
    opmerkingen: Mapping[Vak, str] = field(default_factory=dict)
    doorgestreept: frozenset[Vak] = frozenset()
    samengevoegd: tuple[Samenvoeging, ...] = ()
    verborgen_rijen: frozenset[int] = frozenset()
    verborgen_kolommen: frozenset[int] = frozenset()

    def teksten(self, laatste: int) -> Iterator[tuple[int, int, str]]:
        """Yield (row, column, text) of every text cell in the rows up to `laatste`."""
        for (rij, kolom), waarde in self.cellen.items():
            if rij <= laatste and waarde.soort is CelSoort.TEKST:
                yield rij, kolom, waarde.ruw


@dataclass(frozen=True, slots=True)
class Raster:
    """All sheets of a file in their order, and its custom properties as text.

    `is_los` tells that the file can hold one sheet only and no properties, as a csv does.
    """

    bladen: tuple[Blad, ...]
    eigenschappen: Mapping[str, str] = field(default_factory=dict)
    is_los: bool = False

    def blad(self, naam: str) -> Blad | None:
        """Return the sheet with this name, whatever its capitals; None when it is gone."""
        gezocht = naam.casefold()
        return next((b for b in self.bladen if b.naam.strip().casefold() == gezocht), None)


def cel_naam(rij: int, kolom: int) -> str:
    """Return the address of a cell, like ``I12``."""
    return f"{_letters(kolom)}{rij}"


@lru_cache(maxsize=1024)
def _letters(kolom: int) -> str:
    """Return the letters of a column, A for 1."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def is_dichtbij(vak: Vak) -> bool:
    """Return whether a cell lies in the part of a sheet that is read."""
    return vak[0] <= LAATSTE_RIJ and vak[1] <= LAATSTE_KOLOM


def tekst_waarde(tekst: str) -> Waarde | None:
    """Return a text cell, None when it holds only spaces."""
    schoon = tekst.strip()
    return Waarde(CelSoort.TEKST, schoon) if schoon else None


def getal_waarde(inhoud: float | Decimal, *, procent: bool) -> Waarde:
    """Return a number as a spreadsheet shows it: 15 digits, comma as decimal sign."""
    getal = Decimal(format(inhoud, ".15g")) if isinstance(inhoud, float) else Decimal(inhoud)
    if not getal.is_finite():
        return Waarde(CelSoort.FOUTWAARDE, str(inhoud))
    getoond = getal.scaleb(2) if procent else getal
    tekst = f"{getoond.normalize():f}".replace(".", ",")
    return Waarde(CelSoort.GETAL, f"{tekst}%" if procent else tekst, getal, procent)


def dag_waarde(dag: date) -> Waarde:
    """Return a date, in full for a reader."""
    als_dag = pendulum.date(dag.year, dag.month, dag.day)
    return Waarde(CelSoort.DATUM, datum(als_dag), dag=als_dag)


def logisch_waarde(inhoud: bool) -> Waarde:
    """Return a true or false as a Dutch reader sees it."""
    return Waarde(CelSoort.LOGISCH, "waar" if inhoud else "onwaar")

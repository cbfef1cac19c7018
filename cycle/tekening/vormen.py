"""Vormen: what a picture is made of; every pen draws the same shapes at the same place.

All measures are in points of a screen (96 per inch), counted from the upper left corner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

INKT: Final = "#1B1B1B"
WIT: Final = "#FFFFFF"
BLAUW: Final = "#17365D"
GROEN: Final = "#1F6F6B"
GRIJS: Final = "#595959"
ROOD: Final = "#A90061"
KLEUREN: Final = (INKT, BLAUW, GROEN, GRIJS, ROOD)

_STAP: Final = 6.0
"""Points between two stripes or two dots."""


@dataclass(frozen=True, slots=True)
class Vlak:
    """A rectangle; without `rand` it has no outline, `rand` is one point wide."""

    x: float
    y: float
    breed: float
    hoog: float
    kleur: str = WIT
    rand: str = ""


@dataclass(frozen=True, slots=True)
class Lijnen:
    """Straight lines (x1, y1, x2, y2) of one colour and width."""

    lijnen: tuple[tuple[float, float, float, float], ...]
    kleur: str
    dikte: float = 1.0


@dataclass(frozen=True, slots=True)
class Stippen:
    """Round dots of one colour; `straal` is their radius."""

    punten: tuple[tuple[float, float], ...]
    kleur: str
    straal: float = 1.1


@dataclass(frozen=True, slots=True)
class Tekst:
    """One line of text; `y` is its baseline, `anker` is start, middle or end."""

    x: float
    y: float
    tekst: str
    maat: float
    vet: bool = False
    anker: str = "start"
    kleur: str = INKT


Vorm = Vlak | Lijnen | Stippen | Tekst


@dataclass(frozen=True, slots=True)
class Tekening:
    """A whole picture: its size and its shapes, from back to front."""

    breed: int
    hoog: int
    vormen: tuple[Vorm, ...]


def volvlak(x: float, y: float, breed: float, hoog: float) -> Iterator[Vorm]:
    """Yield an area that was reached: filled."""
    yield Vlak(x, y, breed, hoog, BLAUW, BLAUW)


def streepvlak(x: float, y: float, breed: float, hoog: float) -> Iterator[Vorm]:
    """Yield an area that was offered: striped."""
    yield Vlak(x, y, breed, hoog, WIT, GROEN)
    yield Lijnen(tuple(_strepen(x + 1, y + 1, breed - 2, hoog - 2)), GROEN, 2.2)


def leegvlak(x: float, y: float, breed: float, hoog: float) -> Iterator[Vorm]:
    """Yield an area that remains: empty."""
    yield Vlak(x, y, breed, hoog, WIT, GRIJS)


def stipvlak(x: float, y: float, breed: float, hoog: float) -> Iterator[Vorm]:
    """Yield an area of which nothing is known: dotted."""
    yield Vlak(x, y, breed, hoog, WIT, GRIJS)
    punten = []
    rij = 0
    hoogte = y + _STAP / 2
    while hoogte < y + hoog - 1:
        plek = x + _STAP / 2 + (_STAP / 2 if rij % 2 else 0)
        while plek < x + breed - 1:
            punten.append((plek, hoogte))
            plek += _STAP
        rij, hoogte = rij + 1, hoogte + _STAP / 1.5
    yield Stippen(tuple(punten), GRIJS)


def _strepen(
    x: float, y: float, breed: float, hoog: float
) -> Iterator[tuple[float, float, float, float]]:
    """Yield slanting stripes, each cut off at the sides of the rectangle."""
    begin = x - hoog
    while begin < x + breed:
        links, rechts = max(begin, x), min(begin + hoog, x + breed)
        if rechts > links:
            yield links, y + hoog - (links - begin), rechts, y + hoog - (rechts - begin)
        begin += _STAP

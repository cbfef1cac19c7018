"""Cijfertabellen: printed tables, kept exactly as published.

A total in a printed table is a claim, not a fact: it is stored as `vermeld` and checked
against its parts, never repaired (see `cycle.analysis.cijfercontrole`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from cycle.domain.plek import Plek


@dataclass(frozen=True, slots=True)
class Cel:
    """One printed figure; `waarde` is None for "n.b.", which is not zero."""

    waarde: Decimal | None
    tekst: str
    plek: Plek

    @property
    def is_percentage(self) -> bool:
        """Return whether it is printed with a percent sign."""
        return self.tekst.rstrip().endswith("%")


@dataclass(frozen=True, slots=True)
class Verband:
    """A relation between rows or columns: `uitkomst` = sum of `plus` minus sum of `min`."""

    uitkomst: str
    plus: tuple[str, ...]
    min: tuple[str, ...]

    @property
    def namen(self) -> tuple[str, ...]:
        """Return every row or column that takes part."""
        return (self.uitkomst, *self.plus, *self.min)


@dataclass(frozen=True, slots=True)
class Cijfertabel:
    """A printed table: row names x column names -> `Cel`.

    `totaalkolom` and `totaalrij` name the printed totals, empty when there are none.
    `cellen` is keyed by (row name, column name) and holds every cell.
    """

    code: str
    titel: str
    eenheid: str
    rijen: tuple[str, ...]
    kolommen: tuple[str, ...]
    cellen: Mapping[tuple[str, str], Cel]
    totaalkolom: str
    totaalrij: str
    verbanden: tuple[Verband, ...]
    plek: Plek
    noot: str = ""

    def is_percentage(self, cel: tuple[str, str]) -> bool:
        """Return whether a cell is a percentage, by its own sign, its heading or the unit."""
        in_kop = any("%" in naam for naam in cel)
        return in_kop or self.eenheid == "%" or self.cellen[cel].is_percentage

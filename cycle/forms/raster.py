"""Raster: the cells of a workbook as plain values, read with openpyxl in full mode.

Full mode keeps cells sparse, so one stray cell at the far end costs nothing, and it keeps
the number format, without which 25% and 0.25 look the same.
"""

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final

import pendulum

from cycle.domain.notatie import datum

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

LAATSTE_RIJ: Final = 5000
LAATSTE_KOLOM: Final = 200


class CelSoort(StrEnum):
    """What kind of thing stands in a cell."""

    TEKST = "tekst"
    GETAL = "getal"
    DATUM = "datum"
    LOGISCH = "logisch"
    FOUTWAARDE = "foutwaarde"
    FORMULE = "formule"


@dataclass(frozen=True, slots=True)
class Waarde:
    """One filled cell: its kind, the text as a reader sees it, and the number if it is one.

    `procent` tells that Excel shows the number times a hundred with a percent sign;
    `getal` is the stored number. A `FORMULE` is one without a stored outcome.
    """

    soort: CelSoort
    ruw: str
    getal: Decimal | None = None
    procent: bool = False


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet: filled cells by (row, column), counted from 1; `buiten` names a far cell."""

    naam: str
    cellen: Mapping[tuple[int, int], Waarde]
    buiten: str = ""

    def teksten(self) -> Iterator[tuple[int, int, str]]:
        """Yield (row, column, text) of every text cell."""
        for (rij, kolom), waarde in self.cellen.items():
            if waarde.soort is CelSoort.TEKST:
                yield rij, kolom, waarde.ruw


@dataclass(frozen=True, slots=True)
class Raster:
    """All sheets of a workbook in their order, and its custom properties as text."""

    bladen: tuple[Blad, ...]
    eigenschappen: Mapping[str, str]

    def blad(self, naam: str) -> Blad | None:
        """Return the sheet with this name, whatever its capitals; None when it is gone."""
        gezocht = naam.casefold()
        return next((b for b in self.bladen if b.naam.strip().casefold() == gezocht), None)


def cel_naam(rij: int, kolom: int) -> str:
    """Return the address of a cell, like ``I12``."""
    letters = ""
    while kolom:
        kolom, rest = divmod(kolom - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{rij}"


def load_raster(inhoud: bytes) -> Raster | None:
    """Return the cells of a workbook, None when openpyxl cannot make sense of the bytes.

    Call it only with bytes that `cycle.forms.veilig` let through.
    """
    try:
        with warnings.catch_warnings():
            # openpyxl warns about parts it drops; for reading answers these do not matter
            warnings.simplefilter("ignore")
            return _load(inhoud)
    except Exception:  # a damaged part surfaces as KeyError, ValueError, XML errors and more
        return None


def _load(inhoud: bytes) -> Raster:
    """Return the cells; outcomes of formulas need a second load, done only when present."""
    from openpyxl import load_workbook

    werkmap = load_workbook(io.BytesIO(inhoud), keep_links=False)
    uitkomsten: Workbook | None = None
    if any(_has_formule(blad) for blad in werkmap.worksheets):
        uitkomsten = load_workbook(io.BytesIO(inhoud), keep_links=False, data_only=True)
    return Raster(
        bladen=tuple(
            _blad(blad, uitkomsten[blad.title] if uitkomsten else blad)
            for blad in werkmap.worksheets
        ),
        eigenschappen={p.name: str(p.value) for p in werkmap.custom_doc_props.props},
    )


def _cellen(blad: "Worksheet") -> Mapping[tuple[int, int], "Cell"]:
    """Return the filled cells only.

    There is no public way: `iter_rows` walks every position up to the farthest cell, which
    is 17 billion of them when one stray cell stands in the last corner.
    """
    cellen: Mapping[tuple[int, int], Cell] = blad._cells
    return cellen


def _has_formule(blad: "Worksheet") -> bool:
    return any(cel.data_type == "f" for cel in _cellen(blad).values())


def _blad(blad: "Worksheet", uitkomsten: "Worksheet") -> Blad:
    """Return one sheet; `uitkomsten` is the same sheet with outcomes instead of formulas."""
    gelezen: dict[tuple[int, int], Waarde] = {}
    buiten = ""
    for (rij, kolom), cel in _cellen(blad).items():
        if cel.value is None:
            continue
        waarde = _waarde(uitkomsten.cell(rij, kolom)) if cel.data_type == "f" else _waarde(cel)
        if waarde is None and cel.data_type == "f":
            waarde = Waarde(CelSoort.FORMULE, str(cel.value))
        if waarde is None:
            continue
        if rij > LAATSTE_RIJ or kolom > LAATSTE_KOLOM:
            buiten = buiten or cel_naam(rij, kolom)
            continue
        gelezen[rij, kolom] = waarde
    return Blad(blad.title, gelezen, buiten)


def _waarde(cel: "Cell") -> Waarde | None:
    """Return one cell, None when it is empty or holds only spaces."""
    inhoud = cel.value
    if isinstance(inhoud, bool):
        return Waarde(CelSoort.LOGISCH, "waar" if inhoud else "onwaar")
    if isinstance(inhoud, int | float):
        return _getal(inhoud, "%" in cel.number_format)
    if isinstance(inhoud, datetime | date):
        return Waarde(CelSoort.DATUM, datum(pendulum.date(inhoud.year, inhoud.month, inhoud.day)))
    if isinstance(inhoud, time | timedelta):
        return Waarde(CelSoort.DATUM, str(inhoud))
    tekst = "" if inhoud is None else str(inhoud).strip()
    if not tekst:
        return None
    return Waarde(CelSoort.FOUTWAARDE if cel.data_type == "e" else CelSoort.TEKST, tekst)


def _getal(inhoud: float, procent: bool) -> Waarde:
    """Return a number as Excel shows it: 15 digits, comma as decimal sign."""
    getal = Decimal(format(inhoud, ".15g")) if isinstance(inhoud, float) else Decimal(inhoud)
    if not getal.is_finite():
        return Waarde(CelSoort.FOUTWAARDE, str(inhoud))
    getoond = getal.scaleb(2) if procent else getal
    tekst = f"{getoond.normalize():f}".replace(".", ",")
    return Waarde(CelSoort.GETAL, f"{tekst}%" if procent else tekst, getal, procent)

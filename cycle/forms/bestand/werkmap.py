"""Werkmap: an xlsx or xlsm file as a raster, read with openpyxl in full mode.

Full mode keeps cells sparse and keeps the number format, without which 25% and 0.25 look
the same. Formulas are read as their outcome; one without an outcome is named.
"""

import io
import re
import warnings
from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from cycle.forms.bestand.getalformaat import read_getal
from cycle.forms.bestand.pakket import Inhoud
from cycle.forms.bestand.raster import (
    LAATSTE_KOLOM,
    Blad,
    CelSoort,
    Raster,
    Samenvoeging,
    Vak,
    Waarde,
    cel_naam,
    dag_waarde,
    is_dichtbij,
    logisch_waarde,
    tekst_waarde,
)
from cycle.forms.opmerkingen import read_opmerking

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_REGELEINDE = re.compile(r"_x000D_\n?")
"""How Excel keeps the end of a line in a text that came from elsewhere."""


def load_werkmap(inhoud: bytes, gezien: Inhoud) -> Raster | None:
    """Return the cells of a workbook, None when openpyxl cannot make sense of the bytes.

    Call it only with bytes that `cycle.forms.bestand.keuring` let through, and with what it
    had `gezien` in them.
    """
    try:
        with warnings.catch_warnings():
            # openpyxl warns about parts it drops; for reading answers these do not matter
            warnings.simplefilter("ignore")
            return _load(inhoud, gezien)
    except Exception:  # a damaged part surfaces as KeyError, ValueError, XML errors and more
        return None


def _load(inhoud: bytes, gezien: Inhoud) -> Raster:
    """Return the cells, with outcomes in the place of formulas."""
    from openpyxl.reader.excel import ExcelReader

    lezer = ExcelReader(io.BytesIO(inhoud), data_only=True, keep_links=False,
                        rich_text=gezien.has_strepen)  # fmt: skip
    lezer.read()
    doorgehaald = {nr for nr, font in enumerate(lezer.wb._fonts) if font.strike}
    bladen = []
    for bladdeel, relatie in lezer.parser.find_sheets():
        blad = lezer.wb[bladdeel.name] if bladdeel.name in lezer.wb.sheetnames else None
        if blad is None or blad not in lezer.wb.worksheets:
            continue
        bladen.append(_blad(blad, gezien.formules.get(relatie.target, {})))
        if doorgehaald or gezien.has_strepen:
            bladen[-1] = replace(bladen[-1], doorgestreept=_gestreept(blad, doorgehaald))
        # a cell and its sheet know each other: without this they stay until the next clean-up
        blad._cells.clear()
    return Raster(
        bladen=tuple(bladen),
        eigenschappen={p.name: str(p.value) for p in lezer.wb.custom_doc_props.props},
    )


def _cellen(blad: "Worksheet") -> Mapping[Vak, "Cell"]:
    """Return the filled cells only.

    There is no public way: `iter_rows` walks every position up to the farthest cell, which
    is 17 billion of them when one stray cell stands in the last corner.
    """
    cellen: Mapping[Vak, Cell] = blad._cells
    return cellen


def _blad(blad: "Worksheet", open_formules: Mapping[Vak, str]) -> Blad:
    """Return one sheet, without the lines through its texts."""
    cellen = {vak: Waarde(CelSoort.FORMULE, tekst) for vak, tekst in open_formules.items()}
    opmerkingen: dict[Vak, str] = {}
    for vak, cel in _cellen(blad).items():
        waarde = _waarde(cel)
        if waarde is not None:
            cellen[vak] = waarde
        if cel._comment is not None and (opmerking := _opmerking(cel)):
            opmerkingen[vak] = opmerking
    ver = [vak for vak in cellen if not is_dichtbij(vak)]
    for vak in ver:
        del cellen[vak]
    return Blad(
        blad.title,
        cellen,
        buiten=cel_naam(*ver[0]) if ver else "",
        opmerkingen=opmerkingen,
        samengevoegd=tuple(
            Samenvoeging((deel.min_row, deel.min_col), (deel.max_row, deel.max_col))
            for deel in blad.merged_cells.ranges
        ),
        verborgen_rijen=frozenset(nr for nr, rij in blad.row_dimensions.items() if rij.hidden),
        verborgen_kolommen=_verborgen_kolommen(blad),
    )


def _gestreept(blad: "Worksheet", doorgehaald: Container[int]) -> frozenset[Vak]:
    """Return the cells with a line through them, or through part of their text.

    `doorgehaald` are the numbers of the fonts with such a line.
    """
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    def is_gestreept(cel: "Cell") -> bool:
        if cel._style.fontId in doorgehaald:
            return True
        return isinstance(cel._value, CellRichText) and any(
            isinstance(blok, TextBlock) and blok.font.strike for blok in cel._value
        )

    return frozenset(vak for vak, cel in _cellen(blad).items() if is_gestreept(cel))


def _verborgen_kolommen(blad: "Worksheet") -> frozenset[int]:
    """Return the numbers of the hidden columns; a file names them from first to last."""
    return frozenset(
        nummer
        for kolom in blad.column_dimensions.values()
        if kolom.hidden and kolom.min and kolom.max
        for nummer in range(kolom.min, min(kolom.max, LAATSTE_KOLOM) + 1)
    )


def _opmerking(cel: "Cell") -> str:
    """Return what the partner wrote in the comment of a cell, without what we put there."""
    return read_opmerking(str(cel._comment.text), str(cel._comment.author or ""))


def _waarde(cel: "Cell") -> Waarde | None:
    """Return one cell, None when it is empty or holds only spaces."""
    inhoud = cel.value
    if inhoud is None:
        return None
    if isinstance(inhoud, str):
        tekst = tekst_waarde(_REGELEINDE.sub("\n", inhoud) if "_x000D_" in inhoud else inhoud)
        return Waarde(CelSoort.FOUTWAARDE, tekst.ruw) if tekst and cel.data_type == "e" else tekst
    if isinstance(inhoud, bool):
        return logisch_waarde(inhoud)
    if isinstance(inhoud, int | float):
        return read_getal(inhoud, cel.number_format)
    if isinstance(inhoud, datetime | date):
        return dag_waarde(inhoud)
    if isinstance(inhoud, time | timedelta):
        return Waarde(CelSoort.DATUM, str(inhoud))
    return tekst_waarde(str(inhoud))

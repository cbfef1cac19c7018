"""Xls: a workbook of the old Excel kind as plain data, read with xlrd."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .bladdata import DATUM, FOUT, GETAL, LOGISCH, TEKST, TIJD, Bladdata

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet


def read_xls(inhoud: bytes) -> dict[str, Any]:
    """Return the sheets of a workbook, or the code for a password."""
    import xlrd

    try:
        boek = xlrd.open_workbook(
            file_contents=inhoud, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as fout:
        return {"code": "B004" if "encrypted" in str(fout) else "B003"}
    return {"bladen": [_blad(boek, blad).als_data() for blad in boek.sheets()], "eigenschappen": {}}


def _blad(boek: "Book", blad: "Sheet") -> Bladdata:
    """Return one sheet."""
    data = Bladdata(blad.name)
    for rij in range(blad.nrows):
        for kolom in range(blad.row_len(rij)):
            cel = blad.cell(rij, kolom)
            gelezen = _cel(boek, cel)
            if gelezen is None:
                continue
            data.zet(rij + 1, kolom + 1, *gelezen)
            if gelezen[0] == GETAL:
                data.zet_formaat(rij + 1, kolom + 1, _formaat(boek, cel))
            if _is_gestreept(boek, cel, blad.rich_text_runlist_map.get((rij, kolom), ())):
                data.doorgestreept.append((rij + 1, kolom + 1))
    data.samengevoegd = [(r1 + 1, k1 + 1, r2, k2) for r1, r2, k1, k2 in blad.merged_cells]
    data.verborgen = [nr + 1 for nr, rij in blad.rowinfo_map.items() if rij.hidden]
    data.verborgen_kolommen = [nr + 1 for nr, kolom in blad.colinfo_map.items() if kolom.hidden]
    data.opmerkingen = [
        (rij + 1, kolom + 1, note.author, note.text)
        for (rij, kolom), note in blad.cell_note_map.items()
    ]
    return data


def _cel(boek: "Book", cel: "Cell") -> tuple[str, str] | None:
    """Return kind and value of one cell, None when it is empty."""
    import xlrd

    if cel.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
        return None
    if cel.ctype == xlrd.XL_CELL_TEXT:
        return TEKST, cel.value
    if cel.ctype == xlrd.XL_CELL_BOOLEAN:
        return LOGISCH, "1" if cel.value else ""
    if cel.ctype == xlrd.XL_CELL_ERROR:
        return FOUT, xlrd.error_text_from_code.get(cel.value, "#FOUT")
    if cel.ctype == xlrd.XL_CELL_DATE:
        return _datum(boek, cel.value)
    return GETAL, format(cel.value, ".15g")


def _formaat(boek: "Book", cel: "Cell") -> str:
    """Return the number format of a cell."""
    formaat = boek.format_map.get(boek.xf_list[cel.xf_index].format_key)
    return formaat.format_str if formaat is not None else ""


def _is_gestreept(boek: "Book", cel: "Cell", delen: Iterable[tuple[int, int]]) -> bool:
    """Return whether a line runs through a cell, or through one of the parts of its text."""
    fonts = (boek.xf_list[cel.xf_index].font_index, *(font for _, font in delen))
    return any(boek.font_list[font].struck_out for font in fonts)


def _datum(boek: "Book", waarde: float) -> tuple[str, str]:
    """Return a date or a time of day; one that no calendar has is an error value."""
    import xlrd

    try:
        jaar, maand, dag, uur, minuut, _ = xlrd.xldate_as_tuple(waarde, boek.datemode)
    except xlrd.XLDateError:
        return FOUT, "#WAARDE!"
    if not jaar:
        return TIJD, f"{uur:02d}:{minuut:02d}"
    return DATUM, f"{jaar:04d}-{maand:02d}-{dag:02d}"

"""Snelblad: a sheet of XlsxWriter that writes the cells of a form in less time.

Almost every cell of a form is a text or an empty yellow cell. For each XlsxWriter first looks
whether its place was given as ``A1``, and then escapes a reference and two numbers in which
nothing can be escaped. Both are left out here; the workbook is the same to the byte.
"""

from functools import cache
from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import CellBlankTuple, CellStringTuple, Worksheet

_letter: Final = cache(xl_col_to_name)


class Snelblad(Worksheet):
    """A sheet on which every cell is named by row and column, both counted from 0."""

    write_string = Worksheet._write_string
    write_blank = Worksheet._write_blank

    def _write_cell(self, row: int, col: int, cell: CellStringTuple | CellBlankTuple) -> None:
        """Write one cell; a kind that is rare in a form is left to XlsxWriter."""
        als, soort = cell.format, type(cell)
        # without a format of its own the row or the column may say how the cell looks
        is_gewoon = als is not None or (row not in self.row_info and col not in self.col_info)
        stijl = f' s="{als._get_xf_index()}"' if als is not None else ""
        begin = f'<c r="{_letter(col)}{row + 1}"{stijl}'
        if is_gewoon and soort is CellStringTuple and not self.constant_memory:
            self.fh.write(f'{begin} t="s"><v>{cell.string}</v></c>')
        elif is_gewoon and soort is CellBlankTuple:
            self.fh.write(f"{begin}/>")
        else:
            super()._write_cell(row, col, cell)


class Snelmap(Workbook):
    """A workbook of such sheets."""

    worksheet_class = Snelblad

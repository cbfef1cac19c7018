"""Werkmapkopie: writes the same workbook with openpyxl, as somebody would who knows it well.

Every cell, format, list of choices, table, lock and print setting of a given workbook is
written anew. Formats go on the cells in one of two ways: one by one, as the manual of
openpyxl shows, or as named styles, which are made once and are quicker.
"""

import io
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import NamedStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table, TableColumn
from openpyxl.worksheet.worksheet import Worksheet

_ONDERDELEN: Final = ("font", "fill", "border", "alignment", "number_format", "protection")


@dataclass(frozen=True, slots=True)
class Bladbeeld:
    """What stands on one sheet: cells as (row, column, value, format), and how it looks."""

    naam: str
    cellen: Sequence[tuple[int, int, Any, int]]
    breedtes: dict[str, float]
    hoogtes: dict[int, float]
    bron: Worksheet


@dataclass(frozen=True, slots=True)
class Werkmapbeeld:
    """A whole workbook, taken apart."""

    bladen: Sequence[Bladbeeld]
    opmaken: Sequence[dict[str, Any]]
    bron: Workbook


def look_at(inhoud: bytes) -> Werkmapbeeld:
    """Return everything that has to be written again."""
    boek = load_workbook(io.BytesIO(inhoud))
    opmaken: dict[int, int] = {}
    delen: list[dict[str, Any]] = []
    bladen = []
    for blad in boek.worksheets:
        cellen = []
        for rij in blad.iter_rows():
            for cel in rij:
                if cel.value is None and not cel.has_style:
                    continue
                sleutel = cel.style_id
                if sleutel not in opmaken:
                    opmaken[sleutel] = len(delen)
                    delen.append({naam: copy(getattr(cel, naam)) for naam in _ONDERDELEN})
                cellen.append((cel.row, cel.column, cel.value, opmaken[sleutel]))
        breedtes = {k: d.width for k, d in blad.column_dimensions.items() if d.width}
        hoogtes = {r: d.height for r, d in blad.row_dimensions.items() if d.height}
        bladen.append(Bladbeeld(blad.title, cellen, breedtes, hoogtes, blad))
    return Werkmapbeeld(bladen, delen, boek)


def write_again(beeld: Werkmapbeeld, *, benoemd: bool) -> bytes:
    """Return the workbook, written with openpyxl from nothing; `benoemd` uses named styles."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    for nummer, delen in enumerate(beeld.opmaken if benoemd else ()):
        boek.add_named_style(NamedStyle(name=f"s{nummer}", **delen))
    for blad in beeld.bladen:
        nieuw = boek.create_sheet(blad.naam)
        for rij, kolom, waarde, opmaak in blad.cellen:
            cel = nieuw.cell(rij, kolom, waarde)
            if benoemd:
                cel.style = f"s{opmaak}"
                continue
            for naam, deel in beeld.opmaken[opmaak].items():
                setattr(cel, naam, deel)
        _write_rest(nieuw, blad)
    for naam, definitie in beeld.bron.defined_names.items():
        boek.defined_names[naam] = DefinedName(naam, attr_text=definitie.attr_text)
    for eigenschap in beeld.bron.custom_doc_props.props:
        boek.custom_doc_props.append(
            StringProperty(name=eigenschap.name, value=str(eigenschap.value))
        )
    boek.properties.title = beeld.bron.properties.title
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _write_rest(nieuw: Worksheet, blad: Bladbeeld) -> None:
    """Write all that is around the cells of one sheet."""
    for letter, breedte in blad.breedtes.items():
        nieuw.column_dimensions[letter].width = breedte
    for rij, hoogte in blad.hoogtes.items():
        nieuw.row_dimensions[rij].height = hoogte
    bron = blad.bron
    nieuw.sheet_state = bron.sheet_state
    nieuw.freeze_panes = bron.freeze_panes
    for keuring in bron.data_validations.dataValidation:
        nieuw.add_data_validation(
            DataValidation(
                type=keuring.type, formula1=keuring.formula1, formula2=keuring.formula2,
                operator=keuring.operator, sqref=str(keuring.sqref), errorStyle=keuring.errorStyle,
                error=keuring.error, errorTitle=keuring.errorTitle, prompt=keuring.prompt,
                promptTitle=keuring.promptTitle, allow_blank=keuring.allow_blank,
            )
        )  # fmt: skip
    for tabel in bron.tables.values():
        kopie = Table(displayName=tabel.displayName, ref=tabel.ref, comment=tabel.comment)
        kopie._initialise_columns()
        for kolom, kop in zip(kopie.tableColumns, tabel.tableColumns, strict=True):
            assert isinstance(kolom, TableColumn)
            kolom.name = kop.name
        nieuw.add_table(kopie)
    nieuw.protection = copy(bron.protection)
    nieuw.page_setup.orientation = bron.page_setup.orientation
    nieuw.page_setup.paperSize = bron.page_setup.paperSize
    nieuw.page_setup.fitToHeight = bron.page_setup.fitToHeight
    nieuw.sheet_properties.pageSetUpPr = copy(bron.sheet_properties.pageSetUpPr)
    nieuw.print_title_rows = bron.print_title_rows
    if bron.print_area:
        nieuw.print_area = bron.print_area
    nieuw.page_margins = copy(bron.page_margins)
    nieuw.oddFooter.left.text = bron.oddFooter.left.text
    nieuw.oddFooter.right.text = bron.oddFooter.right.text

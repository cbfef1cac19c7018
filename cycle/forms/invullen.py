"""Invullen: type the answers of a partij into its form, as its owner would in Excel."""

import io
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cycle.domain.errors import InvoerError
from cycle.domain.voorbeeld import Antwoord, Antwoorden
from cycle.forms.indeling import (
    BIEDING,
    EXTRA,
    EXTRA_RIJEN,
    Kop,
    Tabel,
    find_kop,
    rijhoogte,
)
from cycle.forms.nltaal import read_getal
from cycle.forms.vastezip import fix_package

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_GETALVELDEN: Final = ("bod", "bedrag")
_KAAL_GETAL: Final = re.compile(r"[+-]?[0-9][0-9.]*(?:,[0-9]+)?")
_EXCEL_CIJFERS: Final = 15
"""Excel keeps no more digits of a number; a longer one stays text."""


def fill_formulier(werkmap: bytes, antwoorden: Antwoorden) -> bytes:
    """Return the workbook with `antwoorden` typed into its yellow cells.

    Texts go in as typed. A clean Dutch number (``1.234,5``) becomes a number, as it would
    when someone types it in Excel.

    Raises:
        InvoerError: the workbook is not our form, or an answer has no row or no room.
    """
    from openpyxl import load_workbook

    try:
        boek = load_workbook(io.BytesIO(werkmap))
        bieding, extra = boek[BIEDING.blad], boek[EXTRA.blad]
    except Exception as fout:  # damaged bytes fail in many ways; all mean: not our form
        raise InvoerError(
            "Dit is geen formulier van ons.", advies="Maak eerst een nieuw formulier."
        ) from fout
    _fill_bieding(bieding, antwoorden)
    _fill_extra(extra, antwoorden)
    uit = io.BytesIO()
    boek.save(uit)
    return fix_package(uit.getvalue())


def _fill_bieding(blad: "Worksheet", antwoorden: Antwoorden) -> None:
    """Type one row per answer, found by its regelcode."""
    kop = _kop(blad, BIEDING)
    kolom = kop.kolommen["regel"]
    codes = {blad.cell(rij, kolom).value: rij for rij in range(kop.rij + 1, blad.max_row + 1)}
    for antwoord in antwoorden.regels:
        if antwoord.regelcode not in codes:
            bekend = ", ".join(str(code) for code in codes if code)
            raise InvoerError(
                f"Het formulier van {antwoorden.partij} heeft geen regel {antwoord.regelcode}.",
                advies=f"Kies uit: {bekend}.",
            )
        rij = codes[antwoord.regelcode]
        for veld in BIEDING.invoer:
            _type_in(blad.cell(rij, kop.kolommen[veld]), veld, _antwoord(antwoord, veld))
        velden = [kolom for kolom in BIEDING.kolommen if kolom.invoer]
        _let_grow(blad, rij, [(_antwoord(antwoord, k.veld), k.breedte) for k in velden])


def _let_grow(blad: "Worksheet", rij: int, teksten: Iterable[tuple[str, int]]) -> None:
    """Make the row as high as its longest answer, as Excel does while someone types."""
    hoogte = blad.row_dimensions[rij].height
    blad.row_dimensions[rij].height = max(hoogte or 0, rijhoogte(teksten))


def _fill_extra(blad: "Worksheet", antwoorden: Antwoorden) -> None:
    """Type the offers without an afspraak, from the first yellow row down."""
    kop = _kop(blad, EXTRA)
    if len(antwoorden.extra) > EXTRA_RIJEN:
        raise InvoerError(
            f"Het blad {EXTRA.blad} heeft {EXTRA_RIJEN} regels. {antwoorden.partij} heeft er "
            f"{len(antwoorden.extra)} nodig.",
            advies="Voeg voorstellen samen.",
        )
    for rij, extra in enumerate(antwoorden.extra, kop.rij + 1):
        teksten = {"voorstel": extra.voorstel, "bod": extra.bod, "planning": extra.planning}
        for veld, tekst in teksten.items():
            _type_in(blad.cell(rij, kop.kolommen[veld]), "tekst", tekst)
        _let_grow(blad, rij, [(teksten[k.veld], k.breedte) for k in EXTRA.kolommen])


def _kop(blad: "Worksheet", tabel: Tabel) -> Kop:
    """Return the heading row of a sheet of our own form."""
    cellen = (
        (cel.row, cel.column, str(cel.value))
        for rij in blad.iter_rows()
        for cel in rij
        if cel.value is not None
    )
    kop = find_kop(cellen, tabel, aan_sleutel=False)
    if kop is None or len(kop.kolommen) < len(tabel.kolommen):
        raise InvoerError(
            f"Op het blad {blad.title} staan niet alle koppen.",
            advies="Maak eerst een nieuw formulier.",
        )
    return kop


def _antwoord(antwoord: Antwoord, veld: str) -> str:
    """Return one field of an answer."""
    velden = {
        "status": antwoord.deelname,
        "bod": antwoord.bod,
        "planning": antwoord.planning,
        "bedrag": antwoord.bedrag,
        "toelichting": antwoord.toelichting,
    }
    return velden[veld]


def _type_in(cel: "Cell", veld: str, tekst: str) -> None:
    """Put a text in a cell; an empty one leaves the cell as it is."""
    from openpyxl.utils.exceptions import IllegalCharacterError

    if not tekst.strip():
        return
    getal = _kaal_getal(tekst.strip()) if veld in _GETALVELDEN else None
    if getal is not None:
        cel.value = getal
        return
    try:
        cel.value = tekst
    except IllegalCharacterError as fout:
        raise InvoerError(
            f"In de tekst '{tekst[:20]!a}' staat een teken dat niet in Excel past.",
            advies="Typ de tekst opnieuw, zonder te plakken.",
            plek=f"{cel.parent.title}!{cel.coordinate}",
        ) from fout
    # a text that begins with "=" must stay a text
    cel.data_type = "s"


def _kaal_getal(tekst: str) -> Decimal | None:
    """Return the number when the text is nothing but a number that reads in one way."""
    if not _KAAL_GETAL.fullmatch(tekst) or sum(map(str.isdecimal, tekst)) > _EXCEL_CIJFERS:
        return None
    gelezen = read_getal(tekst)
    return None if gelezen is None or gelezen.dubbelzinnig else gelezen.waarde

"""Tabelblad: one sheet with a table, grey where we filled it in and yellow where you do."""

from typing import TYPE_CHECKING, Any, Final

from cycle.domain.formulier import Formulier
from cycle.forms.bladen import Tabelblad
from cycle.forms.bovenschrift import BLOK_GEEL, BLOK_GRIJS
from cycle.forms.indeling import KOPRIJ, NIET_NODIG, Kolom, rijhoogte
from cycle.forms.kenmerkblad import Formuliercode
from cycle.forms.lezen.waarden import Maat, maat_van
from cycle.forms.uit.bladtekst import Bladtekst, bladtekst
from cycle.forms.uit.keuzes import add_keuring
from cycle.forms.uit.opmaak import Opmaak

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_KOP: Final = KOPRIJ - 1
"""Row number of the headings as XlsxWriter counts: from 0."""

_BESCHERMING: Final = {"format_columns": True, "format_rows": True, "autofilter": True}
_MIDDEN: Final = frozenset({"status", "voorwaarde", "afspraak"})
_GETAL: Final = frozenset({"bod", "stand", "bedrag", "cijfer"})
_BOD: Final = frozenset({"bod", "cijfer"})
"""Where no number is asked, these are grey and say so."""
_LEGE_RIJ: Final = 26.0
"""Height in points of a yellow row without a question; it grows with what is typed."""


def add_tabelblad(
    werkmap: "Workbook", blad: Tabelblad, formulier: Formulier, opmaak: Opmaak, nummer: int
) -> None:
    """Add one sheet of form `nummer` (from 1): title, instruction, codes, and the table."""
    sheet = werkmap.add_worksheet(blad.tabel.blad)
    tekst = bladtekst(blad, formulier)
    kolommen = blad.tabel.kolommen
    _set_pagina(sheet, blad, formulier)
    _add_bovenkant(sheet, blad, tekst, formulier, opmaak)
    sheet.set_row(_KOP, rijhoogte([(k.geschreven(formulier.jaar), k.breedte) for k in kolommen]))
    sheet.freeze_panes(_KOP + 1, len(blad.tabel.vast))
    sheet.add_table(
        _KOP, 0, blad.laatste - 1, len(kolommen) - 1,
        {"name": _tabelnaam(blad, nummer), "style": None,
         "columns": [_kolomkop(k, formulier, opmaak) for k in kolommen],
         "description": tekst.omschrijving},
    )  # fmt: skip
    _write_vragen(sheet, blad, opmaak)
    for rij in range(_KOP + 1 + len(blad.vragen), blad.laatste if blad.leeg else 0):
        _write_leeg(sheet, rij, blad, opmaak)
    add_keuring(sheet, blad, nummer)
    sheet.protect("", _BESCHERMING)


def _tabelnaam(blad: Tabelblad, nummer: int) -> str:
    """Return the name of the table, unique in the workbook."""
    naam = {"bieding": "Biedingregels", "extra": "Extravoorstellen"}.get(
        blad.tabel.naam, blad.tabel.naam.capitalize()
    )
    return naam if nummer == 1 else f"{naam}_{nummer}"


def _set_pagina(sheet: "Worksheet", blad: Tabelblad, formulier: Formulier) -> None:
    """Set column widths and the printed page: A4 landscape, headings on every page."""
    kolommen = blad.tabel.kolommen
    for nummer, kolom in enumerate(kolommen):
        sheet.set_column(nummer, nummer, kolom.breedte)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_KOP)
    # without it a long title would make the printed page wider than the table
    sheet.print_area(0, 0, blad.laatste - 1, len(kolommen) - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    naam = formulier.partij_naam.replace("&", "&&")
    waar = f" {blad.gemeente}".replace("&", "&&") if blad.gemeente else ""
    sheet.set_footer(f"&L&9{naam} - jaarschijf {formulier.jaar}{waar}&R&9Pagina &P van &N")


def _add_bovenkant(
    sheet: "Worksheet", blad: Tabelblad, tekst: Bladtekst, formulier: Formulier, opmaak: Opmaak
) -> None:
    """Write the title, the instruction, whose form it is, and what each block is for."""
    sheet.set_row(0, 26)
    sheet.set_row(1, rijhoogte([("", 1)], punten=opmaak.punten + 1))
    sheet.set_row(2, rijhoogte([("", 1)], punten=opmaak.punten))
    sheet.write_string(0, 0, tekst.titel, opmaak.titel)
    sheet.write_string(1, 0, tekst.uitleg, opmaak.ondertitel)
    eerste_invoer = len(blad.tabel.vast)
    if eerste_invoer:
        sheet.write_string(_KOP - 1, 0, BLOK_GRIJS, opmaak.blok_grijs)
    sheet.write_string(_KOP - 1, eerste_invoer, BLOK_GEEL, opmaak.blok_geel)
    code = Formuliercode(formulier.samenwerking, formulier.partij, formulier.jaar, formulier.versie)
    sheet.write_string(_KOP - 1, len(blad.tabel.kolommen) - 1, str(code), opmaak.code)


def _kolomkop(kolom: Kolom, formulier: Formulier, opmaak: Opmaak) -> dict[str, Any]:
    """Return a heading as `add_table` wants it."""
    als = opmaak.kop_geel if kolom.invoer else opmaak.kop_grijs
    return {"header": kolom.geschreven(formulier.jaar), "header_format": als}


def _write_vragen(sheet: "Worksheet", blad: Tabelblad, opmaak: Opmaak) -> None:
    """Write the questions: their grey cells, and empty yellow ones in the right format."""
    grijs = [(n, k.veld, k.breedte) for n, k in enumerate(blad.tabel.kolommen) if not k.invoer]
    geel = [(n, k.veld) for n, k in enumerate(blad.tabel.kolommen) if k.invoer]
    for rij, vraag in enumerate(blad.vragen, _KOP + 1):
        teksten = [(vraag.vast.get(veld, ""), breedte) for _, veld, breedte in grijs]
        sheet.set_row(rij, rijhoogte(teksten, minstens=2, punten=opmaak.punten))
        for (nummer, veld, _), (tekst, _) in zip(grijs, teksten, strict=True):
            if veld == "afspraak" and tekst:
                sheet.write_number(rij, nummer, int(tekst), opmaak.vast_midden)
            else:
                als = opmaak.vast_code if veld == "regel" else opmaak.vast
                sheet.write_string(rij, nummer, tekst, als)
        eenheid, is_proces = vraag.indicator.eenheid, vraag.is_proces
        for nummer, veld in geel:
            if is_proces and veld in _BOD:
                sheet.write_string(rij, nummer, NIET_NODIG, opmaak.niet_nodig)
            else:
                sheet.write_blank(rij, nummer, None, _als(veld, eenheid, opmaak))


def _als(veld: str, eenheid: str, opmaak: Opmaak) -> "Format":
    """Return how a yellow cell of a question looks."""
    if veld in _MIDDEN:
        return opmaak.invoer_midden
    if veld in _GETAL:
        aantal = veld == "bedrag" or maat_van(eenheid) in (Maat.AANTAL, Maat.EURO)
        return opmaak.invoer_aantal if aantal else opmaak.invoer_maat
    return opmaak.invoer if veld == "toelichting" else opmaak.invoer_tekst


def _write_leeg(sheet: "Worksheet", rij: int, blad: Tabelblad, opmaak: Opmaak) -> None:
    """Write one yellow row without a question; all of it is text, whatever is typed."""
    sheet.set_row(rij, _LEGE_RIJ)
    for nummer, kolom in enumerate(blad.tabel.kolommen):
        als = opmaak.invoer_midden if kolom.veld in _MIDDEN else opmaak.invoer_tekst
        sheet.write_blank(rij, nummer, None, als)

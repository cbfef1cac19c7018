"""Formulier: the workbook that a partij gets, made with XlsxWriter.

What was sent out is written into the workbook itself, on a sheet nobody sees and in its
properties, so that a returned form can be read without anything else at hand.
"""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from cycle.domain.bieding import Deelname
from cycle.domain.formulier import Formulier, FormulierRegel
from cycle.domain.indicator import IndicatorAard
from cycle.forms.herkenning import VOORVOEGSEL, VRAAGVELDEN, bereken_somcode, one_line
from cycle.forms.indeling import (
    BIEDING,
    EXTRA,
    EXTRA_RIJEN,
    KENMERKEN,
    LIJSTEN,
    NIET_NODIG,
    Kolom,
    rijhoogte,
)
from cycle.forms.opmaak import Opmaak, make_opmaak
from cycle.forms.uitleg import add_uitleg
from cycle.forms.vastezip import fix_package
from cycle.forms.waarden import Maat, maat_van

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_KOP: Final = 3
"""Row number (from 0) of the headings: title, instruction and block titles stand above."""

_BESCHERMING: Final = {"format_columns": True, "format_rows": True, "autofilter": True}
_VELDEN: Final = {kolom.veld: nr for nr, kolom in enumerate(BIEDING.kolommen)}
_EERSTE_INVOER: Final = _VELDEN["status"]
_NAAM_KEUZES: Final = "Keuzes"
_INZET_VRAAG: Final = "Wat gaat u doen? Schrijf het bij Toelichting."


def write_formulier(formulier: Formulier) -> bytes:
    """Return the form as xlsx; the same form gives the same bytes on any day."""
    from xlsxwriter.workbook import Workbook

    buffer = io.BytesIO()
    # text of a partij must never become a formula or a link
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(buffer, opties) as werkmap:
        opmaak = make_opmaak(werkmap)
        add_uitleg(werkmap, formulier, opmaak)
        _add_bieding(werkmap, formulier, opmaak)
        _add_extra(werkmap, formulier, opmaak)
        _add_lijsten(werkmap)
        _add_kenmerken(werkmap, formulier)
        werkmap.set_properties(
            {
                "title": f"Bieding {formulier.jaar} - {formulier.partij_naam}",
                "subject": f"Prestatieafspraken {formulier.samenwerking_naam}",
                "author": "jaarschijf",
                # the form has no date of its own; a fixed one keeps the bytes the same
                "created": datetime(formulier.jaar - 1, 9, 1, tzinfo=UTC),
            }
        )
    return fix_package(buffer.getvalue())


def _add_bieding(werkmap: "Workbook", formulier: Formulier, opmaak: Opmaak) -> None:
    """Add the sheet with the questions: grey and locked left, yellow and open right."""
    blad = werkmap.add_worksheet(BIEDING.blad)
    koppen = _koppen(BIEDING.kolommen, formulier, opmaak)
    titel = f"Uw bod voor {formulier.jaar} - {formulier.partij_naam}"
    uitleg = f"Vul de gele cellen in. Stuur het uiterlijk op {formulier.inleveren_voor} terug."
    laatste = _KOP + max(len(formulier.regels), 1)
    _set_pagina(blad, BIEDING.kolommen, formulier, laatste=laatste)
    _add_titel(blad, (titel, _met_voorbeeld(uitleg, formulier)), opmaak)
    blad.write_string(_KOP - 1, 0, "Dit hebben wij al ingevuld", opmaak.blok_grijs)
    blad.write_string(_KOP - 1, _EERSTE_INVOER, "Hier vult u uw antwoorden in", opmaak.blok_geel)
    blad.set_row(_KOP, 34)
    blad.freeze_panes(_KOP + 1, _EERSTE_INVOER)
    blad.add_table(
        _KOP, 0, laatste, len(BIEDING.kolommen) - 1,
        {"name": "Biedingregels", "style": None, "columns": koppen,
         "description": "Per regel een vraag. De laatste vijf kolommen vult u in."},
    )  # fmt: skip
    for rij, regel in enumerate(formulier.regels, _KOP + 1):
        _write_regel(blad, rij, regel, opmaak)
    _add_keuring(blad, laatste)
    blad.protect("", _BESCHERMING)


def _write_regel(blad: "Worksheet", rij: int, regel: FormulierRegel, opmaak: Opmaak) -> None:
    """Write one question: its grey cells, and empty yellow ones in the right format."""
    vast = _vaste_teksten(regel)
    breedtes = ((tekst, BIEDING.kolommen[_VELDEN[veld]].breedte) for veld, tekst in vast.items())
    blad.set_row(rij, rijhoogte(breedtes, minstens=2))
    for veld, tekst in vast.items():
        als = opmaak.vast_code if veld == "regel" else opmaak.vast
        blad.write_string(rij, _VELDEN[veld], tekst, als)
    blad.write_number(rij, _VELDEN["afspraak"], regel.nummer, opmaak.vast_midden)
    blad.write_blank(rij, _VELDEN["status"], None, opmaak.invoer_midden)
    if regel.indicator.aard is IndicatorAard.PROCES:
        blad.write_string(rij, _VELDEN["bod"], NIET_NODIG, opmaak.niet_nodig)
    else:
        aantal = maat_van(regel.indicator.eenheid) in (Maat.AANTAL, Maat.EURO)
        bod_als = opmaak.invoer_aantal if aantal else opmaak.invoer_maat
        blad.write_blank(rij, _VELDEN["bod"], None, bod_als)
    blad.write_blank(rij, _VELDEN["planning"], None, opmaak.invoer_tekst)
    blad.write_blank(rij, _VELDEN["bedrag"], None, opmaak.invoer_aantal)
    blad.write_blank(rij, _VELDEN["toelichting"], None, opmaak.invoer)


def _add_keuring(blad: "Worksheet", laatste: int) -> None:
    """Let Excel help while typing: a list to choose from, a word of caution for numbers.

    Numbers give a warning and no stop: who must write "ca. 700" would mail a Word file
    otherwise. The real check is done when the form comes back.
    """
    eerste = _KOP + 1
    keuze, bod, bedrag = (_VELDEN[veld] for veld in ("status", "bod", "bedrag"))
    blad.data_validation(eerste, keuze, laatste, keuze, {
        "validate": "list", "source": f"={_NAAM_KEUZES}", "error_type": "warning",
        "error_title": "Kies uit de lijst", "error_message": "Kies ja, deels, nee of n.v.t.",
    })  # fmt: skip
    for kolom in (bod, bedrag):
        blad.data_validation(eerste, kolom, laatste, kolom, {
            "validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12,
            "error_type": "warning", "error_title": "Dit is geen getal",
            "error_message": "Vul alleen een getal in. Uw uitleg past bij Toelichting.",
        })  # fmt: skip


def _add_extra(werkmap: "Workbook", formulier: Formulier, opmaak: Opmaak) -> None:
    """Add the sheet for offers that hang on no afspraak."""
    blad = werkmap.add_worksheet(EXTRA.blad)
    _set_pagina(blad, EXTRA.kolommen, formulier, laatste=_KOP + EXTRA_RIJEN)
    uitleg = "Wilt u iets doen dat niet bij een afspraak hoort? Schrijf het hier op, per regel een."
    _add_titel(blad, (f"Extra voorstellen voor {formulier.jaar}", uitleg), opmaak)
    blad.write_string(_KOP - 1, 0, "Hier vult u uw voorstellen in", opmaak.blok_geel)
    blad.set_row(_KOP, 24)
    blad.freeze_panes(_KOP + 1, 0)
    blad.add_table(
        _KOP, 0, _KOP + EXTRA_RIJEN, len(EXTRA.kolommen) - 1,
        {"name": "Extravoorstellen", "style": None,
         "columns": _koppen(EXTRA.kolommen, formulier, opmaak),
         "description": "Per regel een voorstel. Alle cellen vult u zelf in."},
    )  # fmt: skip
    for rij in range(_KOP + 1, _KOP + 1 + EXTRA_RIJEN):
        blad.set_row(rij, 30)
        for kolom in range(len(EXTRA.kolommen)):
            blad.write_blank(rij, kolom, None, opmaak.invoer_tekst)
    blad.protect("", _BESCHERMING)


def _set_pagina(
    blad: "Worksheet", kolommen: Sequence[Kolom], formulier: Formulier, *, laatste: int
) -> None:
    """Set column widths and the printed page: A4 landscape, headings on every page."""
    for nummer, kolom in enumerate(kolommen):
        blad.set_column(nummer, nummer, kolom.breedte)
    blad.hide_gridlines(2)
    blad.set_paper(9)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(_KOP)
    # without it a long title would make the printed page wider than the table
    blad.print_area(0, 0, laatste, len(kolommen) - 1)
    blad.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    naam = formulier.partij_naam.replace("&", "&&")
    blad.set_footer(f"&L&9{naam} - jaarschijf {formulier.jaar}&R&9Pagina &P van &N")


def _add_titel(blad: "Worksheet", regels: tuple[str, str], opmaak: Opmaak) -> None:
    """Write the title and the one sentence below it."""
    blad.set_row(0, 26)
    blad.write_string(0, 0, regels[0], opmaak.titel)
    blad.write_string(1, 0, regels[1], opmaak.ondertitel)


def _met_voorbeeld(tekst: str, formulier: Formulier) -> str:
    """Return the instruction; with example figures in use it points to the sheet that says so."""
    return f"{tekst} Let op: met voorbeeldcijfers." if formulier.voorbeeld else tekst


def _koppen(
    kolommen: Sequence[Kolom], formulier: Formulier, opmaak: Opmaak
) -> list[dict[str, Any]]:
    """Return the headings as `add_table` wants them."""
    return [
        {
            "header": kolom.kop.format(jaar=formulier.jaar, peiljaar=formulier.jaar - 1),
            "header_format": opmaak.kop_geel if kolom.invoer else opmaak.kop_grijs,
        }
        for kolom in kolommen
    ]


def _vaste_teksten(regel: FormulierRegel) -> dict[str, str]:
    """Return the grey cells of one question by field."""
    is_proces = regel.indicator.aard is IndicatorAard.PROCES
    return {
        "regel": regel.regelcode,
        "afspraak": str(regel.nummer),
        "omschrijving": regel.omschrijving,
        "indicator": _INZET_VRAAG if is_proces else regel.indicator.naam,
        "eenheid": regel.indicator.eenheid,
        "doel": regel.doel,
        "realisatie": regel.realisatie,
        "vorig": regel.vorig,
    }


def _add_lijsten(werkmap: "Workbook") -> None:
    """Add the hidden sheet with choices; a list by name has no limit of 255 characters."""
    blad = werkmap.add_worksheet(LIJSTEN)
    blad.write_string(0, 0, "Doet u mee?")
    blad.write_column(1, 0, [keuze.value for keuze in Deelname])
    werkmap.define_name(_NAAM_KEUZES, f"={LIJSTEN}!$A$2:$A${len(Deelname) + 1}")
    blad.protect("")
    blad.hide()


def _add_kenmerken(werkmap: "Workbook", formulier: Formulier) -> None:
    """Add the sheet that says whose form this is and what was asked."""
    vragen = [
        [one_line(t) for t in (*_vaste_teksten(r).values(), r.indicator.aard.value)]
        for r in formulier.regels
    ]
    kenmerken = {
        "partij": formulier.partij,
        "samenwerking": formulier.samenwerking,
        "gemeente": formulier.gemeente,
        "cyclus": str(formulier.jaar),
        "versie": formulier.versie,
    }
    kenmerken["somcode"] = bereken_somcode(list(kenmerken.values()), vragen)
    blad = werkmap.add_worksheet(KENMERKEN)
    for rij, (naam, waarde) in enumerate(kenmerken.items()):
        blad.write_string(rij, 0, naam)
        blad.write_string(rij, 1, waarde)
        werkmap.set_custom_property(VOORVOEGSEL + naam, waarde, "text")
    for rij, delen in enumerate((list(VRAAGVELDEN), *vragen), len(kenmerken) + 1):
        for kolom, tekst in enumerate(delen):
            blad.write_string(rij, kolom, tekst)
    blad.protect("")
    blad.very_hidden()

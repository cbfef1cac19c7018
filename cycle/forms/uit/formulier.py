"""Formulier: the workbook that a partij gets, made with XlsxWriter.

What was sent out is written into the workbook itself, on a sheet nobody sees and in its
properties, so that a returned form can be read without anything else at hand. A partij
that works in several gemeenten gets one workbook, with sheets for each.
"""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from cycle.domain.formulier import Formulier
from cycle.domain.notatie import opsomming
from cycle.forms.bladen import Tabelblad, plan_bladen
from cycle.forms.kenmerkblad import eigenschap, kenmerkblad_naam
from cycle.forms.lezen.kenmerken import kenmerkrijen
from cycle.forms.uit.keuzes import add_lijsten, set_verborgen_pagina
from cycle.forms.uit.opmaak import GROTE_PUNTEN, PUNTEN, make_opmaak
from cycle.forms.uit.tabelblad import add_tabelblad
from cycle.forms.uit.toetstekst import toetstitel
from cycle.forms.uit.uitleg import add_uitleg
from cycle.forms.vastezip import fix_package

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_BREEDTE_KENMERKEN: Final = 24


def write_formulier(*formulieren: Formulier) -> bytes:
    """Return the forms of one partij as one xlsx; the same forms give the same bytes.

    More than one means: the same partij and jaar, in several samenwerkingen.
    """
    from cycle.forms.uit.snelblad import Snelmap

    bladen = plan_bladen(formulieren)
    buffer = io.BytesIO()
    # text of a partij must never become a formula or a link
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Snelmap(buffer, opties) as werkmap:
        opmaak = make_opmaak(werkmap, GROTE_PUNTEN if formulieren[0].is_kort else PUNTEN)
        add_uitleg(werkmap, formulieren, bladen, opmaak)
        for nummer, (formulier, eigen) in enumerate(zip(formulieren, bladen, strict=True), 1):
            for blad in eigen:
                add_tabelblad(werkmap, blad, formulier, opmaak, nummer)
        add_lijsten(werkmap, formulieren)
        for nummer, (formulier, eigen) in enumerate(zip(formulieren, bladen, strict=True), 1):
            _add_kenmerken(werkmap, formulier, eigen, nummer)
        _set_eigenschappen(werkmap, formulieren)
    return fix_package(buffer.getvalue())


def _add_kenmerken(
    werkmap: "Workbook", formulier: Formulier, bladen: tuple[Tabelblad, ...], nummer: int
) -> None:
    """Add the sheet that says whose form `nummer` is and what was asked."""
    kenmerken, lijsten = kenmerkrijen(formulier, bladen)
    blad = werkmap.add_worksheet(kenmerkblad_naam(nummer))
    blad.set_column(0, 1, _BREEDTE_KENMERKEN)
    for rij, delen in enumerate((*kenmerken, *lijsten)):
        for kolom, tekst in enumerate(delen):
            if tekst:
                blad.write_string(rij, kolom, tekst)
    for naam, waarde in kenmerken:
        werkmap.set_custom_property(eigenschap(naam, nummer), waarde, "text")
    set_verborgen_pagina(blad)
    blad.protect("")
    blad.very_hidden()


def _titel(formulier: Formulier) -> str:
    """Return what the workbook is called."""
    return toetstitel(formulier) if formulier.toets else f"Bieding {formulier.jaar}"


def _set_eigenschappen(werkmap: "Workbook", formulieren: tuple[Formulier, ...]) -> None:
    """Give the document its title, which a screen reader says first."""
    eerste = formulieren[0]
    waar = opsomming([f.samenwerking_naam for f in formulieren])
    werkmap.set_properties(
        {
            "title": f"{_titel(eerste)} - {eerste.partij_naam}",
            "subject": f"Prestatieafspraken {waar}",
            "author": "jaarschijf",
            # the form has no date of its own; a fixed one keeps the bytes the same
            "created": datetime(eerste.jaar - 1, 9, 1, tzinfo=UTC),
        }
    )

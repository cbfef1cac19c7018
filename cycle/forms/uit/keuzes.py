"""Keuzes: the lists to choose from, and the help that Excel gives while typing.

A number or a choice that looks odd gives a warning and no stop: who must write "ca. 700"
would mail a Word file otherwise. The real check is done when the form comes back.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from cycle.domain.bieding import Deelname
from cycle.domain.formulier import Formulier
from cycle.domain.toets import Voortgang
from cycle.domain.wederkerigheid import Bereidheid
from cycle.forms.bladen import Tabelblad
from cycle.forms.indeling import LIJSTEN

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MEEST: Final = 1e12
_LIJST: Final = {
    ("bieding", "status"): "Keuzes",
    ("gevraagd", "status"): "Bereidheid",
    ("stand", "status"): "Voortgang",
    ("toezeggingen", "status"): "Voortgang",
    ("wederkerigheid", "voorwaarde"): "JaNee",
    ("wederkerigheid", "gevraagde"): "Gevraagden",
}
_VASTE_LIJSTEN: Final = (
    ("Keuzes", "Doet u mee?", tuple(k.value for k in Deelname)),
    (
        "Bereidheid",
        "Kunt u dit doen?",
        tuple(b.value for b in Bereidheid if b is not Bereidheid.OPEN),
    ),
    ("JaNee", "Ja of nee", ("ja", "nee")),
)
_TOETSLIJSTEN: Final = (("Voortgang", "Hoe staat het?", tuple(v.value for v in Voortgang)),)
_LAAGSTE: Final = {"cijfer": -_MEEST, "bod": -_MEEST, "bedrag": 0.0, "stand": 0.0}


def add_lijsten(werkmap: "Workbook", formulieren: Sequence[Formulier]) -> None:
    """Add the hidden sheet with choices; a list by name has no limit of 255 characters."""
    blad = werkmap.add_worksheet(LIJSTEN)
    vast = _TOETSLIJSTEN if formulieren[0].toets else _VASTE_LIJSTEN
    namen = [
        (_naam("Gevraagden", nummer), f"Van wie, {f.gemeente}", tuple(f.gevraagden))
        for nummer, f in enumerate(formulieren, 1)
        if f.toets is None
    ]
    for kolom, (naam, kop, keuzes) in enumerate((*vast, *namen)):
        blad.set_column(kolom, kolom, 30)
        blad.write_string(0, kolom, kop)
        for rij, keuze in enumerate(keuzes, 1):
            blad.write_string(rij, kolom, keuze)
        letter = chr(ord("A") + kolom)
        laatste = max(len(keuzes), 1) + 1
        werkmap.define_name(naam, f"={LIJSTEN}!${letter}$2:${letter}${laatste}")
    set_verborgen_pagina(blad)
    blad.protect("")
    blad.hide()


def set_verborgen_pagina(blad: "Worksheet") -> None:
    """Set a page on a sheet nobody sees, so that who prints it all gets whole pages."""
    blad.set_paper(9)
    blad.set_landscape()
    blad.fit_to_pages(1, 0)


def _naam(lijst: str, nummer: int) -> str:
    """Return the name of a list that each form in the workbook has for itself."""
    return lijst if nummer == 1 else f"{lijst}_{nummer}"


def add_keuring(sheet: "Worksheet", blad: Tabelblad, nummer: int) -> None:
    """Let Excel offer lists and warn about numbers on one sheet of form `nummer`."""
    for kolom, veld in enumerate(k.veld for k in blad.tabel.kolommen):
        regel = _regel(blad.tabel.naam, veld, nummer)
        if regel:
            sheet.data_validation(blad.eerste - 1, kolom, blad.laatste - 1, kolom, regel)


def _regel(tabel: str, veld: str, nummer: int) -> dict[str, Any]:
    """Return the rule for one column, empty when anything may be typed."""
    lijst = _LIJST.get((tabel, veld), "")
    if lijst:
        naam = _naam(lijst, nummer) if lijst == "Gevraagden" else lijst
        return _lijstregel(naam)
    if tabel == "wederkerigheid" and veld == "afspraak":
        return _getalregel(1, 999, "Vul alleen het nummer van de afspraak in, bijvoorbeeld 1.")
    if veld in _LAAGSTE and tabel != "extra":
        uitleg = "Vul alleen een getal in. Uw uitleg past bij Toelichting."
        return _getalregel(_LAAGSTE[veld], _MEEST, uitleg)
    return {}


def _lijstregel(naam: str) -> dict[str, Any]:
    """Return the rule for a list; something else may be typed after a warning."""
    keuzes = next((k for n, _, k in (*_VASTE_LIJSTEN, *_TOETSLIJSTEN) if n == naam), ())
    uitleg = f"Kies {', '.join(keuzes[:-1])} of {keuzes[-1]}." if keuzes else "Kies een naam."
    return {
        "validate": "list", "source": f"={naam}", "error_type": "warning",
        "error_title": "Kies uit de lijst", "error_message": uitleg,
    }  # fmt: skip


def _getalregel(laagste: float, hoogste: float, uitleg: str) -> dict[str, Any]:
    """Return the rule for a number, with a word of caution for anything else."""
    return {
        "validate": "decimal", "criteria": "between", "minimum": laagste, "maximum": hoogste,
        "error_type": "warning", "error_title": "Klopt dit?", "error_message": uitleg,
    }  # fmt: skip

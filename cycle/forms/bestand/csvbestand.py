"""Csvbestand: a table in plain text as a raster.

A csv says nothing about itself: the letters, the separator and the decimal sign are found
from what is in it.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from cycle.forms.bestand.raster import (
    LAATSTE_RIJ,
    Blad,
    CelSoort,
    Raster,
    Vak,
    Waarde,
    cel_naam,
    getal_waarde,
    is_dichtbij,
    tekst_waarde,
)

_NAAM: Final = "csv"
_SCHEIDINGSTEKENS: Final = ";,\t|"
_LANGSTE_CEL: Final = 1_000_000
_REGELS_OM_TE_TELLEN: Final = 60
_PUNTGETAL = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,10}")
_SEP = re.compile(r"\A\"?sep=[;,\t|]\"?(?=\n)", re.IGNORECASE)
"""The first line in which a csv tells Excel its separator."""
_FOUTWAARDE = re.compile(
    r"#(?:REF!|N/B|N/A|NAME\?|NAAM\?|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NUM!|GETAL!)"
)


def load_csv(inhoud: bytes) -> Raster | None:
    """Return the one sheet of a csv, None when no row can be read."""
    tekst = _tekst(inhoud).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    tekst = _SEP.sub("", tekst)
    teken = _scheidingsteken(tekst)
    cellen: dict[Vak, Waarde] = {}
    buiten = ""
    for vak, waarde in _cellen(tekst, teken):
        if is_dichtbij(vak):
            cellen[vak] = waarde
            continue
        buiten = buiten or cel_naam(*vak)
        if vak[0] > LAATSTE_RIJ:
            break
    return Raster((Blad(_NAAM, cellen, buiten),), is_los=True) if cellen else None


def _tekst(inhoud: bytes) -> str:
    """Return the letters: utf-16 with its mark, utf-8, else those of Windows."""
    if inhoud.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return inhoud.decode("utf-16", errors="replace")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def _scheidingsteken(tekst: str) -> str:
    """Return the separator that is used most in the first lines; `;` when none is."""
    kop = "\n".join(tekst[:100_000].split("\n", _REGELS_OM_TE_TELLEN)[:_REGELS_OM_TE_TELLEN])
    kop = re.sub(r'"[^"]*"', "", kop)
    return max(_SCHEIDINGSTEKENS, key=kop.count)


def _cellen(tekst: str, teken: str) -> Iterator[tuple[Vak, Waarde]]:
    """Yield the filled cells, up to where the text can no longer be split."""
    csv.field_size_limit(_LANGSTE_CEL)
    rijen = csv.reader(io.StringIO(tekst, newline=""), delimiter=teken)
    try:
        for nummer, rij in enumerate(rijen, 1):
            for kolom, inhoud in enumerate(rij, 1):
                waarde = _waarde(inhoud, teken)
                if waarde is not None:
                    yield (nummer, kolom), waarde
    except csv.Error:
        return


def _waarde(inhoud: str, teken: str) -> Waarde | None:
    """Return one cell; a dot is a decimal sign only where a comma parts the cells."""
    waarde = tekst_waarde(inhoud)
    if waarde is None:
        return None
    if _FOUTWAARDE.fullmatch(waarde.ruw.upper()):
        return Waarde(CelSoort.FOUTWAARDE, waarde.ruw)
    if teken != ";" and _PUNTGETAL.fullmatch(waarde.ruw):
        return getal_waarde(Decimal(waarde.ruw), procent=False)
    return waarde

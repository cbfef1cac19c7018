"""Overzetten: saves a workbook that openpyxl opened, with what openpyxl would lose of it.

That is the outcome of every formula, without which an answer reads as "no outcome yet", and
the description of a table, which a screen reader speaks.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from html import escape
from typing import TYPE_CHECKING, Final

from cycle.forms.vastezip import fix_package

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook

_BEGIN: Final = datetime(1980, 1, 1)  # noqa: DTZ001 - the properties of a workbook know no zones
_KERN: Final = "docProps/core.xml"
_TABEL: Final = re.compile(r"xl/tables/[^/]+\.xml")
_TABELNAAM: Final = re.compile(rb'<table [^>]*?\bdisplayName="([^"]*)"')
_UITBREIDING: Final = re.compile(rb"<extLst>.*</extLst>(?=\s*</table>)", re.DOTALL)
_FORMULECEL: Final = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f\b(?:[^>]*/>|.*?</f>))<v ?(?:/>|></v>)</c>', re.DOTALL
)


def save_pakket(boek: "Workbook", bron: bytes) -> bytes:
    """Return the workbook as xlsx; `bron` are the bytes it was opened from."""
    with zipfile.ZipFile(io.BytesIO(bron)) as pakket:
        namen = pakket.namelist()
        if _KERN not in namen or b"created" not in pakket.read(_KERN):
            boek.properties.created = _BEGIN
        beschrijvingen = dict(
            _list_beschrijvingen(pakket.read(naam) for naam in namen if _TABEL.fullmatch(naam))
        )
    uitkomsten = _uitkomsten(boek, bron)
    uit = io.BytesIO()
    boek.save(uit)
    return fix_package(_complete(uit.getvalue(), beschrijvingen, uitkomsten))


def _list_beschrijvingen(tabellen: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name of each table with the part that describes it."""
    for tabel in tabellen:
        naam, uitbreiding = _TABELNAAM.search(tabel), _UITBREIDING.search(tabel)
        if naam and uitbreiding and b"altTextSummary" in uitbreiding[0]:
            yield naam[1], uitbreiding[0]


def _uitkomsten(boek: "Workbook", bron: bytes) -> Mapping[str, Mapping[str, tuple[str, str]]]:
    """Return type and text of the outcome of each formula, by part and address.

    A second load is needed to see outcomes, so it is done only when there is a formula.
    """
    from openpyxl import load_workbook

    formules = {
        blad.title: [cel.coordinate for cel in blad._cells.values() if cel.data_type == "f"]
        for blad in boek.worksheets
    }
    if not any(formules.values()):
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the first load said it already
        bekend = load_workbook(io.BytesIO(bron), keep_links=False, data_only=True)
    return {
        f"xl/worksheets/sheet{nummer}.xml": {
            adres: uitkomst
            for adres in formules[blad.title]
            if (uitkomst := _uitkomst(bekend[blad.title][adres]))
        }
        for nummer, blad in enumerate(boek.worksheets, 1)
        if blad.title in bekend.sheetnames
    }


def _uitkomst(cel: "Cell") -> tuple[str, str] | None:
    """Return type and text of an outcome as a sheet stores them, None when there is none."""
    from openpyxl.utils.datetime import to_excel

    waarde = cel.value
    if waarde is None:
        return None
    if isinstance(waarde, bool):
        return "b", str(int(waarde))
    if isinstance(waarde, datetime | date | time | timedelta):
        return "n", repr(to_excel(waarde))
    if isinstance(waarde, int | float):
        return "n", repr(waarde)
    return ("e" if cel.data_type == "e" else "str"), str(waarde)


def _complete(
    inhoud: bytes,
    beschrijvingen: Mapping[bytes, bytes],
    uitkomsten: Mapping[str, Mapping[str, tuple[str, str]]],
) -> bytes:
    """Return the package with descriptions and outcomes put back in their parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            deel = bron.read(naam)
            if _TABEL.fullmatch(naam):
                gevonden = _TABELNAAM.search(deel)
                erbij = beschrijvingen.get(gevonden[1], b"") if gevonden else b""
                deel = deel.replace(b"</table>", erbij + b"</table>")
            elif uitkomsten.get(naam):
                deel = _with_uitkomsten(deel, uitkomsten[naam])
            doel.writestr(naam, deel)
    return uit.getvalue()


def _with_uitkomsten(deel: bytes, uitkomsten: Mapping[str, tuple[str, str]]) -> bytes:
    """Return the part of a sheet with the outcome behind each formula."""

    def fill(gevonden: re.Match[bytes]) -> bytes:
        uitkomst = uitkomsten.get(gevonden[1].decode())
        if uitkomst is None:
            return gevonden[0]
        soort, tekst = uitkomst
        waarde = escape(tekst, quote=False).encode()
        kop = b'<c r="%b"%b t="%b">' % (gevonden[1], gevonden[2], soort.encode())
        return kop + gevonden[3] + b"<v>" + waarde + b"</v></c>"

    return _FORMULECEL.sub(fill, deel)

"""Omzetten: the form as other programs save it: LibreOffice, a csv export, a web office."""

import csv
import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from openpyxl import load_workbook

SOFFICE: Final = shutil.which("soffice") or shutil.which("libreoffice")
_WACHT: Final = 240
_FILTERS: Final = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "xls": "xls:MS Excel 97",
    "ods": "ods:calc8",
}


def save_with_libreoffice(werkmappen: Mapping[str, bytes], soort: str) -> dict[str, bytes]:
    """Return workbooks as LibreOffice saves them in another format, by the same names."""
    assert SOFFICE, "LibreOffice is not on this computer"
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        (map_ / "uit").mkdir()
        for nummer, inhoud in enumerate(werkmappen.values()):
            (map_ / f"{nummer}.xlsx").write_bytes(inhoud)
        subprocess.run(
            [
                SOFFICE, f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless",
                "--norestore", "--convert-to", _FILTERS[soort], "--outdir", str(map_ / "uit"),
                *[str(map_ / f"{nummer}.xlsx") for nummer in range(len(werkmappen))],
            ],
            check=True,
            capture_output=True,
            timeout=_WACHT,
        )  # fmt: skip
        return {
            wie: (map_ / "uit" / f"{nummer}.{soort}").read_bytes()
            for nummer, wie in enumerate(werkmappen)
        }


def as_csv(werkmap: bytes, blad: str, scheiding: str = ";", codering: str = "utf-8-sig") -> bytes:
    """Return one sheet as Excel exports it: numbers with a comma, dates the Dutch way."""
    uit = io.StringIO(newline="")
    schrijver = csv.writer(uit, delimiter=scheiding, lineterminator="\r\n")
    for rij in load_workbook(io.BytesIO(werkmap))[blad].iter_rows():
        schrijver.writerow([_in_csv(cel.value, cel.number_format, scheiding) for cel in rij])
    return uit.getvalue().encode(codering)


def _in_csv(waarde: object, formaat: str, scheiding: str) -> str:
    """Return one cell as text."""
    if waarde is None:
        return ""
    if isinstance(waarde, datetime | date):
        return f"{waarde:%d-%m-%Y}"
    if isinstance(waarde, int | float) and "%" in formaat:
        return f"{waarde * 100:g}%".replace(".", ",")
    tekst = str(waarde)
    if isinstance(waarde, float) and scheiding == ";":
        return tekst.replace(".", ",")
    return tekst


@lru_cache(maxsize=4)
def _parts(inhoud: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name; the same few forms are changed again and again."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as bron:
        return {naam: bron.read(naam) for naam in bron.namelist()}


def _packed(delen: Mapping[str, bytes]) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as doel:
        for naam, deel in delen.items():
            doel.writestr(naam, deel)
    return uit.getvalue()


def change_parts(inhoud: bytes, wijzig: Callable[[str, bytes], bytes | None]) -> bytes:
    """Return the package with parts changed, or left out where `wijzig` gives None."""
    nieuw = {naam: wijzig(naam, deel) for naam, deel in _parts(inhoud).items()}
    return _packed({naam: deel for naam, deel in nieuw.items() if deel is not None})


def add_parts(inhoud: bytes, delen: Mapping[str, bytes]) -> bytes:
    """Return the package with parts added, or replaced."""
    return _packed({**_parts(inhoud), **delen})


def part_of(inhoud: bytes, blad: str) -> str:
    """Return the name of the part that holds a sheet."""
    delen = _parts(inhoud)
    boek = delen["xl/workbook.xml"].decode()
    links = delen["xl/_rels/workbook.xml.rels"].decode()
    [bladtag] = [t for t in re.findall(r"<sheet [^>]*>", boek) if f'name="{blad}"' in t]
    nummer = re.search(r'r:id="([^"]+)"', bladtag)
    assert nummer
    [link] = [t for t in re.findall(r"<Relationship [^>]*>", links) if f'Id="{nummer[1]}"' in t]
    doel = re.search(r'Target="/?(?:xl/)?([^"]+)"', link)
    assert doel
    return f"xl/{doel[1]}"


def put_value(inhoud: bytes, blad: str, adres: str, waarde: str | float | None) -> bytes:
    """Return the workbook with a value typed in one cell: much faster than saving it anew."""
    if waarde is None:
        return put_cell(inhoud, blad, adres, "")
    if isinstance(waarde, bool):
        return put_cell(inhoud, blad, adres, f"<v>{int(waarde)}</v>", "b")
    if isinstance(waarde, str):
        tekst = f'<is><t xml:space="preserve">{escape(waarde)}</t></is>'
        return put_cell(inhoud, blad, adres, tekst, "inlineStr")
    return put_cell(inhoud, blad, adres, f"<v>{waarde!r}</v>")


def put_cell(inhoud: bytes, blad: str, adres: str, xml: str, soort: str = "") -> bytes:
    """Return the workbook with raw XML in one cell, as Excel writes a formula.

    `soort` is the value of the attribute ``t``. The cell must have been written already.
    """
    deel = part_of(inhoud, blad)
    cel = re.compile(rf'<c r="{adres}"([^>]*?)(?:/>|>.*?</c>)'.encode())

    def zet(gevonden: re.Match[bytes]) -> bytes:
        rest = re.sub(rb'\st="\w+"', b"", gevonden[1])
        type_ = f' t="{soort}"'.encode() if soort else b""
        return b'<c r="%s"%s%s>%s</c>' % (adres.encode(), rest, type_, xml.encode())

    def wijzig(naam: str, inhoud: bytes) -> bytes:
        return cel.sub(zet, inhoud, count=1) if naam == deel else inhoud

    uit = change_parts(inhoud, wijzig)
    assert uit != inhoud
    return uit

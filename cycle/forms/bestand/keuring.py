"""Keuring: which files may be opened at all, decided before any parser sees them.

What a file is follows from its first bytes, never from its name. The limits are those of
the research on hostile workbooks: a form of ours is about 20 KiB in 20 parts, so they leave
ample room.
"""

import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cycle.domain.bevinding import Celbevinding
from cycle.forms.bestand.pakket import Inhoud, scan_pakket
from cycle.forms.bestand.zipdeel import read_deel
from cycle.forms.meldingen.catalogus import make_bevinding

GROOTST_BESTAND: Final = 10 * 1024 * 1024
GROOTST_UITGEPAKT: Final = 60 * 1024 * 1024
GROOTST_TEKST: Final = 5 * 1024 * 1024
MEESTE_DELEN: Final = 500
HOOGSTE_VERHOUDING: Final = 150
_VERHOUDING_VANAF: Final = 1024 * 1024

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD: Final = "EncryptedPackage".encode("utf-16-le")
_OLE_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")
_WERKMAPSTROMEN: Final = tuple(naam.encode("utf-16-le") for naam in ("Workbook", "Book"))
_BIFF: Final = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_DEFINITIES: Final = tuple(
    woord.encode(codering)
    for woord in ("<!DOCTYPE", "<!ENTITY")
    for codering in ("utf-8", "utf-16-le", "utf-16-be")
)
_GEEN_TEKST: Final = (b"%PDF", b"{\\rtf", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"<", b"PK")
_WERKMAP: Final = "xl/workbook.xml"
_STRIKT: Final = b"http://purl.oclc.org/ooxml/spreadsheetml"
"""What the kind "Strict Open XML" says in Excel; openpyxl finds no sheets in it."""
_MANIFEST: Final = "META-INF/manifest.xml"
_BOM_16: Final = (b"\xff\xfe", b"\xfe\xff")
_SCHEIDINGSTEKENS: Final = b";,\t|"
_NIETS: Final = Inhoud("")


class Soort(StrEnum):
    """What kind of file it is, by its bytes."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    ODS = "ods"
    XLS = "xls"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Keuring:
    """What a file is, None when it is not opened; `bevindingen` say why.

    `gezien` is what stands in the package of a workbook.
    """

    soort: Soort | None
    bevindingen: tuple[Celbevinding, ...] = ()
    gezien: Inhoud = _NIETS


def check_bestand(inhoud: bytes, bestandsnaam: str) -> Keuring:
    """Return what kind of file these bytes are, or why they are not opened."""
    try:
        soort, code, gezien = _keur(inhoud)
    except Exception:  # the zip reader fails in many ways on damaged bytes: all mean B003
        soort, code, gezien = None, "B003", _NIETS
    bevindingen = (make_bevinding(code, bestandsnaam),) if code else ()
    return Keuring(soort, bevindingen, gezien)


_Uitslag = tuple[Soort | None, str, Inhoud]
"""Kind of file, code of the finding, and what stands in a package."""


def _keur(inhoud: bytes) -> _Uitslag:
    """Return the kind of file, the code of what is wrong with it, and what is in it."""
    if not inhoud.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        return None, "B001", _NIETS
    if len(inhoud) > GROOTST_BESTAND:
        return None, "B005", _NIETS
    if inhoud.startswith(_OLE):
        return *_keur_ole(inhoud), _NIETS
    if inhoud.startswith(_BIFF) and len(inhoud) > 8:
        return Soort.XLS, "", _NIETS
    if inhoud.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            return _keur_pakket(pakket)
    return *_keur_tekst(inhoud), _NIETS


def _keur_ole(inhoud: bytes) -> tuple[Soort | None, str]:
    """Return whether an old Office file is a workbook, and whether it is open."""
    if _VERSLEUTELD in inhoud:
        return None, "B004"
    if any(stroom in inhoud for stroom in _WERKMAPSTROMEN):
        return Soort.XLS, "B007" if _OLE_MACROS in inhoud else ""
    return None, "B002"


def _keur_pakket(pakket: zipfile.ZipFile) -> _Uitslag:
    """Return what a zip is, without parsing more than is needed to trust it."""
    code = _check_omvang(pakket.infolist())
    if code:
        return None, code, _NIETS
    namen = set(pakket.namelist())
    if "content.xml" in namen and _is_ods(pakket, namen):
        return *_keur_ods(pakket, namen), _NIETS
    if not any(naam.startswith("xl/") for naam in namen):
        return None, "B002", _NIETS
    if _WERKMAP in namen and _STRIKT in read_deel(pakket, _WERKMAP):
        return None, "B002", _NIETS
    gezien = scan_pakket(pakket)
    if gezien.code:
        return None, gezien.code, _NIETS
    if any(naam.endswith("vbaProject.bin") for naam in namen):
        return Soort.XLSM, "B007", gezien
    return Soort.XLSX, "", gezien


def _check_omvang(delen: list[zipfile.ZipInfo]) -> str:
    """Return the code of what is wrong with the parts as a whole, empty when nothing is."""
    if len(delen) > MEESTE_DELEN or sum(d.file_size for d in delen) > GROOTST_UITGEPAKT:
        return "B005"
    # with the same name twice, what is checked may not be what is read
    dubbel = len({deel.filename for deel in delen}) < len(delen)
    return "B006" if dubbel or any(_is_bom(deel) for deel in delen) else ""


def _is_bom(deel: zipfile.ZipInfo) -> bool:
    """Return whether a large part is packed so tightly that it must be a zip bomb."""
    return deel.file_size > max(_VERHOUDING_VANAF, HOOGSTE_VERHOUDING * deel.compress_size)


def _is_ods(pakket: zipfile.ZipFile, namen: set[str]) -> bool:
    """Return whether a package says that it is a spreadsheet of the open kind."""
    if "mimetype" in namen:
        return read_deel(pakket, "mimetype").strip().startswith(_ODS)
    return _MANIFEST in namen and _ODS in read_deel(pakket, _MANIFEST)


def _keur_ods(pakket: zipfile.ZipFile, namen: set[str]) -> tuple[Soort | None, str]:
    """Return whether an open spreadsheet may be read: no password, no own definitions."""
    if _MANIFEST in namen and b"encryption-data" in read_deel(pakket, _MANIFEST):
        return None, "B004"
    xml = [naam for naam in namen if naam.lower().endswith((".xml", ".rdf"))]
    if any(_has_definities(read_deel(pakket, naam)) for naam in xml):
        return None, "B006"
    heeft_macros = any(naam.startswith(("Basic/", "Scripts/")) for naam in namen)
    return Soort.ODS, "B007" if heeft_macros else ""


def _has_definities(deel: bytes) -> bool:
    """Return whether an XML part brings its own definitions; our forms never do."""
    return any(definitie in deel for definitie in _DEFINITIES)


def _keur_tekst(inhoud: bytes) -> tuple[Soort | None, str]:
    """Return whether bytes are a table in plain text: lines with the same separator."""
    if inhoud.startswith(_GEEN_TEKST):
        return None, "B002"
    kop = inhoud[:4096].replace(b"\x00", b"") if inhoud.startswith(_BOM_16) else inhoud[:4096]
    stuurtekens = sum(0 < byte < 9 or 13 < byte < 32 for byte in kop)
    if stuurtekens > len(kop) // 20 or not any(kop.count(teken) > 1 for teken in _SCHEIDINGSTEKENS):
        return None, "B002"
    return (None, "B005") if len(inhoud) > GROOTST_TEKST else (Soort.CSV, "")

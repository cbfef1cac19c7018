"""Veilig: which files may be opened at all, decided before any parser sees them.

The limits are those of the research on hostile workbooks: a form of ours is about 20 KiB
in 20 parts, so they leave ample room.
"""

import io
import zipfile
from typing import Final

from cycle.domain.bevinding import Bevinding, has_fouten
from cycle.forms.meldingen import make_bevinding

GROOTST_BESTAND: Final = 10 * 1024 * 1024
GROOTST_UITGEPAKT: Final = 60 * 1024 * 1024
MEESTE_DELEN: Final = 500
HOOGSTE_VERHOUDING: Final = 150
_VERHOUDING_VANAF: Final = 1024 * 1024

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD: Final = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(c) for c in ("utf-8", "utf-16-le", "utf-16-be"))
_XML: Final = (".xml", ".rels", ".vml")


def check_bestand(inhoud: bytes, bestandsnaam: str) -> tuple[Bevinding, ...]:
    """Return why these bytes may not be opened; a blokkade means: do not parse."""
    if not inhoud:
        return (make_bevinding("B001", bestandsnaam),)
    if len(inhoud) > GROOTST_BESTAND:
        return (make_bevinding("B005", bestandsnaam),)
    if inhoud.startswith(_OLE):
        code = "B004" if _VERSLEUTELD in inhoud else "B002"
        return (make_bevinding(code, bestandsnaam),)
    if not inhoud.startswith(_ZIP):
        return (make_bevinding("B002", bestandsnaam),)
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            codes = _check_pakket(pakket)
    except Exception:  # the zip reader fails in many ways on damaged bytes: all mean B003
        codes = ["B003"]
    bevindingen = tuple(make_bevinding(code, bestandsnaam) for code in codes)
    return tuple(b for b in bevindingen if has_fouten([b])) or bevindingen


def _check_pakket(pakket: zipfile.ZipFile) -> list[str]:
    """Return the codes of what is wrong with the package, without parsing any part."""
    delen = pakket.infolist()
    if len(delen) > MEESTE_DELEN or sum(d.file_size for d in delen) > GROOTST_UITGEPAKT:
        return ["B005"]
    if any(_is_bom(deel) for deel in delen):
        return ["B006"]
    namen = {deel.filename for deel in delen}
    if "xl/workbook.xml" not in namen:
        return ["B002"]
    if any(_has_doctype(pakket.read(d)) for d in delen if d.filename.lower().endswith(_XML)):
        return ["B006"]
    return ["B007"] if any(naam.endswith("vbaProject.bin") for naam in namen) else []


def _is_bom(deel: zipfile.ZipInfo) -> bool:
    """Return whether a large part is packed so tightly that it must be a zip bomb."""
    return deel.file_size > max(_VERHOUDING_VANAF, HOOGSTE_VERHOUDING * deel.compress_size)


def _has_doctype(deel: bytes) -> bool:
    """Return whether an XML part brings its own definitions; our forms never do."""
    return any(doctype in deel for doctype in _DOCTYPES)

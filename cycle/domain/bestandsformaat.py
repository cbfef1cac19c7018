"""Bestandsformaat: the PRONOM number of a file, by what its first bytes and its name say.

The numbers stand in the PRONOM register of The National Archives. A format without a
number there is named by its media type; a number is never guessed.
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

PRONOM: Final = "PRONOM-register"
MEDIATYPEN: Final = "IANA Media types"


@dataclass(frozen=True, slots=True)
class Bestandsformaat:
    """The format of a file: its name, its code in `lijst`; `code` is empty without one."""

    naam: str
    code: str
    lijst: str = PRONOM


_ONBEKEND: Final = Bestandsformaat("application/octet-stream", "", MEDIATYPEN)
_PDF: Final = {
    "1.3": Bestandsformaat("Acrobat PDF 1.3 - Portable Document Format", "fmt/17"),
    "1.4": Bestandsformaat("Acrobat PDF 1.4 - Portable Document Format", "fmt/18"),
    "1.5": Bestandsformaat("Acrobat PDF 1.5 - Portable Document Format", "fmt/19"),
    "1.6": Bestandsformaat("Acrobat PDF 1.6 - Portable Document Format", "fmt/20"),
    "1.7": Bestandsformaat("Acrobat PDF 1.7 - Portable Document Format", "fmt/276"),
    "2.0": Bestandsformaat("Acrobat PDF 2.0 - Portable Document Format", "fmt/1129"),
}
_PDF_A: Final = {
    "1a": "fmt/95",
    "1b": "fmt/354",
    "2a": "fmt/476",
    "2b": "fmt/477",
    "2u": "fmt/478",
    "3a": "fmt/479",
    "3b": "fmt/480",
    "3u": "fmt/481",
}
_ZIP: Final = b"PK\x03\x04"
_OP_NAAM: Final[dict[str, tuple[bytes, Bestandsformaat]]] = {
    ".docx": (_ZIP, Bestandsformaat("Microsoft Word for Windows 2007 onwards", "fmt/412")),
    ".xlsx": (_ZIP, Bestandsformaat("Microsoft Excel for Windows 2007 onwards", "fmt/214")),
    ".xml": (b"<", Bestandsformaat("Extensible Markup Language 1.0", "fmt/101")),
    ".json": (b"", Bestandsformaat("JSON Data Interchange Format", "fmt/817")),
    ".csv": (b"", Bestandsformaat("Comma Separated Values", "x-fmt/18")),
    ".eml": (b"", Bestandsformaat("Internet Message Format", "fmt/278")),
    ".jsonl": (b"", Bestandsformaat("Plain Text File", "x-fmt/111")),
    ".txt": (b"", Bestandsformaat("Plain Text File", "x-fmt/111")),
    ".md": (b"", Bestandsformaat("Plain Text File", "x-fmt/111")),
    ".tsr": (b"", Bestandsformaat("application/timestamp-reply", "", MEDIATYPEN)),
    ".p7s": (b"", Bestandsformaat("application/pkcs7-signature", "", MEDIATYPEN)),
    ".png": (b"\x89PNG", Bestandsformaat("image/png", "", MEDIATYPEN)),
    ".jpg": (b"\xff\xd8\xff", Bestandsformaat("image/jpeg", "", MEDIATYPEN)),
    ".jpeg": (b"\xff\xd8\xff", Bestandsformaat("image/jpeg", "", MEDIATYPEN)),
}
"""Per ending how such a file begins, and its format."""


def recognise_formaat(naam: str, inhoud: bytes) -> Bestandsformaat:
    """Return the format of a file; one that is not what its name says is unknown."""
    if inhoud.startswith(b"%PDF-"):
        return _recognise_pdf(inhoud)
    begin, formaat = _OP_NAAM.get(PurePosixPath(naam).suffix.lower(), (b"", _ONBEKEND))
    return formaat if inhoud.startswith(begin) else _ONBEKEND


def _recognise_pdf(inhoud: bytes) -> Bestandsformaat:
    """Return the format of a PDF: the standard that it says to follow, else its version.

    The description of a PDF/A is never squeezed, so it can be found without a reader.
    """
    deel = re.search(rb"pdfaid:part(?:>|=[\"'])([1-3])\b", inhoud)
    niveau = re.search(rb"pdfaid:conformance(?:>|=[\"'])([ABUabu])\b", inhoud)
    if deel and niveau:
        soort = deel[1].decode() + niveau[1].decode().lower()
        if soort in _PDF_A:
            naam = f"Acrobat PDF/A - Portable Document Format {soort}"
            return Bestandsformaat(naam, _PDF_A[soort])
    versie = inhoud[5:8].decode("ascii", "replace")
    return _PDF.get(versie, Bestandsformaat("application/pdf", "", MEDIATYPEN))

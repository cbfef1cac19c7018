"""Package: a docx as plain parts, read strictly and written the same way every time.

A docx is a zip with XML files. Fixed order, fixed dates and one compression level make
that equal parts give equal bytes, in any process and on any day.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Final

from cycle.domain.errors import SjabloonOnbruikbaar

DOCUMENT: Final = "word/document.xml"
NUMBERING: Final = "word/numbering.xml"
STYLES: Final = "word/styles.xml"
CORE: Final = "docProps/core.xml"

_FIRST = ("[Content_Types].xml", "_rels/.rels", DOCUMENT)
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_CORE_DATE = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def read_parts(docx: bytes, plek: str) -> dict[str, bytes]:
    """Return the parts of a docx by name.

    Raises:
        SjabloonOnbruikbaar: these bytes are no Word document; `plek` names the file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            parts = {n: archive.read(n) for n in archive.namelist() if not n.endswith("/")}
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise _no_word_document(plek) from error
    if DOCUMENT not in parts:
        raise _no_word_document(plek)
    return parts


def _no_word_document(plek: str) -> SjabloonOnbruikbaar:
    """Return the refusal of a file that Word did not make."""
    return SjabloonOnbruikbaar(
        "Dit bestand is geen Word-document (.docx).",
        advies="Open het sjabloon in Word en bewaar het opnieuw als .docx.",
        plek=plek,
    )


def write_docx(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as one docx; equal parts give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in _in_order(parts):
            entry = zipfile.ZipInfo(name, date_time=_ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def _in_order(parts: Mapping[str, bytes]) -> list[str]:
    """Return part names: what a reader needs first, then the rest by name."""
    return [n for n in _FIRST if n in parts] + sorted(n for n in parts if n not in _FIRST)


def fix_dates(core: bytes) -> bytes:
    """Return the core properties with one fixed date, so that no clock shows through."""
    return _CORE_DATE.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", core)

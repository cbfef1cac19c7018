"""Package: a docx as plain parts, read strictly and written the same way every time.

A docx is a zip with XML files. Fixed order, fixed dates and one compression level make
that equal parts give equal bytes, in any process and on any day. What a template never
changes is squeezed once and copied as it is after that.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cycle.domain.errors import SjabloonOnbruikbaar

DOCUMENT: Final = "word/document.xml"
NUMBERING: Final = "word/numbering.xml"
STYLES: Final = "word/styles.xml"
CORE: Final = "docProps/core.xml"

_FIRST = ("[Content_Types].xml", "_rels/.rels", DOCUMENT)
_CORE_DATE = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")

# zip records (APPNOTE 4.3.7, 4.3.12 and 4.3.16); the date is 1 January 1980, 0:00
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_VERSION: Final = 20
_UNIX: Final = 3 << 8
_UTF8: Final = 1 << 11
_DATE: Final = (1 << 5) | 1
_READABLE: Final = 0o644 << 16
_LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class Lid:
    """One member of a docx, squeezed: raw deflate data, checksum and true size in bytes."""

    squeezed: bytes
    checksum: int
    size: int

    @classmethod
    def of(cls, data: bytes, level: int = _LEVEL) -> "Lid":
        """Return `data` squeezed at a zlib `level`; the same data gives the same member."""
        squeezer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
        return cls(squeezer.compress(data) + squeezer.flush(), zlib.crc32(data), len(data))

    def data(self) -> bytes:
        """Return the true bytes."""
        return zlib.decompress(self.squeezed, -zlib.MAX_WBITS)


def read_parts(docx: bytes, plek: str) -> dict[str, bytes]:
    """Return the parts of a docx by name.

    Raises:
        SjabloonOnbruikbaar: these bytes are no Word document; `plek` names the file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            parts = {n: archive.read(n) for n in archive.namelist() if not n.endswith("/")}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zlib.error) as error:
        raise no_word_document(plek) from error
    except RuntimeError as error:
        raise SjabloonOnbruikbaar(
            "Op dit bestand zit een wachtwoord.",
            advies="Haal het wachtwoord weg in Word en bewaar het bestand opnieuw.",
            plek=plek,
        ) from error
    if not any(n.startswith("word/document") for n in parts):
        raise no_word_document(plek)
    return parts


def no_word_document(plek: str) -> SjabloonOnbruikbaar:
    """Return the refusal of a file that Word did not make."""
    return SjabloonOnbruikbaar(
        "Dit bestand is geen Word-document (.docx).",
        advies="Open het sjabloon in Word en bewaar het opnieuw als .docx.",
        plek=plek,
    )


def write_docx(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as one docx; equal parts give equal bytes."""
    return pack({name: Lid.of(data) for name, data in parts.items()})


def pack(leden: Mapping[str, Lid]) -> bytes:
    """Return squeezed members as one docx, in an order that depends on their names only."""
    records: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in _in_order(leden):
        lid = leden[name]
        local, central = _records(name, lid, offset)
        records += (local, lid.squeezed)
        directory.append(central)
        offset += len(local) + len(lid.squeezed)
    count = len(directory)
    central_size = sum(map(len, directory))
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, central_size, offset, 0)
    return b"".join([*records, *directory, end])


def _records(name: str, lid: Lid, offset: int) -> tuple[bytes, bytes]:
    """Return the local and the central record of one member."""
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8
    sizes = (lid.checksum, len(lid.squeezed), lid.size)
    how = (_VERSION, flags, zipfile.ZIP_DEFLATED, 0, _DATE)
    local = _LOCAL.pack(b"PK\x03\x04", *how, *sizes, len(raw), 0) + raw
    tail = (len(raw), 0, 0, 0, 0, _READABLE, offset)
    central = _CENTRAL.pack(b"PK\x01\x02", _UNIX | _VERSION, *how, *sizes, *tail) + raw
    return local, central


def _in_order(names: Mapping[str, object]) -> Iterator[str]:
    """Yield part names: what a reader needs first, then the rest by name."""
    yield from (n for n in _FIRST if n in names)
    yield from sorted(n for n in names if n not in _FIRST)


def fix_dates(core: bytes) -> bytes:
    """Return the core properties with one fixed date, so that no clock shows through."""
    return _CORE_DATE.sub(rb"\g<1>2000-01-01T00:00:00Z\g<3>", core)

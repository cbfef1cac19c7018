"""Beeld: a picture in a text; which files can be one, and how large they are."""

import struct
from dataclasses import dataclass
from typing import Final

MAX_BYTES: Final = 2 * 1024 * 1024
"""Pictures above this make a document too heavy to mail."""
MAX_PUNTEN: Final = 25_000_000
"""Width times height; above this a small file can fill a whole memory."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_PNG_EINDE: Final = b"IEND\xaeB`\x82"
_JPEG: Final = b"\xff\xd8\xff"
_JPEG_EINDE: Final = b"\xff\xd9"
_GEEN_MAAT: Final = frozenset({0xC4, 0xC8, 0xCC})
_MAAT: Final = frozenset(range(0xC0, 0xD0)) - _GEEN_MAAT


@dataclass(frozen=True, slots=True)
class Beeld:
    """Kind (``png`` or ``jpeg``) and size in pixels."""

    soort: str
    breedte: int
    hoogte: int


def read_beeld(inhoud: bytes) -> Beeld | None:
    """Return what kind of picture these bytes are, None when they are no whole PNG or JPEG."""
    if inhoud.startswith(_PNG) and inhoud.endswith(_PNG_EINDE) and inhoud[12:16] == b"IHDR":
        breedte, hoogte = struct.unpack(">II", inhoud[16:24])
        return _beeld("png", breedte, hoogte)
    if inhoud.startswith(_JPEG) and inhoud.rstrip(b"\x00").endswith(_JPEG_EINDE):
        return _read_jpeg(inhoud)
    return None


def _read_jpeg(inhoud: bytes) -> Beeld | None:
    """Return the size from the first frame header; segments before it are stepped over."""
    plek = 2
    while plek + 9 <= len(inhoud) and inhoud[plek] == 0xFF:
        merk, lengte = inhoud[plek + 1], struct.unpack(">H", inhoud[plek + 2 : plek + 4])[0]
        if merk in _MAAT:
            hoogte, breedte = struct.unpack(">HH", inhoud[plek + 5 : plek + 9])
            return _beeld("jpeg", breedte, hoogte)
        plek += 1 if merk == 0xFF else 2 + lengte
    return None


def _beeld(soort: str, breedte: int, hoogte: int) -> Beeld | None:
    """Return the picture, None when it has no size or one that no program can open."""
    return Beeld(soort, breedte, hoogte) if 0 < breedte * hoogte <= MAX_PUNTEN else None

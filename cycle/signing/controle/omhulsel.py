"""Omhulsel: the hole in the file where a signature lies, and what lies beside it there.

The bytes of the hole are the only ones that a signature does not cover. So it holds the
signature and zeros, and the hole is exactly as large as what it holds.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cycle.domain.bevinding import Bevinding
from cycle.signing.controle.bevindingen import bevinding
from cycle.signing.controle.lezer import Gezet

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


def check_opvulling(gezet: Sequence[Gezet]) -> Iterator[Bevinding]:
    """Yield every signature with more than zeros behind it."""
    for een in gezet:
        if een.inhoud is not None and not has_alleen_nullen(een.inhoud):
            yield bevinding("V031", een.veld)


def has_alleen_nullen(inhoud: "EmbeddedPdfSignature") -> bool:
    """Return whether nothing but zeros follows the signature in its hole."""
    from asn1crypto import parser

    bytes_ = inhoud.pkcs7_content
    try:
        lengte = parser.peek(bytes_)
    except ValueError:
        return False
    return not bytes_[lengte:].strip(b"\x00")


def fits_gat(pdf: bytes, inhoud: "EmbeddedPdfSignature") -> bool:
    """Return whether the signed bytes are the file up to a point, all but this signature.

    The range begins at 0, leaves out one piece, and that piece is the signature itself in
    hexadecimal digits between angle brackets (ISO 32000-1, 12.8.1).
    """
    bereik = [int(getal) for getal in inhoud.byte_range]
    if len(bereik) != 4 or bereik[0] != 0 or min(bereik) < 0:
        return False
    _, eerste, tweede, lengte = bereik
    gat = pdf[eerste:tweede]
    if tweede + lengte > len(pdf) or not (gat.startswith(b"<") and gat.endswith(b">")):
        return False
    try:
        return bytes.fromhex(gat[1:-1].decode("ascii")) == inhoud.pkcs7_content
    except ValueError:
        return False

"""Revisies: can this file be read in one way only?

A program that finds a list of places it does not understand looks for the objects itself, and
then shows whatever stands in the bytes, also what no list names. So behind the frozen version
each list is written to the letter (ISO 32000-1, 7.5.4), each place it names holds that object,
and each end of a revision belongs to a revision that is really read.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader

_EINDE: Final = re.compile(rb"startxref\s*(\d{0,10})")
_KOP: Final = re.compile(rb"xref[ \t]*(?:\r\n|\r|\n)")
_DEEL: Final = re.compile(rb"(\d{1,10}) (\d{1,10})[ \t]*(?:\r\n|\r|\n)")
_RIJ: Final = re.compile(rb"(\d{10}) (\d{5}) ([nf])(?: \r| \n|\r\n)")
_SLOT: Final = re.compile(rb"\s*trailer\b")
_RIJLENGTE: Final = 20
_Rij = tuple[int, int, int, bytes]


def is_eenduidig(pdf: bytes, reader: "PdfFileReader", eerste: int, begin: int) -> bool:
    """Return whether what stands behind the first `begin` bytes is read in one way only.

    `eerste` is the number of the first revision behind those bytes, from 0.
    """
    xrefs = reader.xrefs
    gelezen = [xrefs.get_startxref_for_revision(n) for n in range(eerste, xrefs.total_revisions)]
    einden = list(_EINDE.finditer(pdf, begin))
    if [int(einde[1] or -1) for einde in einden] != gelezen:
        return False
    grenzen = [begin, *(einde.end() for einde in einden)]
    return all(
        van <= plek < einde.start() and _is_netjes(pdf, plek, int(reader.trailer["/Size"]))
        for van, plek, einde in zip(grenzen, gelezen, einden, strict=False)
    )


def _is_netjes(pdf: bytes, plek: int, size: int) -> bool:
    """Return whether the list at this place is written to the letter; a stream says so itself.

    `size` is one more than the highest number in the file. A program may forget to count
    the objects that it adds itself, not more than that.
    """
    if not pdf.startswith(b"xref", plek):
        return re.compile(rb"\d+ \d+ obj\b").match(pdf, plek) is not None
    rijen = list(_iter_rijen(pdf, plek))
    return None not in rijen and all(
        rij is not None and _klopt(pdf, rij, size + len(rijen)) for rij in rijen
    )


def _iter_rijen(pdf: bytes, plek: int) -> Iterator[_Rij | None]:
    """Yield number, place, generation and kind of every row; None where it is no list."""
    kop = _KOP.match(pdf, plek)
    plek = kop.end() if kop else plek
    while deel := _DEEL.match(pdf, plek):
        plek = deel.end()
        for nummer in range(int(deel[1]), int(deel[1]) + int(deel[2])):
            rij = _RIJ.match(pdf, plek)
            if rij is None:
                yield None
                return
            plek += _RIJLENGTE
            yield nummer, int(rij[1]), int(rij[2]), rij[3]
    if kop is None or _SLOT.match(pdf, plek) is None:
        yield None


def _klopt(pdf: bytes, rij: _Rij, grens: int) -> bool:
    """Return whether a row names an object that can exist, and that stands there."""
    nummer, plek, generatie, soort = rij
    if nummer >= grens:
        return False
    if soort == b"f":
        return True
    return re.compile(rb"%d %d obj\b" % (nummer, generatie)).match(pdf, plek) is not None

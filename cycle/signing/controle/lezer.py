"""Lezer: a PDF as pyHanko reads it, with every signature and time stamp that stands in it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

TIJDSTEMPEL: Final = "/DocTimeStamp"


@dataclass(frozen=True, slots=True)
class Gezet:
    """One filled field: `inhoud` is None when the signature cannot even be read."""

    veld: str
    inhoud: "EmbeddedPdfSignature | None"

    @property
    def is_tijdstempel(self) -> bool:
        """Return whether it is a time stamp over the file, not a signature of somebody."""
        return self.inhoud is not None and self.inhoud.sig_object_type == TIJDSTEMPEL

    @property
    def revisie(self) -> int:
        """Return the number of the revision that it closes, from 0; -1 when unknown."""
        return -1 if self.inhoud is None else int(self.inhoud.signed_revision)


def open_lezer(pdf: bytes) -> tuple["PdfFileReader", bool]:
    """Return the reader of a PDF, and whether the file follows the standard to the letter.

    Programs that sign do not all write a cross-reference table to the letter; what they get
    wrong there is read all the same, and told. Two tables for one revision are not read at all.

    Raises:
        ValueError: it cannot be read either way.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    for streng in (True, False):
        try:
            reader = PdfFileReader(io.BytesIO(pdf), strict=streng)
            reader.root["/Pages"]
            dubbel = reader.xrefs.hybrid_xrefs_present
        except (PdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
        if not dubbel:  # else old and new programs read two different documents
            return reader, streng
    raise ValueError("neither reading works")


def list_gezet(reader: "PdfFileReader") -> tuple[Gezet, ...]:
    """Return what was signed and stamped in this file, oldest first."""
    return tuple(sorted(_iter_gezet(reader), key=lambda gezet: gezet.revisie))


def _iter_gezet(reader: "PdfFileReader") -> Iterator[Gezet]:
    """Yield every filled field for signing, in the order of the form."""
    from pyhanko.sign.fields import enumerate_sig_fields
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

    for naam, _, veld in enumerate_sig_fields(reader, filled_status=True):
        try:
            yield Gezet(naam, EmbeddedPdfSignature(reader, veld, naam))
        except Exception:  # damage surfaces in as many ways as CMS has fields
            yield Gezet(naam, None)

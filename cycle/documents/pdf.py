"""Pdf: Word to PDF/A, and the pages on which paragraphs land, with the embedded engine.

The engine brings its own fonts (metric twins of the Microsoft ones), so the outcome does
not depend on what is installed.
"""

from typing import Final

from cycle.domain.errors import JaarschijfError

# the engine leaves the language open; equal length keeps the places in the file right
_NO_LANGUAGE: Final = b"/Lang (und)"
_DUTCH: Final = b"/Lang (nl) "


class PdfMislukt(JaarschijfError):
    """The PDF engine could not set this document."""


class RdocxPdf:
    """Port `PdfMaker` on rdocx: PDF/A-2b, tagged, the same bytes for the same docx."""

    def convert(self, docx: bytes) -> bytes:
        """Return the document as PDF/A-2b.

        Raises:
            PdfMislukt: the engine refuses the document.
        """
        import rdocx

        try:
            pdf = bytes(rdocx.Document.from_bytes(docx).to_pdfa_deterministic("pdfa-2b"))
        except (rdocx.RdocxError, ValueError, RuntimeError) as error:
            raise _refusal(error) from error
        return pdf.replace(_NO_LANGUAGE, _DUTCH, 1)


def find_paginas(docx: bytes) -> dict[int, int]:
    """Return the page on which each child of the body begins, by its index; pages from 1.

    Raises:
        PdfMislukt: the engine refuses the document.
    """
    import rdocx

    try:
        fragments = rdocx.Document.from_bytes(docx).layout()
    except (rdocx.RdocxError, ValueError, RuntimeError) as error:
        raise _refusal(error) from error
    paginas: dict[int, int] = {}
    for fragment in fragments:
        bekend = paginas.get(fragment.body_index, fragment.physical_page)
        paginas[fragment.body_index] = min(bekend, fragment.physical_page)
    return paginas


def _refusal(error: Exception) -> PdfMislukt:
    """Return the Dutch refusal around a fault of the engine."""
    return PdfMislukt(
        f"Van dit document kan geen PDF worden gemaakt ({error}).",
        advies="Open het document in Word, bewaar het opnieuw en probeer het nog eens.",
    )

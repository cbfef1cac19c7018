"""Pdf: Word to PDF/A with the embedded engine.

The engine brings its own fonts (metric twins of the Microsoft ones), so the outcome does
not depend on what is installed.
"""

from typing import Final

from cycle.documents.bladen import lay_out, refusal

# the engine leaves the language open; equal length keeps the places in the file right
_NO_LANGUAGE: Final = b"/Lang (und)"
_DUTCH: Final = b"/Lang (nl) "


class RdocxPdf:
    """Port `PdfMaker` on rdocx: PDF/A-2b, tagged, the same bytes for the same docx."""

    def convert(self, docx: bytes) -> bytes:
        """Return the document as PDF/A-2b.

        Raises:
            InvoerError: this is no Word document.
            PdfMislukt: the engine refuses the document.
        """
        import rdocx

        bladen = lay_out(docx)
        try:
            pdf = bytes(rdocx.Document.from_bytes(bladen.docx).to_pdfa_deterministic("pdfa-2b"))
        except (rdocx.RdocxError, ValueError, RuntimeError) as error:
            raise refusal(error) from error
        return pdf.replace(_NO_LANGUAGE, _DUTCH, 1)

"""Ingebouwd: the engine that comes with the installation, and a process of its own for it.

It brings its own fonts (metric twins of the Microsoft ones), so the outcome does not
depend on what is installed.
"""

import os
import sys
from pathlib import Path
from typing import Final

import cycle
from cycle.documents.bladen import lay_out, refusal
from cycle.documents.pdf.bladwijzers import fix_bladwijzers, heading_pages
from cycle.documents.pdf.inhoudskoppelingen import link_inhoudsopgave
from cycle.documents.pdf.motor import Profiel, Ruw
from cycle.documents.pdf.werker import TIJDGRENS, Programma, Werkploeg

MODULE: Final = "cycle.documents.pdf.ingebouwde_werker"


class RdocxPdf:
    """rdocx in this process: PDF/A-2b, tagged, the same bytes for the same docx."""

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
        return link_inhoudsopgave(fix_bladwijzers(pdf, heading_pages(bladen)), bladen)


class IngebouwdeMotor:
    """`PdfEngine` on rdocx, each document in a child process that can be stopped."""

    def __init__(self, tijdgrens: float = TIJDGRENS) -> None:
        """Keep the time limit per document in seconds; processes start when needed."""
        self._ploeg = Werkploeg(_programma, tijdgrens)

    def render(self, docx: bytes, profiel: Profiel) -> Ruw:
        """Return the PDF; both profiles are the same for this engine.

        Raises:
            PdfMislukt: the engine refuses the document, stopped or took too long.
        """
        return self._ploeg.ask(docx, {"profiel": profiel.value})

    def close(self) -> None:
        """Stop the processes."""
        self._ploeg.close()


def _programma() -> Programma:
    """Return how the process of this engine is started: the same Python, the same code."""
    paden = (str(Path(cycle.__file__).parent.parent), os.environ.get("PYTHONPATH", ""))
    omgeving = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paden))}
    return Programma((sys.executable, "-m", MODULE), omgeving)

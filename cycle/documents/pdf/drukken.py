"""Drukken: from docx to PDF with the engine of the settings."""

from collections.abc import Mapping
from typing import Final

from lxml import etree

from cycle.documents.package import DOCUMENT
from cycle.documents.pdf.afwerking import Rijen, finish
from cycle.documents.pdf.controle import check_definitief
from cycle.documents.pdf.invoer import open_docx, read_kenmerken
from cycle.documents.pdf.keuze import Motoren
from cycle.documents.pdf.motor import Pdf, Profiel
from cycle.documents.pdf.uittrekken import read_teksten
from cycle.settings import PdfKeuze

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class PdfDocumenten:
    """Port `PdfMaker`: final PDFs, checked; and quick ones to read."""

    def __init__(self, keuze: PdfKeuze = PdfKeuze.AUTO) -> None:
        """Keep the choice of engine; nothing starts before the first document."""
        self._motoren = Motoren(keuze)

    def convert(self, docx: bytes) -> bytes:
        """Return the document as final PDF: PDF/A-2b and PDF/UA-1, in Dutch.

        The same docx gives the same bytes with the same engine and the same fonts.

        Raises:
            InvoerError: this is no Word document.
            PdfMislukt: the engine refuses it, or the outcome is not in order.
        """
        return self.make(docx, Profiel.DEFINITIEF).inhoud

    def teksten(self, pdf: bytes) -> tuple[str, ...]:
        """Return every text in a PDF, also what no page shows."""
        return read_teksten(pdf)

    def make(self, docx: bytes, profiel: Profiel) -> Pdf:
        """Return the PDF with the engine that made it; a final one is finished and checked.

        Raises:
            InvoerError: this is no Word document.
            PdfMislukt: the engine refuses it, or the outcome is not in order.
        """
        parts = open_docx(docx)
        ruw = self._motoren.choose(profiel).render(docx, profiel)
        if profiel is Profiel.CONCEPT:
            return Pdf(ruw.inhoud, ruw.motor, profiel)
        tabellen = list_tabellen(parts)
        inhoud = finish(ruw.inhoud, ruw.motor, read_kenmerken(parts), tabellen)
        check_definitief(inhoud, list_inhoudsopgave(parts))
        return Pdf(inhoud, ruw.motor, profiel)

    def close(self) -> None:
        """Stop the processes of the engines."""
        self._motoren.close()


def list_inhoudsopgave(parts: Mapping[str, bytes]) -> list[str]:
    """Return the headings in the table of contents, in order; empty when there is none."""
    headings = []
    for paragraph in etree.fromstring(parts[DOCUMENT]).iter(f"{_W}p"):
        fields = (field.text or "" for field in paragraph.iter(f"{_W}instrText"))
        if any(field.split()[:1] == ["PAGEREF"] for field in fields):
            headings.append(_text_before_tab(paragraph))
    return headings


def list_tabellen(parts: Mapping[str, bytes]) -> list[Rijen]:
    """Return for each table its rows, and for each cell how many columns it spans."""
    return [
        [[_span(cell) for cell in row.iterchildren(f"{_W}tc")] for row in table.iter(f"{_W}tr")]
        for table in etree.fromstring(parts[DOCUMENT]).iter(f"{_W}tbl")
    ]


def _span(cell: etree._Element) -> int:
    """Return how many columns a cell spans."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return 1 if span is None else int(span.get(f"{_W}val", "1"))


def _text_before_tab(paragraph: etree._Element) -> str:
    """Return the words of a line in the table of contents, without its page."""
    words = []
    for element in paragraph.iter(f"{_W}t", f"{_W}tab"):
        if element.tag == f"{_W}tab" and element.getparent().tag == f"{_W}r":
            break
        words.append(element.text or "")
    return "".join(words).strip()

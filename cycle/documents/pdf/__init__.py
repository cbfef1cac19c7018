"""Pdf: Word to PDF, with the embedded engine or with LibreOffice."""

from cycle.documents.pdf.drukken import PdfDocumenten
from cycle.documents.pdf.ingebouwd import RdocxPdf
from cycle.documents.pdf.motor import Pdf, PdfEngine, Profiel

__all__ = ["Pdf", "PdfDocumenten", "PdfEngine", "Profiel", "RdocxPdf"]

"""Documents: Word from templates and Markdown, PDF from Word."""

from cycle.documents.word import WordDocumenten

__all__ = ["WordDocumenten"]

"""Lezen: text and bookmarks of a PDF, as a reader sees them.

PDFium breaks when two threads use it at the same time, in whichever document. So this is
the only module that may use it, one document at a time, and everything is closed here.
"""

import threading
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from typing import Final

_SLOT: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Gelezen:
    """The text of each page, and the bookmarks: title and page, counted from 1."""

    bladen: tuple[str, ...]
    bladwijzers: tuple[tuple[str, int], ...]


def read_pdf(pdf: bytes) -> Gelezen:
    """Return what stands in a PDF; letters are made alike (NFKC), spaces single."""
    import pypdfium2

    with _SLOT, closing(pypdfium2.PdfDocument(pdf)) as document:
        bladen = []
        for number in range(len(document)):
            with closing(document[number]) as page, closing(page.get_textpage()) as text:
                bladen.append(flat(text.get_text_bounded()))
        marks = [
            (mark.get_title(), dest.get_index() + 1)
            for mark in document.get_toc()
            if (dest := mark.get_dest()) is not None
        ]
    return Gelezen(tuple(bladen), tuple(marks))


def flat(text: str) -> str:
    """Return text with one kind of letters and single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).split())

"""Bladen: the words and the picture of every page of a PDF, as PDFium sees them.

PDFium cannot be used by two threads at once, so this runs in the process that a check has
to itself, one document at a time; everything is closed here.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def read_teksten(pdf: bytes) -> tuple[str, ...]:
    """Return the words of every page; letters are made alike (NFKC).

    Raises:
        ValueError: PDFium cannot read it.
    """
    with _open(pdf) as document:
        return tuple(_tekst(document, nummer) for nummer in range(len(document)))


def read_beelden(pdf: bytes, aantal: int) -> "Iterator[NDArray[np.uint8]]":
    """Yield the pictures of the first `aantal` pages in grey, notes and fields drawn too.

    A picture has a row per point from the top; 0 is black and 255 is white.

    Raises:
        ValueError: PDFium cannot read it.
    """
    with _open(pdf) as document:
        document.init_forms()  # else fields are left out
        for nummer in range(min(aantal, len(document))):
            with closing(document[nummer]) as page:
                bitmap = page.render(scale=1, grayscale=True)
                yield bitmap.to_numpy().squeeze().copy()
                bitmap.close()


@contextmanager
def _open(pdf: bytes) -> "Iterator[Any]":
    """Hold a document open; whatever PDFium cannot read in it becomes a ValueError."""
    import pypdfium2

    try:
        with closing(pypdfium2.PdfDocument(pdf)) as document:
            yield document
    except pypdfium2.PdfiumError as fout:
        raise ValueError("not a PDF that can be shown") from fout


def _tekst(document: Any, nummer: int) -> str:  # noqa: ANN401 - pypdfium2 has no types
    """Return the words of one page, lines kept."""
    with closing(document[nummer]) as page, closing(page.get_textpage()) as text:
        return unicodedata.normalize("NFKC", text.get_text_range())

"""Bladwijzers: bookmarks of the embedded engine, put on the page where the heading stands.

When a heading moves to the next page to stay with its text, the engine leaves its
bookmark at the foot of the page before. The layout knows better.
"""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from lxml import etree

from cycle.documents.bladen import Bladen
from cycle.documents.package import DOCUMENT, read_parts

if TYPE_CHECKING:
    from pikepdf import Object

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING: Final = "Heading"


def heading_pages(bladen: Bladen) -> list[int]:
    """Return the page, from 1, of every heading in the body, in order."""
    document = etree.fromstring(read_parts(bladen.docx, "document")[DOCUMENT])
    body = [child for child in document.find(f"{_W}body") if child.tag != f"{_W}sectPr"]
    return [bladen.paginas[index] for index, child in enumerate(body) if is_heading(child)]


def fix_bladwijzers(pdf: bytes, pages: Sequence[int]) -> bytes:
    """Return the PDF with bookmark n on page ``pages[n]``; a right one is left alone.

    With another number of bookmarks than pages nothing can be said, and nothing changes.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        marks = list(list_marks(document.Root.get("/Outlines")))
        if len(marks) != len(pages):
            return pdf
        changed = False
        for mark, number in zip(marks, pages, strict=True):
            page = document.pages[number - 1]
            if mark.Dest[0].objgen != page.obj.objgen:
                top = page.mediabox[3]
                mark.Dest = pikepdf.Array([page.obj, pikepdf.Name.XYZ, 0, top, None])
                changed = True
        if not changed:
            return pdf
        uit = io.BytesIO()
        document.save(uit, deterministic_id=True, fix_metadata_version=False)
    return uit.getvalue()


def list_marks(parent: "Object | None") -> Iterator["Object"]:
    """Yield all bookmarks below `parent` in reading order."""
    mark = None if parent is None else parent.get("/First")
    while mark is not None:
        yield mark
        yield from list_marks(mark)
        mark = mark.get("/Next")


def is_heading(child: etree._Element) -> bool:
    """Return whether a child of the body is a heading with words in it."""
    style = child.find(f"{_W}pPr/{_W}pStyle")
    named = style is not None and str(style.get(f"{_W}val")).startswith(_HEADING)
    return named and any((text.text or "").strip() for text in child.iter(f"{_W}t"))

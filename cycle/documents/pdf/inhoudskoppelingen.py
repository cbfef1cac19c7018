"""Inhoudskoppelingen: the table of contents of the embedded engine, made to click.

The engine prints the lines of the contents without a link. It does give every paragraph
its own place in the structure, in the order of the document, and marks every word. So the
words of a line are known for certain, and a link over them leads to where the bookmark
of the heading leads.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from cycle.documents.bladen import Bladen
from cycle.documents.package import DOCUMENT, read_parts
from cycle.documents.pdf.bladwijzers import is_heading, list_marks
from cycle.documents.pdf.koppelingen import Woord, list_words, owners, tag_link

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BELOW, _ABOVE = 3.0, 8.5
"""Points that the letters of a line reach below and above the line they stand on."""
_NUMBER: Final = 18.0
"""Points that a page number of three digits takes."""
_PRINTED: Final = 4
"""The flag that an annotation is printed, which PDF/A asks for."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the contents: its place in the body, and which heading it names."""

    plek: int
    kop: int
    tekst: str


def link_inhoudsopgave(pdf: bytes, bladen: Bladen) -> bytes:
    """Return the PDF with a tagged link on every line of the table of contents.

    When structure and document do not run side by side up to the last line, nothing is
    certain and nothing changes.
    """
    import pikepdf

    document = etree.fromstring(read_parts(bladen.docx, "document")[DOCUMENT])
    body = [child for child in document.find(f"{_W}body") if child.tag != f"{_W}sectPr"]
    regels = list(_regels(body))
    if not regels:
        return pdf
    with pikepdf.open(io.BytesIO(pdf)) as uit:
        blocks = _blocks(uit)
        marks = list(list_marks(uit.Root.get("/Outlines")))
        same = _run_beside(body[: regels[-1].plek + 1], blocks)
        if not same or len(marks) != sum(map(is_heading, body)):
            return pdf
        words: dict[int, list[Woord]] = {}
        for regel in regels:
            _link(uit, blocks[regel.plek], marks[regel.kop], regel.tekst, words)
        geschreven = io.BytesIO()
        uit.save(geschreven, deterministic_id=True, fix_metadata_version=False)
    return geschreven.getvalue()


def _regels(body: Sequence[etree._Element]) -> Iterator[Regel]:
    """Yield the lines whose heading is known."""
    koppen = [child for child in body if is_heading(child)]
    anchors = {
        str(mark.get(f"{_W}name")): number
        for number, kop in enumerate(koppen)
        for mark in kop.iter(f"{_W}bookmarkStart")
    }
    for place, child in enumerate(body):
        for field in child.findall(f"{_W}hyperlink/{_W}r/{_W}instrText"):
            name, _, anchor = (field.text or "").strip().partition(" ")
            kop = anchors.get(anchor.split(" ")[0])
            if name == "PAGEREF" and kop is not None:
                yield Regel(place, kop, "".join(koppen[kop].itertext(f"{_W}t")).strip())


def _blocks(pdf: "Pdf") -> list["Object"]:
    """Return the structure elements of the blocks of the document, in order."""
    import pikepdf

    root = pdf.Root.StructTreeRoot.K
    whole = root[0] if isinstance(root, pikepdf.Array) else root
    return [k for k in whole.get("/K", []) if isinstance(k, pikepdf.Dictionary) and "/S" in k]


def _run_beside(body: Sequence[etree._Element], blocks: Sequence["Object"]) -> bool:
    """Return whether these children of the body are the first blocks, kind by kind."""
    return len(body) <= len(blocks) and all(
        (child.tag == f"{_W}tbl") == (block.S == "/Table")
        and (child.tag == f"{_W}p") == (str(block.S)[:2] in ("/P", "/H"))
        for child, block in zip(body, blocks, strict=False)
    )


def _link(
    pdf: "Pdf", line: "Object", mark: "Object", tekst: str, seen: dict[int, list[Woord]]
) -> None:
    """Put a link over one line; a line that goes on on the next page is left alone."""
    import pikepdf

    pages = {k.Pg.objgen: k.Pg for k in line.get("/K", []) if isinstance(k, pikepdf.Dictionary)}
    if len(pages) != 1:
        return
    page = pikepdf.Page(next(iter(pages.values())))
    key = int(page.obj.StructParents)
    numbers = [int(k.MCID) for k in line.K]
    words = [w for w in seen.setdefault(key, list(list_words(page))) if w.nummer in numbers]
    parents = owners(pdf.Root.StructTreeRoot, key)
    if not words or parents is None:
        return
    annotation = pdf.make_indirect(_annotation(words, mark, tekst))
    if "/Annots" not in page.obj:
        page.obj.Annots = pikepdf.Array()
    page.obj.Annots.append(annotation)
    tag_link(pdf, page, annotation, (parents, numbers))


def _annotation(words: Sequence[Woord], mark: "Object", tekst: str) -> "Dictionary":
    """Return the area of a link over these words, to where a bookmark leads."""
    import pikepdf

    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=pikepdf.Array(
            [
                min(w.x for w in words),
                min(w.y for w in words) - _BELOW,
                max(w.x for w in words) + _NUMBER,
                max(w.y for w in words) + _ABOVE,
            ]
        ),
        Border=pikepdf.Array([0, 0, 0]),
        F=_PRINTED,
        Dest=mark.Dest,
        Contents=pikepdf.String(f"Naar {tekst}"),
    )

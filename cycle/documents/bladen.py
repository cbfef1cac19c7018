"""Bladen: a document divided over pages the way the embedded PDF engine does it.

Every chapter begins a page, so each is laid out by itself: a break in one moves nothing
in another, and a chapter that was laid out before is not laid out again.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

from cycle.documents.bijeen import (
    Places,
    Stijlregels,
    begin_page,
    find_break,
    read_stijlregels,
    split_chapters,
)
from cycle.documents.package import DOCUMENT, STYLES, read_parts, write_docx
from cycle.domain.errors import JaarschijfError

_PICTURES: Final = "word/media/"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class PdfMislukt(JaarschijfError):
    """The PDF engine could not set this document."""


@dataclass(frozen=True, slots=True)
class Bladen:
    """A document laid out for the engine.

    `docx` has the page breaks that the engine needs; it is for the engine only.
    `paginas` maps the index of a child of the body to the page on which it begins.
    """

    docx: bytes
    paginas: Mapping[int, int]
    totaal: int


def lay_out(docx: bytes) -> Bladen:
    """Return the document with tables kept together, and its page numbers from 1.

    Raises:
        PdfMislukt: the engine refuses the document.
    """
    parts = read_parts(docx, "document")
    root, regels = _parsed(parts)
    body = root.find(f"{_W}body")
    children = [child for child in body if child.tag != f"{_W}sectPr"]
    rest = _without_pictures(parts)
    paginas: dict[int, int] = {}
    totaal = 0
    for chapter in split_chapters(children, regels):
        own = [children[i] for i in chapter]
        places = _settle(own, regels, (root, body), rest)
        for index, spots in places.items():
            paginas[chapter[index]] = totaal + min(page for page, _ in spots)
        totaal += max((page for spots in places.values() for page, _ in spots), default=0)
    parts[DOCUMENT] = etree.tostring(root, encoding="UTF-8", standalone=True)
    return Bladen(write_docx(parts), paginas, totaal)


def _without_pictures(parts: Mapping[str, bytes]) -> bytes:
    """Return the package without its document and pictures, to be read for every chapter.

    A picture takes the room that the document gives it, whatever is in it.
    """
    light = {n: data for n, data in parts.items() if not n.startswith(_PICTURES)}
    return write_docx({**light, DOCUMENT: b""})


def _parsed(parts: Mapping[str, bytes]) -> tuple[etree._Element, Stijlregels]:
    """Return the document tree and what its styles say about pages."""
    try:
        root = etree.fromstring(parts[DOCUMENT])
        regels = read_stijlregels(parts[STYLES])
    except (etree.XMLSyntaxError, KeyError) as error:
        raise refusal(error) from error
    if root.find(f"{_W}body") is None:
        raise refusal(ValueError("het document heeft geen inhoud"))
    return root, regels


def _settle(
    children: list[etree._Element],
    regels: Stijlregels,
    frame: tuple[etree._Element, etree._Element],
    rest: bytes,
) -> Places:
    """Return the places in one chapter after putting in the breaks that it needs.

    What stands before a break does not move, so only what follows is laid out again.
    """
    settled: dict[int, list[tuple[int, float]]] = {}
    begin = pages = 0
    while begin < len(children):
        places = _measure(_as_document(children[begin:], frame), rest)
        index = find_break(children[begin:], regels, places)
        end = len(children) - begin if index is None else index
        last = pages
        for place, spots in places.items():
            if place < end:
                settled[begin + place] = [(pages + page, height) for page, height in spots]
                last = max(last, *(pages + page for page, _ in spots))
        if index is not None:
            begin_page(children[begin + index])
        begin, pages = begin + end, last
    return settled


def _as_document(
    children: list[etree._Element], frame: tuple[etree._Element, etree._Element]
) -> bytes:
    """Return a document part with only these children and the section of the whole."""
    root, body = frame
    own_root = etree.Element(root.tag, root.attrib, nsmap=root.nsmap)
    head = etree.tostring(own_root, encoding="UTF-8").removesuffix(b"/>")
    section = body.find(f"{_W}sectPr")
    inside = children if section is None else [*children, section]
    texts = b"".join(etree.tostring(child, encoding="UTF-8", with_tail=False) for child in inside)
    return b"".join((head, b"><w:body>", texts, b"</w:body></w:document>"))


@lru_cache(maxsize=512)
def _measure(document: bytes, rest: bytes) -> Places:
    """Return the places of a document; `rest` is the package without its document part."""
    import rdocx

    parts = read_parts(rest, "document")
    try:
        layout = rdocx.Document.from_bytes(write_docx({**parts, DOCUMENT: document})).layout()
    except (rdocx.RdocxError, ValueError, RuntimeError) as error:
        raise refusal(error) from error
    places: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for fragment in layout:
        places[fragment.body_index].append((fragment.physical_page, fragment.bounds.height))
    return dict(places)


def refusal(error: Exception) -> PdfMislukt:
    """Return the Dutch refusal around a fault of the engine."""
    return PdfMislukt(
        f"Van dit document kan geen PDF worden gemaakt ({error}).",
        advies="Open het document in Word, bewaar het opnieuw en probeer het nog eens.",
    )

"""Inhoudsopgave: a table of contents made of links with page numbers.

Word does not fill a table-of-contents field on opening without asking questions, and
most PDF engines do not fill it at all. So we write the lines ourselves: one link per
heading, the page as a PAGEREF field that already holds the right number.
"""

from dataclasses import dataclass
from typing import Final

from lxml import etree
from markupsafe import escape

MARKER: Final = "[inhoudsopgave]"
"""The text of the paragraph in a template that makes room for the table of contents."""
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = {"Heading1": "TOC1", "Heading2": "TOC2"}


@dataclass(frozen=True, slots=True)
class Kop:
    """One heading: its text, TOC style, bookmark, and place among the body's children."""

    tekst: str
    stijl: str
    anker: str
    index: int


def add_inhoudsopgave(document: bytes) -> tuple[bytes, tuple[Kop, ...]]:
    """Return the document with its table of contents, and the headings in it.

    Page numbers are still empty; `fill_paginas` writes them. A document without the
    marker comes back as it was, with no headings.
    """
    root = etree.fromstring(document)
    body = root.find(f"{_W}body")
    marker = next((p for p in body.iter(f"{_W}p") if _text(p).strip() == MARKER), None)
    if marker is None:
        return document, ()
    found = [
        (p, stijl)
        for p in body.findall(f"{_W}p")
        if (stijl := _STYLES.get(_style(p))) and _text(p).strip()
    ]
    koppen = [_anchored(p, stijl, i) for i, (p, stijl) in enumerate(found, start=1)]
    for kop in koppen:
        marker.addprevious(_line(kop))
    body.remove(marker)
    index = {child: i for i, child in enumerate(body)}
    placed = tuple(
        Kop(k.tekst, k.stijl, k.anker, index[p]) for k, (p, _) in zip(koppen, found, strict=True)
    )
    return _written(root), placed


def fill_paginas(document: bytes, paginas: dict[str, int]) -> bytes:
    """Return the document with the known page in every PAGEREF field.

    `paginas` maps bookmarks to pages; a bookmark that is not in it keeps its text.
    """
    root = etree.fromstring(document)
    for instruction in root.iter(f"{_W}instrText"):
        words = (instruction.text or "").split()
        if words[:1] == ["PAGEREF"] and words[1] in paginas:
            _set_result(instruction, str(paginas[words[1]]))
    return _written(root)


def _set_result(instruction: etree._Element, value: str) -> None:
    """Write the stored outcome of the field that `instruction` belongs to."""
    for run in instruction.getparent().itersiblings(f"{_W}r"):
        text = run.find(f"{_W}t")
        if text is not None:
            text.text = value
            return


def _written(root: etree._Element) -> bytes:
    """Return the tree as bytes."""
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def _text(paragraph: etree._Element) -> str:
    """Return the words of a paragraph."""
    return "".join(t.text or "" for t in paragraph.iter(f"{_W}t"))


def _style(paragraph: etree._Element) -> str:
    """Return the style id of a paragraph."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _anchored(paragraph: etree._Element, stijl: str, nummer: int) -> Kop:
    """Return the heading with a bookmark: its own hidden one, else a new one."""
    eigen = [b.get(f"{_W}name") for b in paragraph.iter(f"{_W}bookmarkStart")]
    anker = next((n for n in eigen if n.startswith("_")), "")
    if not anker:
        anker = f"_Kop_{nummer:03}"
        begin = etree.Element(f"{_W}bookmarkStart", {f"{_W}id": str(nummer), f"{_W}name": anker})
        end = etree.Element(f"{_W}bookmarkEnd", {f"{_W}id": str(nummer)})
        place = 1 if paragraph.find(f"{_W}pPr") is not None else 0
        paragraph.insert(place, begin)
        paragraph.insert(place + 1, end)
    return Kop(tekst=_text(paragraph).strip(), stijl=stijl, anker=anker, index=-1)


def _line(kop: Kop) -> etree._Element:
    """Return one line of the table of contents."""
    field = "".join(
        f"<w:r>{inside}</w:r>"
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:instrText xml:space="preserve"> PAGEREF {kop.anker} \\h </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>0</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    return etree.fromstring(
        f'<w:p {_NS}><w:pPr><w:pStyle w:val="{kop.stijl}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{kop.anker}" w:history="1"><w:r>'
        f'<w:t xml:space="preserve">{escape(kop.tekst)}</w:t></w:r><w:r><w:tab/></w:r>{field}'
        f"</w:hyperlink></w:p>"
    )

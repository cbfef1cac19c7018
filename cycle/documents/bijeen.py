"""Bijeen: what belongs together stays on one page.

Word keeps a row with the next one when its paragraphs say so (keep with next). The
embedded PDF engine knows that for paragraphs, not for rows, so for that engine alone we
work out where a page must break.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHORT: Final = 7
"""Tables up to this many rows, the head included, stay whole."""
_HEAD_AND_ROW: Final = 50.0
"""Points below which the first part of a table holds no more than its head."""

Places = Mapping[int, Sequence[tuple[int, float]]]
"""For each child of a body the (page, height in points) of its parts."""


@dataclass(frozen=True, slots=True)
class Stijlregels:
    """The ids of paragraph styles that keep with next, and that begin a page."""

    keep: frozenset[str]
    page: frozenset[str]


def read_stijlregels(styles: bytes) -> Stijlregels:
    """Return what the styles part says about page breaks."""
    root = etree.fromstring(styles)

    def having(name: str) -> frozenset[str]:
        return frozenset(
            str(style.get(f"{_W}styleId"))
            for style in root.iter(f"{_W}style")
            if style.find(f"{_W}pPr/{_W}{name}") is not None
        )

    return Stijlregels(keep=having("keepNext"), page=having("pageBreakBefore"))


def keep_rows(document: bytes) -> bytes:
    """Return the document in which short tables stay whole and no head stands alone.

    A row that spans columns is the head of the rows below it.
    """
    root = etree.fromstring(document)
    for table in root.iter(f"{_W}tbl"):
        rows = table.findall(f"{_W}tr")
        if rows and rows[0].find(f"{_W}trPr/{_W}tblHeader") is not None:
            spans = [row for row in rows if row.find(f".//{_W}gridSpan") is not None]
            kept = rows[:-1] if len(rows) <= _SHORT else [*rows[:2], *spans, rows[-2]]
            for row in kept:
                _keep_row(row)
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def _keep_row(row: etree._Element) -> None:
    """Tie every paragraph of a row to what follows."""
    for paragraph in row.iter(f"{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            properties = etree.Element(f"{_W}pPr")
            paragraph.insert(0, properties)
        if properties.find(f"{_W}keepNext") is None:
            place = 1 if properties.find(f"{_W}pStyle") is not None else 0
            properties.insert(place, etree.Element(f"{_W}keepNext"))


def split_chapters(children: Sequence[etree._Element], regels: Stijlregels) -> list[range]:
    """Return the runs of body children that begin a page of their own.

    A document with sections inside is one run: its pages are not all alike.
    """
    if any(child.find(f"{_W}pPr/{_W}sectPr") is not None for child in children):
        return [range(len(children))]
    starts = [i for i, child in enumerate(children) if i == 0 or _begins_page(child, regels)]
    return [range(a, b) for a, b in zip(starts, [*starts[1:], len(children)], strict=True)]


def find_break(
    children: Sequence[etree._Element], regels: Stijlregels, places: Places
) -> int | None:
    """Return the child that must begin a page to keep the first torn table whole.

    `places` is keyed by the place in `children`. None when nothing is torn, or when no
    break would help; the first child never needs one, it begins a page already.
    """
    for index, child in enumerate(children):
        if child.tag != f"{_W}tbl" or not _is_torn(child, places.get(index, ())):
            continue
        start = index
        while start and _keeps_next(children[start - 1], regels):
            start -= 1
        if start < index and not _is_first_on_page(start, places):
            return start
    return None


def begin_page(paragraph: etree._Element) -> None:
    """Make a paragraph begin a page."""
    properties = paragraph.find(f"{_W}pPr")
    before = [f"{_W}{name}" for name in ("pStyle", "keepNext", "keepLines")]
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, etree.Element(f"{_W}pageBreakBefore"))


def _is_torn(table: etree._Element, parts: Sequence[tuple[int, float]]) -> bool:
    """Return whether a table is spread over pages in a way that its rows do not want."""
    if len({page for page, _ in parts}) < 2:
        return False
    rows = table.findall(f"{_W}tr")
    whole = all(row.find(f".//{_W}keepNext") is not None for row in rows[:-1])
    first = min(page for page, _ in parts)
    return whole or sum(height for page, height in parts if page == first) < _HEAD_AND_ROW


def _keeps_next(child: etree._Element, regels: Stijlregels) -> bool:
    """Return whether a paragraph stays with what follows it."""
    if child.tag != f"{_W}p":
        return False
    return child.find(f"{_W}pPr/{_W}keepNext") is not None or _style(child) in regels.keep


def _begins_page(child: etree._Element, regels: Stijlregels) -> bool:
    """Return whether a paragraph always begins a page."""
    own = child.find(f"{_W}pPr/{_W}pageBreakBefore")
    return own is not None or _style(child) in regels.page


def _style(child: etree._Element) -> str:
    """Return the style id of a paragraph, empty for anything else."""
    style = child.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _is_first_on_page(index: int, places: Places) -> bool:
    """Return whether a child is the first on its page already."""
    before = max((page for page, _ in places.get(index - 1, ())), default=0)
    return before < min((page for page, _ in places.get(index, ())), default=1)

"""Resolve: accepts or rejects every tracked change, and shows what is left to compare."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from cycle.documents.redline.tags import (
    BOOKMARK,
    BOOKMARK_END,
    DEL,
    DELINSTR,
    DELTEXT,
    INS,
    INSTR,
    PPR,
    RPR,
    RUN,
    SECTPR,
    TBL,
    TC,
    TCPR,
    TEXT,
    TR,
    TRPR,
    P,
    W,
    style_of,
)

MOVE_FROM, MOVE_TO = f"{W}moveFrom", f"{W}moveTo"
TRACKED: Final = (INS, DEL, MOVE_FROM, MOVE_TO)
_CHANGES: Final = tuple(f"{W}{name}Change" for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr"))
_GRID_CHANGE: Final = f"{W}tblGridChange"
_RANGES: Final = tuple(
    f"{W}{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End")
)
_SHELLS: Final = tuple(f"{W}{name}" for name in ("hyperlink", "smartTag", "fldSimple"))
_SIGNS: Final = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
_NO_TEXT: Final = (
    *_SIGNS,
    *(f"{W}{n}" for n in ("drawing", "pict", "object", "sym", "footnoteReference")),
)
_OTHER: Final = "\ufffc"
_SAME: Final = "same"
_ANY: Final = (*TRACKED, *_CHANGES, _GRID_CHANGE)

Outline = tuple[object, ...]
"""Blocks as plain values: a paragraph is style and text, a table rows of cells of blocks."""


def accept_all(root: etree._Element) -> etree._Element:
    """Return the part as it is after accepting every change; `root` stays as it is."""
    return _resolve(root, gone=(DEL, MOVE_FROM), stays=(INS, MOVE_TO), restore=False)


def reject_all(root: etree._Element) -> etree._Element:
    """Return the part as it is after rejecting every change; `root` stays as it is."""
    return _resolve(root, gone=(INS, MOVE_TO), stays=(DEL, MOVE_FROM), restore=True)


def has_tracked(root: etree._Element) -> bool:
    """Return whether a part holds tracked changes."""
    return next(root.iter(*TRACKED, *_CHANGES), None) is not None


def _resolve(
    root: etree._Element, *, gone: tuple[str, ...], stays: tuple[str, ...], restore: bool
) -> etree._Element:
    """Return a copy without `gone`, with the content of `stays`, and old looks restored."""
    result = deepcopy(root)
    _drop_rows(result, gone)
    ended = [p for p in result.iter(P) if any(_has_mark(p, tag) for tag in gone)]
    for node in list(result.iter(*gone)):
        node.getparent().remove(node)
    for node in list(result.iter(*stays)):
        _unwrap(node)
    for shell in [node for node in result.iter(*_SHELLS) if not len(node)]:
        shell.getparent().remove(shell)
    for paragraph in ended:
        _join_next(paragraph)
    for node in list(result.iter(*_CHANGES, _GRID_CHANGE, *_RANGES)):
        _settle(node, restore=restore)
    for node in result.iter(DELTEXT, DELINSTR):
        node.tag = TEXT if node.tag == DELTEXT else INSTR
    return result


def _drop_rows(root: etree._Element, gone: tuple[str, ...]) -> None:
    """Take out the rows with a mark in `gone`, and tables without rows."""
    for row in list(root.iter(TR)):
        if any(row.find(f"{TRPR}/{tag}") is not None for tag in gone):
            row.getparent().remove(row)
    for table in [node for node in root.iter(TBL) if node.find(TR) is None]:
        table.getparent().remove(table)


def _has_mark(paragraph: etree._Element, tag: str) -> bool:
    """Return whether the end of a paragraph carries this mark."""
    return paragraph.find(f"{PPR}/{RPR}/{tag}") is not None


def _unwrap(node: etree._Element) -> None:
    """Put the content of a mark in its place."""
    parent = node.getparent()
    place = parent.index(node)
    parent[place : place + 1] = list(node)


def _join_next(paragraph: etree._Element) -> None:
    """Take out the end of a paragraph: what is left in it opens the next one."""
    rest = [child for child in paragraph if child.tag != PPR]
    if all(child.tag in (BOOKMARK, BOOKMARK_END) for child in rest):
        rest = []  # a bookmark goes with the text it stands in
    following = paragraph.getnext()
    if following is not None and following.tag == P:
        place = 1 if following.find(PPR) is not None else 0
        following[place:place] = rest
    elif rest or (following is None and paragraph.getparent().tag == TC):
        return
    paragraph.getparent().remove(paragraph)


def _settle(node: etree._Element, *, restore: bool) -> None:
    """Take out a remembered look, after putting it back when `restore`."""
    parent = node.getparent()
    parent.remove(node)
    if not restore or node.tag in _RANGES or not len(node):
        return
    kept = [c for c in parent if c.tag in (RPR, SECTPR)] if node.tag == f"{W}pPrChange" else []
    parent[:] = [*node[0], *kept]


def outline(root: etree._Element) -> Outline:
    """Return what a reader sees of a part: its blocks in order, with style and text."""
    return tuple(_outline(block) for block in _blocks(root))


def prove(merged: etree._Element, old: Outline, new: Outline) -> str:
    """Return which of "weigeren" and "accepteren" does not lead back, "" when both do.

    A block without any mark is the same after both, so only the others are copied.
    """
    same: dict[str, object] = {}
    reduced = etree.Element(merged.tag)
    for block in merged:
        if next(block.iter(*_ANY), None) is not None:
            reduced.append(deepcopy(block))
        else:
            for one in _blocks([block]):
                same[str(len(same))] = _outline(one)
                etree.SubElement(reduced, _SAME).set("n", str(len(same) - 1))

    def shown(root: etree._Element) -> Outline:
        return tuple(same[b.get("n")] if b.tag == _SAME else _outline(b) for b in _blocks(root))

    if shown(reject_all(reduced)) != old:
        return "weigeren"
    return "" if shown(accept_all(reduced)) == new else "accepteren"


def _blocks(parent: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Yield paragraphs and tables, also those inside a body or a content control."""
    for child in parent:
        if child.tag in (P, TBL, _SAME):
            yield child
        elif child.tag != TCPR:
            yield from _blocks(child)


def _outline(block: etree._Element) -> object:
    """Return one block as plain values."""
    if block.tag == P:
        return style_of(block), "".join(_signs(block))
    return tuple(
        tuple(tuple(_outline(b) for b in _blocks(cell)) for cell in row.findall(TC))
        for row in block.findall(TR)
    )


def _signs(paragraph: etree._Element) -> Iterator[str]:
    """Yield the texts of a paragraph, with a sign for what is no text."""
    if next(paragraph.iter(*_NO_TEXT), None) is None:
        yield from paragraph.itertext(TEXT)
        return
    for node in paragraph.iter(TEXT, *_NO_TEXT):
        if node.tag == TEXT:
            yield node.text or ""
        elif node.getparent().tag == RUN:  # a tab stop in the properties is no tab
            yield _SIGNS.get(node.tag, _OTHER)

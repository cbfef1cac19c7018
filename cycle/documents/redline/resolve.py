"""Resolve: accepts or rejects every tracked change, and shows what is left to compare."""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from cycle.documents.redline.align import Item
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
    SECTPR,
    TBL,
    TC,
    TEXT,
    TR,
    TRPR,
    P,
    W,
    bytes_of,
)

MOVE_FROM, MOVE_TO = f"{W}moveFrom", f"{W}moveTo"
TRACKED: Final = (INS, DEL, MOVE_FROM, MOVE_TO)
_CHANGES: Final = tuple(f"{W}{name}Change" for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr"))
_GRID_CHANGE: Final = f"{W}tblGridChange"
_RANGES: Final = tuple(
    f"{W}{name}Range{end}" for name in ("moveFrom", "moveTo") for end in ("Start", "End")
)
_SHELLS: Final = tuple(f"{W}{name}" for name in ("hyperlink", "smartTag", "fldSimple"))
SIGNS_OF_CHANGE: Final = (b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:moveTo ", b"Change ")
_STAND_IN: Final = "same"
_SEEN: Final = re.compile(
    rb"<(?:(/w:(?:p|tbl|tr|tc)>|w:(?:p|tbl|tr|tc|tab|br|cr|sym|pict|object|drawing|noBreakHyphen|"
    rb'footnoteReference)(?=[ />])|w:pStyle w:val="[^"]*")|w:t(?: [^>]*)?>([^<]+))'
)
"""A sign of structure, or a text; both begin with one bracket, which makes looking fast."""
_BARE: Final = re.compile(rb"<w:p(?: [^>]*)?/>")
"""A blank line without properties: one tag is both its begin and its end."""


def accept_all(root: etree._Element) -> etree._Element:
    """Return the part as it is after accepting every change; `root` stays as it is."""
    return _resolve(deepcopy(root), gone=(DEL, MOVE_FROM), stays=(INS, MOVE_TO), restore=False)


def reject_all(root: etree._Element) -> etree._Element:
    """Return the part as it is after rejecting every change; `root` stays as it is."""
    return _resolve(deepcopy(root), gone=(INS, MOVE_TO), stays=(DEL, MOVE_FROM), restore=True)


def has_tracked(xml: bytes) -> bool:
    """Return whether a part holds tracked changes; rather too often than not at all."""
    return any(sign in xml for sign in SIGNS_OF_CHANGE)


def _resolve(
    result: etree._Element, *, gone: tuple[str, ...], stays: tuple[str, ...], restore: bool
) -> etree._Element:
    """Return the part without `gone`, with the content of `stays`, and old looks restored."""
    _drop_rows(result, gone)
    marks = list(result.iter(*gone))
    ended = dict.fromkeys(next(mark.iterancestors(P)) for mark in marks if _is_at_end(mark))
    signs = [mark.getparent() for mark in result.iter(*gone, *stays) if _is_at_end(mark)]
    for node in marks:
        node.getparent().remove(node)
    for node in list(result.iter(*stays)):
        _unwrap(node)
    for shell in [node for node in result.iter(*_SHELLS) if not len(node)]:
        shell.getparent().remove(shell)
    for paragraph in ended:
        _join_next(paragraph)
    changes = list(result.iter(*_CHANGES, _GRID_CHANGE, *_RANGES))
    looks = [change.getparent() for change in changes]
    for node in changes:
        _settle(node, restore=restore)
    for look in (*signs, *looks):
        _drop_empty(look)
    for node in result.iter(DELTEXT, DELINSTR):
        node.tag = TEXT if node.tag == DELTEXT else INSTR
    return result


def _drop_rows(root: etree._Element, gone: tuple[str, ...]) -> None:
    """Take out the rows with a mark in `gone`, and tables without rows."""
    parents = [mark.getparent() for mark in root.iter(*gone)]
    for row in dict.fromkeys(parent.getparent() for parent in parents if parent.tag == TRPR):
        row.getparent().remove(row)
    for table in [node for node in root.iter(TBL) if node.find(TR) is None]:
        table.getparent().remove(table)


def _is_at_end(mark: etree._Element) -> bool:
    """Return whether this mark belongs to the end of a paragraph."""
    run = mark.getparent()
    return bool(run.tag == RPR and run.getparent().tag == PPR)


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


def _drop_empty(look: etree._Element) -> None:
    """Take out properties in which nothing stands any more: a mark was all there was."""
    parent = look.getparent()
    while parent is not None and look.tag in (RPR, PPR) and not len(look):
        parent.remove(look)
        look, parent = parent, parent.getparent()


def _seen(xml: bytes) -> bytes:
    """Return what a reader sees of a block: tables, rows, cells, styles and text.

    Where one run ends and the next begins does not show, nor how a blank line is written.
    """
    xml = _BARE.sub(b"<w:p></w:p>", xml)
    return b"".join([text or b"<" + sign for sign, text in _SEEN.findall(xml)])


def _shows_same(left: etree._Element, right: etree._Element) -> bool:
    """Return whether a reader sees the same in two blocks; what has equal bytes is the same."""
    one, other = bytes_of(left), bytes_of(right)
    if one == other:
        return True
    if left.tag == right.tag == TBL and len(left) == len(right):
        return all(map(_shows_same, left, right)) or _seen(one) == _seen(other)
    return _seen(one) == _seen(other)


def prove(merged: Sequence[etree._Element], old: Sequence[Item], new: Sequence[Item]) -> str:
    """Return which of "weigeren" and "accepteren" does not lead back, "" when both do.

    A block of `new` that stands in `merged` itself has no marks and stays the same either
    way, so only the others are copied and settled.
    """
    untouched = {item.element: item for item in new}
    reduced = etree.Element(_STAND_IN, nsmap={"w": W[1:-1]})
    for block in merged:
        if block in untouched:
            etree.SubElement(reduced, _STAND_IN)
        else:
            reduced.append(deepcopy(block))
    same = [untouched[block] for block in merged if block in untouched]
    if not _leads_to(reject_all(reduced), same, old):
        return "weigeren"
    accepted = _resolve(reduced, gone=(DEL, MOVE_FROM), stays=(INS, MOVE_TO), restore=False)
    return "" if _leads_to(accepted, same, new) else "accepteren"


def _leads_to(made: etree._Element, same: Sequence[Item], wanted: Sequence[Item]) -> bool:
    """Return whether the settled blocks show what `wanted` shows; `same` fills the gaps."""
    if len(made) != len(wanted):
        return False
    rest = iter(same)
    for block, item in zip(made, wanted, strict=True):
        source = next(rest) if block.tag == _STAND_IN else None
        if source is not None and source.xml == item.xml:
            continue
        shown = block if source is None else source.element
        if not _shows_same(shown, item.element):
            return False
    return True

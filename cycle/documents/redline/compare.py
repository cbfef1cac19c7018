"""Compare: two versions of a body, a cell or a table as one list of blocks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from cycle.documents.redline.align import Item, Pair, align
from cycle.documents.redline.marks import Marks
from cycle.documents.redline.paragraphs import merge_paragraphs, replace_content
from cycle.documents.redline.setaside import STAND_IN
from cycle.documents.redline.tags import (
    BOOKMARK,
    TBL,
    TC,
    TCPR,
    TR,
    P,
    W,
    bytes_of,
    key_of,
    style_of,
    text_of,
    without_unseen,
)

_OPENING: Final = 3
_CHAPTER: Final = "Heading1"
_CHAPTER_BYTES: Final = _CHAPTER.encode()
_COUNTED: Final = "_Kop_"
"""Headings without a bookmark of their own get one that counts along: it says nothing."""
_GRID: Final = f"{W}tblGrid"
_CELL_SHAPE: Final = (f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge")
_BOOKMARKS: Final = (BOOKMARK, f"{W}bookmarkEnd")


@dataclass(slots=True)
class Comparison:
    """Merges blocks; `marks` writes what differs.

    With `one_writer` the same program wrote both files, so what is equal has equal bytes.
    """

    marks: Marks
    one_writer: bool = False

    def list_blocks(
        self, old: Iterable[etree._Element], new: Iterable[etree._Element]
    ) -> tuple[list[Item], list[Item]]:
        """Return the blocks of both versions as things to align."""
        return self._list(_block, old, new)

    def _list(
        self,
        build: Callable[[etree._Element, bytes, bytes], Item],
        old: Iterable[etree._Element],
        new: Iterable[etree._Element],
    ) -> tuple[list[Item], list[Item]]:
        """Return both sides as things to align; only what may be equal is looked at closely."""
        before = [(e, without_unseen(bytes_of(e))) for e in old]
        after = [(e, without_unseen(bytes_of(e))) for e in new]
        left, right = {xml for _, xml in before}, {xml for _, xml in after}
        clear = left | right if self.one_writer else left & right
        return (
            [build(e, xml, xml if xml in clear else key_of(e)) for e, xml in before],
            [build(e, xml, xml if xml in clear else key_of(e)) for e, xml in after],
        )

    def merge_between(self, before: Sequence[Item], after: Sequence[Item]) -> list[etree._Element]:
        """Return the blocks of a part; each stretch between two stand-ins is on its own."""
        merged: list[etree._Element] = []
        stretches = list(zip(_stretches(before), _stretches(after), strict=True))
        for old, new in stretches[:-1]:
            merged += [*self.merge_blocks(old[:-1], new[:-1], ends=False), new[-1].element]
        return merged + self.merge_blocks(*stretches[-1])

    def merge_blocks(
        self, before: Sequence[Item], after: Sequence[Item], *, ends: bool = True
    ) -> list[etree._Element]:
        """Return the blocks of both versions, once where they are equal.

        When a cell or a document `ends` here, the last paragraphs of both belong together:
        that end cannot be taken out or put in. An equal block is the very element of `after`.
        """
        tail: list[Pair] = []
        if ends and before and after and before[-1].kind == after[-1].kind == "p":
            tail = [(len(before) - 1, len(after) - 1)]
        pairs = align(before[: len(before) - len(tail)], after[: len(after) - len(tail)]) + tail
        merged: list[etree._Element] = []
        for i, j in _join_tables(pairs, before, after):
            merged += self._block(
                None if i is None else before[i],
                None if j is None else after[j],
                is_last=bool(tail) and (i, j) == tail[0],
            )
        return merged

    def _block(self, old: Item | None, new: Item | None, *, is_last: bool) -> list[etree._Element]:
        """Return what one pair becomes."""
        if old is None:
            return [] if new is None else [self.marks.added(new.element)]
        if new is None:
            return [] if old.element.tag in _BOOKMARKS else [self.marks.removed(old.element)]
        if old.key == new.key:
            return [new.element]
        return self._changed(old.element, new.element, is_last=is_last)

    def _changed(
        self, old: etree._Element, new: etree._Element, *, is_last: bool
    ) -> list[etree._Element]:
        """Return what two versions of one block become."""
        if old.tag == new.tag == TBL:
            return [self._table(old, new)]
        if old.tag == new.tag == P:
            merged = merge_paragraphs(old, new, self.marks)
            if merged is not None:
                return [merged]
            if is_last:
                return [replace_content(old, new, self.marks)]
        return [self.marks.removed(old), self.marks.added(new)]

    def _table(self, old: etree._Element, new: etree._Element) -> etree._Element:
        """Return the new table with its changed, added and removed rows."""
        merged = etree.Element(TBL, new.attrib)
        merged.extend(deepcopy(child) for child in new if child.tag != TR)
        self._track_grid(old, merged)
        before, after = self._list(_row, old.findall(TR), new.findall(TR))
        for i, j in align(before, after):
            merged.extend(
                self._row(
                    None if i is None else before[i],
                    None if j is None else after[j],
                )
            )
        return merged

    def _row(self, old: Item | None, new: Item | None) -> list[etree._Element]:
        """Return what one pair of rows becomes; rows of another shape are replaced."""
        if old is None or new is None:
            added = [] if new is None else [self.marks.added(new.element)]
            return added if old is None else [self.marks.removed(old.element), *added]
        if old.key == new.key:
            return [deepcopy(new.element)]
        if _shape(old.element) != _shape(new.element):
            return [self.marks.removed(old.element), self.marks.added(new.element)]
        merged = deepcopy(new.element)
        for left, right in zip(old.element.findall(TC), merged.findall(TC), strict=True):
            if bytes_of(left) != bytes_of(right):
                self._cell(left, right)
        return [merged]

    def _cell(self, old: etree._Element, new: etree._Element) -> None:
        """Put the tracked changes of a cell in `new`."""
        blocks = [child for child in new if child.tag != TCPR]
        for child in blocks:
            new.remove(child)
        kept = [child for child in old if child.tag != TCPR]
        new.extend(self.merge_blocks(*self.list_blocks(kept, blocks)))

    def _track_grid(self, old: etree._Element, merged: etree._Element) -> None:
        """Keep the old column widths behind the new ones when they differ."""
        before, after = old.find(_GRID), merged.find(_GRID)
        if before is None or after is None or key_of(before) == key_of(after):
            return
        self.marks.count += 1
        change = etree.SubElement(after, f"{W}tblGridChange")
        change.set(f"{W}id", str(9000 + self.marks.count))
        change.append(deepcopy(before))


def _stretches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Yield the items up to and with each stand-in, and those after the last one."""
    at = 0
    for place, item in enumerate(items):
        if item.element.tag == STAND_IN:
            yield items[at : place + 1]
            at = place + 1
    yield items[at:]


def _join_tables(pairs: Sequence[Pair], old: Sequence[Item], new: Sequence[Item]) -> list[Pair]:
    """Return the pairs in which a table right before another one is not on its own.

    Word shows two tables in a row as one, so a removed and an added one become one.
    """
    joined: list[Pair] = []
    for i, j in pairs:
        previous = joined[-1] if joined else (None, None)
        if (
            i is None
            and j is not None
            and previous[1] is None
            and previous[0] is not None
            and old[previous[0]].element.tag == new[j].element.tag == TBL
        ):
            joined[-1] = (previous[0], j)
        else:
            joined.append((i, j))
    return joined


def _block(element: etree._Element, xml: bytes, key: bytes) -> Item:
    """Return a block as something to align."""
    kind = {P: "p", TBL: "tbl"}.get(element.tag, str(element.tag))

    def label() -> tuple[str, str]:
        shape = style_of(element) if kind == "p" else ""
        text = text_of(element)
        return _opening(kind + shape, text), f"{shape} {text}"

    return Item(
        element=element,
        kind=kind,
        xml=xml,
        key=key,
        anchor=_anchor(element, xml) if kind == "p" else "",
        label=cache(label),
    )


def _row(element: etree._Element, xml: bytes, key: bytes) -> Item:
    """Return a row as something to align; its first cells are its opening."""

    def label() -> tuple[str, str]:
        cells = " ".join(text_of(cell) for cell in element.findall(TC)[:2])
        return _opening("tr", cells), text_of(element)

    return Item(
        element=element,
        kind="tr",
        xml=xml,
        key=key,
        anchor=_anchor(element, xml),
        label=cache(label),
    )


def _opening(kind: str, text: str) -> str:
    """Return the first words behind the kind, empty when there are too few to go by."""
    words = text.split()
    return " ".join((kind, *words[:_OPENING])) if len(words) >= _OPENING else ""


def _anchor(element: etree._Element, xml: bytes) -> str:
    """Return by what a heading or row is known in both versions, empty when by nothing."""
    if b"<w:bookmarkStart" not in xml and _CHAPTER_BYTES not in xml:
        return ""
    names = (str(mark.get(f"{W}name")) for mark in element.iter(BOOKMARK))
    own = next((name for name in names if name.startswith("_") and name[:5] != _COUNTED), "")
    if own or element.tag != P or style_of(element) != _CHAPTER:
        return own
    return f"{_CHAPTER} {text_of(element)}"


def _shape(row: etree._Element) -> list[bytes]:
    """Return the cells of a row as far as they say how wide and tall they are."""
    return [
        b"".join(key_of(node) for node in cell.iterfind(f"{TCPR}/*") if node.tag in _CELL_SHAPE)
        for cell in row.findall(TC)
    ]

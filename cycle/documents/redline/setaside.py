"""Setaside: what is the same in both versions is put aside before anything is parsed.

Most of a new draft is that of the last one, byte for byte. A stand-in takes the place of
such blocks in both parts; when the changes are in, those of the new version come
back. A block that depends on another part (a footnote, an image, a link outside) stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cycle.documents.redline.align import longest_chain
from cycle.documents.redline.resolve import SIGNS_OF_CHANGE
from cycle.documents.redline.tags import W, without_unseen

_BODY: Final = b"<w:body>"
_AFTER_BLOCKS: Final = (b"<w:sectPr", b"</w:body>")
_END_P, _TBL, _END_TBL = b"</w:p>", b"<w:tbl>", b"</w:tbl>"
_BLOCKS: Final = (b"<w:p>", b"<w:p ", b"<w:p/>", _TBL)
STAND_IN: Final = f"{W}same"
_STAND_IN: Final = re.compile(rb'<w:same w:n="(\d+)"/>')
_LIST: Final = re.compile(rb'<w:numId w:val="(\d+)"')
_UNCLEAR: Final = (b"<!", b"<w:same", *SIGNS_OF_CHANGE)
_STAYS: Final = (b"footnoteReference", b"endnoteReference", b" r:")


@dataclass(frozen=True, slots=True)
class Setaside:
    """Both parts with stand-ins, what they stand for, and which lists turned out equal."""

    old: bytes
    new: bytes
    blocks: tuple[bytes, ...] = ()
    lists: tuple[tuple[str, str], ...] = ()

    def restore(self, xml: bytes) -> bytes:
        """Return a part with every block back."""
        if not self.blocks:
            return xml
        return _STAND_IN.sub(lambda found: self.blocks[int(found[1])], xml)


def set_aside(old: bytes, new: bytes) -> Setaside:
    """Return both parts without the blocks that they share; as they are when that is unclear.

    A part in which changes are still open is unclear too.
    """
    before, after = _split(old), _split(new)
    if not before or not after or _is_unclear(old, before, after):
        return Setaside(old, new)
    pairs = _shared(before, after)
    runs = _runs(pairs)
    lists = dict(
        pair for i, j in pairs if b"<w:numId" in before[i] for pair in _lists(before[i], after[j])
    )
    return Setaside(
        old=_joined(before, [range(i, i + count) for i, _, count in runs]),
        new=_joined(after, [range(j, j + count) for _, j, count in runs]),
        blocks=tuple(b"".join(after[j : j + count]) for _, j, count in runs),
        lists=tuple(lists.items()),
    )


def _runs(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int, int]]:
    """Return where pairs that follow each other begin in both versions, and how many."""
    runs: list[tuple[int, int, int]] = []
    for i, j in pairs:
        if runs and runs[-1][0] + runs[-1][2] == i and runs[-1][1] + runs[-1][2] == j:
            runs[-1] = (*runs[-1][:2], runs[-1][2] + 1)
        else:
            runs.append((i, j, 1))
    return runs


def _is_unclear(old: bytes, before: Sequence[bytes], after: Sequence[bytes]) -> bool:
    """Return whether a sign in one of the parts makes it unsafe to cut it into blocks.

    What the new part shares with the old one needs no second look.
    """
    known = set(before)
    other = b"".join(piece for piece in after if piece not in known)
    return any(sign in old or sign in other for sign in _UNCLEAR)


def _split(xml: bytes) -> list[bytes]:
    """Return what comes before the blocks, the blocks, and what comes after them.

    Nothing when the part is not made of paragraphs and tables right behind each other. With
    another kind of block, or blocks inside a paragraph, a piece begins with something else.
    """
    at = xml.find(_BODY) + len(_BODY)
    if at < len(_BODY):
        return []
    pieces = [xml[:at]]
    for table in _tables(xml, at):
        pieces += [*_paragraphs(xml[at : table.start]), xml[table.start : table.stop]]
        at = table.stop
    pieces += _paragraphs(xml[at:])
    sound = all(piece.startswith(_BLOCKS) for piece in pieces[1:-1])
    return pieces if sound and pieces[-1].startswith(_AFTER_BLOCKS) else []


def _tables(xml: bytes, at: int) -> Iterator[range]:
    """Yield where each table stands that is not part of another one."""
    while (begin := xml.find(_TBL, at)) >= 0:
        depth, at = 1, begin + 1
        while depth:
            end = xml.find(_END_TBL, at)
            if end < 0:
                return
            deeper = xml.find(_TBL, at, end)
            depth += 1 if deeper >= 0 else -1
            at = deeper + 1 if deeper >= 0 else end + len(_END_TBL)
        yield range(begin, at)


def _paragraphs(xml: bytes) -> Iterator[bytes]:
    """Yield the paragraphs of a stretch without tables, then what comes after them."""
    *whole, rest = xml.split(_END_P)
    for piece in (*(start + _END_P for start in whole), rest):
        at = 0
        while piece.startswith((b"<w:p ", b"<w:p/>"), at):
            end = piece.find(b">", at) + 1
            if piece[end - 2 : end] != b"/>":
                break
            yield piece[at:end]  # an empty paragraph has no end of its own
            at = end
        if piece[at:]:
            yield piece[at:]


def _shared(old: Sequence[bytes], new: Sequence[bytes]) -> list[tuple[int, int]]:
    """Return the pairs of equal blocks that may be put aside, in order.

    The last block stays: how a document ends is for the comparison to decide.
    """
    exact = set(old[1:-2]) & set(new[1:-2])
    before = [xml if xml in exact else without_unseen(xml) for xml in old[1:-2]]
    after = [xml if xml in exact else without_unseen(xml) for xml in new[1:-2]]
    left, right = Counter(before), Counter(after)
    place = {xml: j for j, xml in enumerate(after) if right[xml] == 1}
    sure = longest_chain(
        [(i, place[xml]) for i, xml in enumerate(before) if left[xml] == 1 and xml in place]
    )
    pairs = dict(sure)
    taken = set(pairs.values())
    for step in (1, -1):
        for i, j in sure:
            at, to = i + step, j + step
            while (
                0 <= at < len(before)
                and 0 <= to < len(after)
                and at not in pairs
                and to not in taken
                and before[at] == after[to]
            ):
                pairs[at] = to
                taken.add(to)
                at, to = at + step, to + step
    return [(i + 1, j + 1) for i, j in sorted(pairs.items()) if _may_go(old[i + 1])]


def _may_go(xml: bytes) -> bool:
    """Return whether the block says everything itself."""
    return not any(sign in xml for sign in _STAYS)


def _lists(old: bytes, new: bytes) -> Iterator[tuple[str, str]]:
    """Yield the numbers of the same lists in both versions of a block."""
    pairs = zip(_LIST.findall(old), _LIST.findall(new), strict=True)
    return ((a.decode(), b.decode()) for a, b in pairs)


def _joined(pieces: Sequence[bytes], runs: Sequence[range]) -> bytes:
    """Return the part with a stand-in for each run."""
    parts: list[bytes] = []
    at = 0
    for number, run in enumerate(runs):
        parts += [*pieces[at : run.start], b'<w:same w:n="%d"/>' % number]
        at = run.stop
    return b"".join([*parts, *pieces[at:]])

"""Setaside: what is the same in both versions is put aside before anything is parsed.

Most of a new draft is that of the last one, byte for byte. A stand-in takes the place of
such blocks in both parts; when the changes are in, those of the new version come
back. A block that is looked up elsewhere (a heading, a footnote, a link outside) stays.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cycle.documents.redline.align import longest_chain
from cycle.documents.redline.tags import W, without_unseen

_BODY: Final = b"<w:body>"
_END_P, _END_TBL = b"</w:p>", b"</w:tbl>"
STAND_IN: Final = f"{W}same"
_STAND_IN: Final = re.compile(rb'<w:same w:n="(\d+)"/>')
_LIST: Final = re.compile(rb'<w:numId w:val="(\d+)"')
_UNCLEAR: Final = (b"<!--", b"<![CDATA[", b"<w:txbxContent", b"<w:tbl ")
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
        return _STAND_IN.sub(lambda found: self.blocks[int(found[1])], xml)


def set_aside(old: bytes, new: bytes) -> Setaside:
    """Return both parts without the blocks that they share; as they are when that is unclear."""
    before, after = _split(old), _split(new)
    if before is None or after is None:
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


def _split(xml: bytes) -> list[bytes] | None:
    """Return what comes before the blocks, the blocks, and what comes after them.

    None when the part is not made of plain paragraphs and tables right behind each other.
    """
    at = xml.find(_BODY) + len(_BODY)
    if at < len(_BODY) or any(sign in xml for sign in _UNCLEAR):
        return None
    pieces = [xml[:at]]
    while not xml.startswith((b"<w:sectPr", b"</w:body>"), at):
        end = _end(xml, at)
        if end is None:
            return None
        pieces.append(xml[at:end])
        at = end
    return [*pieces, xml[at:]]


def _end(xml: bytes, at: int) -> int | None:
    """Return where the block that begins here ends, None when it is another kind of block."""
    if xml.startswith((b"<w:p>", b"<w:p "), at):
        close = xml.find(b">", at)
        end = close + 1 if xml[close - 1 : close] == b"/" else xml.find(_END_P, at) + len(_END_P)
        return end if end >= len(_END_P) else None
    if not xml.startswith(b"<w:tbl>", at):
        return None
    depth, place = 1, at + 1
    while depth:
        end = xml.find(_END_TBL, place)
        if end < 0:
            return None
        deeper = xml.find(b"<w:tbl>", place, end)
        depth += 1 if deeper >= 0 else -1
        place = deeper + 1 if deeper >= 0 else end + len(_END_TBL)
    return place


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
    """Return whether nothing outside the block depends on it."""
    if any(sign in xml for sign in _STAYS):
        return False
    return xml.startswith(b"<w:tbl>") or b"<w:bookmarkStart" not in xml


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

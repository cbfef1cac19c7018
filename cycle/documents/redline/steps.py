"""Steps: how one list of words becomes another, in a time that stays within bounds.

Only words and signs are looked for. Blanks are everywhere: looking for those as well would
find one in every change, and takes minutes on a page that was written anew.
"""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from cycle.documents.redline.align import longest_chain, once

Step = tuple[str, int, int, int, int]
"""A kind, "equal" or "replace", with begin and end in the old and in the new list."""
_MOST_COMPARED: Final = 250_000
"""Pairs of words up to which each is held against each: two texts of 500 words."""
_HARDLY_ALIKE: Final = 0.3

Keys = Sequence[Hashable]


def find_steps(old: Keys, new: Keys, blanks: frozenset[Hashable]) -> list[Step]:
    """Return the steps from `old` to `new`, in order; what equals one of `blanks` only fills.

    Lists that share too few words to read well side by side are one "replace".
    """
    if old == new:
        return [("equal", 0, len(old), 0, len(new))]
    left = [i for i, key in enumerate(old) if key not in blanks]
    right = [j for j, key in enumerate(new) if key not in blanks]
    same = list(_same([old[i] for i in left], [new[j] for j in right]))
    if 2 * len(same) <= _HARDLY_ALIKE * (len(left) + len(right)):
        return [("replace", 0, len(old), 0, len(new))]
    return _joined(old, new, [(left[i], right[j]) for i, j in same])


def _joined(old: Keys, new: Keys, same: Sequence[tuple[int, int]]) -> list[Step]:
    """Return the steps along the pairs in `same`, with the blanks beside them."""
    steps: list[Step] = []

    def add(kind: str, i: int, j: int) -> None:
        _, _, i1, _, j1 = steps[-1] if steps else ("", 0, 0, 0, 0)
        if (i1, j1) == (i, j):
            return
        if steps and steps[-1][0] == kind:
            _, i1, _, j1, _ = steps.pop()
        steps.append((kind, i1, i, j1, j))

    i = j = 0
    for a, b in (*same, (len(old), len(new))):
        head = _alike(old[i:a], new[j:b])
        tail = _alike(old[i + head : a][::-1], new[j + head : b][::-1])
        add("equal", i + head, j + head)
        add("replace", a - tail, b - tail)
        i, j = min(a + 1, len(old)), min(b + 1, len(new))
        add("equal", i, j)
    return steps


def _same(old: Keys, new: Keys) -> Iterator[tuple[int, int]]:
    """Yield pairs of equal words that do not cross: equal ends, and what lies between."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    yield from ((i, i) for i in range(head))
    between = range(head, len(old) - tail), range(head, len(new) - tail)
    yield from _between(old, new, *between)
    yield from ((len(old) - back, len(new) - back) for back in range(tail, 0, -1))


def _between(old: Keys, new: Keys, o: range, n: range) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a gap; in a long one words that occur once lead the way."""
    if len(o) * len(n) <= _MOST_COMPARED:
        yield from _closely(old, new, o, n)
        return
    left, right = once((old[i], i) for i in o), once((new[j], j) for j in n)
    sure = longest_chain([(i, right[key]) for key, i in left.items() if key in right])
    i, j = o.start, n.start
    for a, b in (*sure, (o.stop, n.stop)):
        if (a - i) * (b - j) <= _MOST_COMPARED:
            yield from _closely(old, new, range(i, a), range(j, b))
        if a < o.stop and b < n.stop:
            yield a, b
        i, j = a + 1, b + 1


def _closely(old: Keys, new: Keys, o: range, n: range) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a short gap, the longest equal stretch first."""
    matcher = SequenceMatcher(None, old[o.start : o.stop], new[n.start : n.stop], autojunk=False)
    for i, j, count in matcher.get_matching_blocks():
        yield from ((o.start + i + k, n.start + j + k) for k in range(count))


def _alike(old: Keys, new: Keys) -> int:
    """Return how many words at the begin are the same."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))

"""Align: which blocks or rows of two versions belong together.

First what carries the same anchor, then what is exactly equal, then what begins the same,
and last what shares the most words. Nothing ever crosses: the order of both stays.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, TypeVar

from lxml import etree

_Name = TypeVar("_Name", bound=Hashable)
Pair = tuple[int | None, int | None]
"""Indices in the old and the new sequence; None where one has nothing."""
_MOST_COMPARED: Final = 2500
_ALIKE: Final = 0.4


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One block or row: `key` is equal for equal ones, `anchor` its own bookmark or "".

    `xml` are its bytes in its file, without what no reader sees. Items of a different
    `kind` never belong together.
    `label` gives kind and first words, and all its words; it is asked only when needed.
    """

    element: etree._Element
    kind: str
    xml: bytes
    key: bytes
    anchor: str
    label: Callable[[], tuple[str, str]]

    def opening(self) -> str:
        """Return kind and first words, empty when there are too few to go by."""
        return self.label()[0]

    def words(self) -> frozenset[str]:
        """Return the words it is made of."""
        return frozenset(self.label()[1].split())


def align(old: Sequence[Item], new: Sequence[Item]) -> list[Pair]:
    """Return pairs that name every item of both exactly once, in order; removed before added."""
    anchored = _unique(old, new, lambda item: item.anchor)
    matched = set(anchored)
    pairs: list[Pair] = []
    for o, n in _gaps(anchored, range(len(old)), range(len(new))):
        if len(o) == len(n) == 1 and (o[0], n[0]) in matched:
            pairs.append((o[0], n[0]))
            continue
        own, other = _cut(old, o), _cut(new, n)
        pairs += _by_key(old, new, own[0], other[0])
        pairs += _by_key(old, new, own[1], other[1])
    return pairs


def _cut(items: Sequence[Item], part: range) -> tuple[range, range]:
    """Return what comes before the first anchor of its own, and the rest.

    Under a heading that the other version does not have, nothing belongs to what the
    heading before it says.
    """
    at = next((i for i in part if items[i].anchor), part.stop)
    return range(part.start, at), range(at, part.stop)


def _gaps(
    matches: Sequence[tuple[int, int]], old: range, new: range
) -> Iterator[tuple[range, range]]:
    """Yield the ranges between matches, and each match as a range of one beside one."""
    o, n = old.start, new.start
    for i, j in matches:
        yield range(o, i), range(n, j)
        yield range(i, i + 1), range(j, j + 1)
        o, n = i + 1, j + 1
    yield range(o, old.stop), range(n, new.stop)


def _by_key(old: Sequence[Item], new: Sequence[Item], o: range, n: range) -> list[Pair]:
    """Return the pairs of a gap: equal ends first, then unique equals, then the rest."""
    head: list[Pair] = []
    while o and n and old[o[0]].key == new[n[0]].key:
        head.append((o[0], n[0]))
        o, n = o[1:], n[1:]
    tail: list[Pair] = []
    while o and n and old[o[-1]].key == new[n[-1]].key:
        tail.append((o[-1], n[-1]))
        o, n = o[:-1], n[:-1]
    return [*head, *_middle(old, new, o, n), *reversed(tail)]


def _middle(old: Sequence[Item], new: Sequence[Item], o: range, n: range) -> list[Pair]:
    """Return the pairs of a gap whose ends differ."""
    if not o or not n:
        return [*((i, None) for i in o), *((None, j) for j in n)]
    for name in (lambda item: item.key, Item.opening):
        matches = _unique(old, new, name, o, n)
        if matches:
            pairs: list[Pair] = []
            matched = set(matches)
            for left, right in _gaps(matches, o, n):
                single = len(left) == len(right) == 1 and (left[0], right[0]) in matched
                pairs += [(left[0], right[0])] if single else _by_key(old, new, left, right)
            return pairs
    if len(o) * len(n) > _MOST_COMPARED:
        return _by_sequence(old, new, o, n)
    return _by_words(old, new, o, n)


def _by_sequence(old: Sequence[Item], new: Sequence[Item], o: range, n: range) -> list[Pair]:
    """Return the pairs of a long gap: equal runs only; the rest is removed and added.

    What stands everywhere, an empty line, leads nowhere and is found beside other runs only.
    """
    matcher = SequenceMatcher(None, [old[i].key for i in o], [new[j].key for j in n])
    pairs: list[Pair] = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            pairs += zip(o[i1:i2], n[j1:j2], strict=True)
        else:
            pairs += [*((i, None) for i in o[i1:i2]), *((None, j) for j in n[j1:j2])]
    return pairs


def _by_words(old: Sequence[Item], new: Sequence[Item], o: range, n: range) -> list[Pair]:
    """Return the pairs of a short gap with the greatest likeness in total."""
    best = [[0.0] * (len(n) + 1) for _ in range(len(o) + 1)]
    words = {id(item): item.words() for item in (*(old[i] for i in o), *(new[j] for j in n))}
    alike = [[_likeness(old[i], new[j], words) for j in n] for i in o]
    for i in reversed(range(len(o))):
        for j in reversed(range(len(n))):
            together = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(o) and j < len(n):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs.append((o[i], n[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((o[i], None))
            i += 1
        else:
            pairs.append((None, n[j]))
            j += 1
    return [*pairs, *((k, None) for k in o[i:]), *((None, k) for k in n[j:])]


def _likeness(old: Item, new: Item, words: Mapping[int, frozenset[str]]) -> float:
    """Return how much two items share: 0 for nothing in common, 2 for equal ones."""
    if old.kind != new.kind:
        return 0.0
    if old.key == new.key:
        return 2.0
    left, right = words[id(old)], words[id(new)]
    total = len(left) + len(right)
    share = 2 * len(left & right) / total if total else 1.0
    return share if share >= _ALIKE else 0.0


def _unique(
    old: Sequence[Item],
    new: Sequence[Item],
    name: Callable[[Item], str | bytes],
    o: range | None = None,
    n: range | None = None,
) -> list[tuple[int, int]]:
    """Return pairs whose name occurs once in both, as many as fit without crossing."""
    left = once((name(old[i]), i) for i in (range(len(old)) if o is None else o))
    right = once((name(new[j]), j) for j in (range(len(new)) if n is None else n))
    shared = [
        (i, right[label])
        for label, i in left.items()
        if label in right and old[i].kind == new[right[label]].kind
    ]
    return longest_chain(shared)


def once(named: Iterable[tuple[_Name, int]]) -> dict[_Name, int]:
    """Return the names that occur once, with their index; an empty name is no name."""
    rows = [row for row in named if row[0]]
    counted = Counter(label for label, _ in rows)
    return {label: index for label, index in rows if counted[label] == 1}


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of `pairs` in which the second index rises as the first does."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for place, (_, j) in enumerate(pairs):
        depth = bisect_left(ends, j)
        before.append(places[depth - 1] if depth else None)
        ends[depth : depth + 1] = [j]
        places[depth : depth + 1] = [place]
    chain: list[tuple[int, int]] = []
    at = places[-1] if places else None
    while at is not None:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]

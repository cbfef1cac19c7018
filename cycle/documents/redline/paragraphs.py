"""Paragraphs: two versions of one paragraph as one, word by word.

Texts, tabs and line breaks are compared. Everything else in a paragraph (a field, a link,
a bookmark, an image) is fixed: when that differs, there is no merging word by word.
"""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from lxml import etree

from cycle.documents.redline.marks import Marks, as_removed
from cycle.documents.redline.steps import find_steps
from cycle.documents.redline.tags import (
    BOOKMARK_END,
    DEL,
    INS,
    PPR,
    RPR,
    RUN,
    SECTPR,
    TEXT,
    XML_SPACE,
    P,
    W,
    key_of,
)

_TOKEN: Final = re.compile(r"\d[\d.,]*\d|\w+|\s+|[^\w\s]")
_LIKE_TEXT: Final = tuple(f"{W}{name}" for name in ("tab", "br", "cr", "noBreakHyphen"))
_CONTAINERS: Final = tuple(f"{W}{name}" for name in ("hyperlink", "smartTag", "fldSimple"))
_IGNORED: Final = (PPR, f"{W}proofErr")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text that is compared: `look` are its run properties, `sign` a tab or break."""

    key: tuple[bytes, bytes | str]
    look: etree._Element | None
    text: str
    sign: etree._Element | None


@dataclass(frozen=True, slots=True)
class Fixed:
    """Something that must be the same on both sides; `opens` is +1 or -1 around a link."""

    key: bytes
    element: etree._Element
    look: etree._Element | None
    in_run: bool
    opens: int = 0


def merge_paragraphs(
    old: etree._Element, new: etree._Element, marks: Marks
) -> etree._Element | None:
    """Return the new paragraph with its changes tracked, None when fixed things differ."""
    before, after = list(_flatten(old)), list(_flatten(new))
    if [a.key for a in before if isinstance(a, Fixed)] != [
        a.key for a in after if isinstance(a, Fixed)
    ]:
        return None
    merged = etree.Element(P, new.attrib)
    _add_properties(merged, old, new, marks)
    at = merged
    for left, right in zip(_stretches(before), _stretches(after), strict=True):
        _add_words(at, left[0], right[0], marks)
        if right[1] is not None:
            at = _add_fixed(at, right[1])
    return merged


def replace_content(old: etree._Element, new: etree._Element, marks: Marks) -> etree._Element:
    """Return the new paragraph after all the old text, in one paragraph."""
    removed, added = marks.removed(old), deepcopy(new)
    marks.wrap(added, INS)
    merged = etree.Element(P, new.attrib)
    _add_properties(merged, old, new, marks)
    merged.extend(child for child in (*removed, *added) if child.tag != PPR)
    return merged


def _flatten(parent: etree._Element) -> Iterator[Word | Fixed]:
    """Yield what stands in a paragraph, in reading order."""
    for child in parent:
        if child.tag == RUN:
            yield from _flatten_run(child)
        elif child.tag in _CONTAINERS:
            shell = etree.Element(child.tag, child.attrib)
            yield Fixed(key_of(shell), shell, None, in_run=False, opens=1)
            yield from _flatten(child)
            yield Fixed(b"/", shell, None, in_run=False, opens=-1)
        elif child.tag not in _IGNORED:
            key = b"end" if child.tag == BOOKMARK_END else key_of(child)
            yield Fixed(key, child, None, in_run=False)


def _flatten_run(run: etree._Element) -> Iterator[Word | Fixed]:
    """Yield the words and fixed things of one run."""
    look = run.find(RPR)
    style = b"" if look is None else key_of(look)
    for child in run:
        if child.tag == TEXT:
            for token in _TOKEN.findall(child.text or ""):
                yield Word((style, token), look, token, None)
        elif child.tag in _LIKE_TEXT:
            yield Word((style, key_of(child)), look, "", child)
        elif child.tag != RPR:
            yield Fixed(style + key_of(child), child, look, in_run=True)


def _stretches(atoms: Sequence[Word | Fixed]) -> Iterator[tuple[list[Word], Fixed | None]]:
    """Yield the words up to each fixed thing, and after the last one."""
    words: list[Word] = []
    for atom in atoms:
        if isinstance(atom, Word):
            words.append(atom)
        else:
            yield words, atom
            words = []
    yield words, None


def _add_fixed(at: etree._Element, fixed: Fixed) -> etree._Element:
    """Write a fixed thing and return where the writing goes on."""
    if fixed.opens < 0:
        return at.getparent()
    if fixed.in_run:
        run = etree.SubElement(at, RUN)
        if fixed.look is not None:
            run.append(deepcopy(fixed.look))
        run.append(deepcopy(fixed.element))
        return at
    at.append(deepcopy(fixed.element))
    return at[-1] if fixed.opens else at


def _add_words(at: etree._Element, old: Sequence[Word], new: Sequence[Word], marks: Marks) -> None:
    """Write the words of both versions, each once."""
    blanks = frozenset(w.key for w in (*old, *new) if w.text.isspace())
    steps = find_steps([w.key for w in old], [w.key for w in new], blanks)
    for kind, i1, i2, j1, j2 in steps:
        if kind == "equal":
            at.extend(_runs(new[j1:j2]))
            continue
        for tag, words in ((DEL, old[i1:i2]), (INS, new[j1:j2])):
            if words:
                wrapper = marks.make(tag)
                wrapper.extend(_runs(words))
                if tag == DEL:
                    for run in wrapper:
                        as_removed(run)
                at.append(wrapper)


def _runs(words: Sequence[Word]) -> Iterator[etree._Element]:
    """Yield runs, one per stretch of words that look the same."""
    for _, same in groupby(words, key=lambda word: word.key[0]):
        run = etree.Element(RUN)
        for is_text, part in groupby(same, key=lambda word: word.sign is None):
            pieces = list(part)
            if not len(run) and pieces[0].look is not None:
                run.append(deepcopy(pieces[0].look))
            if is_text:
                text = etree.SubElement(run, TEXT, {XML_SPACE: "preserve"})
                text.text = "".join(word.text for word in pieces)
            else:
                run.extend(deepcopy(word.sign) for word in pieces)
        yield run


def _add_properties(
    merged: etree._Element, old: etree._Element, new: etree._Element, marks: Marks
) -> None:
    """Write the new paragraph properties, with the old ones behind them when they differ."""
    properties = new.find(PPR)
    properties = etree.Element(PPR) if properties is None else deepcopy(properties)
    before = _plain(old.find(PPR))
    if key_of(before) != key_of(_plain(properties)):
        change = marks.make(f"{W}pPrChange")
        change.append(before)
        properties.append(change)
    if len(properties):
        merged.insert(0, properties)


def _plain(properties: etree._Element | None) -> etree._Element:
    """Return paragraph properties without those of its sign or section."""
    if properties is None:
        return etree.Element(PPR)
    copy = deepcopy(properties)
    for tag in (RPR, SECTPR, f"{W}pPrChange"):
        for node in copy.findall(tag):
            copy.remove(node)
    return copy

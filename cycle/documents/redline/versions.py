"""Redline: the function that puts two versions together and proves the outcome."""

import re
from collections.abc import Mapping, Sequence
from typing import Final
from xml.parsers import expat

import pendulum
from lxml import etree

from cycle.documents.package import read_parts, write_docx
from cycle.documents.redline.borrow import (
    Parts,
    borrow_footnotes,
    borrow_lists,
    borrow_relations,
    borrow_styles,
    parse,
    written,
)
from cycle.documents.redline.compare import Comparison
from cycle.documents.redline.marks import Marks
from cycle.documents.redline.resolve import accept_all, has_tracked, prove
from cycle.documents.redline.setaside import Setaside, set_aside
from cycle.documents.redline.tags import SECTPR, W
from cycle.domain.errors import InvoerError, JaarschijfError

_BOOKMARK_NAME: Final = re.compile(rb'<w:bookmarkStart[^>]* w:name="([^"]*)"')
_COMPARED: Final = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml")


class RedlineOnjuist(JaarschijfError):
    """The tracked changes do not lead back to both versions; nothing is handed out."""


def redline(old: bytes, new: bytes, *, author: str, when: pendulum.Date) -> bytes:
    """Return `new` as docx with every difference from `old` as a tracked change.

    Accepting all changes gives the text, rows and cells of `new`, rejecting all those of
    `old`; that is checked here, on every run. Body, headers and footers are compared;
    styles and settings are those of `new`. Changes that were still open in either version
    count as accepted. The same input gives the same bytes.

    Raises:
        InvoerError: one of the two is no Word document, or holds what cannot be compared.
        RedlineOnjuist: the outcome would not lead back to both versions.
    """
    before, after = _read(old, "de oude versie"), _read(new, "de nieuwe versie")
    borrow_styles(before, after)
    comparison = Comparison(
        Marks(author=author, date=f"{when.to_date_string()}T00:00:00Z", names=frozenset())
    )
    for part in sorted(set(before) & set(after)):
        if _COMPARED.fullmatch(part) and before[part] != after[part]:
            _compare(part, before, after, comparison)
    return write_docx(after)


def _read(docx: bytes, plek: str) -> Parts:
    """Return the parts of a version."""
    try:
        return read_parts(docx, plek)
    except InvoerError as error:
        error.advies = "Open het bestand in Word en bewaar het opnieuw als .docx."
        raise


def _compare(part: str, before: Mapping[str, bytes], after: Parts, work: Comparison) -> None:
    """Put the tracked changes of one part in `after`.

    Raises:
        RedlineOnjuist: they would not lead back to both versions.
    """
    old, new = before[part], after[part]
    work.marks.names = frozenset(name.decode() for name in _BOOKMARK_NAME.findall(new))
    aside = set_aside(old, new)
    after[part] = _well_formed(aside.restore(_merged(part, aside, (before, after), work)), part)


def _merged(
    part: str, aside: Setaside, packages: tuple[Mapping[str, bytes], Parts], work: Comparison
) -> bytes:
    """Return one part with tracked changes, stand-ins still in place."""
    left, right = _settled(aside.old, part), _settled(aside.new, part)
    borrow_lists((left, right), dict(aside.lists), *packages)
    borrow_footnotes(left, *packages)
    borrow_relations(left, part, *packages)
    body = _container(right)
    work.one_writer = left.nsmap == right.nsmap
    old_blocks, new_blocks = work.list_blocks(
        (child for child in _container(left) if child.tag != SECTPR),
        (child for child in body if child.tag != SECTPR),
    )
    merge = work.merge_between if aside.blocks else work.merge_blocks
    merged = merge(old_blocks, new_blocks)
    fout = prove(merged, old_blocks, new_blocks)
    if fout:
        raise _not_exact(fout, part)
    _place(body, merged)
    return written(right)


def _well_formed(xml: bytes, plek: str) -> bytes:
    """Return a part when it is sound as a whole; what was put aside was never parsed."""
    try:
        expat.ParserCreate().Parse(xml, True)
    except expat.ExpatError as error:
        raise _damaged(error, plek) from error
    return xml


def _not_exact(wat: str, plek: str) -> RedlineOnjuist:
    """Return the refusal of a redline that would not lead back to both versions."""
    return RedlineOnjuist(
        f"De wijzigingen kloppen niet: na alles {wat} staat er iets anders.",
        advies="Meld dit aan de beheerder, met beide versies van het document.",
        plek=plek,
    )


def _damaged(error: Exception, plek: str) -> InvoerError:
    """Return the refusal of a part that cannot be read."""
    return InvoerError(
        f"Het document is beschadigd ({error}).",
        advies="Open het bestand in Word en bewaar het opnieuw als .docx.",
        plek=plek,
    )


def _settled(xml: bytes, plek: str) -> etree._Element:
    """Return a part as tree in which nothing is open any more."""
    try:
        root = parse(xml)
    except etree.XMLSyntaxError as error:
        raise _damaged(error, plek) from error
    if root.prefix != "w":
        raise InvoerError(
            "Dit is geen gewoon Word-document.",
            advies="Open het bestand in Word en bewaar het opnieuw als .docx.",
            plek=plek,
        )
    return accept_all(root) if has_tracked(xml) else root


def _container(root: etree._Element) -> etree._Element:
    """Return the element that holds the blocks: the body, or a header or footer itself."""
    body = root.find(f"{W}body")
    return root if body is None else body


def _place(body: etree._Element, merged: Sequence[etree._Element]) -> None:
    """Make `merged` the blocks of `body`; what stands there already stays where it is."""
    wanted = set(merged)
    for child in [c for c in body if c not in wanted and c.tag != SECTPR]:
        body.remove(child)
    for place, block in enumerate(merged):
        if block.getparent() is not body:
            body.insert(place, block)

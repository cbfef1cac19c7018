"""Marks: writes tracked changes the way Word does: who, when, and what was added or removed.

Runs are wrapped, paragraph marks and rows carry a mark of their own. Text of a removed run
becomes ``w:delText``, an instruction of a removed field ``w:delInstrText``.
"""

from copy import deepcopy
from dataclasses import dataclass
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
    TBL,
    TEXT,
    TR,
    TRPR,
    P,
    W,
    make,
)

_FIRST_ID: Final = 9000
_FIRST_BOOKMARK: Final = 90000
_COMMENT: Final = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
_AFTER_MARK: Final = (f"{W}tblPrEx",)


@dataclass(slots=True)
class Marks:
    """Makes the marks of one redline; `names` are bookmarks that the new version has."""

    author: str
    date: str
    names: frozenset[str]
    count: int = 0
    bookmarks: int = 0

    def make(self, tag: str) -> etree._Element:
        """Return a new mark with author and date."""
        self.count += 1
        number = str(_FIRST_ID + self.count)
        return make(tag, id=number, author=self.author, date=self.date)

    def added(self, block: etree._Element) -> etree._Element:
        """Return a copy of a block or row in which everything is marked as added."""
        return self._marked(deepcopy(block), INS)

    def removed(self, block: etree._Element) -> etree._Element:
        """Return a copy of a block or row in which everything is marked as removed."""
        copy = deepcopy(block)
        self._clean(copy)
        return self._marked(copy, DEL)

    def _marked(self, block: etree._Element, tag: str) -> etree._Element:
        """Return the block with every row, paragraph mark and run in it marked."""
        for row in block.iter(TR):
            self._mark_row(row, tag)
        for paragraph in block.iter(P):
            self.mark_end(paragraph, tag)
            self.wrap(paragraph, tag)
        return block

    def _mark_row(self, row: etree._Element, tag: str) -> None:
        """Mark a whole row."""
        properties = row.find(TRPR)
        if properties is None:
            properties = etree.Element(TRPR)
            place = 1 if len(row) and row[0].tag in _AFTER_MARK else 0
            row.insert(place, properties)
        properties.append(self.make(tag))

    def mark_end(self, paragraph: etree._Element, tag: str) -> None:
        """Mark the end of a paragraph: the sign that makes it one."""
        properties = paragraph.find(PPR)
        if properties is None:
            properties = etree.Element(PPR)
            paragraph.insert(0, properties)
        run = properties.find(RPR)
        if run is None:
            run = etree.Element(RPR)
            last = [f"{W}sectPr", f"{W}pPrChange"]
            properties.insert(sum(child.tag not in last for child in properties), run)
        run.insert(0, self.make(tag))

    def wrap(self, parent: etree._Element, tag: str) -> None:
        """Wrap every run below `parent` that is not in a paragraph of its own."""
        wrapper: etree._Element | None = None
        for child in list(parent):
            if child.tag == RUN:
                if wrapper is None:
                    wrapper = self.make(tag)
                    child.addprevious(wrapper)
                wrapper.append(child)
                if tag == DEL:
                    as_removed(child)
                continue
            wrapper = None
            if child.tag not in (PPR, P, TBL, BOOKMARK, BOOKMARK_END):
                self.wrap(child, tag)

    def _clean(self, block: etree._Element) -> None:
        """Take out comments, and bookmarks that the new version has itself."""
        for tag in _COMMENT:
            for node in list(block.iter(tag)):
                node.getparent().remove(node)
        begun: dict[str, str] = {}
        for node in list(block.iter(BOOKMARK, BOOKMARK_END)):
            number = str(node.get(f"{W}id"))
            if node.tag == BOOKMARK and str(node.get(f"{W}name")) not in self.names:
                self.bookmarks += 1
                begun[number] = str(_FIRST_BOOKMARK + self.bookmarks)
            elif node.tag == BOOKMARK or number not in begun:
                node.getparent().remove(node)
                continue
            node.set(f"{W}id", begun[number])


def as_removed(run: etree._Element) -> None:
    """Rename the texts of a run to those of removed text."""
    for node in run.iter(TEXT, INSTR):
        node.tag = DELTEXT if node.tag == TEXT else DELINSTR

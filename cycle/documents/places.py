"""Places: at which afspraak and action a reader of a returned document is.

The last bookmark counts, from a heading on until the next heading of the highest level.
When somebody lost the bookmark, the words "Afspraak 7." of the heading do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from cycle.domain.anker import Anker, read_anker
from cycle.domain.reactie import Vindplaats

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
_AFSPRAAK: Final = re.compile(r"\s*Afspraak (\d{1,4})\.")
_PARAGRAPH: Final = f"{_W}p"
_TEXTS: Final = (f"{_W}t", f"{_W}delText")
_NEW: Final = (f"{_W}ins", f"{_W}moveTo")
_LONGEST: Final = 80


def heading_levels(styles: etree._Element | None) -> dict[str, int]:
    """Return the level of each heading style by its id; the name is the same in any Word."""
    levels: dict[str, int] = {}
    for style in () if styles is None else styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        found = _HEADING.fullmatch(str(name.get(f"{_W}val"))) if name is not None else None
        if found:
            levels[str(style.get(f"{_W}styleId"))] = int(found[1])
    return levels


@dataclass(slots=True)
class Place:
    """Where the reading is now; `deel` names a part outside the text, such as a footer."""

    levels: dict[str, int]
    deel: str = ""
    afspraak: int | None = None
    actie: str = ""
    kop: str = ""
    rij: str = ""

    def at(self) -> Vindplaats:
        """Return the place in numbers and words."""
        return Vindplaats(self.afspraak, self.actie, self._words())

    def enter_paragraph(self, paragraph: etree._Element) -> None:
        """Move on to a paragraph: a heading may begin another afspraak, or end one."""
        level = self.levels.get(_style(paragraph), 0)
        text = _text(paragraph)
        if level and text:
            self.kop = text[:_LONGEST]
        if level == 1:
            self.afspraak = None
        numbers = [anker.nummer for anker in _ankers(paragraph) if not anker.actie]
        words = _AFSPRAAK.match(text) if level else None
        if numbers:
            self.afspraak = numbers[-1]
        elif words:
            self.afspraak = int(words[1])

    def enter_row(self, row: etree._Element) -> tuple[str, str]:
        """Move on to a row, and return what `leave_row` needs to go back."""
        before = self.actie, self.rij
        for anker in _ankers(row):
            if anker.actie:
                self.actie = anker.actie
                self.afspraak = self.afspraak or anker.nummer
        first = next(row.iter(f"{_W}tc"), None)
        self.rij = "" if first is None else _text(first)[:_LONGEST]
        return before

    def leave_row(self, before: tuple[str, str]) -> None:
        """Go back to what surrounds the row."""
        self.actie, self.rij = before

    def _words(self) -> str:
        """Return the place in words."""
        if self.deel:
            return self.deel
        where = [self.kop or "begin van het document"]
        if self.afspraak is not None and not _AFSPRAAK.match(self.kop):
            where.insert(0, f"Afspraak {self.afspraak}")
        if self.rij:
            where.append(f"rij ‘{self.rij}’")
        return ", ".join(where)


def _text(element: etree._Element) -> str:
    """Return the words of an element as they stood before; what is all new, as it is now."""
    stood, every = [], []
    for node in element.iter(_PARAGRAPH, *_TEXTS):
        piece = " " if node.tag == _PARAGRAPH else node.text or ""
        every.append(piece)
        if next(node.iterancestors(*_NEW), None) is None:
            stood.append(piece)
    return " ".join("".join(stood).split()) or " ".join("".join(every).split())


def _style(paragraph: etree._Element) -> str:
    """Return the style id of a paragraph."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _ankers(element: etree._Element) -> Iterator[Anker]:
    """Yield what our bookmarks in an element stand for."""
    for mark in element.iter(f"{_W}bookmarkStart"):
        anker = read_anker(str(mark.get(f"{_W}name")))
        if anker is not None:
            yield anker

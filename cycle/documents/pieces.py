"""Pieces: the text of a paragraph cut where a tracked change begins or ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from cycle.documents.comments import author

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TRACKED: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
OUT: Final = (TRACKED[1], TRACKED[2])
MOVED: Final = TRACKED[2:]
WORDS: Final = (f"{W}t", f"{W}delText")
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a paragraph, with the mark around it, None for text that stays."""

    text: str
    mark: etree._Element | None

    @property
    def is_out(self) -> bool:
        """Return whether the text is on its way out."""
        return self.mark is not None and self.mark.tag in OUT

    @property
    def by(self) -> tuple[str, str]:
        """Return by what pieces belong to one change: who, and moved or not."""
        if self.mark is None:
            return "", ""
        return author(self.mark), "moved" if self.mark.tag in MOVED else "changed"


def never_was(child: etree._Element, mark: etree._Element | None) -> bool:
    """Return whether nobody reads this: put in and taken out again, or a second text box.

    Word keeps a text box twice, the second time for offices that do not know the first.
    """
    is_undone = child.tag in OUT and mark is not None and mark.tag not in OUT
    return bool(child.tag == FALLBACK) or is_undone


def before_changes(pieces: Iterable[Piece]) -> str:
    """Return the words as they stood before anybody changed them."""
    return "".join(p.text for p in pieces if p.mark is None or p.is_out)


def is_inhoudsopgave(paragraph: etree._Element) -> bool:
    """Return whether this is a line of the table of contents, whose numbers any office fills in."""
    fields = paragraph.iter(f"{W}instrText")
    return any("PAGEREF" in (node.text or "") for node in fields)


def row_mark(row: etree._Element) -> etree._Element | None:
    """Return the mark of a row that came or went, None for any other row.

    LibreOffice takes out the words of a row and leaves the row; that is a row that went.
    """
    for tag in (TRACKED[0], TRACKED[1]):
        mark = row.find(f"{W}trPr/{tag}")
        if mark is not None:
            return mark
    texts = [t for t in row.iter(*WORDS) if (t.text or "").strip()]
    marks = [next(t.iterancestors(TRACKED[1]), None) for t in texts]
    return marks[0] if marks and all(m is not None for m in marks) else None


def plain(element: etree._Element) -> str:
    """Return the words of an element."""
    return "".join(element.itertext(*WORDS))

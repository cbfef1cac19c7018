"""Bijproduct: what filling a document needs besides text: lists, footnotes, links, pictures.

Ids of links and pictures follow from what they are, so the same text has the same ids in
every document that it stands in.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from cycle.documents.package import DOCUMENT
from cycle.domain.errors import InvoerError, SjabloonOnbruikbaar

FOOTNOTES: Final = "word/footnotes.xml"
BULLETS: Final = 1
"""The ``w:num`` for bullets; every template must define it."""
NUMBERS: Final = 3
"""The ``w:num`` for numbered lists; each list gets a restarted copy of it."""
NAME: Final = "_bijproduct"
"""Where the context of a template keeps it; the underscore hides it from the template."""
FIRST_NUMBER: Final = 1001
FIRST_NOTE: Final = 1001
"""Word counts the footnotes of a template itself from 1 on."""
_FIRST_ANCHOR: Final = 5000
_LONGEST_NAME: Final = 40


@dataclass(slots=True)
class Bijproduct:
    """What one document collects while it is filled.

    `beelden` are the pictures that texts may use, in base64 by file name. `numbers` are
    restarted lists as (level, first number), `notes` the footnotes as ready XML. `links`
    maps a part to its addresses by relation id, `pictures` relation id to (kind, bytes).
    `names` are the bookmarks for links inside the document, `wanted` what links point at.
    """

    beelden: Mapping[str, str] = field(default_factory=dict)
    numbers: list[tuple[int, int]] = field(default_factory=list)
    anchors: int = 0
    notes: list[str] = field(default_factory=list)
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    wanted: dict[str, None] = field(default_factory=dict)

    def restart(self, start: int, level: int = 0) -> int:
        """Return a new list number whose count begins at `start` on this level."""
        self.numbers.append((level, start))
        return FIRST_NUMBER + len(self.numbers) - 1

    def next_anchor(self) -> int:
        """Return an unused id for a bookmark or a picture."""
        self.anchors += 1
        return _FIRST_ANCHOR + self.anchors

    def next_note(self) -> int:
        """Return the id of a new footnote; its text comes with `write_note`."""
        self.notes.append("")
        return FIRST_NOTE + len(self.notes) - 1

    def write_note(self, number: int, xml: str) -> None:
        """Keep the text of a footnote."""
        self.notes[number - FIRST_NOTE] = xml

    def link(self, href: str, *, in_note: bool) -> str:
        """Return the relation id of an address outside the document."""
        relation = f"rIdL{_digest(href.encode())}"
        self.links.setdefault(FOOTNOTES if in_note else DOCUMENT, {})[relation] = href
        return relation

    def picture(self, kind: str, inhoud: bytes) -> str:
        """Return the relation id of a picture; the same picture is kept once."""
        relation = f"rIdB{_digest(inhoud)}"
        self.pictures[relation] = (kind, inhoud)
        return relation

    def point_at(self, code: str) -> str:
        """Return the bookmark that a link inside the document goes to."""
        self.wanted[code] = None
        return bookmark_name(code)

    def bookmark(self, code: str) -> str:
        """Return an empty bookmark for links to `code`.

        Raises:
            InvoerError: another heading has this code.
        """
        if code in self.names:
            raise InvoerError(
                f"De code '{code}' staat bij twee koppen.",
                advies="Geef een van de twee een andere code.",
            )
        self.names.add(code)
        return _bookmark(bookmark_name(code), self.next_anchor())


def bookmark_name(code: str) -> str:
    """Return the name Word allows for a code; it is hidden, and long ones are cut short."""
    name = f"_Naar_{code.replace('-', '_')}"
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - 13]}_{_digest(code.encode())}"


def _digest(inhoud: bytes) -> str:
    """Return 12 characters that stand for these bytes."""
    return hashlib.sha256(inhoud).hexdigest()[:12]


def _bookmark(name: str, number: int) -> str:
    """Return an empty bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


@pass_context
def anker(context: Context, naam: str) -> Markup:
    """Return an empty bookmark named `naam`; use it alone in a run: ``{{r … }}``.

    Raises:
        SjabloonOnbruikbaar: Word does not allow this name.
    """
    if not re.fullmatch(r"[A-Za-z_]\w{0,39}", naam):
        raise SjabloonOnbruikbaar(f"'{naam}' kan geen bladwijzer zijn.")
    return Markup(_bookmark(naam, context[NAME].next_anchor()))  # noqa: S704 - naam was checked


@pass_context
def linkdoel(context: Context, code: str) -> Markup:
    """Return the bookmark for links to `code` (``[tekst](#code)``): ``{{r … }}``.

    Raises:
        SjabloonOnbruikbaar: this can be no code.
        InvoerError: another heading has this code.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", code):
        raise SjabloonOnbruikbaar(f"'{code}' kan geen doel van een link zijn.")
    return Markup(context[NAME].bookmark(code))  # noqa: S704 - code was checked above

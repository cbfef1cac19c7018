"""Bijproduct: what filling a document needs besides text: list numbers and bookmark ids."""

import re
from dataclasses import dataclass, field
from typing import Final

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from cycle.domain.errors import SjabloonOnbruikbaar

BULLETS: Final = 1
"""The ``w:num`` for bullets; every template must define it."""
NUMBERS: Final = 3
"""The ``w:num`` for numbered lists; each list gets a restarted copy of it."""
NAME: Final = "_bijproduct"
"""Where the context of a template keeps it; the underscore hides it from the template."""
_FIRST_OWN_NUMBER: Final = 1000
_FIRST_ANCHOR: Final = 5000


@dataclass(slots=True)
class Bijproduct:
    """Restarted lists (with the number each begins at) and how many bookmarks there are."""

    numbers: list[int] = field(default_factory=list)
    anchors: int = 0

    def restart(self, start: int) -> int:
        """Return a new list number whose count begins at `start`."""
        self.numbers.append(start)
        return _FIRST_OWN_NUMBER + len(self.numbers)

    def next_anchor(self) -> int:
        """Return an unused bookmark id."""
        self.anchors += 1
        return _FIRST_ANCHOR + self.anchors

    def add_numbers(self, numbering: bytes, naam: str) -> bytes:
        """Return the numbering part with one ``w:num`` per restarted list.

        Raises:
            SjabloonOnbruikbaar: the template `naam` does not define the numbered list.
        """
        xml = numbering.decode()
        kop = re.search(rf'<w:num w:numId="{NUMBERS}".*?<w:abstractNumId w:val="(\d+)"', xml, re.S)
        if kop is None:
            raise SjabloonOnbruikbaar(
                "Het sjabloon kent geen genummerde lijst.",
                advies="Ga uit van het meegeleverde sjabloon.",
                plek=naam,
            )
        extra = "".join(
            f'<w:num w:numId="{_FIRST_OWN_NUMBER + i}"><w:abstractNumId w:val="{kop[1]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for i, start in enumerate(self.numbers, start=1)
        )
        return xml.replace("</w:numbering>", f"{extra}</w:numbering>").encode()


@pass_context
def anker(context: Context, naam: str) -> Markup:
    """Return an empty bookmark named `naam`; use it alone in a run: ``{{r … }}``.

    Raises:
        SjabloonOnbruikbaar: Word does not allow this name.
    """
    if not re.fullmatch(r"[A-Za-z_]\w{0,39}", naam):
        raise SjabloonOnbruikbaar(f"'{naam}' kan geen bladwijzer zijn.")
    number = context[NAME].next_anchor()
    return Markup(  # noqa: S704 - naam was checked above
        f'<w:bookmarkStart w:id="{number}" w:name="{naam}"/><w:bookmarkEnd w:id="{number}"/>'
    )

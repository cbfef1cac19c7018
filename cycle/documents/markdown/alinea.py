"""Alinea: one paragraph with its place in lists, quotes and definitions."""

from dataclasses import dataclass
from typing import Final

INSPRINGING: Final = 357
"""Twips per level of a list, quote or definition; that of the lists of the template."""
_NA_LIJST: Final = '<w:spacing w:after="120"/>'


@dataclass(slots=True)
class Alinea:
    """A paragraph in a named style; the rest differs from that style.

    `nummer` is (level, list number) for an item, `zonder_nummer` takes away the number of
    a list style. `links` indents in twips, `hangend` makes room there for the number.
    `bij_volgende` keeps it on the page of what follows, `ruim` gives room after a list.
    """

    stijl: str
    inhoud: str
    nummer: tuple[int, int] | None = None
    zonder_nummer: bool = False
    links: int = 0
    hangend: bool = False
    bij_volgende: bool = False
    ruim: bool = False

    def xml(self) -> str:
        """Return the paragraph; its properties stand in the order that Word wants."""
        properties = "".join(
            (
                f'<w:pStyle w:val="{self.stijl}"/>',
                "<w:keepNext/>" if self.bij_volgende else "",
                self._nummer(),
                _NA_LIJST if self.ruim else "",
                self._links(),
            )
        )
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.inhoud}</w:p>"

    def _nummer(self) -> str:
        """Return the list it belongs to."""
        if self.nummer is None:
            return '<w:numPr><w:numId w:val="0"/></w:numPr>' if self.zonder_nummer else ""
        level, number = self.nummer
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _links(self) -> str:
        """Return the indent."""
        if not self.links:
            return ""
        eerste = f'w:hanging="{INSPRINGING}"' if self.hangend else 'w:firstLine="0"'
        return f'<w:ind w:left="{self.links}" {eerste}/>'

"""Celtekst: text from anywhere into a cell, so that it stays text whatever is in it."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

LANGSTE_CEL: Final = 32_767
"""Excel has no room for more characters in a cell."""
_ONZICHTBAAR: Final = re.compile(
    "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
)

_ZONDER_BREEDTE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


def schoon(tekst: str) -> str:
    """Return the text without characters that a workbook cannot hold; nobody can see those."""
    return _ONZICHTBAAR.sub("", tekst)


def put_tekst(cel: "Cell", tekst: str) -> None:
    """Put a text in a cell; one that begins with ``=`` becomes no formula."""
    cel.value = schoon(tekst)[:LANGSTE_CEL] or None
    if cel.value is not None:
        cel.data_type = "s"


def zonder_onzichtbaar(tekst: str) -> str:
    """Return the text without the marks that nobody sees, which come along with pasted text."""
    return _ZONDER_BREEDTE.sub("", tekst)

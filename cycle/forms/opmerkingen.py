"""Opmerkingen: our words in the comment of a cell, next to what a partner wrote there.

Excel knows one comment per cell. Ours goes below that of the partner, between lines that
the reader knows, so that reading a marked copy gives what was read before, and what the
partner typed before, behind or between our words.
"""

import re
from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from cycle.forms.celtekst import schoon
from cycle.forms.meldingen.catalogus import is_melding

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

AUTEUR: Final = "jaarschijf"
"""Author of every comment that we place."""
SCHEIDING: Final = "----- opmerking van jaarschijf -----"
"""The line between the words of the partner and ours."""
EINDE: Final = "----- einde opmerking van jaarschijf -----"
"""The line behind our words."""

_GESPREK = re.compile(
    r"\s*\[[^\]\n]{1,60}\]\s*\n.{0,600}?"
    r"(?:fwlink/\?linkid=870924\S*\s+[^\n:]{1,30}:|\n(?:Comment|Opmerking):)\s*",
    re.DOTALL | re.IGNORECASE,
)
"""What Excel puts above a conversation, in the language of whoever wrote it."""
_KOP: Final = re.compile(r"^[A-Z]\d{3} \([a-z: ]+\)\s*$", re.MULTILINE)
"""The line with which each of our remarks begins: its code, and how serious it is."""
_BREEDTE: Final = 380
_TEKENS: Final = 52
_REGEL: Final = 18
_RAND: Final = 24
_HOOGST: Final = 600


def eigen_deel(tekst: str, auteur: str) -> str:
    """Return what the partner wrote around and between our words, empty when all is ours.

    A line of ours in which the partner typed comes back as a whole.
    """
    rest, einde, na = tekst.partition(EINDE)
    voor, scheiding, onze = rest.partition(SCHEIDING)
    if not (einde or scheiding or auteur.strip().casefold() == AUTEUR):
        return tekst
    kop = None if scheiding else _KOP.search(rest)
    if kop is not None:
        voor, onze = rest[: kop.start()], rest[kop.start() :]
    tussen = "\n".join(r for r in onze.splitlines() if not (_KOP.match(r) or is_melding(r)))
    return "\n\n".join(deel.strip() for deel in (voor, tussen, na) if deel.strip())


def read_opmerking(tekst: str, auteur: str) -> str:
    """Return the partner's own words in a comment, also where Excel keeps a conversation."""
    return _zonder_kop(eigen_deel(tekst, auteur)).strip()


def place_opmerking(cel: "Cell", meldingen: Iterable[str]) -> None:
    """Put our words on a cell, below what the partner wrote there and large enough to read."""
    from openpyxl.comments import Comment

    eigen = eigen_deel(cel.comment.text, cel.comment.author or "") if cel.comment else ""
    onze = "\n\n".join((*meldingen, EINDE))
    tekst = schoon(f"{eigen}\n\n{SCHEIDING}\n{onze}" if eigen else onze)
    cel.comment = Comment(tekst, AUTEUR, height=_hoogte(tekst), width=_BREEDTE)


def strip_opmerking(cel: "Cell") -> bool:
    """Take our words off a cell and return whether there were any."""
    from openpyxl.comments import Comment

    oud = cel.comment
    if oud is None:
        return False
    auteur = oud.author or ""
    eigen = eigen_deel(oud.text, auteur)
    if eigen == oud.text:
        # openpyxl forgets how large a comment was
        oud.width, oud.height = _BREEDTE, _hoogte(oud.text)
        return False
    cel.comment = Comment(eigen, "", height=_hoogte(eigen), width=_BREEDTE) if eigen else None
    return True


def _hoogte(tekst: str) -> int:
    """Return the height in pixels in which a text fits, as far as a screen has room."""
    regels = sum(len(wrap(alinea, _TEKENS)) or 1 for alinea in tekst.splitlines())
    return min(_RAND + _REGEL * regels, _HOOGST)


def _zonder_kop(tekst: str) -> str:
    """Return a comment without what Excel puts above it when it is a conversation."""
    kop = _GESPREK.match(tekst)
    return tekst[kop.end() :] if kop else tekst

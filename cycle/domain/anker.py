"""Anker: by what a returned document, and a place in it, is known again.

Word hides bookmarks that begin with an underscore, and allows at most 40 letters, digits
and underscores.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Final

_NAAM: Final = re.compile(r"_(?:Afspraak_(\d{1,4})|Actie_(\d{1,4})_[0-9A-F]{8})")


@dataclass(frozen=True, slots=True)
class Anker:
    """What a bookmark stands for; `actie` is its own name when it marks an action."""

    nummer: int
    actie: str = ""


@dataclass(frozen=True, slots=True)
class Documentkenmerk:
    """Which document this is: `id` of the jaarschijf, version, content code, edition.

    `uitgave` is the name of the partij whose edition it is, empty for the common one.
    """

    id: str
    versie: str
    code: str
    uitgave: str = ""


def afspraak_anker(nummer: int) -> str:
    """Return the bookmark in the heading of an afspraak: ``_Afspraak_07``."""
    return f"_Afspraak_{nummer:02d}"


def actie_anker(nummer: int, afspraak_id: str, partij: str, regelcode: str) -> str:
    """Return the bookmark in the row of an action: ``_Actie_07_3F9A2C1B``.

    The last part is a digest of whose answer to which question it is, so it does not move
    when rows are added or change order.
    """
    bron = "\n".join((afspraak_id, partij, regelcode))
    return f"_Actie_{nummer:02d}_{hashlib.sha256(bron.encode()).hexdigest()[:8].upper()}"


def read_anker(naam: str) -> Anker | None:
    """Return what a bookmark name stands for, None when it is not one of ours."""
    gevonden = _NAAM.fullmatch(naam)
    if gevonden is None:
        return None
    return Anker(int(gevonden[1] or gevonden[2]), naam if gevonden[2] else "")

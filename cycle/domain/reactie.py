"""Reacties: what a partij wrote in a draft that came back, each on its afspraak or action."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pendulum

from cycle.domain.anker import Documentkenmerk

EINDE: Final = "¶"
"""Stands for the end of a paragraph: put in where one is split, taken out where two join."""


class WijzigingSoort(StrEnum):
    """What was done to the text."""

    TOEGEVOEGD = "toegevoegd"
    VERWIJDERD = "verwijderd"
    VERVANGEN = "vervangen"
    VERPLAATST = "verplaatst"


class Onderdeel(StrEnum):
    """How much of the text was changed: words, a whole paragraph, or a row of a table."""

    TEKST = "tekst"
    ALINEA = "alinea"
    RIJ = "rij"


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """Where in the draft: `afspraak` is its number, None outside the afspraken.

    `actie` is the bookmark of the action, empty elsewhere; `plek` says it in words.
    """

    afspraak: int | None
    actie: str
    plek: str


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One tracked change; `oud` and `nieuw` are the words taken out and put in.

    `alinea` is the whole paragraph or row as it stood before, and `begin` the number of its
    characters in front of the change. `na` is the paragraph above, by which a new one finds
    its place. `op` is None when the file does not say when. For moved text `oud` stands
    where it left, `nieuw` where it came.
    """

    soort: WijzigingSoort
    onderdeel: Onderdeel
    vindplaats: Vindplaats
    auteur: str
    op: pendulum.Date | None
    oud: str
    nieuw: str
    alinea: str
    begin: int = 0
    na: str = ""


@dataclass(frozen=True, slots=True)
class Repliek:
    """An answer to a comment, given in the same file."""

    auteur: str
    op: pendulum.Date | None
    tekst: str


@dataclass(frozen=True, slots=True)
class Opmerking:
    """One comment in the margin; `bij` are the words it was written at."""

    vindplaats: Vindplaats
    auteur: str
    op: pendulum.Date | None
    tekst: str
    bij: str
    replieken: tuple[Repliek, ...] = ()


Reactie = Wijziging | Opmerking
"""What somebody wrote in a draft."""


@dataclass(frozen=True, slots=True)
class Leesalinea:
    """One paragraph of the text as it stood before tracked changes, and where."""

    vindplaats: Vindplaats
    tekst: str


@dataclass(frozen=True, slots=True)
class Teruggekomen:
    """A document that came back: which one it is, and what was written in it.

    `kenmerk` is None when the document does not say that it is one of ours. `alineas` are
    its paragraphs before anybody changed them, by which a change that was not tracked
    shows.
    """

    kenmerk: Documentkenmerk | None
    reacties: tuple[Reactie, ...]
    alineas: tuple[Leesalinea, ...] = ()

"""Trefwoorden: do a sentence and the name of an indicator speak of the same thing?

Dutch bends words and splits them ("toevoeging", "voegen … toe"), so words are compared by
how they begin. This only has to be good enough to leave out what is not about the same:
where it is not sure, nothing is said.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

_WOORD = re.compile(r"[a-z0-9à-ÿ]+")
_ZONDER_BETEKENIS = re.compile(
    "aandeel|aantal|alle|andere|bij|daling|dat|de|deze|die|door|een|eenheid|eenheden|en|er|heeft|"
    "hebben|het|hun|huur|iets|in|is|kwijt|lage|maken|met|naar|niet|nog|of|om|onder|ons|onze|op|"
    "per|plaats|samen|sinds|start|te|totaal|totale|tussen|uit|van|veel|voor|waarvan|wat|wij|"
    "wordt|worden|zijn|zij|zo"
)
"""Words that say nothing about the subject."""

_VOORZETSELS: Final = ("toe", "uit", "aan", "op", "af")
"""First parts of verbs that a sentence splits off."""

_BEGIN: Final = 5
"""Letters that two forms of one word share."""

_AFSPLITSING: Final = 4
"""Letters that the rest of a split verb shares."""


def list_woorden(tekst: str) -> tuple[str, ...]:
    """Return the words of a text in small letters."""
    return tuple(_WOORD.findall(tekst.lower()))


@cache
def list_trefwoorden(naam: str) -> tuple[str, ...]:
    """Return the words of a name that say what it is about, each once.

    Homes are what nearly everything is about, so words for a home say nothing.
    """
    woorden = (
        w for w in list_woorden(naam) if not _ZONDER_BETEKENIS.fullmatch(w) and "woning" not in w
    )
    return tuple(dict.fromkeys(w for w in woorden if len(w) > 1))


def count_treffers(trefwoorden: Iterable[str], zin: Iterable[str]) -> int:
    """Return how many of the words stand in a sentence, in whatever form."""
    woorden = tuple(zin)
    return sum(_komt_voor(trefwoord, woorden) for trefwoord in trefwoorden)


def _komt_voor(trefwoord: str, woorden: tuple[str, ...]) -> bool:
    """Return whether a word stands in the sentence, also when it is split in two."""
    if any(_is_zelfde(trefwoord, woord, _BEGIN) for woord in woorden):
        return True
    for deel in _VOORZETSELS:
        rest = trefwoord.removeprefix(deel)
        if rest != trefwoord and deel in woorden and len(rest) >= _AFSPLITSING:
            return any(_is_zelfde(rest, woord, _AFSPLITSING) for woord in woorden)
    return False


def _is_zelfde(een: str, ander: str, begin: int) -> bool:
    """Return whether two words begin alike; short words have to be equal."""
    return een == ander or (min(len(een), len(ander)) >= begin and een[:begin] == ander[:begin])

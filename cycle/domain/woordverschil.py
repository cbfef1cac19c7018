"""Woordverschil: which words of a text changed, for a reader who wants no tracked changes."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from cycle.domain.notatie import opsomming
from cycle.domain.opmaak import shown_alineas

_MEESTE: Final = 3
_LANGSTE: Final = 80
_GROOTSTE: Final = 4000
_WOORD: Final = re.compile(r"\s*(?:[\w-]+|[^\w\s])")


def describe_woorden(oud: str, nieuw: str) -> str:
    """Return what changed between two Markdown texts as a list of phrases.

    Empty when the words are the same, and when so much changed that a list helps nobody:
    more than three places, or more than 80 characters at one of them. Texts of more than
    2,000 words are not held against each other: that would take too long.
    """
    eerder, later = _woorden(oud), _woorden(nieuw)
    if len(eerder) + len(later) > _GROOTSTE:
        return ""
    stukken = list(_changes(eerder, later))
    te_lang = any(max(len(weg), len(erbij)) > _LANGSTE for weg, erbij in stukken)
    if len(stukken) > _MEESTE or te_lang:
        return ""
    return opsomming([_phrase(weg, erbij) for weg, erbij in stukken])


def _woorden(tekst: str) -> list[str]:
    """Return the words and signs of a text as a reader sees them, with the blanks in front."""
    zichtbaar = " ".join(" ".join(shown_alineas(tekst)).split())
    return _WOORD.findall(f" {zichtbaar}")


def _changes(oud: list[str], nieuw: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that went and the words that came, place by place."""
    for soort, van, tot, begin, einde in SequenceMatcher(
        None, oud, nieuw, autojunk=False
    ).get_opcodes():
        if soort != "equal":
            yield "".join(oud[van:tot]).strip(), "".join(nieuw[begin:einde]).strip()


def _phrase(weg: str, erbij: str) -> str:
    """Return one change in words."""
    if not weg:
        return f"‘{erbij}’ is erbij gekomen"
    return f"‘{weg}’ is ‘{erbij}’ geworden" if erbij else f"‘{weg}’ is weggehaald"

"""Alineas: what each paragraph of a text reads like in Word, and which one is meant."""

import re
from collections.abc import Iterator
from typing import Final

from cycle.domain.opmaak.lezen import Opmaak, kopanker, without_anker

_WIT: Final = re.compile(r"\s+")
_BREUKEN: Final = {"softbreak": " ", "hardbreak": "\n"}
_WOORDEN: Final = ("text", "code_inline")


def list_alineas(opmaak: Opmaak) -> Iterator[tuple[int, str]]:
    """Yield the place among the blocks of every paragraph, and what it shows."""
    for index, token in enumerate(opmaak.blokken):
        if token.type == "inline":
            yield index, shown(opmaak, index)


def shown(opmaak: Opmaak, index: int) -> str:
    """Return what the paragraph that is block `index` shows; pictures and notes show no words."""
    token = opmaak.blokken[index]
    stukken = [
        _BREUKEN.get(kind.type, kind.content if kind.type in _WOORDEN else "")
        for kind in token.children or ()
    ]
    if opmaak.blokken[index - 1].type == "heading_open" and kopanker(token) is not None:
        stukken[-1] = without_anker(stukken[-1])
    return "".join(stukken)


def find_alinea(opmaak: Opmaak, alinea: str) -> int | None:
    """Return which block shows this, None when there is none, or more than one.

    A paragraph that reads the same to the letter goes before one with other blanks.
    """
    if not alinea.strip():
        return None
    alineas = list(list_alineas(opmaak))
    gezocht = fold(alinea)
    for gevonden in (
        [index for index, toon in alineas if toon == alinea],
        [index for index, toon in alineas if fold(toon) == gezocht],
    ):
        if gevonden:
            return gevonden[0] if len(gevonden) == 1 else None
    return None


def fold(toon: str) -> str:
    """Return the words with one blank in between."""
    return _WIT.sub(" ", toon).strip()


def to_place(van: str, naar: str, plek: int) -> int:
    """Return where `plek` in one text is in another that has only other blanks."""
    if van == naar:
        return plek
    paren = zip(re.finditer(r"\S+", van), re.finditer(r"\S+", naar), strict=True)
    for hier, daar in paren:
        if plek <= hier.end():
            return daar.start() + max(plek - hier.start(), 0)
    return len(naar)

"""Woorden: changes other words in a paragraph, and leaves the marks around them in place."""

import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Final

from cycle.domain.opmaak.stukjes import Bronalinea, Stukje, Stuksoort

_SIGNS: Final = frozenset("\\`*_[]<>&~^|")
_ALL_SIGNS: Final = frozenset(string.punctuation)
_LEVELS: Final = 3
"""As typed, with the signs escaped that mean something, and with every sign escaped."""
_SLOTS: Final = 3


class Houvast(Enum):
    """What new words belong to: the character before them, the one behind, or neither."""

    VOOR = auto()
    NA = auto()
    GEEN = auto()


@dataclass(frozen=True, slots=True)
class Bewerking:
    """Characters `begin` to `eind` of a paragraph as shown make room for `nieuw`."""

    begin: int
    eind: int
    nieuw: str
    houvast: Houvast = Houvast.GEEN

    def trim(self, toon: str) -> "Bewerking":
        """Return the same change without the letters at both sides that stay as they are."""
        oud, begin, eind = toon[self.begin : self.eind], 0, 0
        kortste = min(len(oud), len(self.nieuw))
        while begin < kortste and oud[begin] == self.nieuw[begin]:
            begin += 1
        while eind < kortste - begin and oud[-1 - eind] == self.nieuw[-1 - eind]:
            eind += 1
        houvast = self.houvast
        if oud:
            houvast = Houvast.VOOR if begin else Houvast.NA
        nieuw = self.nieuw[begin : len(self.nieuw) - eind]
        return Bewerking(self.begin + begin, self.eind - eind, nieuw, houvast)


def edited(toon: str, bewerkingen: Sequence[Bewerking]) -> str:
    """Return what the paragraph must read like; blanks at the edge of a line are left out."""
    for bewerking in reversed(bewerkingen):
        toon = toon[: bewerking.begin] + bewerking.nieuw + toon[bewerking.eind :]
    return without_edges(toon)


def without_edges(toon: str) -> str:
    """Return shown text without blanks that Markdown cannot hold at the start of a line."""
    return re.sub(r"\n[ \t]+", "\n", toon).strip(" \t\n")


def rewrite(alinea: Bronalinea, bewerkingen: Sequence[Bewerking]) -> Iterator[list[Stukje]]:
    """Yield ways to write the changed paragraph, the one that is read best first."""
    for niveau in range(_LEVELS):
        for keus in range(_SLOTS):
            stukjes = list(alinea.stukjes)
            for bewerking in reversed(bewerkingen):
                if not _apply(stukjes, bewerking, keus):
                    return
            yield tidy(stukjes, alinea, niveau)


def tidy(stukjes: Sequence[Stukje], alinea: Bronalinea, niveau: int) -> list[Stukje]:
    """Return the pieces in a form that Markdown can hold; new ones have no source yet."""
    klaar = _without_edges(_without_empty(_blanks_outside(list(stukjes))))
    klaar = _with_breaks(klaar, alinea)
    nieuw = set(_line_starts(klaar)) - set(_line_starts(alinea.stukjes))
    begins = {eerste for eerste, _ in nieuw} if niveau else set()
    woord = False
    for index, stukje in enumerate(klaar):
        woord = id(stukje) in begins or (woord and not stukje.toon.isspace())
        signs = _ALL_SIGNS if woord or niveau == _LEVELS - 1 else _SIGNS
        if not stukje.bron or (woord and _is_plain(stukje)):
            bron = "\\" + stukje.toon if niveau and stukje.toon in signs else stukje.toon
            klaar[index] = replace(stukje, bron=bron)
    return klaar


def _new_stukjes(nieuw: str) -> list[Stukje]:
    """Return new words as pieces that have no source yet."""
    return [Stukje(Stuksoort.TEKEN, "", teken) for teken in nieuw]


def _apply(stukjes: list[Stukje], bewerking: Bewerking, keus: int) -> bool:
    """Change the pieces, and return whether the change falls between two of them."""
    grenzen = {0: 0}
    stand = 0
    for index, stukje in enumerate(stukjes):
        stand += len(stukje.toon)
        if stukje.toon:
            grenzen[stand] = index + 1
    if bewerking.begin not in grenzen or bewerking.eind not in grenzen:
        return False
    begin, eind = grenzen[bewerking.begin], grenzen[bewerking.eind]
    if begin == eind:
        plek = _slot(stukjes, begin, bewerking, keus)
        stukjes[plek:plek] = _new_stukjes(bewerking.nieuw)
        return True
    geraakt = [index for index in range(begin, eind) if stukjes[index].toon]
    for index in reversed(geraakt[1:]):
        del stukjes[index]
    stukjes[geraakt[0] : geraakt[0] + 1] = _new_stukjes(bewerking.nieuw)
    return True


def _slot(stukjes: Sequence[Stukje], begin: int, bewerking: Bewerking, keus: int) -> int:
    """Return where new words go among the marks between two characters.

    Words that belong to neither side go outside as many marks as can be; a note stays
    with the word before it.
    """
    diepte, dieptes = 0, [0]
    for stukje in stukjes[begin:]:
        if stukje.toon:
            break
        diepte += (stukje.soort is Stuksoort.OPEN) - (stukje.soort is Stuksoort.DICHT)
        dieptes.append(diepte)
    plekken = list(range(len(dieptes)))
    if bewerking.houvast is Houvast.NA or bewerking.nieuw[:1].isspace():
        plekken.reverse()
    if bewerking.houvast is Houvast.GEEN:
        plekken.sort(key=dieptes.__getitem__)
    return begin + plekken[min(keus, len(plekken) - 1)]


def _is_plain(stukje: Stukje) -> bool:
    """Return whether a piece is a character that stands in the source as it is shown."""
    return stukje.soort is Stuksoort.TEKEN and stukje.bron in ("", stukje.toon)


def _is_blank(stukje: Stukje) -> bool:
    """Return whether a piece is a blank or a line end, and not written as an entity."""
    return stukje.toon.isspace() and not stukje.bron.startswith("&")


def _is_edge(stukje: Stukje) -> bool:
    """Return whether a piece is a blank that the edge of a line swallows."""
    return stukje.toon in (" ", "\t", "\n") and not stukje.bron.startswith("&")


def _is_mark(stukje: Stukje, soort: Stuksoort) -> bool:
    """Return whether a piece is a side of bold, italic or strike-through."""
    return stukje.soort is soort and stukje.merk in ("strong", "em", "s")


def _blanks_outside(stukjes: list[Stukje]) -> list[Stukje]:
    """Return the pieces with blanks moved out of the sides of marks: there they break them."""
    is_klaar = False
    while not is_klaar:
        is_klaar = True
        for index in range(len(stukjes) - 1):
            een, twee = stukjes[index : index + 2]
            if (_is_mark(een, Stuksoort.OPEN) and _is_blank(twee)) or (
                _is_blank(een) and _is_mark(twee, Stuksoort.DICHT)
            ):
                stukjes[index : index + 2] = [twee, een]
                is_klaar = False
    return stukjes


def _without_empty(stukjes: list[Stukje]) -> list[Stukje]:
    """Return the pieces without marks that have nothing between them; a link stays."""
    index = 0
    while index < len(stukjes) - 1:
        een, twee = stukjes[index : index + 2]
        is_paar = een.soort is Stuksoort.OPEN and twee.soort is Stuksoort.DICHT
        if is_paar and een.merk == twee.merk and "link" not in een.merk:
            del stukjes[index : index + 2]
            index = max(index - 1, 0)
        else:
            index += 1
    return stukjes


def _without_edges(stukjes: list[Stukje]) -> list[Stukje]:
    """Return the pieces without blanks at both ends and behind a hard break."""
    while stukjes and _is_edge(stukjes[0]):
        del stukjes[0]
    while stukjes and _is_edge(stukjes[-1]):
        del stukjes[-1]
    klaar: list[Stukje] = []
    for stukje in stukjes:
        na_breuk = klaar and klaar[-1].toon == "\n" and _is_edge(stukje)
        if not na_breuk or stukje.toon == "\n":
            klaar.append(stukje)
    return klaar


def _with_breaks(stukjes: Sequence[Stukje], alinea: Bronalinea) -> list[Stukje]:
    """Return the pieces with line ends that hold beside a blank or another line end."""
    klaar: list[Stukje] = []
    for index, stukje in enumerate(stukjes):
        buren = [*klaar[-1:], *stukjes[index + 1 : index + 2]]
        beweegt = _is_line_end(stukje) and any(_is_edge(buur) for buur in buren)
        if stukje.toon == "\n" and (not stukje.bron or (beweegt and stukje.bron[0] == " ")):
            klaar.append(replace(stukje, bron=f"\\\n{alinea.vervolg}"))
        elif stukje.toon == " " and beweegt:
            klaar.append(replace(stukje, bron=" "))
        else:
            klaar.append(stukje)
    return klaar


def _is_line_end(stukje: Stukje) -> bool:
    """Return whether a piece goes on to the next line of source."""
    return stukje.soort is Stuksoort.TEKEN and ("\n" in stukje.bron or "\r" in stukje.bron)


def _line_starts(stukjes: Sequence[Stukje]) -> Iterator[tuple[int, int]]:
    """Yield by their identity the first two pieces of every line of source."""
    is_begin = True
    for stukje, volgende in zip(stukjes, [*stukjes[1:], *stukjes[:1]], strict=True):
        if is_begin:
            yield id(stukje), id(volgende)
        is_begin = _is_line_end(stukje)


def list_nieuw(nieuw: str, vervolg: str) -> Iterator[str]:
    """Yield ways to write new words on their own, the one that is read best first."""
    leeg = Bronalinea(0, 0, vervolg, ())
    for niveau in range(_LEVELS):
        yield "".join(stukje.bron for stukje in tidy(_new_stukjes(nieuw), leeg, niveau))

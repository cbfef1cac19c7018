"""Markdown: a content file cut into sections, with the lines of headings and tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cycle.domain.plek import Plek
from cycle.library.bestand import Bestand

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_KOP = re.compile(r"\s*#+\s+(?P<titel>.*?)\s*(?:\{#(?P<code>[^}]*)\})?\s*")


@dataclass(frozen=True, slots=True)
class Sectie:
    """A heading and the lines below it, up to the next heading that is cut on.

    `niveau` is 0 for the lines before the first heading. `eerste` is the line number of
    the first line in `regels`, counted from 1.
    """

    bestand: Bestand
    niveau: int
    titel: str
    code: str
    regel: int
    eerste: int
    regels: tuple[str, ...]

    @property
    def tekst(self) -> str:
        """Return the Markdown below the heading as it stands in the file."""
        return "\n".join(self.regels).strip("\n").rstrip()

    @property
    def plek(self) -> Plek:
        """Return the place of the heading."""
        return self.bestand.plek(self.regel)

    def plek_van(self, index: int) -> Plek:
        """Return the place of a line in `regels`."""
        return self.bestand.plek(self.eerste + index)

    def before(self, index: int) -> "Sectie":
        """Return the section with only its first `index` lines."""
        return Sectie(
            self.bestand,
            self.niveau,
            self.titel,
            self.code,
            self.regel,
            self.eerste,
            self.regels[:index],
        )

    def rest(self, index: int) -> "Sectie":
        """Return the section without its first `index` lines."""
        return Sectie(
            self.bestand,
            self.niveau,
            self.titel,
            self.code,
            self.regel,
            self.eerste + index,
            self.regels[index:],
        )


@dataclass(frozen=True, slots=True)
class Blok:
    """A block of text inside a section: its kind and its lines, the end not included."""

    soort: str
    begin: int
    einde: int


def split_bestand(bestand: Bestand, niveaus: Sequence[int]) -> list[Sectie]:
    """Return the sections of a file, cut at headings of these levels."""
    geheel = Sectie(bestand, 0, "", "", 1, 1, tuple(bestand.regels))
    return split_sectie(geheel, niveaus)


def split_sectie(sectie: Sectie, niveaus: Sequence[int]) -> list[Sectie]:
    """Return the part before the first heading, then one section per heading."""
    koppen = [
        (token.map[0], int(token.tag[1]))
        for token in _tokens(sectie)
        if token.type == "heading_open" and token.map and int(token.tag[1]) in niveaus
    ]
    grenzen = [begin for begin, _ in koppen] + [len(sectie.regels)]
    delen = [sectie.before(grenzen[0])]
    for (begin, niveau), einde in zip(koppen, grenzen[1:], strict=True):
        delen.append(_sectie(sectie, begin, einde, niveau))
    return delen


def _sectie(ouder: Sectie, begin: int, einde: int, niveau: int) -> Sectie:
    """Return the section that starts with the heading at index `begin`."""
    kop = _KOP.fullmatch(ouder.regels[begin])
    return Sectie(
        bestand=ouder.bestand,
        niveau=niveau,
        titel=kop["titel"] if kop else ouder.regels[begin].strip(),
        code=(kop["code"] or "").strip() if kop else "",
        regel=ouder.eerste + begin,
        eerste=ouder.eerste + begin + 1,
        regels=ouder.regels[begin + 1 : einde],
    )


def list_blokken(sectie: Sectie) -> Iterator[Blok]:
    """Yield the blocks of a section: ``table``, ``paragraph``, ``heading`` and others."""
    for token in _tokens(sectie):
        if token.map and token.level == 0 and token.nesting >= 0:
            yield Blok(token.type.removesuffix("_open"), token.map[0], token.map[1])


def _tokens(sectie: Sectie) -> "list[Token]":
    """Return the Markdown tokens of a section; their lines count from its first line."""
    return _lezer().parse("\n".join(sectie.regels))


@cache
def _lezer() -> "MarkdownIt":
    """Return the Markdown reader; loaded only when content is read."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")

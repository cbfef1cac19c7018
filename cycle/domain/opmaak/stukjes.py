"""Stukjes: one paragraph of a text, cut into the signs that it was written with.

The pieces lie against each other: together they are the source of the paragraph. The
reader of Markdown tells what they are, but not where. So its pieces are walked through
along the source, and its own rules say where a link or a footnote ends.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from cycle.domain.opmaak.alineas import shown
from cycle.domain.opmaak.bronplek import continuation, source_places
from cycle.domain.opmaak.lezen import Opmaak, inline_lezing, kopanker, without_anker

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_BREUK: Final = re.compile(r" *\\?\n[ \t]*")


class Stuksoort(Enum):
    """What a piece of source is: text, the sides of a mark, or what shows no words."""

    TEKEN = auto()
    OPEN = auto()
    DICHT = auto()
    LOS = auto()


@dataclass(frozen=True, slots=True)
class Stukje:
    """A piece of source and what it shows: mostly one character.

    `merk` names the mark of an open or closing side; a link is named with its target.
    """

    soort: Stuksoort
    bron: str
    toon: str = ""
    merk: str = ""


@dataclass(frozen=True, slots=True)
class Bronalinea:
    """The source of one paragraph, from `begin` to `eind` in the text.

    `vervolg` is what stands before each next line of it. `staart` is the id of a heading
    with the blanks before it, which is not shown.
    """

    begin: int
    eind: int
    vervolg: str
    stukjes: tuple[Stukje, ...]
    staart: str = ""


def read_bronalinea(tekst: str, opmaak: Opmaak, index: int) -> Bronalinea | None:
    """Return the source of the paragraph that is block `index`, None when it is not found."""
    token = opmaak.blokken[index]
    plekken = source_places(tekst, opmaak, index)
    if plekken is None:
        return None
    lezing = _Lezing(tekst, plekken, inline_lezing(token.content, opmaak))
    for kind in token.children or ():
        lezing.take(kind)
    if lezing.state.pos != len(token.content):
        return None
    stukjes, staart = lezing.klaar, ""
    if opmaak.blokken[index - 1].type == "heading_open" and kopanker(token) is not None:
        laatste = (token.children or [])[-1].content
        lengte = len(laatste) - len(without_anker(laatste))
        stukjes, einde = stukjes[:-lengte], stukjes[-lengte:]
        staart = "".join(stukje.bron for stukje in einde)
    if "".join(stukje.toon for stukje in stukjes) != shown(opmaak, index):
        return None
    vervolg = continuation(tekst, token, plekken)
    return Bronalinea(plekken[0], plekken[-1], vervolg, tuple(stukjes), staart)


@dataclass(slots=True)
class _Lezing:
    """The walk along one paragraph.

    `plekken` tells per character of what the reader saw where it stands in `tekst`.
    `links` holds the open links: their name, where they end, and the end of what is
    around them.
    """

    tekst: str
    plekken: list[int]
    state: "StateInline"
    klaar: list[Stukje] = field(default_factory=list)
    links: list[tuple[str, int, int]] = field(default_factory=list)

    def take(self, kind: "Token") -> None:
        """Add one piece that the reader found."""
        match kind.type:
            case "text":
                self._text(kind.content)
            case "softbreak" | "hardbreak":
                gevonden = _BREUK.match(self.state.src, self.state.pos)
                einde = gevonden.end() if gevonden else self.state.pos
                self._add(Stuksoort.TEKEN, einde, " " if kind.type == "softbreak" else "\n")
            case "code_inline":
                self._code(kind)
            case "link_open":
                self._open_link(kind)
            case "link_close":
                self._close_link()
            case "footnote_ref" | "image":
                self._add(Stuksoort.LOS, self._skip())
            case _:
                soort = Stuksoort.OPEN if kind.nesting == 1 else Stuksoort.DICHT
                naam = kind.type.rpartition("_")[0]
                self._add(soort, self.state.pos + len(kind.markup), merk=naam)

    def _text(self, inhoud: str) -> None:
        """Add text; an escape or entity is one piece with what it means."""
        from markdown_it.common.utils import unescapeAll

        if self.links and self.links[-1][0].startswith("auto"):
            self._add(Stuksoort.TEKEN, self.state.posMax, inhoud)
            return
        over = len(inhoud)
        while over > 0 and self.state.pos < len(self.state.src):
            begin = self.state.pos
            einde = self._skip() if self.state.src[begin] in "\\&" else begin + 1
            bron = self.state.src[begin:einde]
            toon = unescapeAll(bron)
            if toon == bron:
                einde, toon = begin + 1, bron[0]
            self._add(Stuksoort.TEKEN, einde, toon)
            over -= len(toon)

    def _code(self, kind: "Token") -> None:
        """Add a piece of code; the reader took a blank off both sides when it may."""
        begin, einde, rand = self.state.pos, self._skip(), len(kind.markup)
        rand += (einde - begin - 2 * rand - len(kind.content)) // 2
        self._add(Stuksoort.OPEN, begin + rand, merk="code")
        for teken in kind.content:
            self._add(Stuksoort.TEKEN, self.state.pos + 1, teken)
        self._add(Stuksoort.DICHT, einde, merk="code")

    def _open_link(self, kind: "Token") -> None:
        """Add the start of a link; until its end only what is inside it is read."""
        from markdown_it.helpers import parseLinkLabel

        begin, einde, rond = self.state.pos, self._skip(), self.state.posMax
        is_auto = kind.markup == "autolink"
        label = einde - 1 if is_auto else parseLinkLabel(self.state, begin, True)
        naam = f"{'auto' if is_auto else ''}link {kind.attrs.get('href')} {kind.attrs.get('title')}"
        self._add(Stuksoort.OPEN, begin + 1, merk=naam)
        self.state.posMax = label
        self.links.append((naam, einde, rond))

    def _close_link(self) -> None:
        """Add the end of a link with its target."""
        naam, einde, self.state.posMax = self.links.pop()
        self._add(Stuksoort.DICHT, einde, merk=naam)

    def _skip(self) -> int:
        """Return where the piece that begins here ends, by the reader's own rules."""
        begin = self.state.pos
        self.state.md.inline.skipToken(self.state)
        einde, self.state.pos = self.state.pos, begin
        return einde

    def _add(self, soort: Stuksoort, einde: int, toon: str = "", merk: str = "") -> None:
        """Add the source up to `einde` as one piece."""
        einde = min(einde, len(self.state.src))
        bron = self.tekst[self.plekken[self.state.pos] : self.plekken[einde]]
        self.klaar.append(Stukje(soort, bron, toon, merk))
        self.state.pos = einde

"""Lezen: a text in Markdown, read into blocks and footnotes.

Content is checked and set by the same reading, so what passes the check can be set. HTML
is not Markdown here: ``<DAEB>`` is a word like any other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

LAAGSTE_KOP: Final = 4
"""The lowest level of headings that documents have a style for."""
MAX_DIEPTE: Final = 40
"""Blocks inside blocks beyond this are refused; the reader itself only stops further on."""

ANKER: Final = re.compile(r"[a-z0-9][a-z0-9-]*")
"""The form of an id: of a heading, and of what a link inside the document points at."""

_KOPANKER: Final = re.compile(r"\s*\{#([^{}]*)\}\s*$")


@dataclass(frozen=True, slots=True)
class Tekstruimte:
    """What the place of a text in a document has room for.

    `kop` is the level in the document of its highest heading, 0 where no heading fits.
    Without `noten` it stands in a table cell, and footnotes do not show there.
    """

    kop: int = 0
    noten: bool = True


INLEIDING: Final = Tekstruimte(kop=2)
"""The introduction, and the text with which a thema begins."""
AMBITIE: Final = Tekstruimte(noten=False)
AFSPRAAKTEKST: Final = Tekstruimte()
TOELICHTING: Final = Tekstruimte(kop=4)


@dataclass(frozen=True, slots=True)
class Noot:
    """The text of one footnote; `regel` is the line on which it begins."""

    naam: str
    regel: int
    blokken: "tuple[Token, ...]"


@dataclass(frozen=True, slots=True)
class Opmaak:
    """A text that was read; lines count from 0.

    `blokken` are Markdown tokens. `noten` are the footnotes in the order in which they
    are written, and `namen` the lines of reference links (``[naam]: https://…``): those
    that can be used by name, in capitals, and those that repeat a name.
    """

    regels: tuple[str, ...]
    blokken: "tuple[Token, ...]"
    noten: tuple[Noot, ...]
    namen: Mapping[str, int]
    dubbele_namen: tuple[int, ...]

    def noot(self, verwijzing: "Token") -> Noot | None:
        """Return the footnote that a reference means, None when it is not there."""
        naam = nootnaam(verwijzing)
        return next((noot for noot in self.noten if noot.naam == naam), None)

    def beelden(self) -> Iterator[tuple[int, str]]:
        """Yield line and file name of every picture."""
        for token in self.blokken:
            if token.children and is_beeld(token):
                yield first_regel(token), str(token.children[0].attrs["src"])

    def ankers(self) -> Iterator[tuple[int, str]]:
        """Yield line and id of every heading that has a good one."""
        for kop, token in zip(self.blokken, self.blokken[1:], strict=False):
            anker = kopanker(token) if kop.type == "heading_open" else None
            if anker is not None and ANKER.fullmatch(anker):
                yield first_regel(token), anker

    def doelen(self) -> Iterator[tuple[int, str]]:
        """Yield line and id of everything that a link inside the document points at."""
        for blokken in (self.blokken, *(noot.blokken for noot in self.noten)):
            for regel, stuk in list_stukken(blokken):
                href = str(stuk.attrs.get("href", ""))
                if stuk.type == "link_open" and href[:1] == "#" and ANKER.fullmatch(href[1:]):
                    yield regel, href[1:]


def read_opmaak(tekst: str) -> Opmaak:
    """Return the text as blocks and footnotes; nothing is refused yet."""
    omgeving: dict[str, Any] = {}
    tokens = _lezer().parse(tekst, omgeving)
    blokken, noten = _cut_noten(tokens)
    return Opmaak(
        regels=tuple(tekst.split("\n")),
        blokken=tuple(blokken),
        noten=(*noten, *_korte_noten(omgeving)),
        namen={naam: doel["map"][0] for naam, doel in omgeving.get("references", {}).items()},
        dubbele_namen=tuple(doel["map"][0] for doel in omgeving.get("duplicate_refs", ())),
    )


def inline_lezing(inhoud: str, opmaak: Opmaak) -> "StateInline":
    """Return the reader at the start of one paragraph of a text, to ask it for places."""
    from markdown_it.rules_inline import StateInline

    doelen = {naam: {"href": "", "title": ""} for naam in opmaak.namen}
    return StateInline(inhoud, _lezer(), {"references": doelen}, [])


def nootnaam(verwijzing: "Token") -> str:
    """Return the name of the footnote that a reference means; a short note has a number."""
    label = verwijzing.meta.get("label")
    return str(label) if label else f"^{verwijzing.meta['id']}"


def top_kop(opmaak: Opmaak) -> int:
    """Return the level of the highest heading, 1 without headings."""
    niveaus = [int(t.tag[1]) for t in opmaak.blokken if t.type == "heading_open"]
    return min(niveaus, default=1)


def list_stukken(blokken: "Sequence[Token]") -> "Iterator[tuple[int, Token]]":
    """Yield every piece inside the lines of text, each with the line it stands on."""
    for token in blokken:
        regel = first_regel(token)
        for stuk in token.children or ():
            yield regel, stuk
            regel += stuk.type in ("softbreak", "hardbreak")


def first_regel(token: "Token") -> int:
    """Return the line on which a block begins."""
    return token.map[0] if token.map else 0


def kopanker(kop: "Token") -> str | None:
    """Return the id of a heading (``{#id}``) from its line of text, None without one."""
    kinderen = kop.children or []
    gevonden = _KOPANKER.search(kinderen[-1].content) if kinderen else None
    return gevonden[1].strip() if gevonden and kinderen[-1].type == "text" else None


def without_anker(tekst: str) -> str:
    """Return the last piece of text of a heading without its id."""
    return _KOPANKER.sub("", tekst)


def is_beeld(regel: "Token") -> bool:
    """Return whether a line of text is one picture and nothing else."""
    return [kind.type for kind in regel.children or ()] == ["image"]


@cache
def _lezer() -> "MarkdownIt":
    """Return the reader; loaded only when there is a text to read."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    keuzes = {"html": False, "store_labels": True, "maxNesting": 2 * MAX_DIEPTE}
    lezer = MarkdownIt("commonmark", keuzes).enable(["table", "strikethrough"])
    lezer.use(footnote_plugin, move_to_end=False, always_match_refs=True)
    return lezer.use(deflist_plugin)


def _cut_noten(tokens: "Sequence[Token]") -> "tuple[list[Token], list[Noot]]":
    """Return the blocks of the text, and apart from them its footnotes."""
    blokken: list[Token] = []
    noten: list[Noot] = []
    begin: int | None = None
    for index, token in enumerate(tokens):
        if token.type == "footnote_reference_open" and begin is None:
            begin = index
        elif token.type == "footnote_reference_close" and begin is not None:
            kop = tokens[begin]
            if token.level == kop.level:
                regel = kop.map[0] if kop.map else 0
                noten.append(Noot(kop.meta["label"], regel, tuple(tokens[begin + 1 : index])))
                begin = None
        elif begin is None:
            blokken.append(token)
    return blokken, noten


def _korte_noten(omgeving: Mapping[str, Any]) -> "list[Noot]":
    """Return the footnotes that stand in the text itself: ``^[zo]``."""
    from markdown_it.token import Token

    noten = []
    for nummer, inhoud in omgeving.get("footnotes", {}).get("list", {}).items():
        if "tokens" in inhoud:
            regel = Token("inline", "", 0, children=inhoud["tokens"], content=inhoud["content"])
            alinea = (Token("paragraph_open", "p", 1), regel, Token("paragraph_close", "p", -1))
            noten.append(Noot(f"^{nummer}", -1, alinea))
    return noten

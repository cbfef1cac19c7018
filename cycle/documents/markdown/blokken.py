"""Blokken: headings, paragraphs, lists, quotes, tables and pictures as Word blocks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cycle.documents.bijproduct import BULLETS
from cycle.documents.markdown.alinea import INSPRINGING, Alinea
from cycle.documents.markdown.beeld import Ruimte, write_beeld
from cycle.documents.markdown.regel import Regelschrijver
from cycle.documents.markdown.stijlen import (
    BEELD,
    CITAAT,
    DEFINITIE,
    KOPPEN,
    LIJN,
    NUMMER,
    PUNT,
    TERM,
)
from cycle.documents.markdown.tabel import Cel, write_table
from cycle.domain.opmaak import is_beeld, kopanker, without_anker

if TYPE_CHECKING:
    from markdown_it.token import Token

_KANTEN: Final = {"text-align:right": "right", "text-align:center": "center"}


@dataclass(frozen=True, slots=True)
class _Houder:
    """A list, quote or definition around paragraphs; `lijst` is 0 when it is no list."""

    stijl: str
    lijst: int = 0


@dataclass(slots=True)
class Blokschrijver:
    """Turns the blocks of a checked text into paragraphs and tables.

    `stijl` is the style of plain paragraphs, `kop` what to add to the level of a heading,
    `breedte` the room for tables and pictures in twips. `houders` are the lists, quotes
    and definitions around the present block, `is_nieuw` is true until the first paragraph
    of a list item.
    """

    regels: Regelschrijver
    stijl: str
    kop: int
    breedte: int
    klaar: list[Alinea | str] = field(default_factory=list)
    houders: list[_Houder] = field(default_factory=list)
    rijen: list[list[Cel]] = field(default_factory=list)
    open: list["Token"] = field(default_factory=list)
    is_nieuw: bool = False

    def write(self) -> str:
        """Return all blocks of the text."""
        for token in self.regels.opmaak.blokken:
            step = _STEPS.get(token.type)
            if step:
                step(self, token)
            if token.nesting == 1:
                self.open.append(token)
            elif token.nesting == -1:
                self.open.pop()
        return "".join(blok if isinstance(blok, str) else blok.xml() for blok in self.klaar)

    def write_line(self, token: "Token") -> None:
        """Add a line of text: a heading, a cell, a term or a paragraph."""
        rond = self.open[-1]
        match rond.type:
            case "heading_open":
                self._write_kop(rond, token)
            case "th_open" | "td_open":
                self._write_cel(rond, token)
            case "dt_open":
                self._write_alinea(TERM, self.regels.runs(token.children or ()))
            case _ if is_beeld(token):
                self._write_beeld(token)
            case _:
                stijl = self.houders[-1].stijl if self.houders else self.stijl
                self._write_alinea(stijl, self.regels.runs(token.children or ()))

    def open_list(self, token: "Token") -> None:
        """Begin a list, numbered from where the text says, on the page of what leads to it."""
        self._begin_item()
        if not self.houders:
            self._keep_last()
        if token.type == "bullet_list_open":
            self.houders.append(_Houder(PUNT, BULLETS))
        else:
            niveau = sum(1 for houder in self.houders if houder.lijst)
            start = int(token.attrs.get("start", 1))
            number = self.regels.bijproduct.restart(start, niveau)
            self.houders.append(_Houder(NUMMER, number))

    def close_list(self, _: "Token") -> None:
        """End a list; after the outermost one comes a little more room."""
        self.houders.pop()
        laatste = self.klaar[-1]
        if not self.houders and isinstance(laatste, Alinea):
            laatste.ruim = True

    def open_item(self, _: "Token") -> None:
        """Begin an item: its first paragraph gets the bullet or number."""
        self.is_nieuw = True

    def close_item(self, _: "Token") -> None:
        """End an item."""
        self._begin_item()

    def open_quote(self, _: "Token") -> None:
        """Begin a quote."""
        self._begin_item()
        self.houders.append(_Houder(CITAAT))

    def open_definition(self, _: "Token") -> None:
        """Begin what a term means."""
        self.houders.append(_Houder(DEFINITIE))

    def close_houder(self, _: "Token") -> None:
        """End a quote or a definition."""
        self.houders.pop()

    def open_table(self, _: "Token") -> None:
        """Begin a table, on the page of what leads to it."""
        self._keep_last()
        self.rijen = []

    def open_row(self, _: "Token") -> None:
        """Begin a row."""
        self.rijen.append([])

    def close_table(self, _: "Token") -> None:
        """Add the table."""
        self.klaar.append(write_table(self.rijen, self.breedte))

    def write_rule(self, _: "Token") -> None:
        """Add a line across the page."""
        self.klaar.append(Alinea(LIJN, ""))

    def _begin_item(self) -> None:
        """Show the number of an item that has no text of its own."""
        if self.is_nieuw:
            self._write_alinea(self.houders[-1].stijl, "")

    def _keep_last(self) -> None:
        """Keep the last paragraph on the page of what follows."""
        if self.klaar and isinstance(self.klaar[-1], Alinea):
            self.klaar[-1].bij_volgende = True

    def _write_kop(self, kop: "Token", token: "Token") -> None:
        """Add a heading, with a bookmark when it has an id."""
        anker = kopanker(token)
        stukken = list(token.children or ())
        bladwijzer = ""
        if anker is not None:
            bladwijzer = self.regels.bijproduct.bookmark(anker)
            stukken[-1] = stukken[-1].copy(content=without_anker(stukken[-1].content))
        stijl = KOPPEN[int(kop.tag[1]) + self.kop - 1]
        self.klaar.append(Alinea(stijl, bladwijzer + self.regels.runs(stukken)))

    def _write_cel(self, rond: "Token", token: "Token") -> None:
        """Add a cell to the present row."""
        stukken = token.children or ()
        tekst = "".join(" " if s.type == "hardbreak" else s.content for s in stukken)
        kant = _KANTEN.get(str(rond.attrs.get("style", "")), "")
        cel = Cel(self.regels.runs(stukken), tekst, kant, is_kop=rond.type == "th_open")
        self.rijen[-1].append(cel)

    def _write_beeld(self, token: "Token") -> None:
        """Add a picture."""
        beeld = (token.children or [token])[0]
        run = write_beeld(
            self.regels.bijproduct,
            str(beeld.attrs["src"]),
            alt=beeld.content,
            titel=str(beeld.attrs.get("title", "")),
            ruimte=Ruimte(self.breedte - INSPRINGING * len(self.houders)),
        )
        self._write_alinea(BEELD, run)

    def _write_alinea(self, stijl: str, inhoud: str) -> None:
        """Add a paragraph inside the lists, quotes and definitions that are open."""
        diep = len(self.houders)
        lijsten = [houder for houder in self.houders if houder.lijst]
        alinea = Alinea(stijl, inhoud)
        if self.is_nieuw:
            alinea.nummer = (len(lijsten) - 1, self.houders[-1].lijst)
            alinea.hangend = True
            alinea.links = INSPRINGING * diep if diep > len(lijsten) else 0
        elif lijsten:
            alinea.zonder_nummer = stijl in (PUNT, NUMMER)
            alinea.links = INSPRINGING * diep
        elif diep > 1:
            alinea.links = INSPRINGING * diep
        self.is_nieuw = False
        self.klaar.append(alinea)


_STEPS: Final[dict[str, Callable[[Blokschrijver, "Token"], None]]] = {
    "inline": Blokschrijver.write_line,
    "bullet_list_open": Blokschrijver.open_list,
    "ordered_list_open": Blokschrijver.open_list,
    "bullet_list_close": Blokschrijver.close_list,
    "ordered_list_close": Blokschrijver.close_list,
    "list_item_open": Blokschrijver.open_item,
    "list_item_close": Blokschrijver.close_item,
    "blockquote_open": Blokschrijver.open_quote,
    "blockquote_close": Blokschrijver.close_houder,
    "dd_open": Blokschrijver.open_definition,
    "dd_close": Blokschrijver.close_houder,
    "table_open": Blokschrijver.open_table,
    "table_close": Blokschrijver.close_table,
    "tr_open": Blokschrijver.open_row,
    "hr": Blokschrijver.write_rule,
}

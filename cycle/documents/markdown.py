"""Markdown: texts of the content folder as Word paragraphs on the template's styles.

Paragraphs, emphasis, strong, bullet and ordered lists (three levels), links as text and,
where a template allows it, headings. Everything else is refused by name: a text is never
half set.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from jinja2 import pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from cycle.documents.bijproduct import BULLETS, NAME, Bijproduct
from cycle.documents.environment import clean_text, word_text
from cycle.domain.errors import InvoerError

_MAX_LEVEL: Final = 3
_INDENT: Final = 357
_QUIET: Final = ("paragraph_open", "paragraph_close")
_NAMED: Final = {
    "image": "een afbeelding",
    "code_inline": "code tussen ` en `",
    "code_block": "een blok code (een regel die met vier spaties begint)",
    "fence": "een blok code",
    "blockquote_open": "een citaat (een regel die met > begint)",
    "hr": "een scheidingslijn",
    "table_open": "een tabel",
    "s_open": "doorgehaalde tekst",
    "heading_open": "een kop",
}


@pass_context
def markdown(context: Context, tekst: str, stijl: str = "Normal", kop: int = 0) -> Markup:
    """Return Markdown as paragraphs in `stijl`; use it alone in a paragraph: ``{{p … }}``.

    `kop` is the Word heading level for the highest heading in the text; 0 refuses headings.
    """
    return to_word(tekst, context[NAME], stijl=stijl, kop=kop)


def to_word(tekst: str, bijproduct: Bijproduct, *, stijl: str = "Normal", kop: int = 0) -> Markup:
    """Return Markdown as WordprocessingML paragraphs.

    Raises:
        InvoerError: the text holds something this module cannot set; line and kind named.
    """
    tokens = _parser().parse(clean_text(tekst))
    writer = _Writer(tekst, bijproduct, stijl, kop - _top_heading(tokens) if kop else None)
    for token in tokens:
        writer.take(token)
    return Markup("".join(writer.paragraphs))  # noqa: S704 - every text was escaped


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Return the parser; tables and strike-through are on so that they can be refused."""
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _top_heading(tokens: Sequence[Token]) -> int:
    """Return the highest heading level in the text, 1 without headings."""
    return min((int(t.tag[1]) for t in tokens if t.type == "heading_open"), default=1)


@dataclass(slots=True)
class _Writer:
    """Turns block tokens into paragraphs and keeps track of the open lists.

    `shift` is what to add to a Markdown heading level, None where headings do not fit.
    `lists` holds (number, style) per open list, `fresh` is true before the first
    paragraph of an item, `heading` is the Word level inside a heading.
    """

    tekst: str
    bijproduct: Bijproduct
    stijl: str
    shift: int | None
    lists: list[tuple[int, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    fresh: bool = False
    heading: int = 0

    def take(self, token: Token) -> None:
        """Handle one block token."""
        if token.type in _QUIET:
            return
        step = _STEPS.get(token.type)
        if step is None:
            raise self.refusal(token.type, token.map)
        step(self, token)

    def write_line(self, token: Token) -> None:
        """Add the paragraph with this text."""
        line = _Line(self.refusal, token.map)
        for child in token.children or ():
            line.take(child)
        self.paragraphs.append(f"<w:p>{self._properties()}{''.join(line.runs)}</w:p>")
        self.fresh = False

    def open_list(self, token: Token) -> None:
        """Begin a list, numbered from where the text says, on the page of what leads to it."""
        if not self.lists and self.paragraphs:
            self.paragraphs[-1] = self.paragraphs[-1].replace("/>", "/><w:keepNext/>", 1)
        if len(self.lists) == _MAX_LEVEL:
            raise self.refusal("een lijst met meer dan drie niveaus", token.map)
        if token.type == "bullet_list_open":
            self.lists.append((BULLETS, "ListBullet"))
        else:
            start = int(token.attrs.get("start", 1))
            self.lists.append((self.bijproduct.restart(start), "ListNumber"))

    def close_list(self, _: Token) -> None:
        """End the innermost list; after the outermost one comes a little more room."""
        self.lists.pop()
        if not self.lists and self.paragraphs:
            self.paragraphs[-1] = _with_room(self.paragraphs[-1])

    def open_item(self, _: Token) -> None:
        """Begin an item: its first paragraph gets the bullet or number."""
        self.fresh = True

    def close_item(self, _: Token) -> None:
        """End an item; one without text still shows its number."""
        if self.fresh:
            self.paragraphs.append(f"<w:p>{self._properties()}</w:p>")
            self.fresh = False

    def open_heading(self, token: Token) -> None:
        """Begin a heading, or refuse it where the template has no room for one."""
        level = int(token.tag[1]) + (self.shift or 0)
        if self.shift is None or self.lists or level > _MAX_LEVEL:
            raise self.refusal(token.type, token.map)
        self.heading = level

    def close_heading(self, _: Token) -> None:
        """End a heading."""
        self.heading = 0

    def refusal(self, kind: str, lines: Sequence[int] | None) -> InvoerError:
        """Return the refusal of one piece of Markdown."""
        regel = lines[0] + 1 if lines else 1
        begin = " ".join(self.tekst.split())[:50]
        return InvoerError(
            f"In regel {regel} van de tekst “{begin}…” staat {_NAMED.get(kind, kind)}. "
            "Dat kan niet in het document komen.",
            advies="Schrijf dit stuk als gewone tekst of als lijst.",
            plek=f"regel {regel} van de tekst “{begin}…”",
        )

    def _properties(self) -> str:
        """Return the paragraph properties for where we are."""
        if self.heading:
            return f'<w:pPr><w:pStyle w:val="Heading{self.heading}"/></w:pPr>'
        if not self.lists:
            return f'<w:pPr><w:pStyle w:val="{self.stijl}"/></w:pPr>'
        level, (number, style) = len(self.lists) - 1, self.lists[-1]
        if self.fresh:
            return (
                f'<w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{level}"/>'
                f'<w:numId w:val="{number}"/></w:numPr></w:pPr>'
            )
        # a second paragraph of an item: same indent, no number
        return (
            f'<w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:numId w:val="0"/></w:numPr>'
            f'<w:ind w:left="{_INDENT * (level + 1)}" w:firstLine="0"/></w:pPr>'
        )


def _with_room(paragraph: str) -> str:
    """Return the paragraph with room after it, as after running text."""
    room = '<w:spacing w:after="120"/>'
    for later in ("<w:ind ", "</w:pPr>"):
        if later in paragraph:
            return paragraph.replace(later, room + later, 1)
    return paragraph


_STEPS: Final[dict[str, Callable[[_Writer, Token], None]]] = {
    "inline": _Writer.write_line,
    "bullet_list_open": _Writer.open_list,
    "ordered_list_open": _Writer.open_list,
    "bullet_list_close": _Writer.close_list,
    "ordered_list_close": _Writer.close_list,
    "list_item_open": _Writer.open_item,
    "list_item_close": _Writer.close_item,
    "heading_open": _Writer.open_heading,
    "heading_close": _Writer.close_heading,
}


@dataclass(slots=True)
class _Line:
    """Turns the inline tokens of one paragraph into runs; `links` holds (href, label)."""

    refusal: Callable[[str, Sequence[int] | None], InvoerError]
    place: Sequence[int] | None
    runs: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    strong: int = 0
    emphasis: int = 0

    def take(self, token: Token) -> None:
        """Handle one inline token."""
        match token.type:
            case "text":
                self._write(token.content)
            case "softbreak":
                self._write(" ")
            case "hardbreak":
                self.runs.append("<w:r><w:br/></w:r>")
            case "strong_open" | "strong_close":
                self.strong += token.nesting
            case "em_open" | "em_close":
                self.emphasis += token.nesting
            case "link_open" | "link_close":
                self._link(token)
            case _:
                raise self.refusal(token.type, self.place)

    def _write(self, tekst: str) -> None:
        """Add one run; an empty text gives nothing."""
        self.links = [(href, label + tekst) for href, label in self.links]
        if tekst:
            marks = ("<w:b/>" if self.strong else "") + ("<w:i/>" if self.emphasis else "")
            properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
            self.runs.append(
                f'<w:r>{properties}<w:t xml:space="preserve">{word_text(tekst)}</w:t></w:r>'
            )

    def _link(self, token: Token) -> None:
        """Open a link, or write where it goes after its label."""
        if token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            if not href.startswith(("https://", "mailto:")):
                raise self.refusal(f"een link naar '{href}'", self.place)
            self.links.append((href, ""))
            return
        href, label = self.links.pop()
        adres = href.removeprefix("mailto:")
        if label not in (href, adres):
            self._write(f" ({adres})")

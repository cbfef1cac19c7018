"""Location: where in a template a tag stands, in words that its maker knows from Word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BEGIN: Final = re.compile(r"\{(?:\{|%)[-+]?")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.S)
_TOKEN: Final = re.compile(r"<w:(tbl|tr|tc)[ >]|</w:(tbl|tr|tc)>|(?=\{[{%])")
_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?(?<!/)>(.*?)</w:p>", re.S)
_STYLE: Final = re.compile(r'<w:pStyle [^>]*?w:val="([^"]*)"')
_XML: Final = re.compile(r"<[^>]+>")
_LENGTH: Final = 80

NAMES: Final = (
    ("word/header", "koptekst"),
    ("word/footer", "voettekst"),
    ("word/footnotes", "voetnoten"),
    ("docProps/", "eigenschappen van het document"),
)


@dataclass(frozen=True, slots=True)
class Genummerd:
    """A part with a line end in every tag, so that a line number points at one tag."""

    tekst: str
    starts: tuple[int, ...]

    def offset(self, line: int) -> int:
        """Return where in the part, without added line ends, the tag of a line begins."""
        index = min(max(line - 1, 0), len(self.starts) - 1)
        return self.starts[index]


def number_tags(bron: str) -> Genummerd:
    """Return the part with a line end after the opening of each tag."""
    starts, done = [0], 0
    pieces: list[str] = []
    for found in re.finditer(rf"{_BEGIN.pattern}|\n", bron):
        starts.append(found.start())
        if found[0] != "\n":
            pieces += (bron[done : found.end()], "\n")
            done = found.end()
    return Genummerd("".join([*pieces, bron[done:]]), tuple(starts))


@lru_cache(maxsize=8)
def heading_styles(styles: bytes) -> frozenset[str]:
    """Return the ids of the styles for headings, whatever language Word gave them."""
    if not styles:
        return frozenset()
    root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False))
    found: set[str] = set()
    for style in root.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        value = "" if name is None else str(name.get(f"{_W}val")).lower()
        if re.fullmatch(r"(heading|kop) \d", value):
            found.add(str(style.get(f"{_W}styleId")))
    return frozenset(found)


def place_of(bron: str, offset: int, headings: frozenset[str]) -> str:
    """Return the heading, table cell and text in which an offset of the body lies."""
    words = [_heading(bron[:offset], headings), _cell(bron, offset), _text(bron, offset)]
    return ", ".join(word for word in words if word)


def part_name(part: str) -> str:
    """Return what a part is called in Word, empty for the text itself."""
    return next((word for start, word in NAMES if part.startswith(start)), "")


def readable(xml: str) -> str:
    """Return the words in a piece of XML, shortened."""
    words = _XML.sub("", xml)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        words = words.replace(entity, sign)
    return shortened(words)


def shortened(text: str) -> str:
    """Return a text on one line, cut off when it is long."""
    words = " ".join(text[: 8 * _LENGTH].split())
    return words if len(words) <= _LENGTH else words[: _LENGTH - 1] + "…"


def _heading(before: str, headings: frozenset[str]) -> str:
    """Return the last heading in `before`."""
    last = ""
    for paragraph in _PARAGRAPH.finditer(before):
        style = _STYLE.search(paragraph[1])
        if style and style[1] in headings and (words := readable(paragraph[1])):
            last = words
    return f"onder de kop ‘{last}’" if last else ""


def _text(bron: str, offset: int) -> str:
    """Return the paragraph around an offset, or the tag when it stands alone."""
    begin = max(bron.rfind("<w:p>", 0, offset), bron.rfind("<w:p ", 0, offset))
    if begin > bron.rfind("</w:p>", 0, offset):
        end = bron.find("</w:p>", offset)
        return f"bij ‘{readable(bron[begin : end if end > 0 else len(bron)])}’"
    tag = _TAG.match(bron, offset)
    return f"bij ‘{readable(tag[0])}’" if tag else ""


@dataclass(slots=True)
class _Tabel:
    """A table on the way to an offset: the row and cell we are in, and what is open."""

    rij: int = 0
    cel: int = 0
    open: str = ""

    def go_past(self, name: str, *, opened: bool) -> None:
        """Count; a tag between rows or cells stands for the row or cell it took away."""
        if name == "tag" and self.open == "":
            self.rij, self.cel = self.rij + 1, 0
        elif name == "tag" and self.open == "tr":
            self.cel += 1
        elif name == "tr":
            self.rij, self.cel = self.rij + opened, 0
            self.open = "tr" if opened else ""
        elif name == "tc":
            self.cel += opened
            self.open = "tc" if opened else "tr"


def _cell(bron: str, offset: int) -> str:
    """Return table, row and cell around an offset, counted as Word shows the template."""
    count = 0
    stack: list[_Tabel] = []
    for name, opened in _tokens(bron, offset):
        if name != "tbl":
            if stack:
                stack[-1].go_past(name, opened=opened)
        elif opened:
            count += not stack
            stack.append(_Tabel())
        elif stack:
            stack.pop()
    if not stack:
        return ""
    where = f"tabel {count}, rij {max(stack[0].rij, 1)}"
    return f"{where}, cel {stack[0].cel}" if stack[0].cel else where


def _tokens(bron: str, offset: int) -> Iterator[tuple[str, bool]]:
    """Yield the tables, rows, cells and tags up to and including an offset."""
    for token in _TOKEN.finditer(bron, 0, offset + 2):
        if token.start() > offset:
            return
        yield token[1] or token[2] or "tag", token[1] is not None

"""Mailopmaak: the text of a mail as HTML, so that the two never differ.

The text is what a person would type: paragraphs with a blank line between them, lists with
"1." or "-" and further lines of an item indented, and a heading underlined with "=". Every
line stays a line. Addresses and mail addresses become links.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

_ITEM: Final = re.compile(r"(?P<teken>-|(?P<nummer>[0-9]{1,3})\.) +(?P<tekst>.*)")
_STREEP: Final = re.compile(r"=+")
_LINK: Final = re.compile(
    r"(?P<web>https?://[^\s<>\"']*[^\s<>\"'.,;:!?)])"
    r"|(?P<mail>[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
)


@dataclass(frozen=True, slots=True)
class _Deel:
    """A part of a mail: `soort` is the element; a list has items of one or more lines."""

    soort: str
    regels: tuple[str, ...] = ()
    items: tuple[tuple[str, ...], ...] = ()
    begin: int = 1


def render_html(tekst: str) -> str:
    """Return the text as HTML without a frame; the same text gives the same HTML."""
    alinea_s = re.split(r"\n[ \t]*\n", tekst.strip("\n"))
    delen = (deel for alinea in alinea_s for deel in _split(alinea.split("\n")))
    return "\n".join(map(_render, _join_lijsten(delen)))


def _split(regels: Sequence[str]) -> Iterator[_Deel]:
    """Yield the parts of a block of lines: a heading, running lines, a list."""
    gewoon = [regel for regel in regels if regel.strip()]
    if len(gewoon) > 1 and _STREEP.fullmatch(gewoon[1].strip()):
        yield _Deel("h2", (gewoon[0],))
        gewoon = gewoon[2:]
    los: list[str] = []
    while gewoon:
        if not _ITEM.match(gewoon[0]):
            los.append(gewoon.pop(0))
            continue
        if los:
            yield _Deel("p", tuple(los))
            los = []
        yield _take_item(gewoon)
    if los:
        yield _Deel("p", tuple(los))


def _take_item(regels: list[str]) -> _Deel:
    """Return a list of one item, and take its lines away from `regels`."""
    gevonden = _ITEM.match(regels.pop(0))
    if gevonden is None:
        raise ValueError("the first line is no item of a list")
    item = [gevonden["tekst"]]
    while regels and regels[0].startswith(" "):
        item.append(regels.pop(0).strip())
    soort = "ol" if gevonden["nummer"] else "ul"
    return _Deel(soort, items=(tuple(item),), begin=int(gevonden["nummer"] or 1))


def _join_lijsten(delen: Iterator[_Deel]) -> Iterator[_Deel]:
    """Yield the parts, items of one list together."""
    for soort, reeks in groupby(delen, key=lambda deel: deel.soort):
        groep = list(reeks)
        if soort in ("ol", "ul"):
            items = tuple(item for deel in groep for item in deel.items)
            yield _Deel(soort, items=items, begin=groep[0].begin)
        else:
            yield from groep


def _render(deel: _Deel) -> str:
    """Return one part as HTML."""
    if not deel.items:
        return f"<{deel.soort}>{_lines(deel.regels)}</{deel.soort}>"
    begin = f' start="{deel.begin}"' if deel.begin > 1 else ""
    items = "".join(f"\n<li>{_item(item)}</li>" for item in deel.items)
    return f"<{deel.soort}{begin}>{items}\n</{deel.soort}>"


def _item(regels: Sequence[str]) -> str:
    """Return an item of a list; of one with several lines the first is its heading."""
    if len(regels) == 1:
        return _lines(regels)
    return f"<strong>{_link(regels[0])}</strong><br>\n{_lines(regels[1:])}"


def _lines(regels: Sequence[str]) -> str:
    """Return lines as they are, with their addresses as links."""
    return "<br>\n".join(map(_link, regels))


def _link(regel: str) -> str:
    """Return a line as HTML."""
    uit, plaats = [], 0
    for gevonden in _LINK.finditer(regel):
        uit.append(escape(regel[plaats : gevonden.start()]))
        doel = gevonden["web"] or f"mailto:{gevonden['mail']}"
        uit.append(f'<a href="{escape(doel)}">{escape(gevonden[0])}</a>')
        plaats = gevonden.end()
    return "".join([*uit, escape(regel[plaats:])])

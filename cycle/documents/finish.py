"""Finish: from filled XML to a part of the file: line ends, grids, ids, and a strict check.

Each step costs something only when a cheap test says that it has work to do.
"""

import re
from collections.abc import Iterator
from typing import Any, Final
from xml.parsers import expat

_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>")
_PARAGRAPH_END: Final = "</w:p>"
_BREAKS: Final = re.compile(r"[\t\n\a\f]")
_PICTURE: Final = "<wp:docPr "
_PICTURE_ID: Final = re.compile(r'(<wp:docPr\b[^>]*?\sid=")[^"]*(")')
_FIRST_PICTURE: Final = 1001


def resolve_breaks(xml: str) -> str:
    """Return the XML with line ends, tabs, paragraph and page breaks as Word has them.

    It is the rule of docxtpl, on the paragraphs that hold such a character only.
    """
    if "\r" in xml:
        xml = xml.replace("\r\n", "\n").replace("\r", "\n")
    if not any(sign in xml for sign in "\t\n\a\f"):
        return xml
    resolve = _docxtpl().resolve_listing
    pieces: list[str] = []
    done = 0
    for begin, end in _paragraphs_with_breaks(xml):
        pieces += (xml[done:begin], resolve(xml[begin:end]))
        done = end
    return "".join([*pieces, xml[done:]])


def _paragraphs_with_breaks(xml: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each paragraph that holds a break.

    After an end tag no paragraph is open, so the first begin tag after it is the one that
    docxtpl would find; with paragraphs inside paragraphs too.
    """
    place = 0
    while found := _BREAKS.search(xml, place):
        place = found.start()
        before = xml.rfind(_PARAGRAPH_END, 0, place)
        begin = _PARAGRAPH.search(xml, before + 1)
        end = xml.find(_PARAGRAPH_END, place)
        if begin is None or end < 0:
            return
        if begin.start() > place:
            place += 1
            continue
        place = end + len(_PARAGRAPH_END)
        yield begin.start(), place


def _docxtpl() -> Any:  # noqa: ANN401 - docxtpl has no types
    """Return an empty docxtpl template, for the rules that need no file."""
    from docxtpl import DocxTemplate

    return DocxTemplate("")


def fix_grid(xml: str) -> Any:  # noqa: ANN401 - an lxml element
    """Return the tree of `xml` with the grids of its tables adapted by docxtpl."""
    return _docxtpl().fix_tables(xml)


def number_pictures(xml: str) -> str:
    """Return the body with its pictures numbered from 1001, as docxtpl does."""
    if _PICTURE not in xml:
        return xml
    numbers = iter(range(_FIRST_PICTURE, _FIRST_PICTURE + xml.count(_PICTURE)))
    return _PICTURE_ID.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", xml)


def check_well_formed(xml: bytes, *, names: bool) -> None:
    """Parse a part strictly; `names` when it holds prefixes that the template did not have.

    Raises:
        expat.ExpatError: it is not well-formed; Word would not open it.
    """
    parser = expat.ParserCreate("utf-8", " ") if names else expat.ParserCreate("utf-8")
    parser.Parse(xml, True)

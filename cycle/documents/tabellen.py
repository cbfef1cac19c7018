"""Tabellen: grids that fit, for tables whose number of columns depends on the data.

docxtpl adapts the grid of every table in every document. Nearly always that changes
nothing, and the template already shows so. Only the other tables are marked here, and
looked at after filling.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final
from xml.parsers import expat

from lxml import etree

EQUAL_COLUMNS: Final = "kolommen-gelijk"
"""The description (alt text) of a table whose columns, after the first, share the width."""

_OPEN: Final = "<?jaarschijf-tabel begin?>"
_CLOSE: Final = "<?jaarschijf-tabel einde?>"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TABLE: Final = re.compile(r"<w:tbl[ >]|</w:tbl>")
_ROW: Final = re.compile(r"<w:tr[ >].*?</w:tr>", re.S)
_CELL: Final = re.compile(r"<w:tc[ >].*?</w:tc>", re.S)
_ROW_PROPERTIES: Final = re.compile(
    r"^<w:tr[^>]*>|</w:tr>$|<w:trPr>.*?</w:trPr>|<w:trPr/>|<w:tblPrEx>.*?</w:tblPrEx>", re.S
)
_SPAN: Final = re.compile(r"<w:gridSpan[^>]*w:val=\"([^\"]*)\"")
_BLOCK: Final = re.compile(r"\{%[-+]?\s*(\w+)")
_OPENERS: Final = frozenset({"for", "if", "filter", "call", "macro", "block"})


def mark_tables(body: str) -> tuple[str, bool]:
    """Return the body with a mark around each table to look at, and whether there is one."""
    pieces: list[str] = []
    done = 0
    for begin, end in _outer_tables(body):
        table = body[begin:end]
        if not _is_certain(table):
            pieces += (body[done:begin], _OPEN, table, _CLOSE)
            done = end
    if not pieces:
        return body, False
    return "".join([*pieces, body[done:]]), True


def _outer_tables(body: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each table that stands in no other table."""
    depth = begin = 0
    for tag in _TABLE.finditer(body):
        if tag[0] != "</w:tbl>":
            begin = tag.start() if depth == 0 else begin
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield begin, tag.end()


def _is_certain(table: str) -> bool:
    """Return whether the grid fits with any data: docxtpl would leave the table alone.

    A table without a grid has nothing to adapt.
    """
    if table.count("<w:tbl>") + table.count("<w:tbl ") > 1 or EQUAL_COLUMNS in table:
        return False
    grid = table.count("<w:gridCol")
    if not grid:
        return True
    depth, certain, done = 0, False, 0
    for row in _ROW.finditer(table):
        depth += _balance(table[done : row.start()])
        done = row.end()
        spans = _spans(row[0])
        if spans is None or len(spans) > grid:
            return False
        certain = certain or (depth == 0 and sum(spans) >= grid)
    return certain


def _spans(row: str) -> list[int] | None:
    """Return the columns that each cell of a row takes; None when data decides on that."""
    cells = _CELL.findall(row)
    rest = _CELL.sub("", row)
    if _ROW_PROPERTIES.sub("", rest).strip() or any(_balance(cell) for cell in cells):
        return None
    spans = [_SPAN.search(cell) for cell in cells]
    values = ["1" if span is None else span[1] for span in spans]
    return [int(value) for value in values] if all(map(str.isdecimal, values)) else None


def _balance(xml: str) -> int:
    """Return how many blocks are opened and not closed."""
    words = _BLOCK.findall(xml)
    opened = sum(word in _OPENERS for word in words)
    closed: int = sum(word.startswith("end") and word[3:] in _OPENERS for word in words)
    return opened - closed


def fit_tables(document: str, fix: Callable[[str], etree._Element]) -> str:
    """Return a filled document with a fitting grid in every marked table, marks taken out.

    `fix` is the rule of docxtpl: from an element that holds tables to the adapted element.

    Raises:
        expat.ExpatError: a table is not well-formed.
    """
    pieces = document.split(_OPEN)
    result = [pieces[0]]
    prefix = _root_tag(document)
    for piece in pieces[1:]:
        table, mark, rest = piece.partition(_CLOSE)
        if not mark:
            return _fit_all(document, fix)
        result += (_fitted(prefix, table, fix), rest)
    whole = "".join(result)
    return _fit_all(whole, fix) if _CLOSE in whole else whole


def _root_tag(document: str) -> str:
    """Return the first tag of the document, which declares all namespaces."""
    begin = document.index("<w:document") if "<w:document" in document else 0
    return document[begin : document.index(">", begin) + 1]


def _fitted(prefix: str, table: str, fix: Callable[[str], etree._Element]) -> str:
    """Return one table, adapted."""
    xml = f"{prefix}{table}</w:document>"
    expat.ParserCreate(namespace_separator=" ").Parse(xml, True)
    root = fix(xml)
    _fit_equal(root)
    text: str = etree.tostring(root, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")]


def _fit_all(document: str, fix: Callable[[str], etree._Element]) -> str:
    """Return a document in which tags cross the borders of a table, adapted as a whole."""
    xml = document.replace(_OPEN, "").replace(_CLOSE, "")
    xml = xml[xml.index("?>") + 2 :] if xml.startswith("<?xml") else xml
    expat.ParserCreate(namespace_separator=" ").Parse(xml, True)
    root = fix(xml.lstrip())
    _fit_equal(root)
    text: str = etree.tostring(root, encoding="unicode")
    return document[: document.index("?>") + 3] + text


def _fit_equal(root: etree._Element) -> None:
    """Share out the width in tables that ask for it, and take their description away."""
    for mark in list(root.iter(f"{_W}tblDescription")):
        if mark.get(f"{_W}val") == EQUAL_COLUMNS:
            properties = mark.getparent()
            properties.remove(mark)
            _share(properties.getparent())


def _share(table: etree._Element) -> None:
    """Write the grid of a table and the width of each cell; the first column keeps its width."""
    grid = table.find(f"{_W}tblGrid")
    rows = table.findall(f"{_W}tr")
    count = max((len(row.findall(f"{_W}tc")) for row in rows), default=0)
    if grid is None or not count:
        return
    total = int(str(table.find(f"{_W}tblPr/{_W}tblW").get(f"{_W}w")))
    first = int(str(rows[0].find(f"{_W}tc/{_W}tcPr/{_W}tcW").get(f"{_W}w")))
    share = (total - first) // (count - 1) if count > 1 else 0
    widths = [total - share * (count - 1), *[share] * (count - 1)]
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, f"{_W}gridCol").set(f"{_W}w", str(width))
    for row in rows:
        for cell, width in zip(row.findall(f"{_W}tc/{_W}tcPr/{_W}tcW"), widths, strict=False):
            cell.set(f"{_W}w", str(width))

"""Tabellen: widths for tables whose number of columns depends on the data."""

from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARK: Final = "kolommen-herhaald"


def mark_tables(document: bytes) -> bytes:
    """Return the template in which tables with ``{%tc for … %}`` carry a mark for `fit_tables`."""
    root = etree.fromstring(document)
    for table in root.iter(f"{_W}tbl"):
        words = "".join(text.text or "" for text in table.iter(f"{_W}t"))
        properties = table.find(f"{_W}tblPr")
        if "{%tc" in words and properties is not None:
            for old in properties.findall(f"{_W}tblDescription"):
                properties.remove(old)
            etree.SubElement(properties, f"{_W}tblDescription").set(f"{_W}val", _MARK)
    return _written(root)


def fit_tables(document: bytes) -> bytes:
    """Return the document with a fitting grid in every marked table, the marks taken out.

    The first column keeps its width, the others share the rest of the table equally.
    """
    root = etree.fromstring(document)
    for mark in list(root.iter(f"{_W}tblDescription")):
        if mark.get(f"{_W}val") == _MARK:
            properties = mark.getparent()
            properties.remove(mark)
            _fit(properties.getparent())
    return _written(root)


def _written(root: etree._Element) -> bytes:
    """Return the tree as bytes."""
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def _fit(table: etree._Element) -> None:
    """Write the grid of a table and the width of each cell."""
    grid = table.find(f"{_W}tblGrid")
    rows = table.findall(f"{_W}tr")
    count = max((len(row.findall(f"{_W}tc")) for row in rows), default=0)
    if grid is None or not count:
        return
    old = [int(column.get(f"{_W}w")) for column in grid]
    total, first = sum(old), old[0]
    share = (total - first) // (count - 1) if count > 1 else 0
    widths = [total - share * (count - 1), *[share] * (count - 1)]
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, f"{_W}gridCol").set(f"{_W}w", str(width))
    for row in rows:
        for cell, width in zip(row.findall(f"{_W}tc/{_W}tcPr/{_W}tcW"), widths, strict=False):
            cell.set(f"{_W}w", str(width))

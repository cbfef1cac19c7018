"""Tabellen: widths for tables whose number of columns depends on the data."""

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fit_tables(document: bytes) -> bytes:
    """Return the document with a fitting grid in every table made with ``{%tc for … %}``.

    The first column keeps its width, the others share the rest of the table equally.
    Tables whose grid already fits are left alone.
    """
    root = etree.fromstring(document)
    for table in root.iter(f"{_W}tbl"):
        rows = table.findall(f"{_W}tr")
        widths = max((_widths(row) for row in rows), key=len, default=[])
        grid = table.find(f"{_W}tblGrid")
        if grid is not None and widths != [int(column.get(f"{_W}w")) for column in grid]:
            _fit(grid, rows, len(widths))
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return xml


def _widths(row: etree._Element) -> list[int]:
    """Return the widths of the cells of a row, as the template wrote them."""
    return [int(width.get(f"{_W}w")) for width in row.findall(f"{_W}tc/{_W}tcPr/{_W}tcW")]


def _fit(grid: etree._Element, rows: list[etree._Element], count: int) -> None:
    """Write a grid of `count` columns and the width of each cell."""
    old = [int(column.get(f"{_W}w")) for column in grid]
    total, first = sum(old), old[0]
    share = (total - first) // (count - 1) if count > 1 else 0
    widths = [total - share * (count - 1), *[share] * (count - 1)]
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        etree.SubElement(grid, f"{_W}gridCol").set(f"{_W}w", str(width))
    for row in rows:
        if len(row.findall(f"{_W}tc")) == count:
            for cell, width in zip(row.iter(f"{_W}tcW"), widths, strict=True):
                cell.set(f"{_W}w", str(width))

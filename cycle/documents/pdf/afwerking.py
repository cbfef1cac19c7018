"""Afwerking: what an engine leaves open for PDF/A-2b and PDF/UA-1 is filled in.

Language, title, standard and maker are written the same way for every engine. No date,
no random number and no trace of the moment stays in the file: equal documents give equal
bytes, also from LibreOffice.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from cycle import VERSION
from cycle.documents.bladen import refusal
from cycle.documents.pdf.artefact import mark_artefacts
from cycle.documents.pdf.koppelingen import tag_links
from cycle.documents.pdf.xmp import make_xmp
from cycle.stromen import save

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

TAAL: Final = "nl-NL"
_ICC_DATE: Final = slice(24, 36)
_ICC_IDENTITY: Final = slice(84, 100)
# the profile header (ICC.1:2022 7.2) holds a moment; this is 1 January 2000
_FIXED_DATE: Final = b"\x07\xd0\x00\x01\x00\x01" + bytes(6)
_KEPT: Final = ("/Root", "/Size")
Rijen = Sequence[Sequence[int]]
"""Per row of a table how many columns each cell spans."""


def finish(
    ruw: bytes, motor: str, kenmerken: Mapping[str, str], tabellen: Sequence[Rijen]
) -> bytes:
    """Return the PDF as PDF/A-2b and PDF/UA-1 with the title of `kenmerken`.

    Raises:
        PdfMislukt: the document has no title, or the engine wrote a damaged file.
    """
    import pikepdf

    if not kenmerken["title"]:
        raise refusal(ValueError("het document heeft geen titel in zijn eigenschappen"))
    try:
        with pikepdf.open(io.BytesIO(ruw)) as pdf:
            _describe(pdf, motor, kenmerken)
            _fix_colour_profiles(pdf)
            for page in pdf.pages:
                page.obj.Tabs = pikepdf.Name.S
                mark_artefacts(pdf, page)
            _mark_spans(pdf.Root, tabellen)
            tag_links(pdf)
            return save(pdf)
    except pikepdf.PdfError as error:
        raise refusal(error) from error


def _describe(pdf: "Pdf", motor: str, kenmerken: Mapping[str, str]) -> None:
    """Write language, title, maker and standard; leave no other description."""
    import pikepdf

    for key in [key for key in pdf.trailer.keys() if key not in _KEPT]:  # noqa: SIM118 - no dict
        del pdf.trailer[key]
    maker = f"jaarschijf {VERSION} ({motor})"
    info = {
        "/Title": kenmerken["title"],
        "/Author": kenmerken["creator"],
        "/Subject": kenmerken["subject"],
        "/Creator": f"jaarschijf {VERSION}",
        "/Producer": maker,
    }
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary({naam: waarde for naam, waarde in info.items() if waarde})
    )
    root = pdf.Root
    root.Lang = pikepdf.String(TAAL)
    root.MarkInfo = pikepdf.Dictionary(Marked=True)
    root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    root.Metadata = pdf.make_stream(make_xmp(kenmerken, TAAL, maker))
    root.Metadata.Type = pikepdf.Name.Metadata
    root.Metadata.Subtype = pikepdf.Name.XML


def _fix_colour_profiles(pdf: "Pdf") -> None:
    """Take the moment of making out of the colour profiles."""
    for intent in pdf.Root.get("/OutputIntents", []):
        profile = intent.DestOutputProfile
        content = bytearray(profile.read_bytes())
        content[_ICC_DATE] = _FIXED_DATE
        content[_ICC_IDENTITY] = bytes(16)
        profile.write(bytes(content))


def _mark_spans(root: "Object", tabellen: Sequence[Rijen]) -> None:
    """Say of cells that they span columns, where the engine did not.

    Tables, rows and cells are matched by their order in the document; a table that the
    engine divided otherwise is left as it is, and the check of the outcome decides.
    """
    tables = [e for e in _elements(root.StructTreeRoot) if e.get("/S") == "/Table"]
    if len(tables) != len(tabellen):
        return
    for table, rows in zip(tables, tabellen, strict=True):
        found = [e for e in _elements(table) if e.get("/S") == "/TR"]
        if len(found) == len(rows):
            for row, spans in zip(found, rows, strict=True):
                _span_row(row, spans)


def _span_row(row: "Object", spans: Sequence[int]) -> None:
    """Give the cells of one row their number of columns."""
    import pikepdf

    cells = list(_children(row))
    if len(cells) != len(spans):
        return
    for cell, columns in zip(cells, spans, strict=True):
        if columns == 1 or "ColSpan" in repr(cell.get("/A")):
            continue
        attributes = pikepdf.Dictionary(O=pikepdf.Name.Table, ColSpan=columns)
        present = cell.get("/A")
        if present is None:
            cell.A = attributes
        elif isinstance(present, pikepdf.Array):
            present.append(attributes)
        else:
            cell.A = pikepdf.Array([present, attributes])


def _elements(element: "Object") -> Iterator["Object"]:
    """Yield the structure elements below `element` in reading order, tables within too."""
    for child in _children(element):
        yield child
        yield from _elements(child)


def _children(element: "Object") -> Iterator["Object"]:
    """Yield the structure elements directly below `element`."""
    import pikepdf

    inside = element.get("/K")
    if inside is None:
        return
    for child in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child

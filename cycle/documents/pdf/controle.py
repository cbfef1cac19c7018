"""Controle: a final PDF is opened again and looked at before anybody gets it.

What counts is what stands in the file: the language, the tags, the bookmarks, and in the
table of contents the page on which a heading really stands.
"""

import io
import re
from collections.abc import Sequence

from cycle.documents.bladen import PdfMislukt
from cycle.documents.pdf.afwerking import TAAL
from cycle.documents.pdf.lezen import Gelezen, flat, read_pdf


def check_definitief(pdf: bytes, inhoudsopgave: Sequence[str]) -> int:
    """Return the number of pages of a final PDF that is in order.

    `inhoudsopgave` lists the headings that the table of contents names, in order.

    Raises:
        PdfMislukt: a mark of PDF/A or PDF/UA is missing, or a page number in the table
            of contents is not the page of its heading.
    """
    _check_marks(pdf, with_outline=bool(inhoudsopgave))
    return _check_paginas(pdf, inhoudsopgave)


def _check_marks(pdf: bytes, *, with_outline: bool) -> None:
    """Refuse a PDF without the marks that readers and archives look for."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        xmp = root.Metadata.read_bytes()
        marks = {
            "de taal": str(root.get("/Lang")) == TAAL,
            "de opbouw (tags)": "/K" in root.get("/StructTreeRoot", {}),
            "de aanduiding PDF/A-2b": b"<pdfaid:part>2<" in xmp,
            "de aanduiding PDF/UA-1": b"<pdfuaid:part>1<" in xmp,
            "de opbouw van een koppeling": all(
                "/StructParent" in note and "/Contents" in note
                for page in document.pages
                for note in page.obj.get("/Annots", [])
                if note.Subtype == "/Link"
            ),
            "de bladwijzers": not with_outline or "/First" in root.get("/Outlines", {}),
        }
    missing = [name for name, present in marks.items() if not present]
    if missing:
        raise PdfMislukt(
            f"De definitieve PDF is niet compleet. Dit ontbreekt: {', '.join(missing)}.",
            advies="Kies een andere PDF-motor met JAARSCHIJF_PDF.",
        )


def _check_paginas(pdf: bytes, inhoudsopgave: Sequence[str]) -> int:
    """Compare the printed page numbers with the bookmarks and with the text of the pages."""
    gelezen = read_pdf(pdf)
    real = _real_pages(gelezen, inhoudsopgave)
    printed = _printed_pages(" ".join(gelezen.bladen), inhoudsopgave)
    for heading, page, number in zip(inhoudsopgave, real, printed, strict=True):
        stands = page is not None and _tight(heading) in _tight(gelezen.bladen[page - 1])
        if not stands or number != page:
            raise _wrong_page(heading, number, page)
    return len(gelezen.bladen)


def _real_pages(gelezen: Gelezen, headings: Sequence[str]) -> list[int | None]:
    """Return for each heading the page, from 1, that its bookmark leads to."""
    titles = [_tight(title) for title, _ in gelezen.bladwijzers]
    found: list[int | None] = []
    begin = 0
    for heading in headings:
        wanted = _tight(heading)
        place = next((i for i in range(begin, len(titles)) if titles[i] == wanted), None)
        found.append(None if place is None else gelezen.bladwijzers[place][1])
        begin = begin if place is None else place + 1
    return found


def _printed_pages(text: str, headings: Sequence[str]) -> list[int | None]:
    """Return for each heading the number behind it in the table of contents."""
    found: list[int | None] = []
    begin = 0
    for heading in headings:
        words = r"\s*".join(re.escape(word) for word in flat(heading).split())
        match = re.compile(rf"{words}[\s.…]+(\d+)(?!\S)").search(text, begin)
        found.append(int(match[1]) if match else None)
        begin = match.end() if match else begin
    return found


def _tight(text: str) -> str:
    """Return text without spaces: engines differ in where they see one."""
    return flat(text).replace(" ", "")


def _wrong_page(heading: str, number: int | None, page: int | None) -> PdfMislukt:
    """Return the refusal of a table of contents that points to the wrong page."""
    said = "geen bladzijde" if number is None else f"bladzijde {number}"
    is_at = "is niet gevonden" if page is None else f"staat op bladzijde {page}"
    return PdfMislukt(
        f"De inhoudsopgave klopt niet: bij ‘{heading}’ staat {said}, maar de kop {is_at}.",
        advies="Kies een andere PDF-motor met JAARSCHIJF_PDF, of pas het sjabloon aan.",
        plek="inhoudsopgave",
    )

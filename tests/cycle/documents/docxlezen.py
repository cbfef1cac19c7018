"""Reads Word documents with python-docx, and settles tracked changes one mark at a time.

This is the slow twin of ``redline.resolve``: another way to the same outcome.
"""

import io
from collections.abc import Iterator
from functools import lru_cache

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from lxml import etree

GEWIST = (qn("w:del"), qn("w:moveFrom"))
GEZET = (qn("w:ins"), qn("w:moveTo"))


def los_op(inhoud: bytes, *, weigeren: bool) -> Document:
    """Return the document after accepting or rejecting everything."""
    document = docx.Document(io.BytesIO(inhoud))
    body = document.element.body
    weg, blijft = (GEZET, GEWIST) if weigeren else (GEWIST, GEZET)
    _haal_rijen_weg(body, weg)
    _haal_alineas_weg(body, weg)
    for merk in list(body.iter(*weg)):
        merk.getparent().remove(merk)
    for merk in list(body.iter(*blijft)):
        for kind in list(merk):
            merk.addprevious(kind)
        merk.getparent().remove(merk)
    for wissel in list(body.iter(qn("w:pPrChange"))):
        eigen = wissel.getparent()
        houd = [k for k in eigen if k.tag in (qn("w:rPr"), qn("w:sectPr"))]
        eigen.remove(wissel)
        if weigeren:
            eigen[:] = [*wissel[0], *houd]
    for tekst in list(body.iter(qn("w:delText"))):
        tekst.tag = qn("w:t")
    return document


def _haal_rijen_weg(body: etree._Element, weg: tuple[str, ...]) -> None:
    for tag in weg:
        for merk in body.findall(f".//{qn('w:trPr')}/{tag}"):
            rij = merk.getparent().getparent()
            rij.getparent().remove(rij)
    for tabel in body.findall(f".//{qn('w:tbl')}"):
        if tabel.find(qn("w:tr")) is None:
            tabel.getparent().remove(tabel)


def _haal_alineas_weg(body: etree._Element, weg: tuple[str, ...]) -> None:
    for alinea in list(body.iter(qn("w:p"))):
        if any(alinea.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{t}") is not None for t in weg):
            blijvend = [r for r in alinea.iter(qn("w:r")) if r.getparent().tag not in weg]
            assert not blijvend, "a paragraph that goes holds text that stays"
            alinea.getparent().remove(alinea)


def vorm(plek: Document | _Cell) -> Iterator[object]:
    """Yield what is there: style and text per paragraph, rows and cells per table."""
    for blok in plek.iter_inner_content():
        if isinstance(blok, Table):
            yield [[list(vorm(_Cell(tc, blok))) for tc in rij.tc_lst] for rij in blok._tbl.tr_lst]
        else:
            yield blok._p.style or "", alle_tekst(blok._p)


def alle_tekst(plek: etree._Element, soort: str = "w:t") -> str:
    """Return the text in an element, tabs included, also inside links."""
    return "".join(
        "\t" if node.tag == qn("w:tab") else str(node.text or "")
        for node in plek.iter(qn(soort), qn("w:tab"))
        if node.getparent().tag == qn("w:r")
    )


@lru_cache(maxsize=4)
def geopend(inhoud: bytes) -> list[object]:
    """Return what stands in a document."""
    return list(vorm(docx.Document(io.BytesIO(inhoud))))


def inhoud_van(docx_bytes: bytes) -> etree._Element:
    """Return the body."""
    return docx.Document(io.BytesIO(docx_bytes)).element.body

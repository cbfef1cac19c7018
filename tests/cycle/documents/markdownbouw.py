"""Builders for the tests of Markdown: a text as XML, and as a whole Word file."""

from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from cycle.documents.basissjablonen.bouw import alinea
from cycle.documents.basissjablonen.pakket import Inhoud, make_docx
from cycle.documents.bijproduct import Bijproduct
from cycle.documents.markdown import to_word
from cycle.documents.template import CompiledTemplate

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NS = f'xmlns:w="{W[1:-1]}" xmlns:r="{R[1:-1]}"'


def blocks(
    tekst: str, stijl: str = "Normal", kop: int = 0, bijproduct: Bijproduct | None = None
) -> list[etree._Element]:
    """Return the blocks of a text as XML."""
    xml = to_word(tekst, bijproduct or Bijproduct(), stijl=stijl, kop=kop)
    return list(etree.fromstring(f"<w:body {_NS}>{xml}</w:body>"))


def parsed(xml: str) -> etree._Element:
    """Return a piece of XML that names no namespaces itself."""
    return etree.fromstring(f"<x {_NS}>{xml}</x>")


def words(element: etree._Element) -> str:
    """Return the text inside an element."""
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def value(element: etree._Element, path: str) -> str | None:
    """Return the ``w:val`` of a descendant, None when it is not there."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else str(found.get(f"{W}val"))


def styles(elements: list[etree._Element]) -> list[str | None]:
    """Return the style of each block."""
    return [value(e, "tblPr/tblStyle" if e.tag == f"{W}tbl" else "pPr/pStyle") for e in elements]


def een_document(
    map_: Path, teksten: list[str], beelden: Mapping[str, str] | None = None, kop: int = 1
) -> bytes:
    """Return a Word file with these texts, made with a template on the shipped styles."""
    path = map_ / "sjabloon.docx"
    if not path.exists():
        body = (
            alinea("Normal", "{%p for tekst in teksten %}")
            + alinea("Normal", f"{{{{p tekst|markdown('Normal', {kop}) }}}}")
            + alinea("Normal", "{%p endfor %}")
        )
        kop_en_voet = alinea("Header", "Proef")
        path.write_bytes(make_docx(Inhoud(body, kop_en_voet, kop_en_voet, "Proef", "Proef", True)))
    velden = {"teksten": teksten, "beelden": beelden or {}, "gemeente": "Hoogeveen"}
    return CompiledTemplate.load(path).render(velden)

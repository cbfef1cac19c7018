"""Maker of templates for tests: bodies with one feature each, and what docxtpl makes of them."""

import io
import zipfile
from collections.abc import Mapping
from html import escape
from typing import Any

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def run(tekst: str, eigenschappen: str = "") -> str:
    """Return one run."""
    rpr = f"<w:rPr>{eigenschappen}</w:rPr>" if eigenschappen else ""
    return f"<w:r>{rpr}<w:t>{escape(tekst, quote=False)}</w:t></w:r>"


def p(*teksten: str, stijl: str = "", ppr: str = "") -> str:
    """Return a paragraph; a piece that begins with a tag is taken as it is."""
    runs = "".join(t if t.startswith("<") else run(t) for t in teksten)
    style = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    properties = f"<w:pPr>{style}{ppr}</w:pPr>" if style or ppr else ""
    return f"<w:p>{properties}{runs}</w:p>"


def tc(*inhoud: str, tcpr: str = "", breedte: int = 2000) -> str:
    """Return a cell of paragraphs."""
    alineas = "".join(i if i.startswith(("<w:p>", "<w:tbl")) else p(i) for i in inhoud)
    return f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/>{tcpr}</w:tcPr>{alineas}</w:tc>'


def tr(*cellen: str) -> str:
    """Return a row; a cell that is no XML is a cell with that text."""
    return "<w:tr>" + "".join(c if c.startswith("<w:tc>") else tc(c) for c in cellen) + "</w:tr>"


def tbl(kolommen: int, *rijen: str, tblpr: str = "") -> str:
    """Return a table with a grid of equal columns."""
    grid = '<w:gridCol w:w="2000"/>' * kolommen
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{2000 * kolommen}" w:type="dxa"/>{tblpr}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rijen)}</w:tbl>"
    )


def maak_sjabloon(
    body: str, *, kop: str = "", voet: str = "", noot: str = "", eigenschappen: str = ""
) -> bytes:
    """Return a template as Word would keep it: all parts, styles, header, footer, footnote."""
    document = docx.Document()
    element = document.element.body
    for child in list(element)[:-1]:
        element.remove(child)
    for child in parse_xml(f"<w:body {NS}>{body}</w:body>"):
        element.insert(len(element) - 1, child)
    section = document.sections[0]
    for deel, tekst in ((section.header, kop), (section.footer, voet)):
        if tekst:
            deel.is_linked_to_previous = False
            deel.paragraphs[0]._p.getparent().append(
                parse_xml(p(tekst).replace("<w:p>", f"<w:p {NS}>", 1))
            )
    if noot:
        _add_note(document, noot)
    document.core_properties.title = eigenschappen or "titel"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _add_note(document: Document, noot: str) -> None:
    """Put a footnotes part into the package."""
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {NS}>'
        f'<w:footnote w:id="2">{p(noot)}</w:footnote></w:footnotes>'
    )
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), _NOTES, xml.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def met_docxtpl(docx_bytes: bytes, context: Mapping[str, Any]) -> bytes:
    """Return what plain docxtpl 0.20.2 makes of a template, in the sandbox and escaped."""
    template = DocxTemplate(io.BytesIO(docx_bytes))
    template.render(dict(context), jinja_env=ImmutableSandboxedEnvironment(), autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def canoniek(docx_bytes: bytes) -> dict[str, str]:
    """Return body, headers, footers and footnotes as canonical XML."""
    with zipfile.ZipFile(io.BytesIO(docx_bytes)) as archive:
        return {
            naam: etree.canonicalize(archive.read(naam).decode())
            for naam in archive.namelist()
            if naam.startswith(("word/document", "word/header", "word/footer", "word/footnotes"))
        }


def tekst_van(docx_bytes: bytes, deel: str = "word/document.xml") -> list[str]:
    """Return the text of each paragraph of a part, line ends and tabs as characters."""
    with zipfile.ZipFile(io.BytesIO(docx_bytes)) as archive:
        root = etree.fromstring(archive.read(deel))
    signs = {f"{{{W}}}br": "\n", f"{{{W}}}tab": "\t"}
    return [
        "".join(
            signs.get(child.tag, child.text or "") for child in paragraph.iter(f"{{{W}}}t", *signs)
        )
        for paragraph in root.iter(f"{{{W}}}p")
    ]

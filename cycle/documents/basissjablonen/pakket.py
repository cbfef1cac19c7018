"""Pakket: puts body, header, footer and styles together into one Word file."""

from dataclasses import dataclass

from cycle.documents.basissjablonen.bouw import NAMESPACES
from cycle.documents.basissjablonen.nummering import numbering_xml
from cycle.documents.basissjablonen.stijlen import styles_xml
from cycle.documents.package import write_docx

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What differs between templates; `eerste_pagina` puts `kop` and `voet` there too."""

    body: str
    kop: str
    voet: str
    titel: str
    onderwerp: str
    eerste_pagina: bool


def make_docx(inhoud: Inhoud) -> bytes:
    """Return the template as docx; the same content gives the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _root_relations(),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            'extended-properties"><Application>jaarschijf</Application></Properties>'
        ),
        "docProps/core.xml": _core(inhoud),
        "word/document.xml": _document(inhoud),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _settings(),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{inhoud.kop}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{inhoud.voet}</w:ftr>",
        "word/footnotes.xml": _footnotes(),
    }
    return write_docx({name: (_HEAD + xml).encode() for name, xml in parts.items()})


def _document(inhoud: Inhoud) -> str:
    """Return the document part: the body and one A4 section."""
    title_page = "" if inhoud.eerste_pagina else "<w:titlePg/>"
    return (
        f"<w:document {NAMESPACES}><w:body>{inhoud.body}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="default" r:id="rId5"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1247" w:bottom="1361" '
        'w:left="1247" w:header="680" w:footer="567" w:gutter="0"/>'
        f"{title_page}</w:sectPr></w:body></w:document>"
    )


def _footnotes() -> str:
    """Return the footnotes part: only the lines that Word draws above footnotes."""
    rows = (("separator", 0), ("continuationSeparator", 1))
    inside = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" '
        f'w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for kind, number in rows
    )
    return f"<w:footnotes {NAMESPACES}>{inside}</w:footnotes>"


def _settings() -> str:
    """Return the settings: compatible with present Word, Dutch proofing."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr>'
        '<w:footnote w:id="0"/><w:footnote w:id="1"/></w:footnotePr><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>"
    )


def _core(inhoud: Inhoud) -> str:
    """Return the core properties; they hold fields too."""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{inhoud.titel}</dc:title><dc:subject>{inhoud.onderwerp}</dc:subject>"
        "<dc:creator>Gemeente {{ gemeente }}</dc:creator>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified>'
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _content_types() -> str:
    """Return the list of part types."""
    types = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        "/word/styles.xml": f"{_MAIN}.styles+xml",
        "/word/numbering.xml": f"{_MAIN}.numbering+xml",
        "/word/settings.xml": f"{_MAIN}.settings+xml",
        "/word/header1.xml": f"{_MAIN}.header+xml",
        "/word/footer1.xml": f"{_MAIN}.footer+xml",
        "/word/footnotes.xml": f"{_MAIN}.footnotes+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": _MAIN.replace("wordprocessingml", "extended-properties+xml"),
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(rows: tuple[tuple[str, str], ...]) -> str:
    """Return a relationships part for (type, target) rows, numbered from rId1."""
    inside = "".join(
        f'<Relationship Id="rId{i}" Type="{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(rows, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _root_relations() -> str:
    """Return the relations of the package."""
    return _relations(
        (
            (f"{_REL}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_REL}/extended-properties", "docProps/app.xml"),
        )
    )


def _document_relations() -> str:
    """Return the relations of the document part; rId4 and rId5 are header and footer."""
    return _relations(
        (
            (f"{_REL}/styles", "styles.xml"),
            (f"{_REL}/numbering", "numbering.xml"),
            (f"{_REL}/settings", "settings.xml"),
            (f"{_REL}/header", "header1.xml"),
            (f"{_REL}/footer", "footer1.xml"),
            (f"{_REL}/footnotes", "footnotes.xml"),
        )
    )

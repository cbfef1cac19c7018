"""Stijlen: fonts and named styles of the shipped templates."""

from typing import Final

from cycle.documents.basissjablonen.bouw import NAMESPACES
from cycle.documents.basissjablonen.kleuren import BLAUW, EIGEN, GRIJS, GROEN, LIJN, OKER
from cycle.documents.basissjablonen.opmaakstijlen import PARAGRAPHS, other_styles

_BUILT_IN: Final = ("Title", "Subtitle", "TOCHeading", "ListBullet", "ListNumber", "Quote")
_LANG = '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="nl-NL"/>'
_FONT = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'


def _font(half_points: int, kleur: str = "", *, b: bool = False, caps: bool = False) -> str:
    """Return run properties: size in half points, colour, bold and capitals."""
    return (
        ("<w:b/>" if b else "")
        + ("<w:caps/>" if caps else "")
        + (f'<w:color w:val="{kleur}"/>' if kleur else "")
        + ('<w:spacing w:val="30"/>' if caps else "")
        + f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _space(before: int, after: int, line: int = 0) -> str:
    """Return paragraph spacing in twips; `line` in 240ths of a line."""
    extra = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{extra}/>'


def _side(kleur: str, dikte: int, fill: str = "") -> str:
    """Return a bar at the left of a paragraph, on a tint when `fill` is given."""
    bar = f'<w:pBdr><w:left w:val="single" w:sz="{dikte}" w:space="9" w:color="{kleur}"/></w:pBdr>'
    return bar + (f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "")


def _tabs(*tabs: str) -> str:
    """Return tab stops from ``right:9412:dot`` texts."""
    stops = ""
    for tab in tabs:
        soort, plaats, leader = tab.split(":")
        stops += f'<w:tab w:val="{soort}" w:leader="{leader}" w:pos="{plaats}"/>'
    return f"<w:tabs>{stops}</w:tabs>"


_HEAD = "<w:keepNext/><w:keepLines/>"

# id, name in Word, based on, next, paragraph properties, run properties
_PARAGRAPHS: Final = (
    ("Title", "Title", "Normal", "Normal", _space(0, 120, 216), _font(84, "FFFFFF", b=True)),
    ("Subtitle", "Subtitle", "Normal", "Normal", _space(0, 0), _font(30, "FFFFFF")),
    (
        "Heading1",
        "heading 1",
        "Normal",
        "Normal",
        _HEAD + "<w:pageBreakBefore/>"
        f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="{OKER}"/></w:pBdr>'
        + _space(0, 280, 240)
        + '<w:outlineLvl w:val="0"/>',
        _font(40, BLAUW, b=True),
    ),
    (
        "Heading2",
        "heading 2",
        "Normal",
        "Normal",
        _HEAD + _space(400, 120, 252) + '<w:outlineLvl w:val="1"/>',
        _font(27, BLAUW, b=True),
    ),
    (
        "Heading3",
        "heading 3",
        "Normal",
        "Normal",
        _HEAD + _space(220, 60, 240) + '<w:outlineLvl w:val="2"/>',
        _font(22, GROEN, b=True),
    ),
    (
        "TOCHeading",
        "TOC Heading",
        "Normal",
        "Normal",
        "<w:keepNext/><w:pageBreakBefore/>"
        f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="{OKER}"/></w:pBdr>'
        + _space(0, 200),
        _font(40, BLAUW, b=True),
    ),
    (
        "TOC1",
        "toc 1",
        "Normal",
        "Normal",
        "<w:keepNext/>" + _tabs("right:9412:dot") + _space(90, 10, 240),
        _font(21, BLAUW, b=True),
    ),
    (
        "TOC2",
        "toc 2",
        "Normal",
        "Normal",
        _tabs("right:9412:dot") + _space(0, 0, 245) + '<w:ind w:left="284"/>',
        _font(19),
    ),
    (
        "ListBullet",
        "List Bullet",
        "Normal",
        "ListBullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr>' + _space(0, 60),
        "",
    ),
    (
        "ListNumber",
        "List Number",
        "Normal",
        "ListNumber",
        '<w:numPr><w:numId w:val="2"/></w:numPr>' + _space(0, 60),
        "",
    ),
    (
        "Header",
        "header",
        "Normal",
        "Header",
        f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="{LIJN}"/></w:pBdr>'
        + _tabs("right:9412:none")
        + _space(0, 0, 240),
        _font(17, GRIJS),
    ),
    (
        "Footer",
        "footer",
        "Normal",
        "Footer",
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{LIJN}"/></w:pBdr>'
        + _tabs("right:9412:none")
        + _space(0, 0, 240),
        _font(17, GRIJS),
    ),
    (
        "Caption",
        "caption",
        "Normal",
        "Normal",
        "<w:keepNext/><w:keepLines/>" + _space(200, 80, 240),
        _font(20, BLAUW, b=True),
    ),
    ("Ambitie", "Ambitie", "Normal", "Ambitie", _space(0, 80, 269), _font(22)),
    ("Ambitiekop", "Ambitiekop", "Ambitie", "Ambitie", "<w:keepNext/>", _font(22, GROEN, b=True)),
    ("Afspraaktekst", "Afspraaktekst", "Normal", "Afspraaktekst", _space(0, 120, 276), _font(22)),
    (
        "Kenmerk",
        "Kenmerk",
        "Normal",
        "Kenmerk",
        "<w:keepNext/>"
        + _tabs("left:1134:none")
        + _space(0, 40, 240)
        + '<w:ind w:left="1134" w:hanging="1134"/>',
        _font(20),
    ),
    (
        "Eigen",
        "Eigen",
        "Normal",
        "Normal",
        "<w:keepNext/>"
        + _side(OKER, 24, EIGEN)
        + _space(60, 120, 240)
        + '<w:ind w:left="227" w:right="113"/>',
        "",
    ),
    (
        "Mededeling",
        "Mededeling",
        "Normal",
        "Normal",
        "<w:keepLines/>"
        + _side(OKER, 24, EIGEN)
        + _space(120, 120, 252)
        + '<w:ind w:left="227" w:right="113"/>',
        "",
    ),
    (
        "Voorbehoud",
        "Voorbehoud",
        "Normal",
        "Normal",
        "<w:keepLines/>" + _side(OKER, 24) + _space(80, 120, 252) + '<w:ind w:left="227"/>',
        "",
    ),
    ("Noot", "Noot", "Normal", "Normal", _space(60, 60, 240), _font(18, GRIJS)),
    ("Tussenruimte", "Tussenruimte", "Normal", "Normal", _space(0, 0, 240), _font(12)),
    ("Tabeltekst", "Tabeltekst", "Normal", "Tabeltekst", _space(30, 30, 240), _font(18)),
    ("Tabelgetal", "Tabelgetal", "Tabeltekst", "Tabelgetal", '<w:jc w:val="right"/>', ""),
    (
        "Tabelkop",
        "Tabelkop",
        "Tabeltekst",
        "Tabelkop",
        "<w:keepNext/>" + _space(40, 40, 240),
        _font(18, "FFFFFF", b=True),
    ),
    ("Tabelkopgetal", "Tabelkopgetal", "Tabelkop", "Tabelkopgetal", '<w:jc w:val="right"/>', ""),
    ("Cijfertekst", "Cijfertekst", "Tabeltekst", "Cijfertekst", "", _font(17)),
    ("Cijfergetal", "Cijfergetal", "Tabelgetal", "Cijfergetal", "", _font(17)),
    ("Cijferkop", "Cijferkop", "Tabelkop", "Cijferkop", "", _font(16, "FFFFFF", b=True)),
    (
        "Cijferkopgetal",
        "Cijferkopgetal",
        "Cijferkop",
        "Cijferkopgetal",
        '<w:jc w:val="right"/>',
        "",
    ),
    (
        "Dekbladkop",
        "Dekbladkop",
        "Normal",
        "Normal",
        _space(0, 160),
        _font(24, "FFFFFF", b=True, caps=True),
    ),
    ("Dekbladveld", "Dekbladveld", "Normal", "Dekbladveld", _space(40, 40, 240), _font(22)),
    ("Afzender", "Afzender", "Normal", "Normal", _space(0, 0, 240), _font(30, BLAUW, b=True)),
    ("Briefregel", "Briefregel", "Normal", "Briefregel", _space(0, 0, 252), ""),
)

_CHARACTERS: Final = (
    ("Nadruk", "Nadruk", "<w:b/>"),
    ("Label", "Label", f'<w:b/><w:color w:val="{GRIJS}"/>'),
    (
        "Plaatswoord",
        "Plaatswoord",
        f'<w:color w:val="{GRIJS}"/><w:sz w:val="14"/><w:szCs w:val="14"/>',
    ),
    ("Eigenteken", "Eigenteken", '<w:b/><w:color w:val="7A4B00"/>'),
)


def styles_xml() -> str:
    """Return the styles part: Dutch, Calibri, and every style a template uses."""
    paragraphs = "".join(_paragraph(row) for row in (*_PARAGRAPHS, *PARAGRAPHS))
    characters = "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{i}"><w:name w:val="{n}"/>'
        f"<w:qFormat/><w:rPr>{p}</w:rPr></w:style>"
        for i, n, p in _CHARACTERS
    )
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}"
        f'<w:sz w:val="21"/><w:szCs w:val="21"/>{_LANG}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f"{_space(0, 120, 269)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr><w:widowControl/></w:pPr><w:rPr>{_LANG}</w:rPr></w:style>"
        f"{paragraphs}{characters}{_table_styles()}{other_styles()}</w:styles>"
    )


def _paragraph(row: tuple[str, ...]) -> str:
    """Return one paragraph style from a row of the table above."""
    style, name, based, following, paragraph, run = row
    own = "" if name[0].islower() or style in _BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _table_styles() -> str:
    """Return the plain table and the one with lines."""
    margins = "".join(
        f'<w:{side} w:w="{w}" w:type="dxa"/>'
        for side, w in (("top", 20), ("left", 85), ("bottom", 20), ("right", 85))
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LIJN}"/>'
        for side in ("top", "bottom", "insideH")
    )
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Tabelkaal">'
        '<w:name w:val="Tabelkaal"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        "</w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="Tabelraster">'
        '<w:name w:val="Tabelraster"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar>"
        "</w:tblPr></w:style>"
    )

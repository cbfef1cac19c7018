"""Opmaakstijlen: the styles that texts from content need: quotes, notes, definitions, tables."""

from typing import Final

from cycle.documents.basissjablonen.kleuren import BLAUW, GRIJS, GROEN, LIJN, OKER


def _small(half_points: int, kleur: str = "") -> str:
    """Return a font size in half points, with a colour when given."""
    colour = f'<w:color w:val="{kleur}"/>' if kleur else ""
    return f'{colour}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


# id, name in Word, based on, next, paragraph properties, run properties
PARAGRAPHS: Final = (
    (
        "Heading4",
        "heading 4",
        "Normal",
        "Normal",
        '<w:keepNext/><w:keepLines/><w:spacing w:before="180" w:after="40" w:line="240" '
        'w:lineRule="auto"/><w:outlineLvl w:val="3"/>',
        f'<w:b/><w:color w:val="{GRIJS}"/><w:sz w:val="21"/><w:szCs w:val="21"/>',
    ),
    (
        "Quote",
        "Quote",
        "Normal",
        "Normal",
        f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="9" w:color="{OKER}"/></w:pBdr>'
        '<w:ind w:left="357" w:right="357"/>',
        "<w:i/>",
    ),
    (
        "Definitieterm",
        "Definitieterm",
        "Normal",
        "Definitie",
        '<w:keepNext/><w:spacing w:before="60" w:after="20"/>',
        f'<w:b/><w:color w:val="{GROEN}"/>',
    ),
    ("Definitie", "Definitie", "Normal", "Definitie", '<w:ind w:left="357"/>', ""),
    (
        "Scheidingslijn",
        "Scheidingslijn",
        "Normal",
        "Normal",
        f'<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="{LIJN}"/></w:pBdr>'
        '<w:spacing w:before="60" w:after="180" w:line="120" w:lineRule="exact"/>',
        "",
    ),
    (
        "Afbeelding",
        "Afbeelding",
        "Normal",
        "Normal",
        '<w:keepLines/><w:spacing w:before="120" w:after="160" w:line="240" w:lineRule="auto"/>',
        "",
    ),
    (
        "FootnoteText",
        "footnote text",
        "Normal",
        "FootnoteText",
        '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/>',
        _small(17),
    ),
)

_CHARACTERS: Final = (
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{BLAUW}"/><w:u w:val="single"/>'),
)

_CODE: Final = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Codetekst">'
    '<w:name w:val="Codetekst"/><w:qFormat/><w:rPr><w:rFonts w:ascii="Courier New" '
    'w:hAnsi="Courier New" w:eastAsia="Courier New" w:cs="Courier New"/>'
    f"<w:noProof/>{_small(19)}</w:rPr></w:style>"
)

_TABLE: Final = (
    '<w:style w:type="table" w:customStyle="1" w:styleId="Opmaaktabel">'
    '<w:name w:val="Opmaaktabel"/><w:basedOn w:val="Tabelraster"/>'
    f'<w:tblPr/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" '
    f'w:fill="{BLAUW}"/></w:tcPr></w:tblStylePr></w:style>'
)


def other_styles() -> str:
    """Return the character styles for notes, links and code, and the table style."""
    built_in = "".join(
        f'<w:style w:type="character" w:styleId="{i}"><w:name w:val="{n}"/><w:rPr>{p}</w:rPr>'
        "</w:style>"
        for i, n, p in _CHARACTERS
    )
    return built_in + _CODE + _TABLE

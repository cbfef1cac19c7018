"""Nummering: the bulleted and numbered lists of the shipped templates."""

from cycle.documents.basissjablonen.bouw import NAMESPACES
from cycle.documents.basissjablonen.kleuren import GROEN


def numbering_xml() -> str:
    """Return the numbering part, three levels each.

    1 is the bulleted list, 2 the numbered list of the template itself, 3 the numbered
    list of Markdown texts, apart so that neither counts on from the other.
    """
    bullets = "".join(_level(i, "bullet", teken) for i, teken in enumerate("•–•"))
    formats = ("decimal", "lowerLetter", "lowerRoman")
    numbers = "".join(_level(i, form, f"%{i + 1}.") for i, form in enumerate(formats))
    return (
        f"<w:numbering {NAMESPACES}>"
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{bullets}'
        f'</w:abstractNum><w:abstractNum w:abstractNumId="2">'
        f'<w:multiLevelType w:val="multilevel"/>{numbers}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="3">'
        f'<w:multiLevelType w:val="multilevel"/>{numbers}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
    )


def _level(level: int, form: str, text: str) -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{357 * (level + 1)}" w:hanging="357"/></w:pPr>'
        f'<w:rPr><w:color w:val="{GROEN}"/></w:rPr></w:lvl>'
    )

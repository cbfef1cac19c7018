"""Lettertype: the letters of the visible stamp, once in the frozen PDF.

A PDF/A carries its own letters (ISO 19005-2, 6.2.11.4). They go in when the version is
frozen, so a signature only needs to point at them. Widths are written in thousandths of
the letter size, as ISO 32000-1, 9.7.4.3 asks, whatever the units of the font are.

``stempel.ttf`` holds the Latin letters of Carlito under another name, as its licence
(``OFL.txt``) asks.
"""

from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

NAAM: Final = "/Stempel"
"""The name of the font among the resources of the form."""
_SYMBOLISCH: Final = 4
_PER_BLOK: Final = 100


def read_lettertype() -> bytes:
    """Return the font that the programme carries."""
    return (files(__package__) / "stempel.ttf").read_bytes()


def embed(pdf: "Pdf", ttf: bytes) -> "Object":
    """Put the TrueType font in the PDF and return it; letters are numbered as in the font."""
    from io import BytesIO

    from fontTools.ttLib import TTFont
    from pikepdf import Array, Dictionary, Name, String

    with TTFont(BytesIO(ttf)) as font:
        naam = Name("/" + str(font["name"].getDebugName(6)))
        beschrijving = pdf.make_indirect(_describe(pdf, font, ttf, naam))
        breedten = _list_breedten(font)
        letters = {font.getGlyphID(g): teken for teken, g in font.getBestCmap().items()}
    afstammeling = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=naam,
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=beschrijving,
        W=Array([0, Array(breedten)]),
        CIDToGIDMap=Name.Identity,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=naam,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(afstammeling)]),
            ToUnicode=pdf.make_stream(_write_tounicode(letters)),
        )
    )


def _describe(pdf: "Pdf", font: Any, ttf: bytes, naam: "Object") -> "Object":  # noqa: ANN401 - fontTools is untyped
    """Return the font descriptor, with the font file in it."""
    from pikepdf import Array, Dictionary, Name

    maat = 1000 / font["head"].unitsPerEm
    hoofd, hoogten = font["head"], font["OS/2"]
    bestand = pdf.make_stream(ttf, Length1=len(ttf))
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=naam,
        Flags=_SYMBOLISCH,
        FontBBox=Array(
            [round(zijde * maat) for zijde in (hoofd.xMin, hoofd.yMin, hoofd.xMax, hoofd.yMax)]
        ),
        ItalicAngle=0,
        Ascent=round(font["hhea"].ascent * maat),
        Descent=round(font["hhea"].descent * maat),
        CapHeight=round((getattr(hoogten, "sCapHeight", 0) or font["hhea"].ascent) * maat),
        StemV=80,
        FontFile2=bestand,
    )


def _list_breedten(font: Any) -> list[int]:  # noqa: ANN401
    """Return the width of every letter in thousandths, in the order of the font."""
    maat = 1000 / font["head"].unitsPerEm
    return [round(font["hmtx"][glyph][0] * maat) for glyph in font.getGlyphOrder()]


def _write_tounicode(letters: dict[int, int]) -> bytes:
    """Return which character each letter stands for, as a CMap (ISO 32000-1, 9.10.3)."""
    paren = sorted(letters.items())
    blokken = []
    for begin in range(0, len(paren), _PER_BLOK):
        deel = paren[begin : begin + _PER_BLOK]
        regels = "\n".join(f"<{nummer:04X}> <{teken:04X}>" for nummer, teken in deel)
        blokken.append(f"{len(deel)} beginbfchar\n{regels}\nendbfchar")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "\n".join(blokken)
        + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")

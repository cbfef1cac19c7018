"""Stijlen: the named styles of a template that texts with opmaak are set in."""

from typing import Final

KOPPEN: Final = ("Heading1", "Heading2", "Heading3", "Heading4")
PUNT: Final = "ListBullet"
NUMMER: Final = "ListNumber"
CITAAT: Final = "Quote"
TERM: Final = "Definitieterm"
DEFINITIE: Final = "Definitie"
LIJN: Final = "Scheidingslijn"
BEELD: Final = "Afbeelding"
NOOT: Final = "FootnoteText"
TABEL: Final = "Opmaaktabel"
CEL: Final = "Tabeltekst"
CELKOP: Final = "Tabelkop"
RUIMTE: Final = "Tussenruimte"

NOOTTEKEN: Final = "FootnoteReference"
LINK: Final = "Hyperlink"
CODE: Final = "Codetekst"

NODIG: Final = frozenset(
    {
        *KOPPEN,
        *(PUNT, NUMMER, CITAAT, TERM, DEFINITIE, LIJN, BEELD, NOOT, TABEL),
        *(CEL, CELKOP, RUIMTE, NOOTTEKEN, LINK, CODE),
    }
)
"""Every style id that ``{{p …|markdown }}`` may use besides the one it is given."""

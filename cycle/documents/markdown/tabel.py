"""Tabel: a Markdown table with a repeating head and widths that fit what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from cycle.documents.markdown.stijlen import CEL, CELKOP, RUIMTE, TABEL

_PER_TEKEN: Final = 96
"""Twips for one character of table text, on the wide side of the average."""
_MARGE: Final = 200
"""Twips for the room at both sides of a cell."""
_LANGE_TEKST: Final = 60
"""Characters beyond which a text may as well run over more lines."""


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell: its runs, its bare text for the width, its side, and whether it heads."""

    runs: str
    tekst: str
    kant: str
    is_kop: bool


def write_table(rijen: Sequence[Sequence[Cel]], breedte: int) -> str:
    """Return the table, `breedte` twips wide, and a small paragraph that parts it from more."""
    breedtes = column_widths([[cel.tekst for cel in rij] for rij in rijen], breedte)
    grid = "".join(f'<w:gridCol w:w="{b}"/>' for b in breedtes)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABEL}"/><w:tblW w:w="{breedte}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
        'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_rij(rij, breedtes) for rij in rijen)}</w:tbl>"
        f'<w:p><w:pPr><w:pStyle w:val="{RUIMTE}"/></w:pPr></w:p>'
    )


def column_widths(rijen: Sequence[Sequence[str]], totaal: int) -> list[int]:
    """Return the width of each column in twips; together they are `totaal`.

    Every column has room for its longest word when that fits; what is left goes to the
    columns with the longest texts.
    """
    kolommen = list(zip(*rijen, strict=True))
    smal = [_room(max(_longest_word(tekst) for tekst in kolom)) for kolom in kolommen]
    ruim = [_room(min(max(map(len, kolom)), _LANGE_TEKST)) for kolom in kolommen]
    rest = totaal - sum(smal)
    if rest < 0:
        return _share(totaal, smal)
    extra = _share(rest, [r - s + 1 for r, s in zip(ruim, smal, strict=True)])
    return [s + e for s, e in zip(smal, extra, strict=True)]


def _longest_word(tekst: str) -> int:
    """Return the length of the longest word."""
    return max(map(len, tekst.split()), default=1)


def _room(tekens: int) -> int:
    """Return the width in twips that this many characters need."""
    return tekens * _PER_TEKEN + _MARGE


def _share(totaal: int, gewichten: Sequence[int]) -> list[int]:
    """Return whole parts of `totaal` by weight; nothing is lost in rounding."""
    som = sum(gewichten)
    grenzen = [0, *(totaal * stand // som for stand in accumulate(gewichten))]
    return [einde - begin for begin, einde in pairwise(grenzen)]


def _rij(cellen: Sequence[Cel], breedtes: Sequence[int]) -> str:
    """Return one row; it is never torn, and a head comes back on every page."""
    kop = "<w:tblHeader/>" if cellen[0].is_kop else ""
    inhoud = "".join(_cel(cel, b) for cel, b in zip(cellen, breedtes, strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/>{kop}</w:trPr>{inhoud}</w:tr>"


def _cel(cel: Cel, breedte: int) -> str:
    """Return one cell."""
    kant = f'<w:jc w:val="{cel.kant}"/>' if cel.kant else ""
    stijl = CELKOP if cel.is_kop else CEL
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{stijl}"/>{kant}</w:pPr>{cel.runs}</w:p></w:tc>'
    )

"""Merken: colour and comment on the cells that a partner has to look at, and off again.

A colour is never the only sign: each marked cell has a comment, and stands on the sheet
Verbeterpunten in words. That sheet also keeps, in a column nobody sees, the colour that a
cell had before, so that a copy which comes back is marked anew instead of twice.
"""

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cycle.domain.bevinding import MIST_ANTWOORD, Ernst
from cycle.forms.indeling import VERBETERPUNTEN
from cycle.forms.opmerkingen import place_opmerking, strip_opmerking
from cycle.forms.uit.opmaak import GEEL, GRIJS, as_argb

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import PatternFill
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

VOORAF: Final = "Kleur vooraf"
"""Heading of the hidden column with the colours of before."""

_ROOD: Final = "FFFFC7CE"
_ORANJE: Final = "FFFFEB9C"
_KLEUREN: Final = {Ernst.FOUT: _ROOD, Ernst.BLOKKADE: _ROOD, Ernst.WAARSCHUWING: _ORANJE}
_ZWAARTE: Final = tuple(Ernst)
ERNST_IN_WOORDEN: Final = {
    Ernst.BLOKKADE: "fout: verbeteren",
    Ernst.FOUT: "fout: verbeteren",
    Ernst.WAARSCHUWING: "waarschuwing: nakijken",
    Ernst.INFO: "ter informatie",
}


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to mend, to look at or to know, and the cell of this workbook it is about.

    `blad` and `cel` are empty when there is no such cell; `waar` says the place in words, and
    `vraag` the question that stands there.
    """

    ernst: Ernst
    waar: str
    wat: str
    doe: str
    code: str = ""
    blad: str = ""
    cel: str = ""
    vraag: str = ""

    @property
    def is_open(self) -> bool:
        """Return whether an answer is missing, which is neither wrong nor in order."""
        return self.code == MIST_ANTWOORD

    @property
    def ernst_in_woorden(self) -> str:
        """Return how serious it is, with what is expected of the reader."""
        return "antwoord mist: invullen" if self.is_open else ERNST_IN_WOORDEN[self.ernst]

    @property
    def must_mend(self) -> bool:
        """Return whether the form cannot be booked as long as this stands."""
        return self.ernst in (Ernst.FOUT, Ernst.BLOKKADE)

    @property
    def in_woorden(self) -> str:
        """Return code, what is the matter and what to do, as it stands in a comment."""
        kop = f"{self.code} ({self.ernst_in_woorden})".strip()
        return "\n".join(deel for deel in (kop, self.wat, self.doe) if deel)


@dataclass(frozen=True, slots=True)
class Vooraf:
    """The colour of one cell before we marked it."""

    blad: str
    cel: str
    vulling: "PatternFill"


def mark_cellen(boek: "Workbook", punten: Iterable[Punt]) -> tuple[Vooraf, ...]:
    """Give each named cell its colour and one comment; return the colours of before."""
    per_cel: dict[tuple[str, str], list[Punt]] = {}
    for punt in punten:
        if punt.cel and punt.blad in boek.sheetnames:
            anker = _anker(boek[punt.blad], punt.cel)
            per_cel.setdefault((punt.blad, anker), []).append(punt)
    return tuple(
        vooraf
        for (blad, adres), hier in per_cel.items()
        for vooraf in _mark(boek[blad][adres], hier)
    )


def _anker(blad: "Worksheet", adres: str) -> str:
    """Return the address itself, or that of the first cell of the merged cells it is in."""
    samen = next((r for r in blad.merged_cells.ranges if adres in r), None)
    return samen.start_cell.coordinate if samen else adres


def _mark(cel: "Cell", punten: list[Punt]) -> Iterator[Vooraf]:
    """Mark one cell; yield its colour of before when that changed."""
    from openpyxl.styles import PatternFill

    place_opmerking(cel, (punt.in_woorden for punt in punten))
    zwaarste = max((punt.ernst for punt in punten), key=_ZWAARTE.index)
    kleur = _KLEUREN.get(zwaarste)
    if kleur:
        yield Vooraf(cel.parent.title, cel.coordinate, copy(cel.fill))
        cel.fill = PatternFill("solid", fgColor=kleur)


def unmark(boek: "Workbook") -> None:
    """Take away the sheet, the colours and the comments of an earlier round."""
    if VERBETERPUNTEN in boek.sheetnames:
        blad = boek[VERBETERPUNTEN]
        for vooraf in _list_vooraf(blad):
            if vooraf.blad in boek.sheetnames:
                boek[vooraf.blad][vooraf.cel].fill = vooraf.vulling
        boek.remove(blad)
    for blad in boek.worksheets:
        for cel in _filled_cellen(blad):
            if strip_opmerking(cel) and cel.fill.fgColor.rgb in (_ROOD, _ORANJE):
                # the sheet with the colours of before is gone, or this sheet has another name
                cel.fill = _gewone_vulling(cel)


def _list_vooraf(blad: "Worksheet") -> Iterator[Vooraf]:
    """Yield the colours of before, as the hidden column keeps them."""
    kop = next((c for rij in blad.iter_rows() for c in rij if c.value == VOORAF), None)
    if kop is None:
        return
    for (cel,) in blad.iter_rows(min_row=kop.row + 1, min_col=kop.column, max_col=kop.column):
        naam, _, adres = str(cel.value or "").rpartition("!")
        if naam:
            yield Vooraf(naam, adres, copy(cel.fill))


def _gewone_vulling(cel: "Cell") -> "PatternFill":
    """Return the colour that a cell of our form has: yellow to fill in, else grey."""
    from openpyxl.styles import PatternFill

    kleur = GRIJS if cel.protection.locked else GEEL
    return PatternFill("solid", fgColor=as_argb(kleur))


def _filled_cellen(blad: "Worksheet") -> tuple["Cell", ...]:
    """Return the cells that exist; `iter_rows` would walk to the farthest one."""
    from openpyxl.cell.cell import Cell

    return tuple(cel for cel in blad._cells.values() if isinstance(cel, Cell))

"""Puntenblad: writes the sheet Verbeterpunten, which a partner sees first.

At the top it says in words how much there is to mend; below it a table with a link to each
cell. The sheet prints like the rest of the form.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cycle.domain.bevinding import Ernst
from cycle.forms.celtekst import put_tekst
from cycle.forms.eigenwoorden import merk_woorden
from cycle.forms.indeling import VERBETERPUNTEN, Kolom, rijhoogte
from cycle.forms.terug.merken import VOORAF, Punt, Vooraf
from cycle.forms.uit.opmaak import BLAUW, INKT, as_argb

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

KOLOMMEN: Final = (
    Kolom("nr", "Nr", 5),
    Kolom("vraag", "Vraag", 34),
    Kolom("waar", "Waar", 20),
    Kolom("ernst", "Ernst", 16),
    Kolom("wat", "Wat", 40),
    Kolom("doe", "Doe", 40),
    Kolom("code", "Code", 8),
)
_VELDEN: Final = [kolom.veld for kolom in KOLOMMEN]
_WAAR: Final = _VELDEN.index("waar") + 1
_ERNST: Final = _VELDEN.index("ernst") + 1
_KOLOM_VOORAF: Final = len(KOLOMMEN) + 2
_KOLOM_WOORDEN: Final = _KOLOM_VOORAF + 1
_BREEDTE: Final = sum(kolom.breedte for kolom in KOLOMMEN)
_RAND: Final = "FFAEB7C0"
_WIT: Final = "FFFFFFFF"
_VOLGORDE: Final = {Ernst.BLOKKADE: 0, Ernst.FOUT: 0, Ernst.WAARSCHUWING: 1, Ernst.INFO: 2}


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks; colours as openpyxl wants them."""

    grootte: int = 11
    vet: bool = False
    onderstreept: bool = False
    kleur: str = as_argb(INKT)
    vlak: str = ""
    rand: bool = False
    breekt: bool = True


_TITEL: Final = _Look(grootte=16, vet=True, kleur=as_argb(BLAUW), breekt=False)
_KOPTEKST: Final = _Look(grootte=12, vet=True)
_ZIN: Final = _Look(grootte=12)
_KOP: Final = _Look(vet=True, kleur=_WIT, vlak=as_argb(BLAUW), rand=True)
_CEL: Final = _Look(rand=True)
_ZWAAR: Final = _Look(rand=True, vet=True)
_LINK: Final = _Look(rand=True, kleur="FF0B5394", onderstreept=True)


class _Pen:
    """Writes cells; a look that was used before is borrowed from the first cell that has it.

    Every style that openpyxl is given costs it a search; there is no public way around that.
    """

    def __init__(self) -> None:
        """Begin without looks."""
        self._eerste: dict[_Look, Cell] = {}

    def put(self, cel: "Cell", tekst: str, look: _Look) -> None:
        """Write a text in a cell with its look."""
        put_tekst(cel, tekst)
        self.dress(cel, look)

    def dress(self, cel: "Cell", look: _Look) -> None:
        """Give a cell its letters, background and border."""
        if look in self._eerste:
            cel._style = copy(self._eerste[look]._style)
            return
        _dress(cel, look)
        self._eerste[look] = cel


def _dress(cel: "Cell", look: _Look) -> None:
    """Give a cell a look that no other cell has yet."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    onder = "single" if look.onderstreept else None
    cel.font = Font("Calibri", look.grootte, bold=look.vet, underline=onder, color=look.kleur)
    cel.alignment = Alignment(wrap_text=look.breekt, vertical="top", horizontal="left")
    if look.vlak:
        cel.fill = PatternFill("solid", fgColor=look.vlak)
    if look.rand:
        lijn = Side(style="thin", color=_RAND)
        cel.border = Border(left=lijn, right=lijn, top=lijn, bottom=lijn)


def write_puntenblad(
    boek: "Workbook", punten: Sequence[Punt], vooraf: Sequence[Vooraf], uitleg: Sequence[str]
) -> None:
    """Add the sheet in front of the others; `uitleg` says what to do with the file."""
    blad, pen = boek.create_sheet(VERBETERPUNTEN, 0), _Pen()
    teksten = [_telling(punten), *uitleg]
    pen.put(blad.cell(1, 1), VERBETERPUNTEN, _TITEL)
    blad.row_dimensions[1].height = 28
    for rij, tekst in enumerate(teksten, 2):
        blad.merge_cells(start_row=rij, end_row=rij, start_column=1, end_column=len(KOLOMMEN))
        pen.put(blad.cell(rij, 1), tekst, _KOPTEKST if rij == 2 else _ZIN)
        blad.row_dimensions[rij].height = rijhoogte([(tekst, _BREEDTE)])
    kop = len(teksten) + 3
    gesorteerd = sorted(punten, key=lambda punt: _VOLGORDE[punt.ernst])
    if gesorteerd:
        _write_tabel(pen, blad, kop, gesorteerd)
    _write_vooraf(blad, kop, vooraf)
    _write_woorden(blad)
    _set_pagina(blad, kop, laatste=kop + len(gesorteerd))
    _open_here(boek)


def _telling(punten: Sequence[Punt]) -> str:
    """Return how much there is to do, in words."""
    antwoord = [punt for punt in punten if not punt.is_open]
    fouten = sum(punt.must_mend for punt in antwoord)
    let_op = sum(punt.ernst is Ernst.WAARSCHUWING for punt in antwoord)
    open_ = len(punten) - len(antwoord)
    zinnen = []
    if fouten:
        dingen = "Er is 1 ding dat" if fouten == 1 else f"Er zijn {fouten} dingen die"
        zinnen.append(f"{dingen} u moet verbeteren.")
    elif not open_:
        zinnen.append("U hoeft niets te verbeteren.")
    if open_:
        zinnen.append("Er mist 1 antwoord." if open_ == 1 else f"Er missen {open_} antwoorden.")
    if let_op:
        dingen = "Er is 1 ding" if let_op == 1 else f"Er zijn {let_op} dingen"
        zinnen.append(f"{dingen} om na te kijken.")
    return " ".join(zinnen)


def _write_tabel(pen: _Pen, blad: "Worksheet", kop: int, punten: Sequence[Punt]) -> None:
    """Write the heading and one row per point."""
    for nummer, kolom in enumerate(KOLOMMEN, 1):
        pen.put(blad.cell(kop, nummer), kolom.kop, _KOP)
    blad.row_dimensions[kop].height = 24
    for nummer, punt in enumerate(punten, 1):
        rij = kop + nummer
        teksten = (
            punt.vraag, punt.waar, punt.ernst_in_woorden, punt.wat, punt.doe, punt.code
        )  # fmt: skip
        blad.cell(rij, 1).value = nummer
        pen.dress(blad.cell(rij, 1), _CEL)
        for plaats, tekst in enumerate(teksten, 2):
            pen.put(blad.cell(rij, plaats), tekst, _CEL)
        if punt.must_mend:
            pen.dress(blad.cell(rij, _ERNST), _ZWAAR)
        if punt.cel:
            _link(blad.cell(rij, _WAAR), punt)
            pen.dress(blad.cell(rij, _WAAR), _LINK)
        breedtes = [kolom.breedte for kolom in KOLOMMEN[1:]]
        blad.row_dimensions[rij].height = rijhoogte(zip(teksten, breedtes, strict=True))


def _link(cel: "Cell", punt: Punt) -> None:
    """Let the cell lead to the one it names, inside this workbook."""
    from openpyxl.worksheet.hyperlink import Hyperlink

    blad = punt.blad.replace("'", "''")
    cel.hyperlink = Hyperlink(
        ref=cel.coordinate, location=f"'{blad}'!{punt.cel}", tooltip=f"Ga naar cel {punt.cel}"
    )


def _write_woorden(blad: "Worksheet") -> None:
    """Note in a column that nobody sees which words are ours."""
    for rij in list(blad.iter_rows()):
        eigen = [str(cel.value) for cel in rij if cel.value is not None]
        if eigen:
            put_tekst(blad.cell(rij[0].row, _KOLOM_WOORDEN), merk_woorden(eigen))
    blad.column_dimensions[blad.cell(1, _KOLOM_WOORDEN).column_letter].hidden = True


def _write_vooraf(blad: "Worksheet", kop: int, vooraf: Sequence[Vooraf]) -> None:
    """Keep the colours of before in a column that nobody sees."""
    put_tekst(blad.cell(kop, _KOLOM_VOORAF), VOORAF)
    for rij, oud in enumerate(vooraf, kop + 1):
        cel = blad.cell(rij, _KOLOM_VOORAF)
        put_tekst(cel, f"{oud.blad}!{oud.cel}")
        cel.fill = oud.vulling
    letter = blad.cell(1, _KOLOM_VOORAF).column_letter
    blad.column_dimensions[letter].hidden = True


def _set_pagina(blad: "Worksheet", kop: int, *, laatste: int) -> None:
    """Set widths, freeze and protection, and the printed page: A4 landscape, heading repeated."""
    for nummer, kolom in enumerate(KOLOMMEN, 1):
        blad.column_dimensions[blad.cell(1, nummer).column_letter].width = kolom.breedte
    blad.sheet_view.showGridLines = False
    blad.freeze_panes = blad.cell(kop + 1, 1)
    blad.print_title_rows = f"{kop}:{kop}"
    blad.print_area = f"A1:{blad.cell(laatste, len(KOLOMMEN)).coordinate}"
    blad.page_setup.paperSize = blad.PAPERSIZE_A4
    blad.page_setup.orientation = "landscape"
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True
    blad.oddFooter.left.text = VERBETERPUNTEN
    blad.oddFooter.right.text = "Pagina &P van &N"
    # an empty password: a guard against accidents, like on the other sheets
    blad.protection.sheet = True
    blad.protection.formatColumns = blad.protection.formatRows = False


def _open_here(boek: "Workbook") -> None:
    """Let the workbook open on this sheet, and no other sheet be selected with it.

    Sheets that are selected together would all take in what is typed in one of them.
    """
    boek.active = 0
    for beeld in boek.views:
        beeld.firstSheet = 0
    for blad in boek.worksheets:
        blad.sheet_view.tabSelected = blad.title == VERBETERPUNTEN

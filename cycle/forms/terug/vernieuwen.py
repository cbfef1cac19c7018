"""Vernieuwen: a present-day form with the answers of an earlier one already in it.

For a form of an old version, and for a file that cannot be marked: nobody types an answer
twice. What has no place any more is listed, so that nothing is lost.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.domain.gelezen import GelezenWaarde
from cycle.forms.celtekst import put_tekst
from cycle.forms.indeling import KENMERKEN, KOPRIJ, NIET_NODIG, TABELLEN, Tabel, rijhoogte
from cycle.forms.kenmerkblad import TABELVELDEN
from cycle.forms.terug.annoteer import cel_van, vraag_van
from cycle.forms.terug.merken import Punt, mark_cellen
from cycle.forms.terug.overzetten import save_pakket
from cycle.forms.terug.puntenblad import write_puntenblad
from cycle.services.ports import GelezenFormulier

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_OPGELOST: Final = re.compile(r"B\d{3}|S10[1-6]|R20[124]")
"""Findings about the old file that do not hold for the new one."""
_NOOIT_GETYPT: Final = ("W310", "W311", "W312")
"""Findings about what Excel made of a cell: that is no answer, so it is not typed over."""
_EXCEL_CIJFERS: Final = 15
_RIJNUMMER: Final = re.compile(r"\d+")
_NIEUW: Final = (
    "Dit is een nieuw formulier. Uw antwoorden staan er al in. U hoeft niets over te typen. "
    "Kijk alles na en stuur dit bestand terug, ook als er niets te verbeteren is."
)
_Adres = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Doelblad:
    """A table in the new form: its sheet, the column of each field, and the row of each code."""

    blad: "Worksheet"
    tabel: Tabel
    kolommen: Mapping[str, int]
    codes: Mapping[str, int]

    def rijen(self, waarden: Sequence[GelezenWaarde]) -> Mapping[str, int]:
        """Return the row for each code, or an open row for each row that answers came from."""
        if self.tabel.sleutel:
            return self.codes
        eerste = range(KOPRIJ + 1, self.blad.max_row + 1)
        leeg = (rij for rij in eerste if not self.blad.cell(rij, 1).protection.locked)
        return dict(zip(dict.fromkeys(map(_bronrij, waarden)), leeg, strict=False))


@dataclass(slots=True)
class _Overzetting:
    """What went where: old cell to new cell, question to its new cells, and what is left."""

    oud: dict[_Adres, _Adres] = field(default_factory=dict)
    per_vraag: dict[_Adres, _Adres] = field(default_factory=dict)
    over: list[GelezenWaarde] = field(default_factory=list)


def renew(blanco: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes:
    """Return the blank workbook with every readable answer in it, and the sheet Verbeterpunten.

    `blanco` holds the form of each samenwerking that was read. A clean number goes in as a
    number; what was written around it, and what we could not read, goes in as it was typed.
    What only Excel made of a cell, such as an error or a date, is listed and left out.
    """
    from openpyxl import load_workbook

    boek = load_workbook(io.BytesIO(blanco))
    punten: list[Punt] = []
    for formulier in gelezen:
        overzetting = _fill(boek, formulier)
        punten += _punten(formulier.bevindingen, overzetting)
        punten += map(_rest, overzetting.over)
    punten = list(dict.fromkeys(punten))
    write_puntenblad(boek, punten, mark_cellen(boek, punten), [_NIEUW])
    return save_pakket(boek, blanco)


def _fill(boek: "Workbook", formulier: GelezenFormulier) -> _Overzetting:
    """Put the answers of one form in its sheets, and return what went where."""
    uit = _Overzetting()
    bladen = {d.tabel.naam: d for d in _list_doelbladen(boek, formulier.samenwerking)}
    per_tabel: dict[str, list[GelezenWaarde]] = {}
    nooit = {cel_van(b) for b in formulier.bevindingen if b.code in _NOOIT_GETYPT}
    for waarde in formulier.waarden:
        if waarde.ruw.strip() or waarde.waarde is not None:
            per_tabel.setdefault(waarde.tabel, []).append(waarde)
    for naam, waarden in per_tabel.items():
        if naam in bladen:
            _fill_tabel(bladen[naam], waarden, uit, nooit)
        else:
            uit.over += waarden
    for doel in bladen.values():
        for regel, rij in doel.codes.items():
            for veld, kolom in doel.kolommen.items():
                uit.per_vraag[regel, veld] = _adres(doel.blad.cell(rij, kolom))
    return uit


def _list_doelbladen(boek: "Workbook", samenwerking: str) -> Iterator[_Doelblad]:
    """Yield the tables of one samenwerking, as the hidden sheet of the new form lists them."""
    for kenmerken in boek.worksheets:
        if not kenmerken.title.startswith(KENMERKEN):
            continue
        rijen = [tuple(str(w or "") for w in rij) for rij in kenmerken.iter_rows(values_only=True)]
        if ("samenwerking", samenwerking) not in {rij[:2] for rij in rijen}:
            continue
        kop = next(n for n, rij in enumerate(rijen) if rij[: len(TABELVELDEN)] == TABELVELDEN)
        for naam, blad, velden in (rij[:3] for rij in takewhile(any, rijen[kop + 1 :])):
            tabel = next(t for t in TABELLEN if t.naam == naam)
            yield _doelblad(boek[blad], tabel, velden.split())


def _doelblad(blad: "Worksheet", tabel: Tabel, velden: Sequence[str]) -> _Doelblad:
    """Return one table of the new form."""
    kolommen = {veld: nummer for nummer, veld in enumerate(velden, 1)}
    codes = {}
    if tabel.sleutel:
        rijen = range(KOPRIJ + 1, blad.max_row + 1)
        codes = {str(blad.cell(rij, kolommen[tabel.sleutel]).value): rij for rij in rijen}
    return _Doelblad(blad, tabel, kolommen, codes)


def _fill_tabel(
    doel: _Doelblad, waarden: Sequence[GelezenWaarde], uit: _Overzetting, nooit: set[_Adres]
) -> None:
    """Put the answers of one table in their rows, by code or else one after the other.

    The new cell for an old one in `nooit` stays empty.
    """
    rijen = doel.rijen(waarden)
    for waarde in waarden:
        rij = rijen.get(waarde.regel if doel.tabel.sleutel else _bronrij(waarde))
        kolom = doel.kolommen.get(waarde.veld)
        cel = doel.blad.cell(rij, kolom) if rij and kolom else None
        oud = waarde.plek.blad, waarde.plek.cel
        if cel is not None and not cel.protection.locked:
            if oud not in nooit:
                _put(cel, waarde)
            uit.oud[oud] = _adres(cel)
        elif waarde.ruw.strip().lower() != NIET_NODIG:
            uit.over.append(waarde)
    for rij in rijen.values():
        _let_grow(doel, rij)


def _adres(cel: "Cell") -> _Adres:
    """Return sheet and address of a cell."""
    return cel.parent.title, cel.coordinate


def _bronrij(waarde: GelezenWaarde) -> str:
    """Return which row an answer came from, in a table without codes."""
    rij = _RIJNUMMER.search(waarde.plek.cel)
    return f"{waarde.plek.blad}!{rij[0]}" if rij else waarde.regel


def _put(cel: "Cell", waarde: GelezenWaarde) -> None:
    """Put an answer in a yellow cell."""
    getal = _kaal_getal(waarde)
    if getal is None:
        put_tekst(cel, waarde.ruw or str(waarde.waarde))
    else:
        cel.value = getal


def _kaal_getal(waarde: GelezenWaarde) -> Decimal | None:
    """Return the number of an answer that is nothing but a number that Excel can hold."""
    getal = waarde.waarde
    if not isinstance(getal, Decimal) or waarde.kwalificatie or waarde.hoog is not None:
        return None
    return getal if len(getal.as_tuple().digits) <= _EXCEL_CIJFERS else None


def _let_grow(doel: _Doelblad, rij: int) -> None:
    """Make the row as high as its longest answer, as Excel does while someone types."""
    teksten = [
        (str(doel.blad.cell(rij, doel.kolommen[k.veld]).value or ""), k.breedte)
        for k in doel.tabel.kolommen
        if k.veld in doel.kolommen and k.invoer
    ]
    hoogte = doel.blad.row_dimensions[rij].height
    doel.blad.row_dimensions[rij].height = max(hoogte or 0, rijhoogte(teksten))


def _punten(bevindingen: Sequence[Bevinding], overzetting: _Overzetting) -> Iterator[Punt]:
    """Yield the findings that hold for the new form too, each at its new cell."""
    for bevinding in bevindingen:
        if _OPGELOST.fullmatch(bevinding.code):
            continue
        nieuw = overzetting.oud.get(cel_van(bevinding))
        if nieuw is None and isinstance(bevinding, Celbevinding):
            nieuw = overzetting.per_vraag.get((bevinding.regel, bevinding.veld))
        blad, cel = nieuw or ("", "")
        yield Punt(
            ernst=bevinding.ernst,
            waar=f"{blad}, cel {cel}" if cel else _in_oud_bestand(*cel_van(bevinding)),
            wat=_wat(bevinding),
            doe=bevinding.advies,
            code=bevinding.code,
            blad=blad,
            cel=cel,
            vraag=vraag_van(bevinding),
        )


def _wat(bevinding: Bevinding) -> str:
    """Return what is the matter, with what stood there when the new cell is left empty."""
    melding = bevinding.melding
    ruw = bevinding.ruw if isinstance(bevinding, Celbevinding) else ""
    if bevinding.code not in _NOOIT_GETYPT or ruw in melding:
        return melding
    return f"{melding} In uw eerdere bestand stond: {ruw}"


def _rest(waarde: GelezenWaarde) -> Punt:
    """Return an answer that has no place in the new form, word for word."""
    tabel = next((t for t in TABELLEN if t.naam == waarde.tabel), None)
    vraag = next((k.kop for k in tabel.kolommen if k.veld == waarde.veld), "") if tabel else ""
    bij = " ".join(deel for deel in (waarde.regel, vraag.partition(" voor {")[0]) if deel)
    return Punt(
        ernst=Ernst.WAARSCHUWING,
        waar=_in_oud_bestand(waarde.plek.blad, waarde.plek.cel),
        wat=f"Dit antwoord past niet meer in het formulier ({bij}): {waarde.ruw}",
        doe="Hoort het er nog bij? Schrijf het dan bij Toelichting, of op het blad Extra.",
        vraag=waarde.regel,
    )


def _in_oud_bestand(blad: str, cel: str) -> str:
    """Return a place in the file that was sent, in words."""
    plek = f": {blad}, cel {cel}" if blad and cel else f": {blad}" if blad else ""
    return f"Uw eerdere bestand{plek}"

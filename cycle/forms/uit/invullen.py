"""Invullen: type the answers of a partij into its form, as its owner would in Excel."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from cycle.domain.errors import InvoerError
from cycle.domain.voorbeeld import (
    Antwoord,
    Antwoorden,
    ExtraAntwoord,
    Gevraagdantwoord,
    Standantwoorden,
    Voorraadantwoord,
    Wederkerigheidantwoord,
)
from cycle.forms.indeling import (
    BIEDING,
    EXTRA,
    EXTRA_RIJEN,
    GEVRAAGD,
    KENMERKEN,
    STAND,
    TABELLEN,
    TOETSTABELLEN,
    TOEZEGGINGEN,
    VOORRAAD,
    WEDERKERIGE_RIJEN,
    WEDERKERIGHEID,
    Kop,
    Tabel,
    find_kop,
    rijhoogte,
)
from cycle.forms.kenmerkblad import TABELVELDEN
from cycle.forms.lezen.nltaal import read_getal
from cycle.forms.uit.opmaak import PUNTEN
from cycle.forms.vastezip import fix_package

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_GETALVELDEN: Final = frozenset(
    {
        ("bieding", "bod"),
        ("bieding", "bedrag"),
        ("voorraad", "stand"),
        ("wederkerigheid", "afspraak"),
        ("stand", "cijfer"),
    }
)
_VRAGER: Final = ("vrager", "afspraak")
_VOLLEDIG: Final = {tabel.naam: tabel for tabel in (*TABELLEN, *TOETSTABELLEN)}
_RUIMTE: Final = {WEDERKERIGHEID.naam: WEDERKERIGE_RIJEN, EXTRA.naam: EXTRA_RIJEN}
_KAAL_GETAL: Final = re.compile(r"[+-]?[0-9][0-9.]*(?:,[0-9]+)?")
_EXCEL_CIJFERS: Final = 15
"""Excel keeps no more digits of a number; a longer one stays text."""


_Bijantwoord = ExtraAntwoord | Gevraagdantwoord | Voorraadantwoord | Wederkerigheidantwoord


def fill_formulier(werkmap: bytes, antwoorden: Antwoorden | Standantwoorden) -> bytes:
    """Return the workbook with `antwoorden` typed into its yellow cells.

    Texts go in as typed. A clean Dutch number (``1.234,5``) becomes a number, as it would
    when someone types it in Excel. Of a workbook for several gemeenten the first is filled.

    Raises:
        InvoerError: the workbook is not our form, or an answer has no row or no room.
    """
    from openpyxl import load_workbook

    try:
        boek = load_workbook(io.BytesIO(werkmap))
        tabellen = _tabellen(boek)
    except Exception as fout:  # damaged bytes fail in many ways; all mean: not our form
        raise InvoerError(
            "Dit is geen formulier van ons.", advies="Maak eerst een nieuw formulier."
        ) from fout
    for tabel, rijen in _rijen_per_tabel(antwoorden):
        _fill_tabel(boek, tabellen.get(tabel.naam, tabel), rijen, antwoorden.partij)
    uit = io.BytesIO()
    boek.save(uit)
    return fix_package(uit.getvalue())


def _rijen_per_tabel(
    antwoorden: Antwoorden | Standantwoorden,
) -> list[tuple[Tabel, list[dict[str, str]]]]:
    """Return what must be typed in each table; one without answers is left as it is."""
    if isinstance(antwoorden, Standantwoorden):
        eigen = [a for a in antwoorden.regels if a.regelcode.startswith("A")]
        rest = [a for a in antwoorden.regels if a not in eigen]
        alle = [(STAND, list(map(asdict, eigen))), (TOEZEGGINGEN, list(map(asdict, rest)))]
        return [(tabel, rijen) for tabel, rijen in alle if rijen]
    alle = [
        (BIEDING, [_antwoord(a) for a in antwoorden.regels]),
        (VOORRAAD, [_velden(a) for a in antwoorden.voorraad]),
        (WEDERKERIGHEID, [_velden(a) for a in antwoorden.wederkerigheid]),
        (GEVRAAGD, [_velden(a) for a in antwoorden.gevraagd]),
        (EXTRA, [_velden(a) for a in antwoorden.extra]),
    ]
    return [(tabel, rijen) for tabel, rijen in alle if rijen or tabel in (BIEDING, EXTRA)]


def _tabellen(boek: "Workbook") -> dict[str, Tabel]:
    """Return the tables of this edition, as the hidden sheet names them."""
    rijen = list(boek[KENMERKEN].iter_rows(max_col=len(TABELVELDEN), values_only=True))
    begin = rijen.index(TABELVELDEN) + 1
    return {
        str(naam): _VOLLEDIG[str(naam)].met(str(blad), str(velden).split())
        for naam, blad, velden in takewhile(lambda rij: rij[0], rijen[begin:])
    }


def _fill_tabel(
    boek: "Workbook", tabel: Tabel, antwoorden: Sequence[Mapping[str, str]], partij: str
) -> None:
    """Type the answers of one table: in the row of their code, else from the top down."""
    if tabel.blad not in boek.sheetnames:
        raise InvoerError(
            f"Het formulier van {partij} heeft geen blad {tabel.blad}.",
            advies="Laat deze antwoorden weg.",
        )
    blad = boek[tabel.blad]
    kop = _kop(blad, tabel)
    rijen = _rijen(blad, tabel, kop) if tabel.sleutel else {}
    if not tabel.sleutel and len(antwoorden) > _RUIMTE[tabel.naam]:
        raise InvoerError(
            f"Het blad {tabel.blad} heeft {_RUIMTE[tabel.naam]} regels. {partij} heeft er "
            f"{len(antwoorden)} nodig.",
            advies="Voeg regels samen.",
        )
    for nummer, velden in enumerate(antwoorden, kop.rij + 1):
        rij = _rij(rijen, velden, partij) if tabel.sleutel else nummer
        _check_kolommen(tabel, velden, partij)
        for kolom in tabel.kolommen:
            if kolom.invoer:
                _type_in(blad.cell(rij, kop.kolommen[kolom.veld]), tabel, kolom.veld, velden)
        _let_grow(blad, rij, [(velden[k.veld], k.breedte) for k in tabel.kolommen if k.invoer])


def _rijen(blad: "Worksheet", tabel: Tabel, kop: Kop) -> dict[str, int]:
    """Return the rows by their code; a request by who asks it and the number it is about."""
    velden = _VRAGER if tabel.naam == GEVRAAGD.naam else (tabel.sleutel,)
    return {
        " ".join(str(blad.cell(rij, kop.kolommen[veld]).value) for veld in velden): rij
        for rij in range(kop.rij + 1, blad.max_row + 1)
        if blad.cell(rij, kop.kolommen[tabel.sleutel]).value
    }


def _rij(rijen: Mapping[str, int], velden: Mapping[str, str], partij: str) -> int:
    """Return the row in which an answer belongs."""
    code = velden.get("regelcode") or " ".join(velden[veld] for veld in _VRAGER)
    if code not in rijen:
        raise InvoerError(
            f"Het formulier van {partij} heeft geen regel {code}.",
            advies=f"Kies uit: {', '.join(rijen)}.",
        )
    return rijen[code]


def _check_kolommen(tabel: Tabel, velden: Mapping[str, str], partij: str) -> None:
    """Refuse an answer for which this edition has no column."""
    volledig = _VOLLEDIG[tabel.naam]
    for veld in volledig.invoer:
        if veld not in tabel.invoer and velden[veld].strip():
            raise InvoerError(
                f"Het formulier van {partij} heeft geen kolom '{volledig.kop(veld)}'.",
                advies="Schrijf dit antwoord bij Toelichting.",
            )


def _let_grow(blad: "Worksheet", rij: int, teksten: Iterable[tuple[str, int]]) -> None:
    """Make the row as high as its longest answer, as Excel does while someone types."""
    hoogte = blad.row_dimensions[rij].height
    letters = blad.cell(rij, blad.max_column).font.size or PUNTEN
    nodig = rijhoogte(teksten, punten=float(letters))
    blad.row_dimensions[rij].height = max(hoogte or 0, nodig)


def _kop(blad: "Worksheet", tabel: Tabel) -> Kop:
    """Return the heading row of a sheet of our own form."""
    cellen = (
        (cel.row, cel.column, str(cel.value))
        for rij in blad.iter_rows()
        for cel in rij
        if cel.value is not None
    )
    kop = find_kop(cellen, tabel, aan_sleutel=False)
    if kop is None or len(kop.kolommen) < len(tabel.kolommen):
        raise InvoerError(
            f"Op het blad {blad.title} staan niet alle koppen.",
            advies="Maak eerst een nieuw formulier.",
        )
    return kop


def _velden(antwoord: _Bijantwoord) -> dict[str, str]:
    """Return an answer by field; the names are those of the form."""
    return asdict(antwoord)


def _antwoord(antwoord: Antwoord) -> dict[str, str]:
    """Return an answer to a question by field of the form."""
    velden = asdict(antwoord)
    return {**velden, "status": velden.pop("deelname")}


def _type_in(cel: "Cell", tabel: Tabel, veld: str, velden: Mapping[str, str]) -> None:
    """Put one answer in its cell; an empty one leaves the cell as it is."""
    from openpyxl.utils.exceptions import IllegalCharacterError

    tekst = velden[veld]
    if not tekst.strip():
        return
    getal = _kaal_getal(tekst.strip()) if (tabel.naam, veld) in _GETALVELDEN else None
    if getal is not None:
        cel.value = getal
        return
    try:
        cel.value = tekst
    except IllegalCharacterError as fout:
        raise InvoerError(
            f"In de tekst '{tekst[:20]!a}' staat een teken dat niet in Excel past.",
            advies="Typ de tekst opnieuw, zonder te plakken.",
            plek=f"{cel.parent.title}!{cel.coordinate}",
        ) from fout
    # a text that begins with "=" must stay a text
    cel.data_type = "s"


def _kaal_getal(tekst: str) -> Decimal | None:
    """Return the number when the text is nothing but a number that reads in one way."""
    if not _KAAL_GETAL.fullmatch(tekst) or sum(map(str.isdecimal, tekst)) > _EXCEL_CIJFERS:
        return None
    gelezen = read_getal(tekst)
    return None if gelezen is None or gelezen.dubbelzinnig else gelezen.waarde

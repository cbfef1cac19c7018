"""Kenmerken: the rows of the hidden sheet, as `cycle.forms.kenmerkblad` describes them."""

from collections.abc import Sequence
from typing import Final

from cycle.domain.formulier import Formulier
from cycle.forms.bladen import Tabelblad, Vraagrij
from cycle.forms.kenmerkblad import (
    AFSPRAKEN,
    ELK_GETAL,
    HERKOMST,
    KEUZEVELDEN,
    NUL_OF_MEER,
    SOMCODE,
    TABELVELDEN,
    TOETSVELDEN,
    UITGAVE,
    VRAAGVELDEN,
)
from cycle.forms.lezen.herkenning import bereken_somcode, one_line

_LEEG: Final[tuple[str, ...]] = ()

Rijen = list[tuple[str, ...]]


def kenmerkrijen(
    formulier: Formulier, bladen: Sequence[Tabelblad]
) -> tuple[list[tuple[str, str]], Rijen]:
    """Return the rows (name, value) that say whose form it is, and the lists below them.

    The names and values are also the properties of the workbook.
    """
    tabellen: Rijen = [
        (b.tabel.naam, one_line(b.tabel.blad), " ".join(k.veld for k in b.tabel.kolommen))
        for b in bladen
    ]
    namen = dict(formulier.gevraagden)
    if namen:
        namen[formulier.partij_naam] = formulier.partij
    keuzes: Rijen = [(one_line(naam), code) for naam, code in namen.items()]
    kop = TOETSVELDEN if formulier.toets else VRAAGVELDEN
    vragen: Rijen = [
        _vraagrij(blad.tabel.naam, vraag, kop) for blad in bladen for vraag in blad.vragen
    ]
    waarden = (
        formulier.partij,
        formulier.samenwerking,
        formulier.gemeente,
        str(formulier.jaar),
        formulier.versie,
    )
    uitgave = "kort" if formulier.is_kort else "volledig"
    afspraken = " ".join(map(str, formulier.afspraken))
    eigen = [one_line(waarde) for waarde in (*waarden, uitgave, afspraken)]
    somcode = bereken_somcode(eigen, (*tabellen, *keuzes, *vragen))
    kenmerken = [*zip(HERKOMST, waarden, strict=True), (SOMCODE, somcode), (UITGAVE, uitgave)]
    lijsten: Rijen = [(AFSPRAKEN, afspraken)] if afspraken else []
    for koppen, rijen in ((TABELVELDEN, tabellen), (KEUZEVELDEN, keuzes), (kop, vragen)):
        lijsten += [_LEEG, koppen, *rijen]
    return kenmerken, lijsten


def teken(vraag: Vraagrij) -> str:
    """Return whether a number below zero makes sense in this row."""
    return ELK_GETAL if vraag.indicator.onder_nul else NUL_OF_MEER


def _vraagrij(tabel: str, vraag: Vraagrij, kop: Sequence[str]) -> tuple[str, ...]:
    """Return one question as a row of the hidden sheet, in the columns of `kop`."""
    velden = {
        **vraag.vast,
        "aard": vraag.indicator.aard.value,
        "teken": teken(vraag),
        "controle": vraag.controle,
        "tabel": tabel,
    }
    return tuple(one_line(tekst) if (tekst := velden.get(veld)) else "" for veld in kop)

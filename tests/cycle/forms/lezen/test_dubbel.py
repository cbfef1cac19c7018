"""A second sheet with one of our tables: never passed over without a word."""

from collections.abc import Callable

import pytest
from openpyxl.workbook.workbook import Workbook

from cycle.domain.bevinding import Ernst
from cycle.forms import ExcelFormulieren
from tests.cycle.forms.builders import bewerkt, codes, een_vol_formulier, gevuld, lees


def _kopie(boek: Workbook, blad: str = "Bieding", **cellen: object) -> None:
    kopie = boek.copy_worksheet(boek[blad])
    kopie.title = f"{blad} (2)"
    for adres, waarde in cellen.items():
        kopie[adres] = waarde


def _maak_leeg(boek: Workbook) -> None:
    _kopie(boek)
    for rij in boek["Bieding"]["I5:M8"]:
        for cel in rij:
            cel.value = None


def _schrijf_voorstel(boek: Workbook) -> None:
    _kopie(boek, "Extra", A5="Wij planten bomen.")


def test_a_copy_that_says_the_same_is_pointed_at() -> None:
    gelezen = lees(bewerkt(gevuld(), _kopie))

    (bevinding,) = gelezen.bevindingen
    assert (bevinding.code, bevinding.plek) == ("S111", "Bieding (2)")
    assert bevinding.ernst is Ernst.WAARSCHUWING
    assert "Wij lezen alleen 'Bieding'" in bevinding.melding
    assert gelezen.bieding is not None


@pytest.mark.parametrize(
    "bewerk", [lambda boek: _kopie(boek, J5=77), _maak_leeg, _schrijf_voorstel]
)
def test_a_copy_with_other_answers_is_a_fout(bewerk: Callable[[Workbook], object]) -> None:
    gelezen = lees(bewerkt(gevuld(), bewerk))

    (dubbel,) = [b for b in gelezen.bevindingen if b.code == "S111"]
    assert dubbel.ernst is Ernst.FOUT
    assert "andere antwoorden" in dubbel.melding
    assert gelezen.bieding is None


def test_the_sheets_of_other_gemeenten_in_one_workbook_are_no_doubles() -> None:
    formulieren = ExcelFormulieren()
    bundel = formulieren.write(een_vol_formulier(), een_vol_formulier(gemeente="Het Hogeland"))

    gelezen = formulieren.read(bundel, "bieding.xlsx", "inzending-1")

    assert len(gelezen) == 2
    assert all("S111" not in codes(formulier) for formulier in gelezen)

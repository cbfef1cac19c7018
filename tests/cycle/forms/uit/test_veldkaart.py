"""The field map says where everything stands in the very workbook that was written."""

import io
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from cycle.domain.formulier import Formulier
from cycle.domain.indicator import INZET
from cycle.forms import ExcelFormulieren
from tests.cycle.forms.builders import (
    NETTO,
    een_formulier,
    een_kort_formulier,
    een_regel,
    een_vol_formulier,
)

FORMULIEREN = [
    (een_formulier(),),
    (een_vol_formulier(),),
    (een_kort_formulier(),),
    (een_kort_formulier(een_regel(1, NETTO), een_regel(22, INZET)),),
    (een_vol_formulier(), een_vol_formulier(gemeente="Het Hogeland")),
]


def _kaarten(formulieren: Sequence[Formulier]) -> list[dict[str, Any]]:
    kaart = ExcelFormulieren().veldkaart(*formulieren)
    return kaart if isinstance(kaart, list) else [kaart]


def _tabel(naam: str, formulier: Formulier) -> dict[str, Any]:
    [kaart] = _kaarten([formulier])
    return next(tabel for tabel in kaart["tabellen"] if tabel["naam"] == naam)


@pytest.mark.parametrize("formulieren", FORMULIEREN)
def test_every_address_holds_what_the_map_says(formulieren: Sequence[Formulier]) -> None:
    boek = load_workbook(io.BytesIO(ExcelFormulieren().write(*formulieren)))

    for kaart in _kaarten(formulieren):
        blad = boek[kaart["meta"]["sheet"]]
        for naam, cel in kaart["meta"]["cells"].items():
            assert blad[cel].value == str(kaart[naam])
        assert set(kaart["props"]) <= {p.name for p in boek.custom_doc_props.props}
        for tabel in kaart["tabellen"]:
            blad = boek[tabel["sheet"]]
            for veld, letter in tabel["kolommen"].items():
                assert blad[f"{letter}{tabel['kop_rij']}"].value == tabel["koppen"][veld]
            for code, regel in tabel["regels"].items():
                rij = regel["rij"]
                assert blad[f"{tabel['kolommen']['regel']}{rij}"].value == code


@pytest.mark.parametrize("formulieren", FORMULIEREN)
def test_every_input_field_can_be_typed_in(formulieren: Sequence[Formulier]) -> None:
    boek = load_workbook(io.BytesIO(ExcelFormulieren().write(*formulieren)))

    for kaart in _kaarten(formulieren):
        for tabel in kaart["tabellen"]:
            rijen = [r["rij"] for r in tabel["regels"].values()]
            if not tabel["regels"]:
                rijen = list(range(tabel["rijen"][0], tabel["rijen"][1] + 1))
            cellen = [
                boek[tabel["sheet"]][f"{tabel['kolommen'][veld]}{rij}"]
                for veld in tabel["invoer"]
                for rij in rijen
            ]
            assert all(not c.protection.locked or c.value == "niet nodig" for c in cellen)


def test_the_map_of_one_form_has_the_agreed_fields() -> None:
    [kaart] = _kaarten([een_formulier()])

    assert list(kaart) == [
        "partij", "gemeente", "cyclus", "versie", "somcode", "meta", "props", "tabellen"
    ]  # fmt: skip
    assert set(kaart["meta"]["cells"]) == {"partij", "gemeente", "cyclus", "versie", "somcode"}
    assert kaart["cyclus"] == 2024


def test_a_row_says_its_unit_its_sign_and_whether_it_must_be_answered() -> None:
    regels = _tabel("bieding", een_formulier())["regels"]

    assert regels["A01-NETTO"] == {
        "rij": 5, "eenheid": "woningen", "teken": "±", "verplicht": True, "controle": None
    }  # fmt: skip
    assert regels["A07-KK_P"]["teken"] == "+"


def test_a_row_that_follows_from_others_says_from_which() -> None:
    nb, slvk = (replace(NETTO, code=code) for code in ("NB_DAEB", "SLVK"))
    formulier = een_formulier(een_regel(1, NETTO), een_regel(1, nb), een_regel(1, slvk))

    controle = _tabel("bieding", formulier)["regels"]["A01-NETTO"]["controle"]

    assert controle == "A01-NB_DAEB - A01-SLVK"


def test_rows_of_different_afspraken_do_not_belong_together() -> None:
    nb, slvk = (replace(NETTO, code=code) for code in ("NB_DAEB", "SLVK"))
    formulier = een_formulier(een_regel(1, NETTO), een_regel(1, nb), een_regel(2, slvk))

    assert _tabel("bieding", formulier)["regels"]["A01-NETTO"]["controle"] is None


def test_the_stock_is_optional_and_adds_up() -> None:
    regels = _tabel("voorraad", een_vol_formulier())["regels"]

    assert regels["V-VRD_DAEB"]["controle"] == "V-KK_N + V-AT1_N + V-AT2_N + V-LIB_N"
    assert {r["verplicht"] for r in regels.values()} == {False}


def test_several_gemeenten_give_a_list_with_a_map_for_each() -> None:
    formulieren = (een_vol_formulier(), een_vol_formulier(gemeente="Het Hogeland"))

    eerste, tweede = _kaarten(formulieren)

    assert (eerste["meta"]["sheet"], tweede["meta"]["sheet"]) == ("_jaarschijf", "_jaarschijf_2")
    assert not set(eerste["props"]) & set(tweede["props"])

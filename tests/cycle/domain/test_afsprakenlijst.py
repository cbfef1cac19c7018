"""The afspraken as data: numbers any programme can read, and texts that are never formulas."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from cycle.domain.afsprakenlijst import make_veilig, write_afspraken_csv, write_afspraken_json
from cycle.services.gegevens import Gegevens, load_gegevens

GOLDEN = Path(__file__).parents[2] / "golden" / "gegevens-2026.5.json"


@pytest.fixture
def gegevens() -> Gegevens:
    """Return the kept data of a version with two afspraken and three figures."""
    return load_gegevens(GOLDEN.read_bytes())


def _rijen(csv_bytes: bytes) -> list[dict[str, str]]:
    assert csv_bytes.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(csv_bytes.decode("utf-8-sig")), delimiter=";"))


def test_every_figure_is_a_row_and_an_afspraak_without_figures_one(gegevens: Gegevens) -> None:
    rijen = _rijen(write_afspraken_csv(gegevens.view, gegevens.jaarschijf))

    assert [(r["nummer"], r["partij"], r["doel"], r["bod"]) for r in rijen] == [
        ("1", "Domesta", "200", "60"),
        ("1", "Samen", "320", "60"),
        ("1", "Domesta", "6,8", "6,5"),
        ("2", "", "", ""),
    ]


def test_what_is_not_known_is_empty_and_not_zero(gegevens: Gegevens) -> None:
    rijen = _rijen(write_afspraken_csv(gegevens.view, gegevens.jaarschijf))

    assert [r["realisatie"] for r in rijen] == ["0", "0", "", ""]


def test_json_holds_texts_targets_actions_and_numbers(gegevens: Gegevens) -> None:
    gelezen = json.loads(write_afspraken_json(gegevens.view, gegevens.jaarschijf))
    eerste = gelezen["afspraken"][0]

    assert gelezen["code"] == gegevens.view.code
    assert [a["nummer"] for a in gelezen["afspraken"]] == [1, 2]
    assert eerste["tekst"] == "Wij bouwen **genoeg** woningen.\n\n- Eerst in het dorp."
    assert eerste["doelen"][0]["doel"] == "ten minste 320 woningen"
    assert [c["doel"] for c in eerste["cijfers"]] == [200, 320, 6.8]
    assert eerste["cijfers"][2]["realisatie"] is None


def test_the_same_data_give_the_same_bytes(gegevens: Gegevens) -> None:
    for schrijf in (write_afspraken_json, write_afspraken_csv):
        assert schrijf(gegevens.view, gegevens.jaarschijf) == schrijf(
            gegevens.view, gegevens.jaarschijf
        )


@pytest.mark.parametrize(
    "tekst",
    [
        *("=1+1", "+31", "-x", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1"),
        *("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20A"),
    ],
)
def test_a_text_like_a_formula_gets_an_apostrophe(tekst: str) -> None:
    assert make_veilig(tekst) == f"'{tekst}"


@pytest.mark.parametrize("tekst", ["", "Wij bouwen", "a=b", "60 woningen", "1-2", "é"])
def test_any_other_text_stays_as_it_is(tekst: str) -> None:
    assert make_veilig(tekst) == tekst


def test_a_formula_in_an_afspraak_does_not_reach_the_spreadsheet(gegevens: Gegevens) -> None:
    thema = gegevens.view.themas[0]
    gevaar = replace(thema.afspraken[0], titel='=HYPERLINK("x");"', tekst="@a\r\n=b")
    view = replace(gegevens.view, themas=(replace(thema, afspraken=(gevaar,)),))

    rij = _rijen(write_afspraken_csv(view, gegevens.jaarschijf))[0]

    assert rij["titel"] == '\'=HYPERLINK("x");"'
    assert rij["tekst"] == "'@a\r\n=b"


def test_a_negative_number_stays_a_number(gegevens: Gegevens) -> None:
    regels = (replace(gegevens.jaarschijf.regels[0], verschil=Decimal("-1250.50")),)
    regels += gegevens.jaarschijf.regels[1:]

    rijen = _rijen(write_afspraken_csv(gegevens.view, replace(gegevens.jaarschijf, regels=regels)))

    assert rijen[0]["verschil"] == "-1250,5"

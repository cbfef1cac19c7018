"""Which sheets, columns and rows a form has, for whom."""

from dataclasses import replace

import pytest

from cycle.domain.indicator import INZET
from cycle.forms.bladen import plan_bladen
from cycle.forms.indeling import BIEDING
from tests.cycle.forms.builders import (
    NETTO,
    een_formulier,
    een_kort_formulier,
    een_regel,
    een_vol_formulier,
)


def test_a_corporatie_with_requests_has_every_sheet() -> None:
    [bladen] = plan_bladen([een_vol_formulier()])

    assert [b.tabel.blad for b in bladen] == [
        "Bieding", "Voorraad", "Wederkerigheid", "Vragen aan u", "Extra"
    ]  # fmt: skip


def test_without_stock_and_requests_those_sheets_are_not_there() -> None:
    [bladen] = plan_bladen([een_formulier()])

    assert [b.tabel.blad for b in bladen] == ["Bieding", "Wederkerigheid", "Extra"]


def test_the_short_edition_leaves_out_what_is_not_asked() -> None:
    [[zonder, *_]] = plan_bladen([een_kort_formulier()])
    [[met, *_]] = plan_bladen([een_kort_formulier(een_regel(1, NETTO), een_regel(22, INZET))])

    assert [k.veld for k in zonder.tabel.kolommen] == [
        "regel", "afspraak", "omschrijving", "status", "planning", "toelichting"
    ]  # fmt: skip
    velden = [k.veld for k in BIEDING.kolommen if k.veld not in ("bedrag", "vorig")]
    assert [k.veld for k in met.tabel.kolommen] == velden


def test_the_short_edition_shows_last_year_when_there_was_one() -> None:
    [[blad, *_]] = plan_bladen([een_kort_formulier(replace(een_regel(22, INZET), vorig="ja"))])

    assert "vorig" in [k.veld for k in blad.tabel.kolommen]


def test_each_gemeente_has_its_own_sheets() -> None:
    _, tweede = plan_bladen([een_vol_formulier(), een_vol_formulier(gemeente="Het Hogeland")])

    assert [b.tabel.blad for b in tweede] == [
        "Bieding Het Hogeland", "Voorraad Het Hogeland", "Wederkerigheid Het Hogeland",
        "Vragen aan u Het Hogeland", "Extra Het Hogeland",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Gemeente met een hele lange naam A", "Gemeente met een hele lange naam B"),
        ("Berg/Dal: [Oost]", "Berg*Dal? \\Oost'"),
        ("Hoogeveen", "HOOGEVEEN"),
    ],
)
def test_names_of_sheets_are_allowed_by_excel_and_unique(een: str, ander: str) -> None:
    bladen = plan_bladen([een_vol_formulier(gemeente=een), een_vol_formulier(gemeente=ander)])

    namen = [blad.tabel.blad for eigen in bladen for blad in eigen]
    assert len({naam.casefold() for naam in namen}) == len(namen)
    assert all(0 < len(naam) <= 31 and not set(naam) & set("[]:*?/\\") for naam in namen)
    assert not any(naam.startswith("'") or naam.endswith("'") for naam in namen)

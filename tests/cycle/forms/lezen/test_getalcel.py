"""A number with its unit behind it: other words for the unit that was asked."""

from decimal import Decimal

import pytest

from cycle.forms.bestand.raster import CelSoort, Waarde
from cycle.forms.lezen.getalcel import Getalvraag, read_getalcel
from cycle.forms.lezen.waarden import Lezing
from cycle.forms.meldingen.melding import Waar


def _lees(tekst: str, eenheid: str) -> Lezing:
    return read_getalcel(Waarde(CelSoort.TEKST, tekst), Waar("Voorraad", "E5"), Getalvraag(eenheid))


@pytest.mark.parametrize(
    ("tekst", "eenheid"),
    [
        ("2254 vhe", "verhuureenheden"), ("2.254 VHE", "verhuureenheden"),
        ("2254 vhe's", "verhuureenheden"), ("2254 vhe\u2019s", "verhuureenheden"),
        ("2254 vhes", "verhuureenheden"), ("2254 verhuureenheden", "verhuureenheden"),
        ("2254 won.", "woningen"), ("2254 wng", "woningen"), ("2254 st.", "verhuureenheden"),
        ("2254 hh", "huishoudens"), ("2254 pers.", "personen"), ("2254 ha.", "hectare"),
    ],
)  # fmt: skip
def test_an_abbreviation_of_the_unit_is_the_unit(tekst: str, eenheid: str) -> None:
    assert _lees(tekst, eenheid) == Lezing(Decimal(2254))


@pytest.mark.parametrize(
    ("tekst", "eenheid"),
    [
        ("1 verhuureenheid", "verhuureenheden"), ("1 eenheid", "eenheden"),
        ("1 persoon", "personen"), ("1 woning", "woningen"), ("1 plan", "plannen"),
    ],
)  # fmt: skip
def test_one_of_a_unit_is_the_unit(tekst: str, eenheid: str) -> None:
    assert _lees(tekst, eenheid) == Lezing(Decimal(1))


@pytest.mark.parametrize("tekst", ["12 vhe", "12 vhe's", "12 hh", "12 verhuureenheden"])
def test_another_unit_is_still_another_unit(tekst: str) -> None:
    assert [b.code for b in _lees(tekst, "woningen").bevindingen] == ["W306"]

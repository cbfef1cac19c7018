"""Dutch numbers as printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.notatie import getal
from cycle.library.getallen import read_getal, read_getal_of_onbekend, read_jaar


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("0", "0"),
        ("3.008", "3008"),
        ("1.234.567", "1234567"),
        ("3008", "3008"),
        ("+200", "200"),
        ("-2", "-2"),
        ("\u22122", "-2"),
        ("6,80", "6.80"),
        ("-1.250,5", "-1250.5"),
        (" 12 ", "12"),
    ],
)
def test_a_printed_number_is_read_as_a_dutch_reader_does(tekst: str, waarde: str) -> None:
    assert read_getal(tekst) == Decimal(waarde)


@pytest.mark.parametrize(
    "tekst", ["", "6.80", "3.0081", "1,2,3", "veel", "12%", "€ 5", "- 2", "1 000", "n.b.", "5."]
)
def test_anything_else_is_no_number(tekst: str) -> None:
    with pytest.raises(ValueError):
        read_getal(tekst)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_what_a_document_prints_is_read_back_as_the_same_number(waarde: Decimal) -> None:
    assert read_getal(getal(waarde)) == waarde


@pytest.mark.parametrize("tekst", ["n.b.", "N.B.", " n.b. "])
def test_not_known_is_not_zero(tekst: str) -> None:
    assert read_getal_of_onbekend(tekst) is None


@pytest.mark.parametrize("tekst", ["24", "2024-2025", "3024", "", "2.024"])
def test_a_year_has_four_digits(tekst: str) -> None:
    assert read_jaar("2024") == 2024
    with pytest.raises(ValueError):
        read_jaar(tekst)

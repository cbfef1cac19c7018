from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.gelezen import Reden
from cycle.domain.notatie import getal as in_nederlands
from cycle.forms.lezen.nltaal import Getal, read_getal


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("25", "25"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("1.234,50", "1234.50"),
        ("1234,5", "1234.5"),
        ("0,25", "0.25"),
        ("1\u00a0234", "1234"),
        ("1 234 567,8", "1234567.8"),
        ("+200", "200"),
        ("-2", "-2"),
        ("\u22122", "-2"),
        ("– 2", "-2"),
        ("  7  ", "7"),
        ("007", "7"),
        ("\u200e25", "25"),
        ("\ufeff25\u200b", "25"),
    ],
)
def test_clean_numbers_are_read_as_the_dutch_write_them(tekst: str, waarde: str) -> None:
    assert read_getal(tekst) == Getal(Decimal(waarde))


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("€ 450.000,-", "450000"),
        ("450.000,-- euro", "450000"),
        ("€1.250,50", "1250.50"),
        ("EUR 80", "80"),
        ("-€ 5", "-5"),
        ("€ 3 mln", "3000000"),
        ("2,5 miljoen euro", "2500000.0"),
        ("€ 80k", "80000"),
        ("€ 450 dzd.", "450000"),
    ],
)
def test_amounts_keep_their_unit(tekst: str, waarde: str) -> None:
    gelezen = read_getal(tekst)

    assert gelezen is not None
    assert (gelezen.waarde, gelezen.eenheid) == (Decimal(waarde), "euro")


@pytest.mark.parametrize(
    ("tekst", "waarde", "kwalificatie"),
    [
        ("ca. 700", "700", "circa"),
        ("circa 700", "700", "circa"),
        ("± 25", "25", "circa"),
        ("ruim 200", "200", "ruim"),
        ("bijna 30", "30", "bijna"),
        ("min. 20", "20", "minimaal"),
        ("≥ 15", "15", "minimaal"),
        ("15+", "15", "minimaal"),
        ("maximaal 1.000", "1000", "maximaal"),
        ("Meer dan 5", "5", "meer dan"),
    ],
)
def test_a_qualifier_is_kept_beside_the_number(tekst: str, waarde: str, kwalificatie: str) -> None:
    assert read_getal(tekst) == Getal(Decimal(waarde), kwalificatie=kwalificatie)


@pytest.mark.parametrize(
    "tekst", ["10-15", "10 – 15", "10 tot 15", "10 tot en met 15", "10 à 15", "15-10"]
)
def test_of_a_range_the_lowest_counts_and_the_highest_is_kept(tekst: str) -> None:
    assert read_getal(tekst) == Getal(Decimal(10), hoogste=Decimal(15))


@pytest.mark.parametrize(
    ("tekst", "laagste", "hoogste"),
    [
        ("2 à 3 mln", 2_000_000, 3_000_000),
        ("10-15k", 10_000, 15_000),
        ("1.500 - 2.000 dzd", 1_500_000, 2_000_000),
        ("500.000 - 1 mln", 500_000, 1_000_000),
        ("500k - 1 mln", 500_000, 1_000_000),
    ],
)
def test_a_word_behind_the_last_number_counts_for_both(
    tekst: str, laagste: int, hoogste: int
) -> None:
    assert read_getal(tekst) == Getal(Decimal(laagste), hoogste=Decimal(hoogste))


def test_a_word_that_would_turn_two_numbers_around_makes_them_unreadable() -> None:
    assert read_getal("500 - 1 mln") is None


def test_a_range_of_two_units_is_no_number() -> None:
    assert read_getal("10% - 15 woningen") is None
    assert read_getal("10% - 15%") == Getal(Decimal(10), hoogste=Decimal(15), eenheid="%")


@pytest.mark.parametrize(
    ("tekst", "eenheid"),
    [("25%", "%"), ("25 procent", "%"), ("25 woningen", "woningen"), ("12 won.", "won")],
)
def test_the_unit_behind_a_number_is_kept(tekst: str, eenheid: str) -> None:
    gelezen = read_getal(tekst)

    assert gelezen is not None
    assert gelezen.eenheid == eenheid


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [("12.5", "12.5"), ("0.250", "0.250"), ("1,234.50", "1234.50")],
)
def test_what_reads_in_two_ways_is_marked(tekst: str, waarde: str) -> None:
    assert read_getal(tekst) == Getal(Decimal(waarde), dubbelzinnig=True)


def test_a_comma_before_three_digits_may_be_a_thousand() -> None:
    assert read_getal("1,234") == Getal(
        Decimal("1.234"), dubbelzinnig=True, duizendtal=Decimal(1234)
    )


@pytest.mark.parametrize(
    ("tekst", "leeg"),
    [
        ("-", Reden.STREEPJE),
        ("—", Reden.STREEPJE),
        ("PM", Reden.ONBEKEND),
        ("p.m.", Reden.ONBEKEND),
        ("n.t.b.", Reden.ONBEKEND),
        ("N.v.t.", Reden.NVT),
    ],
)
def test_words_for_nothing_are_never_zero(tekst: str, leeg: Reden) -> None:
    assert read_getal(tekst) == Getal(None, leeg=leeg)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "veel",
        "zie bijlage",
        "12 34",
        "1.23.4",
        "10-12-2024",
        "5-",
        "€ 5 woningen",
        "٣",
        "1" * 61,
    ],
)
def test_other_text_is_no_number(tekst: str) -> None:
    assert read_getal(tekst) is None


@given(st.decimals(-(10**15), 10**15, places=4))
def test_every_number_in_dutch_notation_reads_back_as_itself(waarde: Decimal) -> None:
    gelezen = read_getal(in_nederlands(waarde))

    assert gelezen is not None
    assert gelezen.waarde == waarde


@given(st.text(max_size=80) | st.text("0123456789.,-+€% \u00a0catorminkl/±≥", max_size=65))
def test_random_text_never_raises(tekst: str) -> None:
    gelezen = read_getal(tekst)

    assert gelezen is None or (gelezen.waarde is None) == (gelezen.leeg is not None)


@pytest.mark.parametrize(
    ("tekst", "laag", "hoog"),
    [
        ("-5 tot -3", "-5", "-3"),
        ("-5 à -3", "-5", "-3"),
        ("tussen -10 en -5", "-10", "-5"),
        ("-5 t/m 3", "-5", "3"),
    ],
)
def test_ranges_below_zero_are_read_from_low_to_high(tekst: str, laag: str, hoog: str) -> None:
    assert read_getal(tekst) == Getal(Decimal(laag), hoogste=Decimal(hoog))


@pytest.mark.parametrize("tekst", ["-10-5", "-10 - 5", "-10 - -5", "-5 à 3"])
def test_a_range_of_which_the_minus_may_count_twice_is_not_read(tekst: str) -> None:
    assert read_getal(tekst) is None


@pytest.mark.parametrize("tekst", ["€€ 500", "€ € 500", "€ 500 €"])
def test_an_amount_with_two_euro_signs_is_read_with_doubt(tekst: str) -> None:
    assert read_getal(tekst) == Getal(Decimal(500), eenheid="euro", dubbelzinnig=True)

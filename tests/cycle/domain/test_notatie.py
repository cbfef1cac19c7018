"""Dutch notation: numbers, amounts, dates, periods and lists."""

from decimal import Decimal

import pendulum
import pytest

from cycle.domain import notatie
from cycle.domain.afspraak import Teken
from tests.builders import INDICATOREN, een_doel, een_indicator


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("0", "0"),
        ("3008", "3.008"),
        ("1234567.5", "1.234.567,5"),
        ("-2", "-2"),
        ("-1250", "-1.250"),
        ("6.80", "6,8"),
        ("0.1", "0,1"),
        ("0.00005", "0,0001"),
        ("-0.00001", "0"),
    ],
)
def test_numbers_are_written_the_dutch_way(waarde: str, tekst: str) -> None:
    assert notatie.getal(Decimal(waarde)) == tekst


def test_unknown_is_written_as_not_known() -> None:
    assert notatie.getal(None) == notatie.getal(None, plus=True) == "n.b."
    assert notatie.hoeveelheid(None, INDICATOREN["NETTO"]) == "n.b."


@pytest.mark.parametrize(("waarde", "tekst"), [(4, "+4"), (0, "0"), (-60, "-60")])
def test_a_difference_shows_its_sign(waarde: int, tekst: str) -> None:
    assert notatie.getal(waarde, plus=True) == tekst


@pytest.mark.parametrize(
    ("code", "tekst"), [("NETTO", "1.200 woningen"), ("KK_P", "1.200%"), ("OVERLEG", "1.200")]
)
def test_an_amount_carries_its_unit(code: str, tekst: str) -> None:
    assert notatie.hoeveelheid(Decimal(1200), INDICATOREN[code]) == tekst


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        ("1", "1 plan"),
        ("-1", "-1 plan"),
        ("1.0", "1 plan"),
        ("0", "0 plannen"),
        ("1.5", "1,5 plannen"),
        ("2", "2 plannen"),
    ],
)
def test_one_thing_is_named_in_the_singular(waarde: str, tekst: str) -> None:
    plannen = een_indicator("PLAN_N", eenheid="plannen", enkelvoud="plan")

    assert notatie.hoeveelheid(Decimal(waarde), plannen) == tekst


def test_a_unit_without_a_singular_stays_as_it_is() -> None:
    assert notatie.hoeveelheid(Decimal(1), een_indicator("INV_EUR", eenheid="euro")) == "1 euro"


@pytest.mark.parametrize(
    ("teken", "tekst"),
    [
        (Teken.MINSTENS, "ten minste 320 woningen"),
        (Teken.HOOGSTENS, "hoogstens 320 woningen"),
        (Teken.CIRCA, "circa 320 woningen"),
        (Teken.PRECIES, "320 woningen"),
    ],
)
def test_a_target_is_said_in_words(teken: Teken, tekst: str) -> None:
    assert notatie.doel(een_doel("NETTO", "320", teken=teken), INDICATOREN["NETTO"]) == tekst


def test_the_words_of_the_source_go_first() -> None:
    doel = een_doel("NETTO", "200", tekst="ruim 200 woningen")

    assert notatie.doel(doel, INDICATOREN["NETTO"]) == "ruim 200 woningen"


@pytest.mark.parametrize(
    ("bedrag", "tekst"),
    [
        ("450000", "€\N{NO-BREAK SPACE}450.000"),
        ("2.5", "€\N{NO-BREAK SPACE}3"),
        ("1250.49", "€\N{NO-BREAK SPACE}1.250"),
        ("-1250.5", "€\N{NO-BREAK SPACE}-1.251"),
        ("-0.4", "€\N{NO-BREAK SPACE}0"),
    ],
)
def test_euros_are_rounded_to_whole_ones(bedrag: str, tekst: str) -> None:
    assert notatie.euro(Decimal(bedrag)) == tekst


@pytest.mark.parametrize("cijfers", [25, 40, 300])
def test_an_amount_of_any_size_can_be_written(cijfers: int) -> None:
    groot = Decimal(10) ** cijfers

    assert notatie.euro(groot).replace(".", "").endswith("1" + "0" * cijfers)
    assert notatie.getal(groot + Decimal("0.5")).count("0") >= cijfers - 28


def test_no_amount_is_an_empty_text() -> None:
    assert notatie.euro(None) == ""


def test_dates_are_written_in_full() -> None:
    dag = pendulum.date(2025, 3, 1)

    assert notatie.datum(dag) == "1 maart 2025"
    assert notatie.datum_met_dag(dag) == "zaterdag 1 maart 2025"


@pytest.mark.parametrize(
    ("van", "einde", "tekst"),
    [(2023, 2027, "2023 t/m 2027"), (2030, 2030, "2030"), (2023, None, "vanaf 2023")],
)
def test_a_period_is_written_in_years(van: int, einde: int | None, tekst: str) -> None:
    assert notatie.periode(van, einde) == tekst


@pytest.mark.parametrize(
    ("delen", "tekst"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_a_list_ends_with_and(delen: list[str], tekst: str) -> None:
    assert notatie.opsomming(delen) == tekst

"""Shares of one whole: minima and results may not pass a hundred together."""

import pytest

from cycle.analysis.deelgehelen import check_deelgehelen
from cycle.domain.afspraak import DoelSoort, Doelwaarde, Teken
from cycle.domain.bevinding import Bevinding
from cycle.domain.indicator import IndicatorAard
from tests.builders import (
    INDICATOREN,
    echte_bibliotheek,
    een_afspraak,
    een_doel,
    een_indicator,
    een_realisatie,
    een_samenwerking,
)


def huurklasse(code: str) -> dict[str, object]:
    """Return an indicator that is a part of all rents."""
    return {
        code: een_indicator(code, eenheid="%", aard=IndicatorAard.AANDEEL, verdeling="huurklassen")
    }


DORP = {**INDICATOREN, **huurklasse("KK_P"), **huurklasse("AT1_P")}


def check(*doelen: Doelwaarde) -> list[Bevinding]:
    """Return what is remarked about these doelen of one afspraak."""
    return check_deelgehelen(een_samenwerking(een_afspraak(7, *doelen), indicatoren=DORP))


def test_minima_that_cannot_be_met_together_are_named_with_their_sum() -> None:
    (bevinding,) = check(een_doel("KK_P", "50"), een_doel("AT1_P", "65"))

    assert bevinding.code == "C405"
    assert "Voor Domesta zijn de minima" in bevinding.melding
    assert "samen 115%" in bevinding.melding


@pytest.mark.parametrize(
    "anders",
    [
        {"waarde": "35"},
        {"teken": Teken.HOOGSTENS},
        {"soort": DoelSoort.VERWACHT},
        {"partij": "woonservice"},
        {"gebied": "hele werkgebied"},
        {"van": 2028, "tot_en_met": 2030},
    ],
)
def test_what_is_no_minimum_of_the_same_whole_is_not_added(anders: dict[str, str]) -> None:
    tweede = {"indicator": "AT1_P", "waarde": "65"} | anders

    assert check(een_doel("KK_P", "65"), een_doel(**tweede)) == []


def test_the_same_share_in_two_afspraken_counts_once() -> None:
    assert check(een_doel("KK_P", "60"), een_doel("KK_P", "55", van=2024)) == []


def test_results_of_one_partij_and_year_are_held_against_the_whole() -> None:
    samenwerking = een_samenwerking(
        indicatoren=DORP,
        realisaties=(
            een_realisatie("50", 2024, "domesta", "KK_P"),
            een_realisatie("60", 2024, "domesta", "AT1_P"),
            een_realisatie("60", 2025, "domesta", "AT1_P"),
            een_realisatie(None, 2025, "domesta", "KK_P"),
        ),
    )

    (bevinding,) = check_deelgehelen(samenwerking)

    assert "de resultaten van 2024" in bevinding.melding
    assert "samen 110%" in bevinding.melding


@pytest.mark.parametrize("naam", ["hoogeveen", "hogeland"])
def test_the_shipped_shares_fit_in_their_whole(naam: str) -> None:
    assert check_deelgehelen(echte_bibliotheek().load(naam)) == []

"""What was reached: complete sums only, because n.b. is not zero."""

from decimal import Decimal

import pytest

from cycle.domain.afspraak import Doelwaarde
from cycle.domain.realisatie import gemeld, realisatie_jaar, realisatie_tot
from cycle.domain.samenwerking import Realisatie
from tests.builders import een_doel, een_realisatie, een_samenwerking


def bereikt(
    doel: Doelwaarde, *realisaties: Realisatie, partijen: tuple[str, ...] = ("domesta",)
) -> Decimal | None:
    """Return what was reached before 2026."""
    return realisatie_tot(een_samenwerking(realisaties=realisaties), doel, partijen, 2026)


DOEL = een_doel(van=2024)


def test_amounts_add_over_years_and_partijen() -> None:
    alle = [
        een_realisatie("10", jaar, partij)
        for jaar in (2024, 2025)
        for partij in ("domesta", "woonservice")
    ]

    assert bereikt(DOEL, *alle, partijen=("domesta", "woonservice")) == 40


def test_only_years_of_the_period_before_this_one_count() -> None:
    jaren = [een_realisatie("10", jaar) for jaar in (2023, 2024, 2025, 2026)]

    assert bereikt(DOEL, *jaren) == 20
    assert [
        r.jaar for r in gemeld(een_samenwerking(realisaties=tuple(jaren)), DOEL, ("domesta",), 2026)
    ] == [2024, 2025]


def test_another_indicator_does_not_count() -> None:
    assert bereikt(DOEL, een_realisatie("10", 2024, indicator="NETTO")) is None


@pytest.mark.parametrize("van", [2026, 2027])
def test_a_period_that_has_yet_to_start_has_reached_zero(van: int) -> None:
    assert bereikt(een_doel(van=van)) == 0


def test_one_unknown_year_makes_the_whole_unknown() -> None:
    assert bereikt(DOEL, een_realisatie("10", 2024), een_realisatie(None, 2025)) is None


def test_a_year_without_a_report_is_not_zero() -> None:
    assert bereikt(DOEL, een_realisatie("10", 2024)) is None
    assert bereikt(DOEL, een_realisatie("10", 2025)) is None


def test_a_partij_without_a_report_is_not_zero() -> None:
    een = [een_realisatie("10", 2024), een_realisatie("10", 2025)]

    assert bereikt(DOEL, *een, partijen=("domesta", "woonservice")) is None


def test_a_doel_without_an_end_looks_at_the_last_year_only() -> None:
    doel = een_doel(van=2023, tot_en_met=None)

    assert bereikt(doel, een_realisatie("10", 2023), een_realisatie("30", 2025)) == 30
    assert bereikt(doel, een_realisatie("10", 2024)) is None


def test_a_snapshot_takes_the_last_report_of_each_partij() -> None:
    doel = een_doel("VRD_DAEB")
    standen = [
        een_realisatie("3100", 2025, indicator="VRD_DAEB"),
        een_realisatie("3008", 2023, indicator="VRD_DAEB"),
        een_realisatie("76", 2024, "woonservice", "VRD_DAEB"),
    ]

    assert bereikt(doel, *standen, partijen=("domesta", "woonservice")) == 3176


def test_a_snapshot_whose_last_report_is_unknown_is_unknown() -> None:
    standen = [
        een_realisatie("3008", 2024, indicator="VRD_DAEB"),
        een_realisatie(None, 2025, indicator="VRD_DAEB"),
    ]

    assert bereikt(een_doel("VRD_DAEB"), *standen) is None


def test_a_share_is_that_of_one_partij_and_never_a_sum() -> None:
    doel = een_doel("KK_P")
    delen = [een_realisatie("15", 2025, p, "KK_P") for p in ("domesta", "woonservice")]

    assert bereikt(doel, *delen) == 15
    assert bereikt(doel, *delen, partijen=("domesta", "woonservice")) is None


def test_a_share_or_snapshot_is_of_its_last_report_and_of_several_of_the_oldest() -> None:
    alle = (
        een_realisatie("91", 2024, "domesta", "VRD_DAEB"),
        een_realisatie("92", 2025, "domesta", "VRD_DAEB"),
        een_realisatie("50", 2023, "woonservice", "VRD_DAEB"),
    )
    dorp = een_samenwerking(realisaties=alle)
    doel = een_doel("VRD_DAEB", van=2022)

    assert realisatie_jaar(dorp, doel, ("domesta",), 2026) == 2025
    assert realisatie_jaar(dorp, doel, ("domesta", "woonservice"), 2026) == 2023
    assert realisatie_jaar(dorp, een_doel(van=2022), ("domesta",), 2026) is None

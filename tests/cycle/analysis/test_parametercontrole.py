"""Rent limits and caps: a year without an amount is named, money hangs on an afspraak."""

import pytest

from cycle.analysis.parametercontrole import check_parameters
from cycle.domain.bevinding import Ernst
from cycle.domain.parameter import Parameters, ParameterSoort
from cycle.domain.samenwerking import Samenwerking
from tests.builders import (
    INDICATOREN,
    echte_bibliotheek,
    een_afspraak,
    een_doel,
    een_indicator,
    een_jaar,
    een_parameter,
    een_realisatie,
    een_samenwerking,
)

GRENS = ParameterSoort.LIBERALISATIEGRENS
DORP = {
    **INDICATOREN,
    "LIB_N": een_indicator("LIB_N", parameters=(GRENS,)),
    "LEEF_EUR": een_indicator(
        "LEEF_EUR", eenheid="euro", parameters=(ParameterSoort.LEEFBAARHEID_PER_WONING,)
    ),
}


def dorp(van: int, tot_en_met: int | None, *jaren: int) -> Samenwerking:
    """Return Dorp with one doel that hangs on the liberalisatiegrens."""
    doel = een_doel("LIB_N", "10", van=van, tot_en_met=tot_en_met)
    return een_samenwerking(
        een_afspraak(7, doel),
        indicatoren=DORP,
        jaren={jaar: een_jaar(jaar) for jaar in jaren},
    )


def bekend(*jaren: int) -> Parameters:
    """Return parameters with the liberalisatiegrens of these years."""
    return Parameters({(GRENS, jaar): een_parameter(jaar) for jaar in jaren})


def test_every_missing_year_of_the_doel_is_named_in_one_finding() -> None:
    (bevinding,) = check_parameters(dorp(2023, 2026), bekend(2023, 2025))

    assert (bevinding.code, bevinding.plek) == ("I630", "dorp/thema-1.md:10")
    assert "de liberalisatiegrens ontbreekt voor 2024 en 2026." in bevinding.melding
    assert "afspraak 7" in bevinding.melding
    assert "parameters.toml" in bevinding.advies


def test_only_years_of_the_agreement_itself_are_asked_for() -> None:
    (bevinding,) = check_parameters(dorp(2020, 2050), bekend(*range(2023, 2027)))

    assert "ontbreekt voor 2027." in bevinding.melding


def test_a_doel_without_an_end_asks_until_the_agreement_ends() -> None:
    assert check_parameters(dorp(2026, None), bekend(2026, 2027)) == []


@pytest.mark.parametrize(("jaar", "ernst"), [(2026, Ernst.WAARSCHUWING), (2023, Ernst.INFO)])
def test_a_missing_year_is_a_warning_once_its_jaarschijf_is_being_made(
    jaar: int, ernst: Ernst
) -> None:
    (bevinding,) = check_parameters(dorp(2023, 2026, jaar), bekend(2023, 2024, 2025))

    assert bevinding.ernst is ernst


def test_an_indicator_without_a_limit_asks_for_nothing() -> None:
    assert check_parameters(een_samenwerking(een_afspraak(1, een_doel())), bekend()) == []


def test_money_for_leefbaarheid_without_an_afspraak_is_found() -> None:
    samenwerking = een_samenwerking(
        een_afspraak(),
        indicatoren=DORP,
        realisaties=(een_realisatie("5000", 2024, "domesta", "LEEF_EUR"),),
    )

    (bevinding,) = check_parameters(samenwerking, bekend())

    assert bevinding.code == "I631"
    assert bevinding.melding.startswith("Domesta gaf in 2024 €\u00a05.000 uit")
    assert "Woningwet artikel 45" in bevinding.advies


@pytest.mark.parametrize("waarde", ["0", None])
def test_no_money_needs_no_afspraak(waarde: str | None) -> None:
    realisatie = een_realisatie(waarde, 2024, "domesta", "LEEF_EUR")

    assert (
        check_parameters(een_samenwerking(indicatoren=DORP, realisaties=(realisatie,)), bekend())
        == []
    )


@pytest.mark.parametrize("partij", ["domesta", "samen"])
def test_money_that_hangs_on_a_doel_is_fine(partij: str) -> None:
    doel = een_doel("LEEF_EUR", "9000", partij=partij, van=2024, tot_en_met=2024)
    grens = een_parameter(
        2024,
        soort=ParameterSoort.LEEFBAARHEID_PER_WONING,
    )
    samenwerking = een_samenwerking(
        een_afspraak(1, doel),
        indicatoren=DORP,
        realisaties=(een_realisatie("5000", 2024, "domesta", "LEEF_EUR"),),
    )

    assert check_parameters(samenwerking, Parameters({(grens.soort, 2024): grens})) == []


def test_hoogeveen_misses_the_limits_of_the_years_that_nobody_entered() -> None:
    bibliotheek = echte_bibliotheek()

    bevindingen = check_parameters(bibliotheek.load("hoogeveen"), bibliotheek.parameters())

    assert [b.code for b in bevindingen] == ["I630", "I630"]
    assert all("ontbreekt voor 2024, 2025, 2026 en 2027." in b.melding for b in bevindingen)
    assert {b.ernst for b in bevindingen} == {Ernst.WAARSCHUWING}

"""Dated amounts: each holds for its own year, and a missing year never borrows one."""

from decimal import Decimal

import pytest

from cycle.domain.errors import NietGevonden
from cycle.domain.parameter import PARAMETER_NAAM, Parameters, ParameterSoort
from tests.builders import een_parameter

GRENS = ParameterSoort.LIBERALISATIEGRENS
PARAMETERS = Parameters(
    {(p.soort, p.jaar): p for p in (een_parameter(2023, "808,06"), een_parameter(2026, "932,93"))}
)


def test_the_amount_of_the_year_itself_is_given_with_its_source() -> None:
    gevonden = PARAMETERS.voor(GRENS, 2026)

    assert gevonden.bedrag == Decimal("932.93")
    assert gevonden.bron


@pytest.mark.parametrize("jaar", [2022, 2024, 2025, 2027])
def test_a_missing_year_is_refused_and_named_never_filled_with_another(jaar: int) -> None:
    with pytest.raises(NietGevonden) as gevangen:
        PARAMETERS.voor(GRENS, jaar)

    fout = gevangen.value
    assert fout.melding == f"Het bedrag voor de liberalisatiegrens van {jaar} is niet bekend."
    assert "parameters.toml" in fout.advies
    assert "ander jaar geldt niet" in fout.advies


def test_missing_years_are_listed_once_and_in_order() -> None:
    assert PARAMETERS.ontbrekende_jaren(GRENS, [2027, 2023, 2024, 2024]) == (2024, 2027)


def test_every_kind_of_amount_has_a_name_for_the_reader() -> None:
    assert set(PARAMETER_NAAM) == set(ParameterSoort)

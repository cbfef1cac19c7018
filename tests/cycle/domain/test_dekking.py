"""What the calendar does not know is told, with the list to fill in."""

import pendulum
import pytest

from cycle.domain.bevinding import Ernst
from cycle.domain.dekking import (
    check_gelijkgesteld,
    check_profiel,
    check_schoolvakanties,
    find_schoolregio,
    jaren_van,
)
from cycle.domain.schoolvakantie import GEEN_VAKANTIES, Schoolregio, Schoolvakanties
from tests.builders import een_regelprofiel, een_samenwerking


def test_a_year_without_a_royal_decree_is_named() -> None:
    (bevinding,) = check_gelijkgesteld(jaren_van(2028), {2027, 2028})

    assert (bevinding.code, bevinding.plek) == ("I701", "gelijkgestelde-dagen.toml:1")
    assert bevinding.melding.startswith("Welke dagen in 2029 gelijk zijn gesteld")
    assert list(check_gelijkgesteld(jaren_van(2028), {2027, 2028, 2029})) == []


def test_a_cyclus_has_deadlines_in_three_years() -> None:
    assert list(jaren_van(2027)) == [2026, 2027, 2028]


def test_a_profile_that_is_not_known_to_hold_is_told() -> None:
    (regie,) = check_profiel(een_regelprofiel(geldig_van=None), 2027)
    (oud,) = check_profiel(een_regelprofiel(geldig_van=pendulum.date(2015, 7, 1)), 2010)

    assert (regie.code, regie.ernst) == ("I704", Ernst.INFO)
    assert "de eerste dag is niet bekend" in regie.melding
    assert "de eerste dag is 1 juli 2015" in oud.melding
    assert list(check_profiel(een_regelprofiel(), 2027)) == []


@pytest.mark.parametrize(
    ("naam", "regio"),
    [("Noord", Schoolregio.NOORD), (" midden", Schoolregio.MIDDEN), ("Oost", None), ("", None)],
)
def test_a_region_is_known_by_its_name(naam: str, regio: Schoolregio | None) -> None:
    assert find_schoolregio(een_samenwerking(schoolregio=naam)) is regio


def test_another_word_than_a_region_is_told_and_none_at_all_is_fine() -> None:
    (bevinding,) = check_schoolvakanties(een_samenwerking(schoolregio="Oost"), 2027, GEEN_VAKANTIES)

    assert bevinding.code == "I703"
    assert bevinding.advies == "Kies bij 'schoolregio' uit: Noord, Midden, Zuid."
    assert list(check_schoolvakanties(een_samenwerking(), 2027, GEEN_VAKANTIES)) == []


def test_the_end_of_the_school_holidays_is_told() -> None:
    noord = een_samenwerking(schoolregio="Noord")
    bekend = Schoolvakanties(jaren=frozenset({2026}))

    (bevinding,) = check_schoolvakanties(noord, 2028, bekend)

    assert (bevinding.code, bevinding.plek) == ("I702", "schoolvakanties.toml:1")
    assert "De schoolvakanties van 2027 in de regio Noord" in bevinding.melding
    assert list(check_schoolvakanties(noord, 2027, bekend)) == []

"""The time of a meeting, as a coordinator types it."""

import pytest

from cycle.domain.kloktijd import read_kloktijd


@pytest.mark.parametrize(
    "tekst", ["13.30-15.30", "13:30-15:30", "13.30 - 15.30", "13.30–15.30", " 13.30-15.30 "]
)
def test_every_way_to_write_a_time_means_the_same(tekst: str) -> None:
    tijd = read_kloktijd(tekst)

    assert tijd is not None
    assert (str(tijd), tijd.tekst) == ("13.30-15.30", "13.30 tot 15.30 uur")


def test_an_early_hour_needs_no_zero() -> None:
    assert str(read_kloktijd("9.00-10.15")) == "09.00-10.15"


@pytest.mark.parametrize(
    "tekst", ["", "13.30", "13.30-13.30", "15.30-13.30", "24.00-25.00", "13.60-15.00", "half 2"]
)
def test_what_is_no_time_or_runs_backwards_is_none(tekst: str) -> None:
    assert read_kloktijd(tekst) is None

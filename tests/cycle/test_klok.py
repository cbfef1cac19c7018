"""The clock: today as people in the Netherlands read it."""

from datetime import UTC, date

import pendulum
import pytest

from cycle import klok
from cycle.klok import SysteemKlok, VasteKlok, tijdstip


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        (pendulum.datetime(2026, 12, 31, 22, 59), pendulum.date(2026, 12, 31)),
        (pendulum.datetime(2026, 12, 31, 23, 0), pendulum.date(2027, 1, 1)),
        (pendulum.datetime(2026, 7, 1, 22, 0), pendulum.date(2026, 7, 2)),
    ],
    ids=["before midnight", "midnight in winter", "midnight in summer"],
)
def test_a_new_day_begins_at_midnight_in_amsterdam(
    monkeypatch: pytest.MonkeyPatch, moment: pendulum.DateTime, dag: pendulum.Date
) -> None:
    monkeypatch.setattr(klok, "tijdstip", lambda: moment)

    vandaag = SysteemKlok().vandaag()

    assert vandaag == dag
    assert type(vandaag) is pendulum.Date


def test_the_moment_is_in_utc_and_goes_on() -> None:
    eerst, daarna = tijdstip(), tijdstip()

    assert eerst.tzinfo is not None
    assert eerst.utcoffset() == pendulum.datetime(2026, 1, 1, tz=UTC).utcoffset()
    assert eerst <= daarna


def test_a_fixed_clock_stands_still_on_a_plain_date() -> None:
    vandaag = VasteKlok(date(2023, 9, 12)).vandaag()

    assert vandaag == pendulum.date(2023, 9, 12)
    assert type(vandaag) is pendulum.Date

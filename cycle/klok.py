"""Klok: the only module that reads the clock, so that every other day can be played."""

from dataclasses import dataclass
from datetime import date

import pendulum

TIJDZONE = "Europe/Amsterdam"


def tijdstip() -> pendulum.DateTime:
    """Return the present moment in UTC; only for leases and logs, never for a deadline."""
    return pendulum.now("UTC")


@dataclass(frozen=True, slots=True)
class SysteemKlok:
    """The real clock, as people in the Netherlands read it."""

    def vandaag(self) -> pendulum.Date:
        """Return the present day in Europe/Amsterdam."""
        return tijdstip().in_timezone(TIJDZONE).date()


@dataclass(frozen=True, slots=True)
class VasteKlok:
    """A clock that stands still on `dag`, for rehearsals and tests."""

    dag: date

    def vandaag(self) -> pendulum.Date:
        """Return `dag`."""
        return pendulum.date(self.dag.year, self.dag.month, self.dag.day)

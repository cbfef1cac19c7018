"""Toets: the check of April and September, and what a partij reports for it.

The form of a check asks per afspraak how it stands on the peildatum: the progress, the
figure that was reached, and a toelichting. A figure that is not known is not zero.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

import pendulum

from cycle.domain.bieding import Nuance
from cycle.domain.plek import Plek

TOETSVERSIE: Final = "1"
"""Layout of the form; behind the moment it is the version that the form names."""


class Toetsmoment(StrEnum):
    """The two checks of a year."""

    APRIL = "april"
    SEPTEMBER = "september"

    @property
    def stap(self) -> str:
        """Return the step that registers the meeting; its deadline has the same code."""
        return f"tripartiet_{self.value}"

    @property
    def uitvraag(self) -> str:
        """Return the step with which the forms go out; its deadline has the same code."""
        return f"toets_{self.value}"

    @property
    def inleveren(self) -> str:
        """Return the deadline on which the forms must be back."""
        return f"toets_{self.value}_in"

    @property
    def formulier(self) -> str:
        """Return as which kind of document a form of this check is kept."""
        return f"{self.uitvraag}-formulier"

    @property
    def versie(self) -> str:
        """Return what a form of this check names as its version."""
        return f"{self.value}.{TOETSVERSIE}"

    @property
    def deel(self) -> Fraction:
        """Return which part of the year has passed on the peildatum."""
        return Fraction(_MAANDEN[self], 12)

    def peildatum(self, jaar: int) -> pendulum.Date:
        """Return the day up to and including which everything is counted."""
        return pendulum.date(jaar, _MAANDEN[self], 1).end_of("month")


_MAANDEN: Final = {Toetsmoment.APRIL: 3, Toetsmoment.SEPTEMBER: 8}
"""How many whole months of the year are counted."""


def moment_van(versie: str) -> Toetsmoment | None:
    """Return of which check a form is by the version it names, None for any other form."""
    naam = versie.partition(".")[0]
    return Toetsmoment(naam) if naam in tuple(Toetsmoment) else None


class Voortgang(StrEnum):
    """How an afspraak stands, as the partij itself says."""

    NIET_BEGONNEN = "niet begonnen"
    LOOPT = "loopt"
    VERTRAAGD = "vertraagd"
    GEREED = "gereed"
    VERVALT = "vervalt"


@dataclass(frozen=True, slots=True)
class Standregel:
    """One answered row of the form of a check.

    `cijfer` is in the unit of the indicator, None when it is not known or not asked. `plekken`
    maps each filled field (voortgang, cijfer, toelichting) to the cell it was read from, and
    `nuance` tells what was written around the figure, or why there is none.
    """

    regelcode: str
    voortgang: Voortgang | None
    cijfer: Decimal | None = None
    toelichting: str = ""
    plekken: Mapping[str, Plek] = field(default_factory=dict)
    nuance: Nuance | None = None

    @property
    def is_leeg(self) -> bool:
        """Return whether the partij filled in nothing at all in this row."""
        return not self.plekken


@dataclass(frozen=True, slots=True)
class Standmelding:
    """What one partij reports for one check; `inzending` is its id in the store."""

    inzending: str
    samenwerking: str
    jaar: int
    moment: Toetsmoment
    partij: str
    regels: tuple[Standregel, ...]

    def regel(self, regelcode: str) -> Standregel | None:
        """Return the answer in one row, None when the form did not have it."""
        return next((r for r in self.regels if r.regelcode == regelcode), None)


def same_melding(een: Standmelding, ander: Standmelding) -> bool:
    """Return whether two forms say the same, wherever it was typed."""
    return _kaal(een) == _kaal(ander)


def _kaal(melding: Standmelding) -> Standmelding:
    """Return a report with only what was answered, its rows in the order of their codes."""
    regels = [replace(r, plekken={}) for r in melding.regels if not r.is_leeg]
    return replace(melding, inzending="", regels=tuple(sorted(regels, key=lambda r: r.regelcode)))

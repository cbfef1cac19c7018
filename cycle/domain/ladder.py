"""Ladder: which reminders an obligation gets, and how far from its deadline.

Every samenwerking may set its own distances (``[herinneringen]`` in ``samenwerking.toml``).
What is left out there keeps the distance that stands here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cycle.domain.verplichting import Soort


class Ontvanger(StrEnum):
    """Who hears of an obligation on a rung."""

    PARTIJ = "partij"
    PLAATSVERVANGER = "plaatsvervanger"
    COORDINATOR = "coordinator"


class Trede(StrEnum):
    """Rung of the ladder, from friendly notice to the coordinator; in rising order."""

    AANKONDIGING = "aankondiging"
    HERINNERING = "herinnering"
    LAATSTE = "laatste"
    TE_LAAT = "te-laat"
    PLAATSVERVANGER = "plaatsvervanger"
    COORDINATOR = "coordinator"

    @property
    def is_te_laat(self) -> bool:
        """Return whether this rung tells that something is late."""
        return self in (Trede.TE_LAAT, Trede.PLAATSVERVANGER, Trede.COORDINATOR)

    @property
    def is_zacht(self) -> bool:
        """Return whether a digest of some days earlier says the same as well."""
        return self in (Trede.AANKONDIGING, Trede.HERINNERING)

    @property
    def ontvanger(self) -> Ontvanger:
        """Return who hears of it."""
        if self is Trede.PLAATSVERVANGER:
            return Ontvanger.PLAATSVERVANGER
        return Ontvanger.COORDINATOR if self is Trede.COORDINATOR else Ontvanger.PARTIJ


Ladder = tuple[tuple[Trede, int], ...]
"""Rungs in rising order, each with its distance to the deadline in working days.

Negative lies before the deadline. A rung that is not there is not sent.
"""


def make_ladder(*afstanden: int | None) -> Ladder:
    """Return a ladder from one distance per rung, in the order of `Trede`; None leaves it out."""
    return tuple((t, a) for t, a in zip(Trede, afstanden, strict=True) if a is not None)


LADDERS: Final[Mapping[Soort, Ladder]] = {
    Soort.BIEDING: make_ladder(-10, -5, -1, 2, 4, 6),
    Soort.REACTIE: make_ladder(None, -5, -1, None, None, None),
    Soort.BESLUIT: make_ladder(-10, -5, -1, 1, 2, 3),
    Soort.ONDERTEKENING: make_ladder(None, -3, -1, 1, 2, 3),
    Soort.TOETS: make_ladder(-10, -5, -1, 2, 4, 6),
}
"""What holds when a samenwerking says nothing.

A reaction may stay away, so nobody hears that it is late. Between the last decision and the
delivery there are five working days: there the ladder climbs fast.
"""


class Weekdag(StrEnum):
    """Day of the week on which the weekoverzicht goes out."""

    MAANDAG = "maandag"
    DINSDAG = "dinsdag"
    WOENSDAG = "woensdag"
    DONDERDAG = "donderdag"
    VRIJDAG = "vrijdag"

    @property
    def nummer(self) -> int:
        """Return its place in the week, Monday is 0."""
        return list(Weekdag).index(self)


@dataclass(frozen=True, slots=True)
class Herinnerregels:
    """How a samenwerking reminds: a ladder per kind of obligation, and the day of the digest."""

    ladders: Mapping[Soort, Ladder] = field(default_factory=lambda: LADDERS)
    weekoverzicht: Weekdag = Weekdag.MAANDAG

    def ladder(self, soort: Soort) -> Ladder:
        """Return the ladder of one kind of obligation."""
        return self.ladders[soort]

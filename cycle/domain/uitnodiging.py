"""Uitnodiging: what partijen were told of a meeting, and what they must be told now.

Every time something goes out it is kept with a higher `volgnummer`; a calendar goes by the
highest one. So the same meeting is never invited twice, and a change is never missed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import pendulum

from cycle.domain.samenwerking import HOOFDPLEK, Bijeenkomst


class Uitnodigingsoort(StrEnum):
    """What a calendar must do: take the meeting in, or take it out."""

    UITNODIGING = "uitnodiging"
    AFZEGGING = "afzegging"


@dataclass(frozen=True, slots=True)
class Uitnodiging:
    """One message about a meeting to all partijen; `sleutel` is the same for each of them.

    `volgnummer` counts from 0 and is the SEQUENCE of a calendar. `op` is the day it was made.
    """

    sleutel: str
    volgnummer: int
    soort: Uitnodigingsoort
    bijeenkomst: Bijeenkomst
    op: pendulum.Date

    @property
    def is_wijziging(self) -> bool:
        """Return whether partijen were invited, or called off, before."""
        return self.volgnummer > 0 and self.soort is Uitnodigingsoort.UITNODIGING


def number_bijeenkomsten(
    bijeenkomsten: Iterable[Bijeenkomst],
) -> Iterator[tuple[str, Bijeenkomst]]:
    """Yield each meeting with its key; a second one of the same kind gets the number 2.

    On which line of the content it stands is no news for anybody, so that is left out.
    """
    volgnummers: Counter[str] = Counter()
    for bijeenkomst in bijeenkomsten:
        volgnummers[bijeenkomst.code] += 1
        sleutel = f"{bijeenkomst.code}-{volgnummers[bijeenkomst.code]}"
        yield sleutel, replace(bijeenkomst, plek=HOOFDPLEK)


def plan_uitnodigingen(
    bijeenkomsten: Sequence[Bijeenkomst], eerdere: Sequence[Uitnodiging], vandaag: pendulum.Date
) -> tuple[Uitnodiging, ...]:
    """Return what partijen must be told today: new, changed and cancelled meetings.

    `eerdere` is what they were told before, oldest first. A meeting that is past is left
    alone, and so is one that they know exactly as it is now. One that they expect, while its
    day is past by now, is called off: nobody may come for nothing.
    """
    laatste = {eerder.sleutel: eerder for eerder in eerdere}
    nu = dict(number_bijeenkomsten(bijeenkomsten))
    plannen: list[Uitnodiging] = []
    for sleutel, bijeenkomst in nu.items():
        bekend = laatste.get(sleutel)
        if bijeenkomst.datum >= vandaag and not _is_bekend(bekend, bijeenkomst):
            soort = Uitnodigingsoort.UITNODIGING
            plannen.append(Uitnodiging(sleutel, _volgende(bekend), soort, bijeenkomst, vandaag))
    for sleutel, bekend in laatste.items():
        is_weg = sleutel not in nu or nu[sleutel].datum < vandaag
        if is_weg and _is_komend(bekend, vandaag):
            soort = Uitnodigingsoort.AFZEGGING
            nummer = _volgende(bekend)
            plannen.append(Uitnodiging(sleutel, nummer, soort, bekend.bijeenkomst, vandaag))
    return tuple(plannen)


def _is_bekend(eerder: Uitnodiging | None, bijeenkomst: Bijeenkomst) -> bool:
    """Return whether partijen were told of this meeting exactly as it is now."""
    return (
        eerder is not None
        and eerder.soort is Uitnodigingsoort.UITNODIGING
        and eerder.bijeenkomst == bijeenkomst
    )


def _is_komend(eerder: Uitnodiging, vandaag: pendulum.Date) -> bool:
    """Return whether partijen expect to meet."""
    is_uitgenodigd = eerder.soort is Uitnodigingsoort.UITNODIGING
    return is_uitgenodigd and eerder.bijeenkomst.datum >= vandaag


def _volgende(eerder: Uitnodiging | None) -> int:
    """Return the number that a calendar takes for newer."""
    return eerder.volgnummer + 1 if eerder else 0

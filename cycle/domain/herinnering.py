"""Herinneringen: which reminder falls due to whom on a given day.

The ladder is anchored on the deadline, so a missed week only makes more rungs due. Of
several missed rungs only the highest is sent: nobody gets three mails for one question.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.kalender import IsWerkdag, step_werkdagen
from cycle.domain.verplichting import Verplichting


class Trede(StrEnum):
    """Rung of the ladder, from friendly notice to the coordinator."""

    AANKONDIGING = "aankondiging"
    HERINNERING = "herinnering"
    LAATSTE = "laatste"
    TE_LAAT = "te-laat"


LADDER: tuple[tuple[Trede, int], ...] = (
    (Trede.AANKONDIGING, -10),
    (Trede.HERINNERING, -5),
    (Trede.LAATSTE, -1),
    (Trede.TE_LAAT, 2),
)
"""Rung and its distance to the deadline in working days."""


@dataclass(frozen=True, slots=True)
class Herinnering:
    """One reminder: to which partij, about what, on which rung, due since `op`."""

    verplichting: Verplichting
    trede: Trede
    op: pendulum.Date

    @property
    def sleutel(self) -> str:
        """Return the business key: the same reminder always has the same key."""
        return f"{self.verplichting.sleutel}/{self.trede.value}"


def plan_herinneringen(
    verplichting: Verplichting, is_werkdag: IsWerkdag
) -> tuple[Herinnering, ...]:
    """Return the whole ladder of one obligation, each rung on a working day."""
    return tuple(
        Herinnering(
            verplichting, trede, step_werkdagen(verplichting.uiterlijk, afstand, is_werkdag)
        )
        for trede, afstand in LADDER
    )


def due_herinneringen(
    verplichtingen: Iterable[Verplichting],
    vandaag: pendulum.Date,
    verzonden: Sequence[str],
    is_werkdag: IsWerkdag,
) -> tuple[Herinnering, ...]:
    """Return what must be sent today: per obligation the highest rung that is due.

    `verzonden` holds the keys that went out before; a rung at or below a sent one is not
    due again. Nothing is due on a day off.
    """
    if not is_werkdag(vandaag):
        return ()
    return tuple(
        herinnering
        for verplichting in verplichtingen
        if (herinnering := _hoogste(verplichting, vandaag, verzonden, is_werkdag))
    )


def _hoogste(
    verplichting: Verplichting,
    vandaag: pendulum.Date,
    verzonden: Sequence[str],
    is_werkdag: IsWerkdag,
) -> Herinnering | None:
    """Return the highest due rung that was not sent, None when nothing is new."""
    for herinnering in reversed(plan_herinneringen(verplichting, is_werkdag)):
        if herinnering.sleutel in verzonden:
            return None
        if herinnering.op <= vandaag:
            return herinnering if _past_nog(herinnering, vandaag) else None
    return None


def _past_nog(herinnering: Herinnering, vandaag: pendulum.Date) -> bool:
    """Return whether its words are still true: after the deadline only `TE_LAAT` is."""
    return herinnering.trede is Trede.TE_LAAT or vandaag <= herinnering.verplichting.uiterlijk

"""Herinneringen: which reminder of an obligation falls due on a given day.

The ladder is anchored on the deadline, so a missed week only makes more rungs due. Of
several missed rungs only the highest is sent: nobody gets three mails for one question.
Nothing here remembers yesterday: what is due follows from the obligation, the calendar,
today and the keys that went out.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

import pendulum

from cycle.domain.kalender import plus_dagen, step_werkdagen
from cycle.domain.ladder import Ladder, Trede
from cycle.domain.verplichting import Verplichting
from cycle.domain.verzenddag import Verzenddagen


@dataclass(frozen=True, slots=True)
class Herinnering:
    """One reminder: about what, on which rung, due from `op` on."""

    verplichting: Verplichting
    trede: Trede
    op: pendulum.Date

    @property
    def sleutel(self) -> str:
        """Return the business key within a cyclus: the same reminder always has the same key."""
        return f"{self.verplichting.sleutel}/{self.trede.value}"

    def is_waar(self, vandaag: pendulum.Date) -> bool:
        """Return whether its words hold: after the deadline only a rung that tells so."""
        return self.trede.is_te_laat or vandaag <= self.verplichting.uiterlijk


def plan_herinneringen(
    verplichting: Verplichting, ladder: Ladder, dagen: Verzenddagen
) -> tuple[Herinnering, ...]:
    """Return the reminders of one obligation in rising order, each on a sending day.

    In quiet days a rung before the deadline moves to the last sending day before them, and
    one that tells that something is late to the first after them. A rung of before the
    obligation was asked is left out: the question itself has just gone out.
    """
    return tuple(
        Herinnering(verplichting, trede, op)
        for trede, afstand in ladder
        if (op := _find_dag(verplichting, trede, afstand, dagen))
    )


def _find_dag(
    verplichting: Verplichting, trede: Trede, afstand: int, dagen: Verzenddagen
) -> pendulum.Date | None:
    """Return the day from which a rung is due, None when it has no day."""
    uiterlijk, sinds = verplichting.uiterlijk, verplichting.sinds
    if trede.is_te_laat:
        # what was asked after its deadline is late from the day it was asked
        anker = max(uiterlijk, sinds or uiterlijk)
        return dagen.eerste_vanaf(step_werkdagen(anker, afstand, dagen.is_werkdag))
    dag = step_werkdagen(uiterlijk, afstand, dagen.is_werkdag)
    if sinds and dag <= sinds:
        return None
    op = dagen.laatste_tot(dag)
    if sinds and op <= sinds:
        op = dagen.eerste_vanaf(plus_dagen(sinds, 1))
    return op if op <= uiterlijk else None


def find_herinnering(
    plan: Sequence[Herinnering],
    vandaag: pendulum.Date,
    gestuurd: Container[str],
) -> Herinnering | None:
    """Return the highest reminder of `plan` that is due, None when nothing is new.

    `plan` is that of one obligation, in rising order. `gestuurd` holds the keys that went
    out; a rung at or below one of them is not due again. Whether `vandaag` is a day to send
    on is for the caller to know.
    """
    for herinnering in reversed(plan):
        if herinnering.sleutel in gestuurd:
            return None
        if herinnering.op <= vandaag:
            return herinnering if herinnering.is_waar(vandaag) else None
    return None

"""Gebeurtenis: one event of the played year."""

from collections.abc import Callable
from dataclasses import dataclass

import pendulum

from cycle.services.ports import Toolkit

Actie = Callable[[Toolkit], None]


def never(_toolkit: Toolkit) -> bool:
    """Return that an event may always be played once more."""
    return False


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One event: on which day, in words, and either an action or a flow to run.

    `stap` is the code of a step, "dagelijks" for the daily run, "" for an action of a
    partij or coordinator. Once `is_over` says so the event is not played again: it would
    mix with what came after.
    """

    dag: pendulum.Date
    tekst: str
    stap: str = ""
    actie: Actie | None = None
    is_over: Callable[[Toolkit], bool] = never

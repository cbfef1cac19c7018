"""Verzenddagen: on which days a mail may go out.

A working day counts distances. A day is quiet when nobody should be bothered: a day off, or
a school holiday of the region in which the samenwerking lies.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pendulum

from cycle.domain.kalender import IsWerkdag, plus_dagen

IsStil = Callable[[pendulum.Date], bool]
"""Tells whether a day is quiet; working days outside it are sending days."""


@dataclass(frozen=True, slots=True)
class Verzenddagen:
    """The days of one samenwerking: `is_werkdag` counts, `is_stil` keeps mail back."""

    is_werkdag: IsWerkdag
    is_stil: IsStil

    def has(self, dag: pendulum.Date) -> bool:
        """Return whether a mail may go out on this day."""
        return self.is_werkdag(dag) and not self.is_stil(dag)

    def laatste_tot(self, dag: pendulum.Date) -> pendulum.Date:
        """Return `dag` itself when it is a sending day, else the last one before it."""
        while not self.has(dag):
            dag = plus_dagen(dag, -1)
        return dag

    def eerste_vanaf(self, dag: pendulum.Date) -> pendulum.Date:
        """Return `dag` itself when it is a sending day, else the first one after it."""
        while not self.has(dag):
            dag = plus_dagen(dag, 1)
        return dag

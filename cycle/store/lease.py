"""Lease: the sole right to run a step, so that two processes never do the same work.

A lease is a row with its owner and its end. It is claimed and given back in short
transactions of its own, so other work goes on meanwhile.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from uuid import uuid4

import pendulum
from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select

from cycle.domain.errors import StapBezet
from cycle.store.proces import Proces, this_proces
from cycle.store.schema import stap_lease
from cycle.store.verbinding import begin

MINUTEN: Final = 15
"""How long a lease lasts when its owner is never heard of again."""

_TIJDZONE = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of one cyclus."""

    samenwerking: str
    jaar: int
    stap: str


@contextmanager
def hold(engine: Engine, stap: Stap, nu: pendulum.DateTime) -> Iterator[None]:
    """Hold the step until the block ends, also when it ends in an error.

    Raises:
        StapBezet: a living process holds it.
    """
    kenmerk = uuid4().hex
    with begin(engine) as connection:
        _claim(connection, stap, nu, kenmerk)
    try:
        yield
    finally:
        with begin(engine) as connection:
            connection.execute(delete(stap_lease).where(stap_lease.c.kenmerk == kenmerk))


def _claim(connection: Connection, stap: Stap, nu: pendulum.DateTime, kenmerk: str) -> None:
    """Write our own lease in the place of none, an expired or an orphaned one."""
    plaats = {"samenwerking": stap.samenwerking, "jaar": stap.jaar, "stap": stap.stap}
    huidige = connection.execute(select(stap_lease).filter_by(**plaats)).mappings().one_or_none()
    if huidige is not None:
        eigenaar = Proces(huidige["machine"], huidige["proces"], huidige["proces_begin"])
        if huidige["verloopt"] > nu and eigenaar.leeft():
            raise _bezet(stap, huidige)
        connection.execute(delete(stap_lease).filter_by(**plaats))
    proces = this_proces()
    connection.execute(
        insert(stap_lease).values(
            **plaats,
            kenmerk=kenmerk,
            machine=proces.machine,
            proces=proces.nummer,
            proces_begin=proces.begin,
            sinds=nu,
            verloopt=nu.add(minutes=MINUTEN),
        )
    )


def _bezet(stap: Stap, huidige: RowMapping) -> StapBezet:
    """Return the refusal: which step, since when, by whom, and what to do."""
    sinds = huidige["sinds"].in_timezone(_TIJDZONE)
    verloopt = huidige["verloopt"].in_timezone(_TIJDZONE)
    return StapBezet(
        f"De stap '{stap.stap}' van {stap.samenwerking} {stap.jaar} loopt al sinds "
        f"{sinds.format('H.mm')} uur.",
        advies="Wacht tot deze stap klaar is. Is er niemand mee bezig? "
        f"Probeer het dan opnieuw na {verloopt.format('H.mm')} uur.",
        plek=f"{huidige['machine']}, proces {huidige['proces']}",
    )

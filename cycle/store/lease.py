"""Lease: the sole right to run a step, so that two processes never do the same work.

A lease is a row with its owner and its end. It is claimed, renewed and given back in short
transactions of its own, so other work goes on meanwhile. Its owner renews it as long as it
lives: work may take hours, and what a machine left behind that died is free within minutes.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from typing import Final
from uuid import uuid4

import pendulum
from sqlalchemy import Connection, Engine, RowMapping, delete, insert, select, update

from cycle.domain.errors import StapBezet
from cycle.store.errors import OpslagOnbereikbaar
from cycle.store.proces import Proces, this_proces
from cycle.store.schema import stap_lease
from cycle.store.verbinding import begin

MINUTEN: Final = 15
"""How long a lease lasts when its owner is never heard of again."""

VERNIEUW_NA: Final = 180.0
"""Seconds after which a living owner renews its lease; four may fail before it expires."""

_TIJDZONE = "Europe/Amsterdam"


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of one cyclus."""

    samenwerking: str
    jaar: int
    stap: str


@contextmanager
def hold(engine: Engine, stap: Stap, tijdstip: Callable[[], pendulum.DateTime]) -> Iterator[None]:
    """Hold the step until the block ends, also when it ends in an error.

    Raises:
        StapBezet: a living process holds it.
    """
    kenmerk = uuid4().hex
    with begin(engine) as connection:
        _claim(connection, stap, tijdstip(), kenmerk)
    klaar = Event()
    vernieuwer = Thread(target=_keep, args=(engine, kenmerk, tijdstip, klaar), daemon=True)
    vernieuwer.start()
    try:
        yield
    finally:
        klaar.set()
        vernieuwer.join()
        with begin(engine) as connection:
            connection.execute(delete(stap_lease).where(stap_lease.c.kenmerk == kenmerk))


def _keep(
    engine: Engine, kenmerk: str, tijdstip: Callable[[], pendulum.DateTime], klaar: Event
) -> None:
    """Renew our lease until the work is done, or until another took it over."""
    ons = stap_lease.c.kenmerk == kenmerk
    while not klaar.wait(VERNIEUW_NA):
        try:
            with begin(engine) as connection:
                verloopt = tijdstip().add(minutes=MINUTEN)
                nog_ons = connection.execute(
                    update(stap_lease).where(ons).values(verloopt=verloopt)
                ).rowcount
        except OpslagOnbereikbaar:
            continue  # the database is busy or away for a moment: there is time to try again
        if not nog_ons:
            return


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

"""Opslag: the store as the use cases see it, with transactions and leases."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import local
from weakref import finalize

import pendulum
from sqlalchemy import Engine

from cycle.store.aftekeningen import AftekenTabel
from cycle.store.audit import AuditTabel
from cycle.store.besluiten import BesluitTabel
from cycle.store.biedingen import BiedingTabel
from cycle.store.cycli import CyclusTabel
from cycle.store.herinneringen import HerinneringTabel
from cycle.store.kickoff import KickoffTabel
from cycle.store.lease import Stap, hold
from cycle.store.reacties import ReactieTabel
from cycle.store.stukken import StukTabel
from cycle.store.toetsen import ToetsTabel
from cycle.store.verbinding import begin


class SqlCyclusStore(
    AuditTabel,
    CyclusTabel,
    BiedingTabel,
    StukTabel,
    ReactieTabel,
    BesluitTabel,
    AftekenTabel,
    HerinneringTabel,
    KickoffTabel,
    ToetsTabel,
):
    """All parts of the store together, inside one transaction."""


class SqlStore:
    """Opens transactions and hands out leases; connections close by themselves."""

    def __init__(
        self, engine: Engine, tijdstip: Callable[[], pendulum.DateTime], door: str = ""
    ) -> None:
        """Keep the engine, the clock for leases and the audit, and who is at work."""
        self._engine = engine
        self._tijdstip = tijdstip
        self._door = door
        self._bezig = local()
        self.close = finalize(self, engine.dispose)

    @contextmanager
    def transaction(self) -> Iterator[SqlCyclusStore]:
        """Return a transaction: all of it is kept, or nothing.

        Transactions of other threads and processes wait for this one, so keep it short.

        Raises:
            OpslagOnbereikbaar: the database does not answer or is busy for too long.
            RuntimeError: this thread is in a transaction already; it would wait for itself.
        """
        self._refuse_nesting()
        self._bezig.transactie = True
        try:
            with begin(self._engine) as connection:
                yield SqlCyclusStore(connection, self._tijdstip, self._door)
        finally:
            self._bezig.transactie = False

    def lease(self, samenwerking: str, jaar: int, stap: str) -> AbstractContextManager[None]:
        """Hold the sole right to run a step; a lease of a dead process is taken over.

        Raises:
            StapBezet: a living process is doing this step.
            RuntimeError: this thread is in a transaction; take the lease first.
        """
        self._refuse_nesting()
        return hold(self._engine, Stap(samenwerking, jaar, stap), self._tijdstip)

    def _refuse_nesting(self) -> None:
        """Refuse what would make this thread wait for its own transaction."""
        if getattr(self._bezig, "transactie", False):
            raise RuntimeError("this thread is inside a transaction of the store already")

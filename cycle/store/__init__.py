"""Store: keeps the state of all cycli in SQLite or PostgreSQL, and files by their sha256."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import pendulum

if TYPE_CHECKING:
    from cycle.store.opslag import SqlStore

WACHTTIJD: Final = 30.0
"""Seconds to wait for another process that is writing."""


def open_store(
    adres: str,
    tijdstip: Callable[[], pendulum.DateTime],
    *,
    wachttijd: float = WACHTTIJD,
    door: str = "",
) -> "SqlStore":
    """Return the store at this database address, made or updated when needed.

    `adres` is ``sqlite:///…`` or ``postgresql://…``. `tijdstip` tells the present moment,
    for leases and the audit. `wachttijd` is how many seconds to wait for another writer,
    `door` who is at work, as the audit will say.

    Raises:
        OpslagOnbereikbaar: the address is wrong, the database does not answer, or it was
            made by a newer version.
    """
    from cycle.store.migratie import update_schema
    from cycle.store.opslag import SqlStore
    from cycle.store.verbinding import open_engine

    engine = open_engine(adres, wachttijd)
    try:
        update_schema(engine)
    except BaseException:
        engine.dispose()
        raise
    return SqlStore(engine, tijdstip, door)

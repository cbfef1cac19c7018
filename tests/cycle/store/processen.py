"""What the other process does in a test: ``python -m tests.cycle.store.processen``.

It says "klaar" once it is where the test wants it, and then waits until it is killed.
"""

import os
import sys
import time
from collections.abc import Callable

import pendulum

from cycle.store import open_store
from cycle.store.opslag import SqlStore
from tests.cycle.store.builders import (
    DAG,
    Wijzer,
    een_bieding,
    een_concept,
    een_cyclus,
    een_inzending,
    een_regel,
)

AANTAL = 40


def _wait() -> None:
    """Tell the test that we are there, and stay until it ends us."""
    sys.stdout.write("klaar\n")
    sys.stdout.flush()
    time.sleep(60)


def hold_lease(store: SqlStore) -> None:
    with store.lease("hoogeveen", 2024, "concept"):
        _wait()


def write_half(store: SqlStore) -> None:
    with store.transaction() as tx:
        for nummer in range(200):
            tx.add_concept(een_cyclus(), een_concept(f"0.{nummer}"))
        _wait()


def add_versions(store: SqlStore) -> None:
    """Read the last version and add the next, again and again."""
    for _ in range(AANTAL):
        with store.transaction() as tx:
            versie = len(tx.inzendingen(een_cyclus())) + 1
            inzending = een_inzending(versie=versie)
            tx.add_bieding(een_cyclus(), inzending, een_bieding(inzending, een_regel()))


def add_feiten(store: SqlStore) -> None:
    """Write facts, each in a transaction of its own, beside others who do the same."""
    for nummer in range(AANTAL):
        with store.transaction() as tx:
            tx.add_feit(een_cyclus(), f"proces {os.getpid()}", DAG, f"feit {nummer}")


def look_around(store: SqlStore) -> None:
    with store.transaction() as tx:
        tx.list_cycli()


DADEN: dict[str, Callable[[SqlStore], None]] = {
    f.__name__: f for f in (hold_lease, write_half, add_versions, add_feiten, look_around)
}

if __name__ == "__main__":
    adres, daad = sys.argv[1:]
    wijzer = Wijzer(pendulum.datetime(2023, 9, 12, 12, 3, tz="UTC"))
    DADEN[daad](open_store(adres, wijzer))

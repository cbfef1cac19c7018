"""Measure checking the audit chain against reading its rows and doing nothing with them.

A hundred thousand events of one cyclus, in SQLite and in PostgreSQL. The bare scan is the
driver's own cursor over the same columns in the same order. Ours reads in parts, hashes each
event again and holds the data against the chain.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from types import SimpleNamespace

from cycle.domain.keten import Gebeurtenis
from cycle.klok import tijdstip
from cycle.services.check_audit import check_audit
from cycle.store import WACHTTIJD, open_store
from cycle.store.opslag import SqlStore
from cycle.store.verbinding import begin, open_engine
from tests.cycle.store.builders import DAG, gestart
from tests.postgres import find_binaries, running_postgres

AANTAL = 100_000
PER_KEER = 5_000
RONDEN = 5
VRAAG = (
    "SELECT volgnummer, tijd, door, soort, rij, inhoud, vorige, hash FROM audit "
    "WHERE cyclus_id = 1 ORDER BY volgnummer"
)


def fill(store: SqlStore) -> None:
    """Write the events, as acts do, and print what one costs; one in ten has a free text."""
    cyclus = gestart(store)
    eerste = 0.0
    tabel = {"partij": "domesta", "orgaan": "rvc", "code": "3F9A-2C1B-77D0", "op": str(DAG)}
    for van in range(0, AANTAL, PER_KEER):
        begonnen = time.perf_counter()
        with store.transaction() as tx:
            for nummer in range(van, van + PER_KEER):
                vrij = {"reden": f"Reden {nummer}"} if nummer % 10 == 0 else {}
                tx.add_gebeurtenis(cyclus, Gebeurtenis("proef", tabel | {"nr": nummer}, vrij))
        eerste = eerste or time.perf_counter() - begonnen
    sys.stdout.write(
        f"    bijschrijven: {1e6 * eerste / PER_KEER:.0f} µs per gebeurtenis aan het begin, "
        f"{1e6 * (time.perf_counter() - begonnen) / PER_KEER:.0f} µs bij de honderdduizendste\n"
    )


def scan(adres: str) -> int:
    """Read every row with the driver, and return how many there are."""
    engine = open_engine(adres, WACHTTIJD)
    try:
        with begin(engine) as connection:
            cursor = connection.connection.cursor()
            cursor.execute(VRAAG)
            return sum(1 for _ in iter(cursor.fetchone, None))
    finally:
        engine.dispose()


def measure(geval: Callable[[], object]) -> float:
    """Return the median seconds; the first time warms up and is dropped."""
    duren = []
    for ronde in range(RONDEN + 1):
        van = time.perf_counter()
        geval()
        if ronde:
            duren.append(time.perf_counter() - van)
    return median(duren)


@contextmanager
def places() -> Iterator[dict[str, str]]:
    """Yield the addresses of empty databases by their name; PostgreSQL only where it is."""
    with tempfile.TemporaryDirectory() as map_:
        adressen = {"SQLite": f"sqlite:///{Path(map_) / 'jaarschijf.sqlite'}"}
        binaries = find_binaries()
        if binaries is None:
            yield adressen
            return
        with running_postgres(binaries) as server:
            yield adressen | {"PostgreSQL": f"{server}/postgres"}


def main() -> None:
    """Print the times and ratios in Dutch."""
    sys.stdout.write(f"Auditspoor van {AANTAL} gebeurtenissen controleren:\n")
    with places() as adressen:
        for naam, adres in adressen.items():
            sys.stdout.write(f"  {naam}\n")
            store = open_store(adres, tijdstip, door="proef")
            fill(store)
            toolkit = SimpleNamespace(store=store)
            if not check_audit(toolkit, "hoogeveen", 2024).is_heel:
                raise SystemExit("De keten is niet heel.")
            kaal = measure(lambda a=adres: scan(a))
            onze = measure(lambda t=toolkit: check_audit(t, "hoogeveen", 2024))
            store.close()
            sys.stdout.write(
                f"    kaal lezen {1000 * kaal:6.0f} ms   controleren {1000 * onze:6.0f} ms   "
                f"{onze / kaal:.1f} x (grens 4)\n"
            )


if __name__ == "__main__":
    main()

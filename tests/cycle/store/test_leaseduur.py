"""A lease lasts as long as its owner lives, and not much longer."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, delete, insert, select, update

from cycle.domain.errors import StapBezet
from cycle.store import lease
from cycle.store.errors import OpslagOnbereikbaar
from cycle.store.opslag import SqlStore
from cycle.store.schema import stap_lease
from tests.cycle.store.builders import Wijzer

STAP = ("hoogeveen", 2024, "concept")
SECONDEN = 20.0


@pytest.fixture(autouse=True)
def vlugge_vernieuwing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Renew all the time, so that no test has to wait."""
    monkeypatch.setattr(lease, "VERNIEUW_NA", 0.02)


def _wait_for_renewal(engine: Engine, wijzer: Wijzer) -> bool:
    """Return whether the lease comes to last from now on."""
    einde = time.monotonic() + SECONDEN
    while time.monotonic() < einde:
        with engine.connect() as connection:
            verloopt = connection.scalar(select(stap_lease.c.verloopt))
        if verloopt == wijzer.nu.add(minutes=lease.MINUTEN):
            return True
        time.sleep(0.02)
    return False


def test_work_that_takes_an_hour_keeps_its_step(
    store: SqlStore, engine: Engine, wijzer: Wijzer
) -> None:
    with store.lease(*STAP):
        for _ in range(6):
            wijzer.nu = wijzer.nu.add(minutes=10)
            assert _wait_for_renewal(engine, wijzer)

        with pytest.raises(StapBezet), store.lease(*STAP):
            pytest.fail("the step was handed out twice")


def test_a_process_that_died_on_another_machine_is_taken_over_once_its_lease_expires(
    store: SqlStore, engine: Engine, wijzer: Wijzer
) -> None:
    plaats = dict(zip(("samenwerking", "jaar", "stap"), STAP, strict=True))
    eigenaar = {"kenmerk": "ab", "machine": "elders", "proces": 1, "proces_begin": "boot/1"}
    tijden = {"sinds": wijzer.nu, "verloopt": wijzer.nu.add(minutes=lease.MINUTEN)}
    with engine.begin() as connection:
        connection.execute(insert(stap_lease).values(**plaats, **eigenaar, **tijden))

    with pytest.raises(StapBezet, match="loopt al"), store.lease(*STAP):
        pytest.fail("nobody here can tell that it died")
    wijzer.nu = wijzer.nu.add(minutes=lease.MINUTEN)
    with store.lease(*STAP):
        pass


def test_an_owner_that_lost_its_lease_does_not_renew_that_of_another(
    store: SqlStore, engine: Engine, wijzer: Wijzer
) -> None:
    with store.lease(*STAP):
        with engine.begin() as connection:
            connection.execute(update(stap_lease).values(kenmerk="van een ander"))
        wijzer.nu = wijzer.nu.add(minutes=5)
        time.sleep(0.2)
        with engine.begin() as connection:
            verloopt = connection.scalar(select(stap_lease.c.verloopt))
            connection.execute(delete(stap_lease))

    assert verloopt == wijzer.nu.add(minutes=lease.MINUTEN - 5)


def test_a_database_that_is_away_for_a_moment_costs_no_lease(
    store: SqlStore, engine: Engine, wijzer: Wijzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.lease(*STAP):
        with monkeypatch.context() as storing:
            weg = _Weg()
            storing.setattr(lease, "begin", weg)
            assert weg.wacht()
        wijzer.nu = wijzer.nu.add(minutes=14)

        assert _wait_for_renewal(engine, wijzer)


class _Weg:
    """A database that does not answer, and tells when it was asked."""

    def __init__(self) -> None:
        self.gevraagd = 0

    @contextmanager
    def __call__(self, _engine: Engine) -> Iterator[None]:
        self.gevraagd += 1
        raise OpslagOnbereikbaar("De database is even weg.")
        yield

    def wacht(self) -> bool:
        einde = time.monotonic() + SECONDEN
        while not self.gevraagd and time.monotonic() < einde:
            time.sleep(0.01)
        return self.gevraagd > 0

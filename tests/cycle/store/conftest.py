"""Every test that asks for `store` runs on SQLite and on PostgreSQL.

A module with `SOORTEN` chooses its own kinds: the contract also runs on the store in memory
that the tests of the services use.
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from cycle.store import WACHTTIJD, open_store
from cycle.store.opslag import SqlStore
from cycle.store.verbinding import open_engine
from tests.cycle.store.builders import Wijzer
from tests.geheugenstore import GeheugenStore

_NUMMERS = count(1)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once per kind of store."""
    if "soort" in metafunc.fixturenames:
        metafunc.parametrize("soort", getattr(metafunc.module, "SOORTEN", ("sqlite", "postgresql")))


@pytest.fixture
def adres(soort: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a database in which nothing is."""
    if soort == "sqlite":
        yield f"sqlite:///{tmp_path / 'gegevens' / 'jaarschijf.sqlite'}"
        return
    server: str = request.getfixturevalue("postgres_url")
    naam = f"proef_{next(_NUMMERS)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as verbinding:
        verbinding.execute(f"CREATE DATABASE {naam}".encode())
    yield f"{server}/{naam}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as verbinding:
        verbinding.execute(f"DROP DATABASE {naam} WITH (FORCE)".encode())


@pytest.fixture
def wijzer() -> Wijzer:
    return Wijzer()


@pytest.fixture
def store(
    soort: str, request: pytest.FixtureRequest, wijzer: Wijzer
) -> Iterator[SqlStore | GeheugenStore]:
    """Yield a store; one in memory only for a module that asks for it."""
    if soort == "fake":
        yield GeheugenStore(wijzer)
        return
    store = open_store(request.getfixturevalue("adres"), wijzer)
    yield store
    store.close()


@pytest.fixture
def engine(adres: str) -> Iterator[Engine]:
    """Yield a way into the database beside the store."""
    engine = open_engine(adres, WACHTTIJD)
    yield engine
    engine.dispose()

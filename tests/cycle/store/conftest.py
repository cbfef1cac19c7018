"""Every test that asks for `store` runs on SQLite and on PostgreSQL.

A module with `SOORTEN` chooses its own kinds: the contract also runs on the store in memory
that the tests of the services use.
"""

import shutil
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


@pytest.fixture(scope="session")
def verse_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database file with the tables and nothing in them, to be copied."""
    pad = tmp_path_factory.mktemp("vers") / "jaarschijf.sqlite"
    open_store(f"sqlite:///{pad}", Wijzer()).close()
    assert [p.name for p in pad.parent.iterdir()] == [pad.name]
    return pad


@pytest.fixture(scope="session")
def verse_postgres(postgres_url: str) -> str:
    """Return the name of a database with the tables and nothing in them, to be copied."""
    _execute(postgres_url, "CREATE DATABASE vers")
    open_store(f"{postgres_url}/vers", Wijzer()).close()
    return "vers"


@pytest.fixture
def adres(soort: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a database in which nothing is, not even tables.

    For a test with a `store` they are there: making them costs more than most of these tests.
    """
    is_vers = "store" in request.fixturenames
    if soort == "sqlite":
        pad = tmp_path / "gegevens" / "jaarschijf.sqlite"
        if is_vers:
            pad.parent.mkdir()
            shutil.copy(request.getfixturevalue("verse_sqlite"), pad)
        yield f"sqlite:///{pad}"
        return
    server: str = request.getfixturevalue("postgres_url")
    bron = request.getfixturevalue("verse_postgres") if is_vers else "template1"
    naam = f"proef_{next(_NUMMERS)}"
    _execute(server, f"CREATE DATABASE {naam} TEMPLATE {bron}")
    yield f"{server}/{naam}"
    _execute(server, f"DROP DATABASE {naam} WITH (FORCE)")


def _execute(server: str, opdracht: str) -> None:
    """Give the server an order about a whole database."""
    with psycopg.connect(f"{server}/postgres", autocommit=True) as verbinding:
        verbinding.execute(opdracht.encode())


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

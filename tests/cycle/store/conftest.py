"""Every test that asks for `store` runs on SQLite and on PostgreSQL."""

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

_NUMMERS = count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def adres(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield the address of a database in which nothing is."""
    if request.param == "sqlite":
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
def store(adres: str, wijzer: Wijzer) -> Iterator[SqlStore]:
    store = open_store(adres, wijzer)
    yield store
    store.close()


@pytest.fixture
def engine(adres: str) -> Iterator[Engine]:
    """Yield a way into the database beside the store."""
    engine = open_engine(adres, WACHTTIJD)
    yield engine
    engine.dispose()

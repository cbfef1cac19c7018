"""Fixtures for backups: a place of the same kind to put one back in."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from cycle.store.kopie.manifest import Bronnen


@pytest.fixture
def elders(soort: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bronnen]:
    """Yield an empty place of the same kind as `adres`."""
    map_ = tmp_path / "elders"
    adres = f"sqlite:///{map_ / 'gegevens' / 'jaarschijf.sqlite'}"
    if soort == "sqlite":
        yield Bronnen(adres, map_ / "gegevens", map_ / "content")
        return
    server: str = request.getfixturevalue("postgres_url")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as verbinding:
        verbinding.execute("CREATE DATABASE elders")
    yield Bronnen(f"{server}/elders", map_ / "gegevens", map_ / "content")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as verbinding:
        verbinding.execute("DROP DATABASE elders WITH (FORCE)")

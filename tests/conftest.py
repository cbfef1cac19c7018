"""Fixtures that every folder of tests may use."""

import os
from collections.abc import Iterator

import pytest

from tests.postgres import find_binaries, running_postgres

# The same engine on every machine, and the fast one; tests of PDF choose for themselves.
os.environ.setdefault("JAARSCHIJF_PDF", "ingebouwd")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Yield the address of a private PostgreSQL server, without a database name."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql); `make test` does it")
    with running_postgres(binaries) as adres:
        yield adres

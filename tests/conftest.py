"""Fixtures that every folder of tests may use."""

from collections.abc import Iterator

import pytest

from tests.postgres import find_binaries, running_postgres


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Yield the address of a private PostgreSQL server, without a database name."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql); `make test` does it")
    with running_postgres(binaries) as adres:
        yield adres

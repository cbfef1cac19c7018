"""Fixtures that every folder of tests may use."""

import os
from collections.abc import Iterator

import pytest

from tests.postgres import find_binaries, running_postgres

LANG = ("tests/workflows/test_demo.py", "tests/workflows/prefect/", "tests/workflows/")
"""Where the longest tests are: with two workers these must begin first."""

# The same engine on every machine, and the fast one; tests of PDF choose for themselves.
os.environ.setdefault("JAARSCHIJF_PDF", "ingebouwd")

# A process that a test starts keeps what it compiled: the next one need not do that again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first, so that no worker is left with them at the end."""

    def place(item: pytest.Item) -> int:
        naam = item.nodeid
        return next((n for n, begin in enumerate(LANG) if naam.startswith(begin)), len(LANG))

    items.sort(key=place)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Yield the address of a private PostgreSQL server, without a database name."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (Debian package postgresql); `make test` does it")
    with running_postgres(binaries) as adres:
        yield adres

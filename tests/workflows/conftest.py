"""One new Prefect database for all tests, made by a real server; a start from it is short."""

import fcntl
import os
from pathlib import Path

import pytest

from workflows.prefect_server import serve_prefect


@pytest.fixture(scope="session")
def verse_prefect(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a Prefect server that started once, with nothing in it yet.

    Making its tables costs more than all the rest of a start. Workers of pytest share it.
    """
    eigen = tmp_path_factory.getbasetemp()
    home = (eigen.parent if "PYTEST_XDIST_WORKER" in os.environ else eigen) / "verse-prefect"
    with home.with_suffix(".slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        klaar = home.with_suffix(".klaar")
        if not klaar.exists():
            with serve_prefect(home):
                assert (home / "prefect.db").is_file()
            klaar.touch()
    return home

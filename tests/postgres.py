"""A private PostgreSQL server for one test run: in its own folder, on loopback only."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

GEBRUIKER = "jaarschijf"


def find_binaries() -> Path | None:
    """Return the folder with initdb and pg_ctl, the newest version first."""
    debian = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name), reverse=True
    )
    gevonden = shutil.which("initdb")
    mappen = [*debian, *([Path(gevonden).resolve().parent] if gevonden else [])]
    return next((m for m in mappen if (m / "initdb").exists() and (m / "pg_ctl").exists()), None)


def _run(*opdracht: str | Path) -> None:
    """Run a command of PostgreSQL, as its own user when we are root: it refuses root."""
    als_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*als_postgres, *map(str, opdracht)], check=True, stdout=subprocess.DEVNULL, cwd="/"
    )


@contextmanager
def running_postgres(binaries: Path) -> Iterator[str]:
    """Yield the address of a fresh server, without the name of a database, and stop it after."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="postgres-") as naam:
        map_ = Path(naam)
        if os.geteuid() == 0:
            shutil.chown(map_, "postgres")
        gegevens, log = map_ / "gegevens", map_ / "log"
        # Dutch sorting, so that a test fails when an order leans on that of the database.
        _run(
            *(binaries / "initdb", "-D", gegevens, "-U", GEBRUIKER, "-E", "UTF8"),
            *("--auth=trust", "--no-sync", "--locale=C.UTF-8"),
            *("--locale-provider=icu", "--icu-locale=nl"),
        )
        opties = f"-h 127.0.0.1 -p {poort} -k {map_} -F"
        _run(binaries / "pg_ctl", "-D", gegevens, "-o", opties, "-l", log, "-w", "start")
        try:
            yield f"postgresql://{GEBRUIKER}@127.0.0.1:{poort}"
        finally:
            _run(binaries / "pg_ctl", "-D", gegevens, "-m", "immediate", "-w", "stop")

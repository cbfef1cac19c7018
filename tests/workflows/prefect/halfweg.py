"""Holds a process still in the middle of its step, with no transaction open."""

import os
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

SECONDEN = 600.0
"""Long enough for a machine that is busy with other work; a test that goes well never waits."""


def wait_until(
    is_zo: Callable[[], object], *, seconden: float = SECONDEN, pauze: float = 0.2
) -> bool:
    """Return whether it came true in time."""
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if is_zo():
            return True
        time.sleep(pauze)
    return False


def freeze(proces: int, database: Path) -> None:
    """Hold a process still between two transactions."""
    for _ in range(500):
        os.kill(proces, signal.SIGSTOP)
        if _is_vrij(database):
            return
        os.kill(proces, signal.SIGCONT)
        time.sleep(0.01)
    raise AssertionError("the process never let go of the database")


def thaw(proces: int) -> None:
    """Let a process go on, when it is still there."""
    with suppress(ProcessLookupError):  # it was killed while it stood still
        os.kill(proces, signal.SIGCONT)


def _is_vrij(database: Path) -> bool:
    """Return whether nobody is writing."""
    with closing(sqlite3.connect(database, timeout=0.05, isolation_level=None)) as verbinding:
        try:
            verbinding.execute("BEGIN IMMEDIATE")
            verbinding.execute("ROLLBACK")
        except sqlite3.OperationalError:
            return False
    return True

"""Proces: tells whether the process that holds a lease is still alive.

A process number is used again sooner or later, so it counts only together with the
moment at which the process began and the boot of the machine it ran on.
"""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Proces:
    """One process on one machine; `begin` is empty where the system cannot tell."""

    machine: str
    nummer: int
    begin: str

    def leeft(self) -> bool:
        """Return whether this process may still be running.

        Of a process on another machine, or without a known beginning, nobody here can
        tell; it counts as alive until its lease expires.
        """
        if self.machine != socket.gethostname() or not self.begin:
            return True
        return _read_begin(self.nummer) == self.begin


def this_proces() -> Proces:
    """Return the process that runs this code."""
    nummer = os.getpid()
    return Proces(machine=socket.gethostname(), nummer=nummer, begin=_read_begin(nummer))


def _read_begin(nummer: int) -> str:
    """Return boot and start of a process, "" when it is gone, dead or unknown.

    Fields of ``/proc/<pid>/stat`` (man proc): the name in parentheses may hold anything,
    so fields count from the last parenthesis: state first, start time twentieth.
    """
    try:
        velden = (_PROC / str(nummer) / "stat").read_text().rpartition(")")[2].split()
        machinestart = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return ""
    return "" if velden[0] in ("Z", "X") else f"{machinestart}/{velden[19]}"

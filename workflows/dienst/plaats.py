"""Plaats: the folder of a dienst, with its lock and the address that others use.

The lock belongs to the process: the system lets go of it when the process ends, also when it
is killed. A lock that stays behind does not exist.
"""

import fcntl
import hashlib
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from cycle.domain.errors import JaarschijfError
from cycle.schijf import write_whole
from cycle.settings import Settings

_PREFECT: Final = "prefect"
_STAND: Final = "dienst.json"
_SLOT: Final = "dienst.slot"


class DienstDraaitAl(JaarschijfError):
    """Another dienst works on this folder."""


@dataclass(frozen=True, slots=True)
class Dienststand:
    """A dienst that runs: the address of its Prefect API, its process and what it works on."""

    adres: str
    proces: int
    kenmerk: str

    @property
    def scherm(self) -> str:
        """Return the address at which people see the screens of Prefect."""
        return self.adres.removesuffix("/api")


def home_of(gegevens: Path, *, werker: bool = False) -> Path:
    """Return the folder of the dienst; an extra worker has one per machine."""
    home = gegevens / _PREFECT
    return home / f"werker-{socket.gethostname()}" if werker else home


def compute_kenmerk(settings: Settings) -> str:
    """Return a code for what is worked on: equal for the same data, content and output."""
    paden = (settings.gegevens, settings.uit, settings.content, settings.templates)
    delen = [*(str(pad.resolve()) for pad in paden), settings.database_url, settings.pdf.value]
    return hashlib.sha256("\0".join(delen).encode()).hexdigest()[:16]


@contextmanager
def hold_plaats(home: Path) -> Iterator[None]:
    """Hold the folder for this dienst until the block ends.

    Raises:
        DienstDraaitAl: another process holds it.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / _SLOT).open("ab") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _draait_al(home) from None
        (home / _STAND).unlink(missing_ok=True)
        try:
            yield
        finally:
            (home / _STAND).unlink(missing_ok=True)


def is_bezet(home: Path) -> bool:
    """Return whether a dienst runs on this folder now."""
    try:
        with (home / _SLOT).open("rb") as slot:
            fcntl.flock(slot, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def write_stand(home: Path, adres: str, settings: Settings) -> Dienststand:
    """Tell others where the dienst is, and return the same."""
    stand = Dienststand(adres, os.getpid(), compute_kenmerk(settings))
    write_whole(home / _STAND, json.dumps(asdict(stand)).encode())
    return stand


def read_stand(home: Path) -> Dienststand | None:
    """Return the dienst of this folder, None when none was started or it was killed."""
    try:
        velden = json.loads((home / _STAND).read_bytes())
        return Dienststand(**velden) if is_bezet(home) else None
    except (OSError, ValueError, TypeError):  # not there, or not written by this version
        return None


def _draait_al(home: Path) -> DienstDraaitAl:
    """Return the refusal, with the address of the one that runs when it is known."""
    stand = read_stand(home)
    waar = f" Het scherm is {stand.scherm}." if stand else ""
    return DienstDraaitAl(
        f"Er draait al een dienst op deze map met gegevens.{waar}",
        advies="Gebruik de dienst die draait, of stop die eerst.",
        plek=f"{home}, proces {stand.proces}" if stand else str(home),
    )

"""Bewaking: starts the processes of a dienst, and starts one again that died.

A process that keeps dying is started after a pause that doubles each time, up to a minute.
"""

import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from workflows.kind import start_kind, stop_kind

EERSTE_PAUZE: Final = 1.0
LANGSTE_PAUZE: Final = 60.0
"""Seconds before a process is started again; one that lived longer begins with the first."""

_MAX_LOG: Final = 5_000_000
"""Bytes after which a log goes aside and a new one begins."""

Meld = Callable[[str], None]
"""Hears in Dutch what happens to the processes."""


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What to keep running: a name for people, a module, and what it gets to know."""

    naam: str
    module: str
    args: tuple[str, ...]
    env: Mapping[str, str]
    log: Path
    stoptijd: float = 10
    """Seconds that it may take to end in good order."""


def next_pauze(pauze: float, geleefd: float) -> float:
    """Return how long to wait before the next start, after a life of `geleefd` seconds."""
    if geleefd > LANGSTE_PAUZE:
        return EERSTE_PAUZE
    return min(max(2 * pauze, EERSTE_PAUZE), LANGSTE_PAUZE)


@dataclass(slots=True)
class Bewaakt:
    """One process that is kept running."""

    opdracht: Opdracht
    meld: Meld
    proces: subprocess.Popen[bytes] | None = None
    begonnen: float = 0.0
    pauze: float = 0.0
    weer_op: float = field(default=0.0)

    def check(self) -> None:
        """Start the process when it is not there and its pause is over."""
        nu = time.monotonic()
        if self.proces and self.proces.poll() is not None:
            self.pauze = next_pauze(self.pauze, nu - self.begonnen)
            self.weer_op = nu + self.pauze
            self.meld(
                f"{self.opdracht.naam} is gestopt (code {self.proces.returncode}) en start over "
                f"{self.pauze:.0f} s opnieuw. Waarom staat in {self.opdracht.log}."
            )
            stop_kind(self.proces)
            self.proces = None
        if self.proces is None and nu >= self.weer_op:
            self.start()

    def start(self) -> None:
        """Start the process."""
        opdracht = self.opdracht
        _rotate(opdracht.log)
        self.begonnen = time.monotonic()
        self.proces = start_kind(
            opdracht.module, *opdracht.args, env=opdracht.env, log=opdracht.log
        )

    def stop(self) -> None:
        """End the process, in good order when it can."""
        if self.proces:
            stop_kind(self.proces, self.opdracht.stoptijd)
            self.proces = None


def _rotate(log: Path) -> None:
    """Put a log aside that grew long; one earlier log is kept."""
    if log.exists() and log.stat().st_size > _MAX_LOG:
        log.replace(log.with_name(f"{log.name}.1"))

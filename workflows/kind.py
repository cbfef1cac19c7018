"""Kind: a process of our own that never outlives its starter.

The starter holds the pipe to its standard input. When the starter ends, however that comes
about, the pipe closes; the process reads that and ends too.
"""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def start_kind(
    module: str, *args: str, env: Mapping[str, str], log: Path
) -> subprocess.Popen[bytes]:
    """Return a process that runs ``python -m module args``; what it says is added to `log`.

    It is in a session of its own: Ctrl-C reaches the starter, which ends it in good order.
    """
    with log.open("ab") as uitvoer:
        return subprocess.Popen(  # noqa: S603  # our own module, no input from outside
            [sys.executable, "-m", module, *args],
            stdin=subprocess.PIPE,
            stdout=uitvoer,
            stderr=uitvoer,
            env=dict(env),
            start_new_session=True,
        )


def stop_kind(kind: subprocess.Popen[bytes], seconden: float = 10) -> None:
    """Close the pipe, so that the process ends; kill it when it does not in time."""
    if kind.stdin:
        kind.stdin.close()
    try:
        kind.wait(timeout=seconden)
    except subprocess.TimeoutExpired:
        kind.kill()
        kind.wait()

"""Main: takes its limits before it reads anything, answers one question and ends."""

import json
import resource
import sys
from typing import Any, Final

from .bladdata import TeGroot

GEHEUGEN: Final = 400 * 1024 * 1024
CPU_SECONDEN: Final = 4
_MEESTE_BYTES: Final = 64 * 1024 * 1024


def main() -> None:
    """Answer the question on standard input on standard output."""
    _limit()
    soort, _, inhoud = sys.stdin.buffer.read().partition(b"\n")
    antwoord = json.dumps(_lees(soort.decode(), inhoud)).encode()
    if len(antwoord) <= _MEESTE_BYTES:
        sys.stdout.buffer.write(antwoord)
        sys.stdout.buffer.flush()


def _limit() -> None:
    """Take the limits of this process: memory, time, and no file that grows."""
    resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDEN, CPU_SECONDEN))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lees(soort: str, inhoud: bytes) -> dict[str, Any]:
    """Return the sheets and properties of a file, or the code of what is wrong with it."""
    try:
        if soort == "ods":
            from .ods import read_ods

            return read_ods(inhoud)
        from .xls import read_xls

        return read_xls(inhoud)
    except TeGroot:
        return {"code": "B005"}
    except Exception:  # damage surfaces in as many ways as there are fields in these files
        return {"code": "B003"}

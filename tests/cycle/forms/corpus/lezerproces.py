"""Lezerproces: reads files in a process of its own, with a limit to what it may use.

``python -m tests.cycle.forms.corpus.lezerproces MIB < list of files`` prints a line of JSON
for each file: its name, the codes, the seconds, and the most memory used so far in MiB.
"""

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from cycle.forms import ExcelFormulieren
from cycle.services.ports import Afzender

ROOT: Final = Path(__file__).parents[4]
_NAAM: Final = "tests.cycle.forms.corpus.lezerproces"
_WACHT: Final = 600


def read_apart(bestanden: Iterable[Path], mib: int, wacht: float = _WACHT) -> list[dict[str, Any]]:
    """Return what reading each file gave; the list ends at the file on which the process died.

    `mib` limits what the process may use; 0 is no limit. It is ended after `wacht` seconds.
    """
    try:
        antwoord = subprocess.run(
            [sys.executable, "-m", _NAAM, str(mib)],
            cwd=ROOT,
            input="\n".join(map(str, bestanden)),
            capture_output=True,
            text=True,
            timeout=wacht,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        uit = (error.stdout or b"").decode().splitlines()
        return [*map(json.loads, uit), {"dood": "te lang", "fout": f"na {wacht} seconden"}]
    regels = [json.loads(regel) for regel in antwoord.stdout.splitlines()]
    if antwoord.returncode:
        regels.append({"dood": antwoord.returncode, "fout": antwoord.stderr[-2000:]})
    return regels


def main() -> None:
    """Read each file named on standard input."""
    grens = int(sys.argv[1]) * 1024 * 1024
    if grens:
        resource.setrlimit(resource.RLIMIT_DATA, (grens, grens))
    formulieren = ExcelFormulieren()
    afzender = Afzender("domesta", "hoogeveen", 2026)
    for naam in sys.stdin.read().splitlines():
        pad = Path(naam)
        begin = time.perf_counter()
        gelezen = formulieren.read(pad.read_bytes(), pad.name, "inzending-1", afzender)
        regel = {
            "bestand": pad.name,
            "codes": sorted({b.code for g in gelezen for b in g.bevindingen}),
            "waarden": sum(w.waarde is not None for g in gelezen for w in g.waarden),
            "seconden": round(time.perf_counter() - begin, 3),
            "mib": _most_memory(),
        }
        sys.stdout.write(json.dumps(regel) + "\n")
        sys.stdout.flush()


def _most_memory() -> int:
    """Return the most memory that this process or one it started ever held, in MiB.

    Of this process the kernel is asked itself: getrusage counts what the parent held too.
    """
    stand = Path("/proc/self/status").read_text("ascii")
    eigen = int(re.findall(r"VmHWM:\s+(\d+)", stand)[0])
    return max(eigen, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024


if __name__ == "__main__":
    main()

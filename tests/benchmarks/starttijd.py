"""Measure how long a user waits before `jaarschijf --help` answers.

The yardsticks run in the same minute on the same machine: an empty Python, and what the
command would cost if Prefect were imported at the top of a module. Cases take turns, so a
busy moment hits all of them. The median counts.
"""

import subprocess
import sys
import time
from statistics import median

RONDEN = 7
KAAL = "python -c pass"
HULP = "jaarschijf --help"
PREFECT = "python -c 'import prefect'"

GEVALLEN: dict[str, list[str]] = {
    KAAL: [sys.executable, "-c", "pass"],
    HULP: [
        sys.executable,
        "-c",
        "import sys; sys.argv = ['jaarschijf', '--help']; "
        "from workflows.cli.main import main; main()",
    ],
    PREFECT: [sys.executable, "-c", "import prefect"],
}


def measure(opdracht: list[str]) -> float:
    """Return how many seconds a new process takes for `opdracht`."""
    begin = time.perf_counter()
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begin


def run() -> dict[str, float]:
    """Return the median seconds per case; the first round warms the caches and is dropped."""
    tijden: dict[str, list[float]] = {naam: [] for naam in GEVALLEN}
    for ronde in range(RONDEN + 1):
        for naam, opdracht in GEVALLEN.items():
            duur = measure(opdracht)
            if ronde:
                tijden[naam].append(duur)
    return {naam: median(duren) for naam, duren in tijden.items()}


def main() -> None:
    """Print the ratios in Dutch."""
    duur = run()
    regels = [
        f"Starttijd, middelste van {RONDEN} metingen in wisselende volgorde:",
        *(
            f"  {naam:30} {1000 * seconden:7.0f} ms   {seconden / duur[KAAL]:5.1f} x kaal Python"
            for naam, seconden in duur.items()
        ),
        f"Prefect laden kost {duur[PREFECT] / duur[HULP]:.1f} x zoveel als de hulp tonen.",
    ]
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()

"""Measure the merge of a whole country against bare pandas on the same frames.

342 gemeenten with 6 partijen and 60 lines each are 123,120 lines. Bare pandas only puts the
frames side by side: afspraken and biedingen with an outer merge that is validated, then what
was reached and what was phased. Ours does that too, and computes what remains, what is needed
and how each offer stands, and makes the lists of what did not fit. They take turns, so a busy
moment hits all; the median counts. The memory is the peak of a process of its own, libraries
and the frames themselves included.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median

import pandas as pd

from cycle.analysis.frames import Frames
from cycle.analysis.landelijk import merge_landelijk
from tests.cycle.analysis.landelijkbouw import JAAR, een_land

GROOTTE = (342, 6, 60)
RONDEN = 5
SLEUTEL = ["gemeente", "afspraak_nr", "indicator", "partij"]
EENHEDEN = {"NB_DAEB": "woningen"}
KAAL = "kaal pandas, alle vier de tabellen"
TWEE = "kaal pandas, alleen afspraken en biedingen"
ONZE = "samenvoegen met restopgave"
KIND = "-m", "tests.benchmarks.landelijk", "geheugen"
MIB = 1024


def merge_two(frames: Frames) -> pd.DataFrame:
    """Return afspraken and biedingen side by side."""
    return frames.afspraken.merge(
        frames.biedingen, on=SLEUTEL, how="outer", validate="one_to_many", indicator=True
    )


def merge_bare(frames: Frames) -> pd.DataFrame:
    """Return all four frames side by side, without any rule."""
    eerder = frames.realisatie[frames.realisatie["jaar"] < JAAR]
    bereikt = eerder.groupby("afspraak_id")["waarde"].sum(min_count=1).rename("bereikt")
    fasering = frames.fasering[frames.fasering["jaar"] == JAAR][["afspraak_id", "waarde"]]
    samen = merge_two(frames).merge(bereikt, on="afspraak_id", how="left")
    return samen.merge(fasering, on="afspraak_id", how="left", validate="many_to_one")


def run(frames: Frames) -> dict[str, float]:
    """Return the median seconds of each; the first round warms up and is dropped."""
    gevallen: dict[str, Callable[[], object]] = {
        TWEE: lambda: merge_two(frames),
        KAAL: lambda: merge_bare(frames),
        ONZE: lambda: merge_landelijk(frames, JAAR, EENHEDEN),
    }
    tijden: dict[str, list[float]] = {naam: [] for naam in gevallen}
    for ronde in range(RONDEN + 1):
        for naam, geval in gevallen.items():
            begin = time.perf_counter()
            geval()
            if ronde:
                tijden[naam].append(time.perf_counter() - begin)
    return {naam: median(duren) for naam, duren in tijden.items()}


def measure_geheugen() -> int:
    """Return the peak in MiB of a process that makes the frames and merges them once."""
    uit = subprocess.run([sys.executable, *KIND], check=True, capture_output=True, text=True)
    return int(uit.stdout) // MIB


def main() -> None:
    """Print the ratios in Dutch."""
    frames = een_land(*GROOTTE)
    duur = run(frames)
    regels = [f"Landelijk samenvoegen ({len(frames.afspraken)} regels), {RONDEN} metingen:"]
    for naam, seconden in duur.items():
        verhouding = "" if naam == ONZE else f"   onze kost {duur[ONZE] / seconden:.1f} x zoveel"
        regels.append(f"  {naam:45} {1000 * seconden:7.0f} ms{verhouding}")
    regels.append(f"  {'geheugen, hoogste punt':45} {measure_geheugen():7} MiB")
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    if sys.argv[1:] == ["geheugen"]:
        merge_landelijk(een_land(*GROOTTE), JAAR, EENHEDEN)
        sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
    else:
        main()

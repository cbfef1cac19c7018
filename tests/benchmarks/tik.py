"""Measure the daily run on a day on which nothing can fall due, against its bare query.

Each of the samenwerkingen is a copy of Hoogeveen with two cycli under way, in SQLite on disk.
Ours opens the data, finds what must be looked at and does it; the bare query reads the same
index in an open connection, after the same lock.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from statistics import median

from sqlalchemy import Engine, text

from cycle.bootstrap import build_toolkit
from cycle.services.ports import Toolkit
from cycle.services.rest_cyclus import rest_cyclus
from cycle.services.start_cyclus import start_cyclus
from cycle.settings import Settings
from cycle.store.verbinding import begin, open_engine
from tests.fakes import FakePdf
from workflows.dagelijks import run_ronde

AANTALLEN = (10, 50, 171, 342)
JAREN = (2026, 2027)
VANDAAG = date(2026, 8, 3)
RONDEN = 9
VRAAG = text(
    "SELECT samenwerking, jaar, wekker_gezet, wekker_dag, wekker_kenmerk FROM cyclus "
    "WHERE voorbeeld = 0 AND fase <> 'AFGEROND' AND fase <> 'afgerond'"
)


def make_land(map_: Path, aantal: int) -> Settings:
    """Return the settings of a folder with this many samenwerkingen under way."""
    bron = Settings().content
    content = map_ / "content"
    content.mkdir()
    for deel in bron.iterdir():
        if deel.is_file():
            shutil.copy(deel, content / deel.name)
        elif not (deel / "samenwerking.toml").is_file():
            shutil.copytree(deel, content / deel.name)
    for nummer in range(aantal):
        shutil.copytree(bron / "hoogeveen", content / f"gemeente-{nummer}")
    return Settings(content=content, gegevens=map_ / "gegevens", uit=map_ / "stukken")


def open_land(settings: Settings) -> Toolkit:
    """Return a toolkit on that folder."""
    return replace(build_toolkit(settings, VANDAAG), pdf=FakePdf())


def let_rest(settings: Settings, aantal: int) -> None:
    """Start every cyclus and let it rest, as its daily run does at the end."""
    toolkit = open_land(settings)
    for nummer in range(aantal):
        for jaar in JAREN:
            start_cyclus(toolkit, f"gemeente-{nummer}", jaar)
            rest_cyclus(toolkit, f"gemeente-{nummer}", jaar)


def run_bare(engine: Engine) -> None:
    """Ask the same of the database, and nothing else."""
    with begin(engine) as connection:
        connection.execute(VRAAG).all()


def run_tik(settings: Settings) -> None:
    """Do the daily run; nothing is due."""
    if run_ronde(open_land(settings)).verslagen:
        raise SystemExit("Er was toch iets aan de beurt.")


def measure(geval: Callable[[], object]) -> float:
    """Return the median seconds; the first time warms up and is dropped."""
    duren = []
    for ronde in range(RONDEN + 1):
        van = time.perf_counter()
        geval()
        if ronde:
            duren.append(time.perf_counter() - van)
    return median(duren)


def main() -> None:
    """Print the times and ratios in Dutch."""
    regels = ["Dagelijkse ronde zonder iets aan de beurt, twee cycli per samenwerking:"]
    for aantal in AANTALLEN:
        with tempfile.TemporaryDirectory() as map_:
            settings = make_land(Path(map_), aantal)
            let_rest(settings, aantal)
            engine = open_engine(settings.database_url, 30)
            kaal = measure(lambda e=engine: run_bare(e))
            onze = measure(lambda s=settings: run_tik(s))
            engine.dispose()
        regels.append(
            f"  {aantal:4} samenwerkingen   kale vraag {1000 * kaal:7.1f} ms   onze "
            f"{1000 * onze:7.1f} ms   grens (1,5 x kaal + 1 s) {1500 * kaal + 1000:7.0f} ms"
        )
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()

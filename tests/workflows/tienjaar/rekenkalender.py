"""The days once more, by plain arithmetic: nothing here is taken from the product."""

import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

DAG = timedelta(days=1)
Telt = Callable[[date], bool]


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """Return the days off of the Algemene termijnenwet, 5 May every year."""
    pasen = _pasen(jaar)
    koning = date(jaar, 4, 27)
    vast = [date(jaar, 1, 1), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)]
    vast.append(koning - DAG if koning.weekday() == 6 else koning)
    return frozenset([*vast, *(pasen + n * DAG for n in (-2, 0, 1, 39, 49, 50))])


def _pasen(jaar: int) -> date:
    """Return Easter Sunday (Meeus, Jones, Butcher)."""
    a, (b, c) = jaar % 19, divmod(jaar, 100)
    (d, e), g = divmod(b, 4), (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


def lees_gelijkgesteld(content: Path) -> frozenset[date]:
    """Return the equated days as they stand in the file."""
    bron = tomllib.loads((content / "gelijkgestelde-dagen.toml").read_text("utf-8"))
    return frozenset(blok["datum"] for blok in bron["dag"])


def maak_werkdag(gelijkgesteld: frozenset[date]) -> Telt:
    """Return what tells a working day."""
    return lambda d: d.weekday() < 5 and d not in feestdagen(d.year) and d not in gelijkgesteld


def stap(dag: date, aantal: int, telt: Telt) -> date:
    """Return the day so many counted days further, or back when negative."""
    richting = DAG if aantal > 0 else -DAG
    for _ in range(abs(aantal)):
        dag += richting
        while not telt(dag):
            dag += richting
    return dag


def vanaf(dag: date, telt: Telt) -> date:
    """Return the first counted day from `dag` on."""
    return dag if telt(dag) else stap(dag, 1, telt)


def tot(dag: date, telt: Telt) -> date:
    """Return the last counted day up to and including `dag`."""
    return dag if telt(dag) else stap(dag, -1, telt)


def termijnen(jaar: int, telt: Telt) -> dict[str, date]:
    """Return the deadlines that people and reminders go by, for one jaarschijf."""
    maakjaar = jaar - 1
    eind = stap(date(maakjaar, 12, 15), -1, telt)
    dagen = {
        "kickoff": tot(date(maakjaar, 9, 15), telt),
        "uitvraag": tot(date(maakjaar, 9, 20), telt),
        "bieding": tot(date(maakjaar, 10, 10), telt),
        "concept": tot(date(maakjaar, 10, 31), telt),
        "reactie": stap(eind, -20, telt),
        "besluit": stap(eind, -5, telt),
        "ondertekening": eind,
        "verslag": stap(date(jaar + 1, 7, 1), -1, telt),
    }
    for moment, maand in (("april", 4), ("september", 9)):
        overleg = tot(date(jaar, maand, 15), telt)
        dagen[f"tripartiet_{moment}"] = overleg
        dagen[f"toets_{moment}"] = stap(overleg, -20, telt)
        dagen[f"toets/{moment}"] = stap(overleg, -7, telt)
    return dagen

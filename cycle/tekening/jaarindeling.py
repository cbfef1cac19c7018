"""Jaarindeling: where everything of the picture of a year stands, computed once for both pens.

Two panels, making and carrying out, each with a row per deadline. A row holds one mark and
one label, so labels cannot meet; the label stands on the side where it has most room.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import pendulum
from babel.dates import format_date

from cycle.domain.fase import VOLGORDE, Fase
from cycle.domain.kalender import Termijn
from cycle.domain.notatie import datum

BREEDTE = 720
RAND = 16
REGEL = 18
_WIT = 14
_KRAP = 200
_TEKEN = 7.2
"""Room per character in pixels, as wide as common sans-serif fonts at 14 px run."""

MAKEN = ("#154273", "#c6d6ea")
VOLGEN = ("#275937", "#cfe3d4")


@dataclass(frozen=True, slots=True)
class Rij:
    """One deadline in its panel, all measures in pixels.

    The bar runs from `begin`, where the deadline before it stands, to the mark at `x`.
    """

    termijn: Termijn
    boven: int
    begin: float
    x: float
    regels: tuple[str, ...]

    @property
    def onder(self) -> int:
        """Return the lower edge."""
        return self.boven + REGEL * len(self.regels) + 12


@dataclass(frozen=True, slots=True)
class Schaal:
    """The months of a panel: all equally wide, days inside a month linear."""

    begin: pendulum.Date
    maanden: int

    def x(self, dag: pendulum.Date) -> float:
        """Return where the middle of `dag` stands in pixels."""
        heel = (dag.year - self.begin.year) * 12 + dag.month - self.begin.month
        deel = (dag.day - 0.5) / dag.days_in_month
        return RAND + (heel + deel) * self.maandbreedte

    @property
    def maandbreedte(self) -> float:
        """Return the width of one month in pixels."""
        return (BREEDTE - 2 * RAND) / self.maanden

    @property
    def einde(self) -> pendulum.Date:
        """Return the first day after the panel."""
        return self.begin.add(months=self.maanden)


@dataclass(frozen=True, slots=True)
class Paneel:
    """One part of the year: heading, colours, scale, rows and its top in pixels."""

    kop: str
    kleur: str
    tint: str
    schaal: Schaal
    rijen: tuple[Rij, ...]
    boven: int

    @property
    def onder(self) -> int:
        """Return the lower edge in pixels."""
        return self.rijen[-1].onder + 4 if self.rijen else self.boven + 60


@dataclass(frozen=True, slots=True)
class Jaarindeling:
    """The whole picture; `uitleg` names every date for who does not see it."""

    titel: str
    uitleg: str
    hoogte: int
    panelen: tuple[Paneel, Paneel]


def lay_out_jaar(termijnen: Sequence[Termijn]) -> Jaarindeling:
    """Return the picture of one jaarschijf, 720 pixels wide.

    `termijnen` are the deadlines of one jaarschijf in any order; the first one lies in the
    year of making.
    """
    rij = sorted(termijnen, key=lambda t: (t.datum, VOLGORDE.index(Fase(t.fase)), t.code))
    jaar = rij[0].datum.year + 1
    nieuwjaar = pendulum.date(jaar, 1, 1)
    maken = _paneel([t for t in rij if t.datum < nieuwjaar], jaar - 1, 50, maken=True)
    volgen = _paneel([t for t in rij if t.datum >= nieuwjaar], jaar, maken.onder + 16, maken=False)
    return Jaarindeling(
        titel=f"Het jaar van jaarschijf {jaar}",
        uitleg="; ".join(f"{datum(t.datum)}: {_zin(t)}" for t in rij) + ".",
        hoogte=volgen.onder + 34,
        panelen=(maken, volgen),
    )


def is_wettelijk(termijn: Termijn) -> bool:
    """Return whether a date comes from the law; it gets a mark of its own."""
    return "wet" in termijn.basis.lower()


def _paneel(termijnen: Sequence[Termijn], jaar: int, boven: int, *, maken: bool) -> Paneel:
    """Return a panel with sorted deadlines: the year of making, or what follows it."""
    eerste = termijnen[0].datum.month if maken else 1
    laatste = termijnen[-1].datum if termijnen else pendulum.date(jaar, 12, 1)
    maanden = max(12, (laatste.year - jaar) * 12 + laatste.month) - eerste + 1
    schaal = Schaal(pendulum.date(jaar, eerste, 1), maanden)
    rijen: list[Rij] = []
    for termijn in termijnen:
        top = rijen[-1].onder if rijen else boven + 58
        begin = rijen[-1].x if rijen else float(RAND)
        x = schaal.x(termijn.datum)
        rijen.append(Rij(termijn, top, begin, x, _breek(termijn, place_label(begin, x)[2])))
    kop = f"{jaar}: samen maken" if maken else f"{jaar}: uitvoeren en volgen"
    kleur, tint = MAKEN if maken else VOLGEN
    return Paneel(kop, kleur, tint, schaal, tuple(rijen), boven)


def place_label(begin: float, x: float) -> tuple[float, str, float]:
    """Return where a label starts or ends, its anchor, and its room in pixels.

    That is right of the mark or left of the bar, whichever is wider. A bar that leaves
    neither side enough room gets the label on top of it.
    """
    links, rechts = begin - _WIT - RAND, BREEDTE - RAND - x - _WIT
    if max(links, rechts) < _KRAP:
        return x - _WIT, "end", x - _WIT - RAND
    return (x + _WIT, "start", rechts) if rechts >= links else (begin - _WIT, "end", links)


def _breek(termijn: Termijn, ruimte: float) -> tuple[str, ...]:
    """Return the label in lines of at most `ruimte` pixels; the day is the first word."""
    dag = format_date(termijn.datum, "d\u00a0MMM", locale="nl")
    return tuple(wrap(f"{dag}\u2003{_zin(termijn)}", int(ruimte / _TEKEN)))


def _zin(termijn: Termijn) -> str:
    """Return what a deadline says, without the final full stop."""
    return termijn.melding.rstrip(".")

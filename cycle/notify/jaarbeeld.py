"""Jaarbeeld: the year of one jaarschijf as a picture (SVG) with real text.

Two panels, making and carrying out, each with a row per deadline. A row holds one mark and
one label, so labels cannot meet; the label stands on the side where it has most room.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

import pendulum
from babel.dates import format_date

from cycle.domain.fase import VOLGORDE, Fase
from cycle.domain.kalender import Termijn
from cycle.domain.notatie import datum

BREEDTE = 720
_RAND = 16
_REGEL = 18
_WIT = 14
_KRAP = 200
_TEKEN = 7.2
"""Room per character in pixels, as wide as common sans-serif fonts at 14 px run."""

_INKT = "#1b1b1b"
_MAKEN = ("#154273", "#c6d6ea")
_VOLGEN = ("#275937", "#cfe3d4")
_WET = "#a90061"
_NU = "#8a1c00"
_STIJL = (
    "text{font:14px 'Fira Sans','Segoe UI','Liberation Sans',Arial,sans-serif;"
    f"fill:{_INKT}}}.titel{{font-size:22px;font-weight:700}}.kop{{font-weight:700;fill:#fff}}"
    f".maand{{font-size:13px;fill:#444}}.dag{{font-weight:700}}"
    f".nu{{font-weight:700;fill:{_NU}}}.label{{paint-order:stroke;stroke:#fff;stroke-width:4px}}"
)


@dataclass(frozen=True, slots=True)
class _Rij:
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
        return self.boven + _REGEL * len(self.regels) + 12


@dataclass(frozen=True, slots=True)
class _Schaal:
    """The months of a panel: all equally wide, days inside a month linear."""

    begin: pendulum.Date
    maanden: int

    def x(self, dag: pendulum.Date) -> float:
        """Return where the middle of `dag` stands in pixels."""
        heel = (dag.year - self.begin.year) * 12 + dag.month - self.begin.month
        deel = (dag.day - 0.5) / dag.days_in_month
        return _RAND + (heel + deel) * self.maandbreedte

    @property
    def maandbreedte(self) -> float:
        """Return the width of one month in pixels."""
        return (BREEDTE - 2 * _RAND) / self.maanden

    @property
    def einde(self) -> pendulum.Date:
        """Return the first day after the panel."""
        return self.begin.add(months=self.maanden)


@dataclass(frozen=True, slots=True)
class _Paneel:
    """One part of the year: heading, colours, scale, rows and its top in pixels."""

    kop: str
    kleur: str
    tint: str
    schaal: _Schaal
    rijen: tuple[_Rij, ...]
    boven: int

    @property
    def onder(self) -> int:
        """Return the lower edge in pixels."""
        return self.rijen[-1].onder + 4 if self.rijen else self.boven + 60


def draw_jaar(termijnen: Sequence[Termijn], vandaag: pendulum.Date | None = None) -> str:
    """Return the picture of one jaarschijf as SVG, 720 pixels wide, in Dutch.

    `termijnen` are the deadlines of one jaarschijf in any order; the first one lies in the
    year of making. With `vandaag` a line marks that day. The same input gives the same
    text. `desc` names every date for readers who do not see the picture.
    """
    rij = sorted(termijnen, key=lambda t: (t.datum, VOLGORDE.index(Fase(t.fase)), t.code))
    jaar = rij[0].datum.year + 1
    nieuwjaar = pendulum.date(jaar, 1, 1)
    maken = _paneel([t for t in rij if t.datum < nieuwjaar], jaar - 1, 50, maken=True)
    volgen = _paneel([t for t in rij if t.datum >= nieuwjaar], jaar, maken.onder + 16, maken=False)
    hoogte = volgen.onder + 34
    uitleg = "; ".join(f"{datum(t.datum)}: {_zin(t)}" for t in rij)
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREEDTE} {hoogte}" '
        f'width="{BREEDTE}" height="{hoogte}" role="img" aria-labelledby="titel uitleg">',
        f'<title id="titel">Het jaar van jaarschijf {jaar}</title>',
        f'<desc id="uitleg">{escape(uitleg)}.</desc>',
        f"<style>{_STIJL}</style>",
        _vlak((0, 0), (BREEDTE, hoogte), "#fff"),
        _tekst(_RAND, 33, f"Het jaar van jaarschijf {jaar}", klasse="titel"),
        *_vandaag(vandaag),
        *_teken(maken, vandaag),
        *_teken(volgen, vandaag),
        *_legenda(hoogte - 13),
        "</svg>",
    ]
    return "\n".join(delen) + "\n"


def _paneel(termijnen: Sequence[Termijn], jaar: int, boven: int, *, maken: bool) -> _Paneel:
    """Return a panel with sorted deadlines: the year of making, or what follows it."""
    eerste = termijnen[0].datum.month if maken else 1
    laatste = termijnen[-1].datum if termijnen else pendulum.date(jaar, 12, 1)
    maanden = max(12, (laatste.year - jaar) * 12 + laatste.month) - eerste + 1
    schaal = _Schaal(pendulum.date(jaar, eerste, 1), maanden)
    rijen: list[_Rij] = []
    for termijn in termijnen:
        top = rijen[-1].onder if rijen else boven + 58
        begin = rijen[-1].x if rijen else float(_RAND)
        x = schaal.x(termijn.datum)
        rijen.append(_Rij(termijn, top, begin, x, _breek(termijn, _kant(begin, x)[2])))
    kop = f"{jaar}: samen maken" if maken else f"{jaar}: uitvoeren en volgen"
    kleur, tint = _MAKEN if maken else _VOLGEN
    return _Paneel(kop, kleur, tint, schaal, tuple(rijen), boven)


def _kant(begin: float, x: float) -> tuple[float, str, float]:
    """Return where a label starts or ends, its anchor, and its room in pixels.

    That is right of the mark or left of the bar, whichever is wider. A bar that leaves
    neither side enough room gets the label on top of it.
    """
    links, rechts = begin - _WIT - _RAND, BREEDTE - _RAND - x - _WIT
    if max(links, rechts) < _KRAP:
        return x - _WIT, "end", x - _WIT - _RAND
    return (x + _WIT, "start", rechts) if rechts >= links else (begin - _WIT, "end", links)


def _breek(termijn: Termijn, ruimte: float) -> tuple[str, ...]:
    """Return the label in lines of at most `ruimte` pixels; the day is the first word."""
    dag = format_date(termijn.datum, "d\u00a0MMM", locale="nl")
    return tuple(wrap(f"{dag}\u2003{_zin(termijn)}", int(ruimte / _TEKEN)))


def _zin(termijn: Termijn) -> str:
    """Return what a deadline says, without the final full stop."""
    return termijn.melding.rstrip(".")


def _teken(paneel: _Paneel, vandaag: pendulum.Date | None) -> Iterator[str]:
    """Yield the months, the heading, the line of today and the rows."""
    schaal = paneel.schaal
    for nummer in range(schaal.maanden):
        links = _RAND + nummer * schaal.maandbreedte
        naam = format_date(schaal.begin.add(months=nummer), "LLL", locale="nl")
        if nummer % 2 == 0:
            hoogte = paneel.onder - paneel.boven - 26
            yield _vlak((links, paneel.boven + 26), (schaal.maandbreedte, hoogte), "#f3f5f8")
        midden = links + schaal.maandbreedte / 2
        yield _tekst(midden, paneel.boven + 47, naam, klasse="maand", anker="middle")
    yield _vlak((_RAND, paneel.boven), (BREEDTE - 2 * _RAND, 28), paneel.kleur, 4)
    yield _tekst(_RAND + 10, paneel.boven + 19, paneel.kop, klasse="kop")
    if schaal.maanden > 12:
        volgend = pendulum.date(schaal.begin.year + 1, 1, 1)
        yield _tekst(schaal.x(volgend) + 4, paneel.boven + 19, str(volgend.year), klasse="kop")
    if vandaag and schaal.begin <= vandaag < schaal.einde:
        yield _streep(schaal.x(vandaag), paneel.boven + 52, paneel.onder)
    for rij in paneel.rijen:
        yield from _teken_rij(rij, paneel)


def _vandaag(vandaag: pendulum.Date | None) -> Iterator[str]:
    """Yield the day of today beside the title, with a sample of its line."""
    if vandaag:
        tekst = f"vandaag: {datum(vandaag)}"
        yield _tekst(BREEDTE - _RAND - 12, 33, tekst, klasse="nu", anker="end")
        yield _streep(BREEDTE - _RAND - 4, 18, 38)


def _streep(x: float, boven: int, onder: int) -> str:
    """Return a dashed upright line, the sign of today."""
    return (
        f'<path class="vandaag" d="M{_maat(x)} {boven}V{onder}" '
        f'stroke="{_NU}" stroke-width="2" stroke-dasharray="4 3"/>'
    )


def _teken_rij(rij: _Rij, paneel: _Paneel) -> Iterator[str]:
    """Yield the bar since the deadline before, the mark and the label of one row."""
    y = rij.boven + 15
    yield _vlak((rij.begin, y - 5), (rij.x - rij.begin, 10), paneel.tint, 3)
    yield _merk(rij.x, y, rij.termijn, paneel.kleur)
    x, anker, _ = _kant(rij.begin, rij.x)
    for nummer, regel in enumerate(rij.regels):
        dag, _, rest = regel.rpartition("\u2003")
        vet = f'<tspan class="dag">{escape(dag)}</tspan>\u2002' if dag else ""
        yield _tekst(x, y + 5 + nummer * _REGEL, vet + escape(rest), klasse="label", anker=anker)


def _merk(x: float, y: float, termijn: Termijn, kleur: str) -> str:
    """Return a diamond for a date from the law, a dot for any other."""
    if "wet" in termijn.basis.lower():
        return f'<path d="M{_maat(x - 8)} {_maat(y)}l8 -8 8 8 -8 8z" fill="{_WET}"/>'
    return f'<circle cx="{_maat(x)}" cy="{_maat(y)}" r="6" fill="{kleur}"/>'


def _legenda(y: int) -> Iterator[str]:
    """Yield what the marks mean."""
    yield f'<path d="M{_RAND} {y - 5}l8 -8 8 8 -8 8z" fill="{_WET}"/>'
    yield _tekst(_RAND + 24, y, "datum uit de wet")
    yield f'<circle cx="196" cy="{y - 5}" r="6" fill="{_MAKEN[0]}"/>'
    yield f'<circle cx="212" cy="{y - 5}" r="6" fill="{_VOLGEN[0]}"/>'
    yield _tekst(226, y, "datum die de partijen zelf kiezen")


def _vlak(plek: tuple[float, float], maat: tuple[float, float], kleur: str, rond: int = 0) -> str:
    """Return a filled rectangle; `rond` rounds its corners, in pixels."""
    x, y, breed, hoog = map(_maat, plek + maat)
    hoek = f' rx="{rond}"' if rond else ""
    return f'<rect x="{x}" y="{y}" width="{breed}" height="{hoog}"{hoek} fill="{kleur}"/>'


def _tekst(x: float, y: float, inhoud: str, *, klasse: str = "", anker: str = "start") -> str:
    """Return a text; `inhoud` is already escaped."""
    soort = f' class="{klasse}"' if klasse else ""
    return f'<text x="{_maat(x)}" y="{_maat(y)}"{soort} text-anchor="{anker}">{inhoud}</text>'


def _maat(waarde: float) -> str:
    """Return a number of pixels with at most one decimal."""
    return f"{waarde:.1f}".removesuffix(".0")

"""Jaarsvg: the pen that writes the picture of a year as text, readable in any browser."""

from collections.abc import Iterator, Sequence
from html import escape

import pendulum
from babel.dates import format_date

from cycle.domain.kalender import Termijn
from cycle.domain.notatie import datum
from cycle.tekening.jaarindeling import (
    BREEDTE,
    MAKEN,
    RAND,
    REGEL,
    VOLGEN,
    Paneel,
    Rij,
    is_wettelijk,
    lay_out_jaar,
    place_label,
)

_INKT = "#1b1b1b"
_WET = "#a90061"
_NU = "#8a1c00"
_STIJL = (
    "text{font:14px 'Fira Sans','Segoe UI','Liberation Sans',Arial,sans-serif;"
    f"fill:{_INKT}}}.titel{{font-size:22px;font-weight:700}}.kop{{font-weight:700;fill:#fff}}"
    f".maand{{font-size:13px;fill:#444}}.dag{{font-weight:700}}"
    f".nu{{font-weight:700;fill:{_NU}}}.label{{paint-order:stroke;stroke:#fff;stroke-width:4px}}"
)


def draw_jaar(termijnen: Sequence[Termijn], vandaag: pendulum.Date | None = None) -> str:
    """Return the picture of one jaarschijf as SVG, 720 pixels wide, in Dutch.

    `termijnen` are the deadlines of one jaarschijf in any order; the first one lies in the
    year of making. With `vandaag` a line marks that day. The same input gives the same
    text. `desc` names every date for readers who do not see the picture.
    """
    indeling = lay_out_jaar(termijnen)
    hoogte = indeling.hoogte
    delen = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {BREEDTE} {hoogte}" '
        f'width="{BREEDTE}" height="{hoogte}" role="img" aria-labelledby="titel uitleg">',
        f'<title id="titel">{indeling.titel}</title>',
        f'<desc id="uitleg">{escape(indeling.uitleg)}</desc>',
        f"<style>{_STIJL}</style>",
        _vlak((0, 0), (BREEDTE, hoogte), "#fff"),
        _tekst(RAND, 33, indeling.titel, klasse="titel"),
        *_vandaag(vandaag),
        *(deel for paneel in indeling.panelen for deel in _teken(paneel, vandaag)),
        *_legenda(hoogte - 13),
        "</svg>",
    ]
    return "\n".join(delen) + "\n"


def _teken(paneel: Paneel, vandaag: pendulum.Date | None) -> Iterator[str]:
    """Yield the months, the heading, the line of today and the rows."""
    schaal = paneel.schaal
    for nummer in range(schaal.maanden):
        links = RAND + nummer * schaal.maandbreedte
        naam = format_date(schaal.begin.add(months=nummer), "LLL", locale="nl")
        if nummer % 2 == 0:
            hoogte = paneel.onder - paneel.boven - 26
            yield _vlak((links, paneel.boven + 26), (schaal.maandbreedte, hoogte), "#f3f5f8")
        midden = links + schaal.maandbreedte / 2
        yield _tekst(midden, paneel.boven + 47, naam, klasse="maand", anker="middle")
    yield _vlak((RAND, paneel.boven), (BREEDTE - 2 * RAND, 28), paneel.kleur, 4)
    yield _tekst(RAND + 10, paneel.boven + 19, paneel.kop, klasse="kop")
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
        yield _tekst(BREEDTE - RAND - 12, 33, tekst, klasse="nu", anker="end")
        yield _streep(BREEDTE - RAND - 4, 18, 38)


def _streep(x: float, boven: int, onder: int) -> str:
    """Return a dashed upright line, the sign of today."""
    return (
        f'<path class="vandaag" d="M{_maat(x)} {boven}V{onder}" '
        f'stroke="{_NU}" stroke-width="2" stroke-dasharray="4 3"/>'
    )


def _teken_rij(rij: Rij, paneel: Paneel) -> Iterator[str]:
    """Yield the bar since the deadline before, the mark and the label of one row."""
    y = rij.boven + 15
    yield _vlak((rij.begin, y - 5), (rij.x - rij.begin, 10), paneel.tint, 3)
    yield _merk(rij.x, y, rij.termijn, paneel.kleur)
    x, anker, _ = place_label(rij.begin, rij.x)
    for nummer, regel in enumerate(rij.regels):
        dag, _, rest = regel.rpartition("\u2003")
        vet = f'<tspan class="dag">{escape(dag)}</tspan>\u2002' if dag else ""
        yield _tekst(x, y + 5 + nummer * REGEL, vet + escape(rest), klasse="label", anker=anker)


def _merk(x: float, y: float, termijn: Termijn, kleur: str) -> str:
    """Return a diamond for a date from the law, a dot for any other."""
    if is_wettelijk(termijn):
        return f'<path d="M{_maat(x - 8)} {_maat(y)}l8 -8 8 8 -8 8z" fill="{_WET}"/>'
    return f'<circle cx="{_maat(x)}" cy="{_maat(y)}" r="6" fill="{kleur}"/>'


def _legenda(y: int) -> Iterator[str]:
    """Yield what the marks mean."""
    yield f'<path d="M{RAND} {y - 5}l8 -8 8 8 -8 8z" fill="{_WET}"/>'
    yield _tekst(RAND + 24, y, "datum uit de wet")
    yield f'<circle cx="196" cy="{y - 5}" r="6" fill="{MAKEN[0]}"/>'
    yield f'<circle cx="212" cy="{y - 5}" r="6" fill="{VOLGEN[0]}"/>'
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

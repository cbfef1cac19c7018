"""Jaarpng: the pen that paints the picture of a year for a document."""

from collections.abc import Iterator, Sequence
from typing import Final

import pendulum
from babel.dates import format_date

from cycle.domain.kalender import Termijn
from cycle.tekening.jaarindeling import (
    BREEDTE,
    MAKEN,
    RAND,
    REGEL,
    VOLGEN,
    Jaarindeling,
    Paneel,
    Rij,
    is_wettelijk,
    lay_out_jaar,
    place_label,
)
from cycle.tekening.letters import breedte
from cycle.tekening.png import write_png
from cycle.tekening.vormen import (
    BLAUW,
    GROEN,
    ROOD,
    WIT,
    Lijnen,
    Stippen,
    Tekening,
    Tekst,
    Vlak,
    Vorm,
)

_KLEUR: Final = {
    MAKEN[0]: BLAUW,
    MAKEN[1]: "#D8DDE4",
    VOLGEN[0]: GROEN,
    VOLGEN[1]: "#D9E7E6",
}
"""The colours of the picture in those that a PNG may have."""
_LETTER: Final = 13.5
_ROND: Final = 6
_RUIT: Final = 8


def paint_jaar(termijnen: Sequence[Termijn]) -> bytes:
    """Return the picture of one jaarschijf as PNG; the same input gives the same bytes."""
    indeling = lay_out_jaar(termijnen)
    vormen = tuple(_vormen(indeling))
    return write_png(Tekening(BREEDTE, indeling.hoogte, vormen))


def _vormen(indeling: Jaarindeling) -> Iterator[Vorm]:
    """Yield everything, from back to front."""
    yield Vlak(0, 0, BREEDTE, indeling.hoogte)
    yield Tekst(RAND, 33, indeling.titel, 22, vet=True)
    for paneel in indeling.panelen:
        yield from _paneel(paneel)
    yield from _legenda(indeling.hoogte - 13)


def _paneel(paneel: Paneel) -> Iterator[Vorm]:
    """Yield the months, the heading and the rows of one panel."""
    schaal = paneel.schaal
    for nummer in range(schaal.maanden):
        links = RAND + nummer * schaal.maandbreedte
        if nummer % 2 == 0:
            hoogte = paneel.onder - paneel.boven - 26
            yield Vlak(links, paneel.boven + 26, schaal.maandbreedte, hoogte, "#F3F5F8")
        naam = format_date(schaal.begin.add(months=nummer), "LLL", locale="nl")
        midden = links + schaal.maandbreedte / 2
        yield Tekst(midden, paneel.boven + 47, naam, 13, anker="middle")
    yield Vlak(RAND, paneel.boven, BREEDTE - 2 * RAND, 28, _KLEUR[paneel.kleur])
    yield Tekst(RAND + 10, paneel.boven + 19, paneel.kop, 14, vet=True, kleur=WIT)
    if schaal.maanden > 12:
        volgend = schaal.begin.year + 1
        x = schaal.x(pendulum.date(volgend, 1, 1)) + 4
        yield Tekst(x, paneel.boven + 19, str(volgend), 14, vet=True, kleur=WIT)
    for rij in paneel.rijen:
        yield from _rij(rij, paneel)


def _rij(rij: Rij, paneel: Paneel) -> Iterator[Vorm]:
    """Yield the bar since the deadline before, the label on white, and the mark."""
    y = rij.boven + 15
    if rij.x > rij.begin:  # two dates on one day leave no room for a bar
        yield Vlak(rij.begin, y - 5, max(rij.x - rij.begin, 1), 10, _KLEUR[paneel.tint])
    x, anker, _ = place_label(rij.begin, rij.x)
    for nummer, regel in enumerate(rij.regels):
        tekst = regel.replace("\u2003", "  ").replace("\u00a0", " ")
        breed = breedte(tekst, _LETTER)
        links = x if anker == "start" else x - breed
        onder = y + 5 + nummer * REGEL
        yield Vlak(links - 2, onder - 12, breed + 4, 16)
        yield Tekst(x, onder, tekst, _LETTER, anker=anker)
    yield from _merk(rij.x, y, paneel.kleur, is_wet=is_wettelijk(rij.termijn))


def _merk(x: float, y: float, kleur: str, *, is_wet: bool) -> Iterator[Vorm]:
    """Yield a diamond for a date from the law, a dot for any other."""
    if not is_wet:
        yield Stippen(((x, y),), _KLEUR[kleur], _ROND)
        return
    lijnen = tuple(
        (x - _RUIT + abs(hoog), y + hoog, x + _RUIT - abs(hoog), y + hoog)
        for hoog in range(-_RUIT + 1, _RUIT)
    )
    yield Lijnen(lijnen, ROOD, 1.3)


def _legenda(y: float) -> Iterator[Vorm]:
    """Yield what the marks mean."""
    yield from _merk(RAND + _RUIT, y - 5, MAKEN[0], is_wet=True)
    yield Tekst(RAND + 24, y, "datum uit de wet", _LETTER)
    yield from _merk(196, y - 5, MAKEN[0], is_wet=False)
    yield from _merk(212, y - 5, VOLGEN[0], is_wet=False)
    yield Tekst(226, y, "datum die de partijen zelf kiezen", _LETTER)

"""Indeling: where everything of a picture stands, computed once for both pens.

A row is a partij, its bar and how it stands. Every bar is scaled to its own doel, so the
doelen stand below each other in one line, whatever their units.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final

from cycle.domain.themabeeld import Balk, BalkSoort, Themabeeld
from cycle.tekening.legenda import legenda
from cycle.tekening.letters import breedte, breek
from cycle.tekening.vormen import (
    BLAUW,
    GRIJS,
    INKT,
    ROOD,
    WIT,
    Lijnen,
    Tekening,
    Tekst,
    Vlak,
    Vorm,
    leegvlak,
    stipvlak,
    streepvlak,
    volvlak,
)

BREED: Final = 640
RAND: Final = 10
_BALK: Final = 152.0
"""Where every bar begins."""
_DOEL: Final = 398.0
"""Where every doel stands; beyond it is room for what is more."""
_EINDE: Final = 440.0
_WOORDEN: Final = 452.0
_HOOG: Final = 18.0
_RIJ: Final = 27.0
_REGEL: Final = 14.5
_LETTER: Final = 12.5
_KLEIN: Final = 11.5


def lay_out(beeld: Themabeeld) -> Tekening:
    """Return the picture of a thema: title, legend, and a row per line that can be drawn."""
    vormen: list[Vorm] = []
    y = 24.0
    for regel in breek(beeld.titel, 15, BREED - 2 * RAND, vet=True):
        vormen.append(Tekst(RAND, y, regel, 15, vet=True))
        y += 19
    tekens, y = legenda(beeld, y + 1, (RAND, BREED - RAND))
    vormen += tekens
    for onderwerp, groep in groupby(beeld.getekend, key=lambda balk: balk.onderwerp):
        y += 7
        for regel in breek(onderwerp, _LETTER, BREED - 2 * RAND, vet=True):
            y += 17
            vormen.append(Tekst(RAND, y - 3, regel, _LETTER, vet=True))
        y += 3
        for balk in groep:
            hoogte = _rijhoogte(balk)
            vormen += _rij(balk, y, hoogte)
            y += hoogte
    if beeld.noot:
        y += 6
        for regel in breek(beeld.noot, _KLEIN, BREED - 2 * RAND):
            y += 15
            vormen.append(Tekst(RAND, y - 3, regel, _KLEIN, kleur=GRIJS))
    hoog = int(y) + 8
    return Tekening(BREED, hoog, (Vlak(0, 0, BREED, hoog), *vormen))


def _namen(balk: Balk) -> tuple[str, ...]:
    """Return the partij in lines that fit before the bar."""
    return breek(balk.partij, _LETTER, _BALK - RAND - 10)


def _standen(balk: Balk) -> tuple[str, ...]:
    """Return how the line stands, in lines that fit behind the bar."""
    return breek(balk.stand, _KLEIN, BREED - RAND - _WOORDEN)


def _rijhoogte(balk: Balk) -> float:
    """Return the height of a row: that of the bar, or of the words beside it."""
    regels = max(len(_namen(balk)), len(_standen(balk)))
    return max(_RIJ, regels * _REGEL + 6)


def _rij(balk: Balk, y: float, hoogte: float) -> Iterator[Vorm]:
    """Yield one row: the words, the bar, and the line of the doel over it."""
    midden = y + hoogte / 2
    yield from _woorden(_namen(balk), RAND, midden, _LETTER)
    yield from _woorden(_standen(balk), _WOORDEN, midden, _KLEIN)
    boven = midden - _HOOG / 2
    teken = _stapel if balk.soort is BalkSoort.STAPEL else _niveau
    yield from teken(balk, boven)
    kleur, dikte = (ROOD, 3.0) if balk.is_maximum else (INKT, 2.0)
    top, voet = boven - 2.5, boven + _HOOG + 2.5
    lijnen = [(_DOEL, top, _DOEL, voet)]
    if balk.is_maximum:
        lijnen += [(_DOEL - 5, top, _DOEL, top), (_DOEL - 5, voet, _DOEL, voet)]
    yield Lijnen(tuple(lijnen), kleur, dikte)


def _woorden(regels: tuple[str, ...], x: float, midden: float, maat: float) -> Iterator[Vorm]:
    """Yield lines of text around a middle height."""
    y = midden - len(regels) * _REGEL / 2 + maat * 0.85 + (_REGEL - maat) / 2
    for regel in regels:
        yield Tekst(x, y, regel, maat)
        y += _REGEL


def _stapel(balk: Balk, boven: float) -> Iterator[Vorm]:
    """Yield a bar that adds up: reached, offered, remaining; or unknown from where it is so."""
    if balk.realisatie is None:
        yield from stipvlak(_BALK, boven, _DOEL - _BALK, _HOOG)
        yield from _bijschrift("gerealiseerd n.b.", (_BALK, _DOEL), boven, WIT)
        return
    bod = balk.bod or Decimal(0)
    bereikt, samen = _x(balk.realisatie, balk), _x(balk.realisatie + bod, balk)
    rest = leegvlak if balk.rest is not None else stipvlak
    if samen < _DOEL:
        yield from rest(samen, boven, _DOEL - samen, _HOOG)
        tekst = balk.rest_tekst if balk.rest is not None else "rest n.b."
        yield from _bijschrift(tekst, (samen, _DOEL), boven, WIT)
    if bod:
        yield from streepvlak(bereikt, boven, max(samen - bereikt, 2.0), _HOOG)
        yield from _bijschrift(balk.bod_tekst, (bereikt, samen), boven, WIT)
    if balk.realisatie:
        yield from volvlak(_BALK, boven, max(bereikt - _BALK, 2.0), _HOOG)
        yield from _bijschrift(balk.realisatie_tekst, (_BALK, bereikt), boven, BLAUW)
    if balk.realisatie + bod > balk.doel * _grens():
        yield from _afgebroken(boven, _HOOG)


def _niveau(balk: Balk, boven: float) -> Iterator[Vorm]:
    """Yield two thin bars that do not add up: last year above, the offer below."""
    half = _HOOG / 2
    yield from leegvlak(_BALK, boven, _DOEL - _BALK, half)
    yield from leegvlak(_BALK, boven + half, _DOEL - _BALK, half)
    for waarde, hoogte, vlak in (
        (balk.realisatie, boven, volvlak),
        (balk.bod, boven + half, streepvlak),
    ):
        if waarde is None:
            is_bod = vlak is streepvlak
            if not is_bod or balk.telt_bod:
                yield from stipvlak(_BALK, hoogte, _DOEL - _BALK, half)
            continue
        if waarde:
            yield from vlak(_BALK, hoogte, max(_x(waarde, balk) - _BALK, 2.0), half)
        if waarde > balk.doel * _grens():
            yield from _afgebroken(hoogte, half)


def _grens() -> Decimal:
    """Return how many times the doel fits in a bar."""
    return Decimal(str((_EINDE - _BALK) / (_DOEL - _BALK)))


def _x(waarde: Decimal, balk: Balk) -> float:
    """Return where an amount ends, at most at the end of the room for bars."""
    deel = min(waarde / balk.doel, _grens())
    return _BALK + float(deel) * (_DOEL - _BALK)


def _bijschrift(tekst: str, plek: tuple[float, float], boven: float, achter: str) -> Iterator[Vorm]:
    """Yield a figure in its part of the bar, nothing when it does not fit there."""
    links, rechts = plek
    if links < _DOEL < rechts:
        links, rechts = max((links, _DOEL), (_DOEL, rechts), key=lambda deel: deel[1] - deel[0])
    wijd = breedte(tekst, _KLEIN) + 4
    if wijd > rechts - links:
        return
    midden = (links + rechts) / 2
    if achter == WIT:
        yield Vlak(midden - wijd / 2, boven + 2, wijd, _HOOG - 4)
    kleur = INKT if achter == WIT else WIT
    yield Tekst(midden, boven + _HOOG - 5, tekst, _KLEIN, anker="middle", kleur=kleur)


def _afgebroken(boven: float, hoog: float) -> Iterator[Vorm]:
    """Yield the sign that a bar goes on beyond the picture: two slanting cuts."""
    for x in (_EINDE - 12, _EINDE - 7):
        yield Lijnen(((x, boven + hoog + 1, x + 4, boven - 1),), WIT, 3.0)

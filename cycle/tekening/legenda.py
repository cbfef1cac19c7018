"""Legenda: what the signs in a picture mean; only those that are in it."""

from collections.abc import Callable, Iterator
from typing import Final

from cycle.domain.themabeeld import Balk, BalkSoort, Themabeeld
from cycle.tekening.letters import breedte
from cycle.tekening.vormen import (
    INKT,
    ROOD,
    Lijnen,
    Tekst,
    Vorm,
    leegvlak,
    stipvlak,
    streepvlak,
    volvlak,
)

Teken = Callable[[float, float, float, float], Iterator[Vorm]]

_MAAT: Final = 11.5
_STAAL: Final = 26.0
_SMAL: Final = 12.0
_HOOG: Final = 12.0
_REGEL: Final = 19.0
_WOORDEN: Final = "Achter de balk: gerealiseerd + bod, en wat dan nog rest van het doel."
_NIVEAU: Final = (
    "Twee smalle balken: boven de stand van vorig jaar, onder het bod. Die tellen niet op."
)
_OUDER: Final = (
    "Staat er een jaartal bij een stand? Dan is die van dat jaar, en niet van vorig jaar."
)


def legenda(
    beeld: Themabeeld, y: float, ruimte: tuple[float, float]
) -> tuple[tuple[Vorm, ...], float]:
    """Return the legend below height `y`, between two sides, and the height where it ends."""
    links, einde = ruimte
    vormen: list[Vorm] = []
    x = links
    for naam, teken in _tekens(beeld.getekend):
        staal = _SMAL if teken in (_doel, _maximum) else _STAAL
        wijd = staal + 6 + breedte(naam, _MAAT) + 16
        if x + wijd > einde and x > links:
            x, y = links, y + _REGEL
        vormen += teken(x, y, staal, _HOOG)
        vormen.append(Tekst(x + staal + 6, y + _HOOG - 2, naam, _MAAT))
        x += wijd
    y += _REGEL
    soorten = {balk.soort for balk in beeld.getekend}
    for soort, woorden in ((BalkSoort.STAPEL, _WOORDEN), (BalkSoort.NIVEAU, _NIVEAU)):
        if soort in soorten:
            vormen.append(Tekst(links, y + _HOOG - 2, woorden, _MAAT))
            y += _REGEL - 3
    if any(balk.is_ouder for balk in beeld.getekend):
        vormen.append(Tekst(links, y + _HOOG - 2, _OUDER, _MAAT))
        y += _REGEL - 3
    return tuple(vormen), y


def _tekens(balken: tuple[Balk, ...]) -> Iterator[tuple[str, Teken]]:
    """Yield each sign with its name."""
    yield "gerealiseerd t/m vorig jaar", volvlak
    yield "bod dit jaar", streepvlak
    if any(b.soort is BalkSoort.STAPEL and b.rest for b in balken):
        yield "rest na bod", leegvlak
    if any(_is_onbekend(balk) for balk in balken):
        yield "niet bekend (n.b.)", stipvlak
    if any(not balk.is_maximum for balk in balken):
        yield "doel", _doel
    if any(balk.is_maximum for balk in balken):
        yield "maximum", _maximum


def _is_onbekend(balk: Balk) -> bool:
    """Return whether a part of the bar is drawn as unknown."""
    if balk.realisatie is None or (balk.bod is None and balk.telt_bod):
        return True
    return balk.soort is BalkSoort.STAPEL and balk.rest is None


def _doel(x: float, y: float, breed: float, hoog: float) -> Iterator[Vorm]:
    """Yield the line of a doel."""
    midden = x + breed / 2
    yield Lijnen(((midden, y - 2, midden, y + hoog + 2),), INKT, 2.0)


def _maximum(x: float, y: float, breed: float, hoog: float) -> Iterator[Vorm]:
    """Yield the bracket of a maximum."""
    midden, onder = x + breed / 2, y + hoog + 2
    yield Lijnen(
        (
            (midden, y - 2, midden, onder),
            (midden - 5, y - 2, midden, y - 2),
            (midden - 5, onder, midden, onder),
        ),
        ROOD,
        3.0,
    )

"""Licht: how an afspraak stands on the peildatum, computed from what was reported.

The part of the year's doel that was reached is held against the part of the year that has
passed. A share or a stock has no such part: it must be there all year. What the partij says
itself counts too, and of the two the one that asks for more attention wins. The coordinator
may choose another light, with a reason.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

import pendulum

from cycle.domain.indicator import Indicator
from cycle.domain.notatie import getal, hoeveelheid
from cycle.domain.toets import Toetsmoment, Voortgang


class Licht(StrEnum):
    """The lights, from calm to one that asks for attention; never shown as a colour alone."""

    NIET_BEKEND = "niet bekend"
    OP_KOERS = "op koers"
    LET_OP = "let op"
    WIJKT_AF = "wijkt af"

    @property
    def teken(self) -> str:
        """Return the symbol that stands beside the word; each has its own shape."""
        return _TEKENS[self]


_TEKENS: Final = {
    Licht.NIET_BEKEND: "○",
    Licht.OP_KOERS: "●",
    Licht.LET_OP: "▲",
    Licht.WIJKT_AF: "■",
}
_ERNST: Final = tuple(Licht)
_KWARTJAAR: Final = Fraction(1, 4)
"""Up to three months behind on the year asks for attention; more deviates."""
_NIVEAUMARGE: Final = Fraction(1, 20)
"""The same for a share or stock that must be there all year: up to a twentieth short."""
_HALVERWEGE: Final = Fraction(1, 2)

_KLAAR: Final = Fraction(1)


@dataclass(frozen=True, slots=True)
class Meting:
    """What one light is computed from; amounts in the unit of the indicator.

    `doel` is what this year must bring, None when there is no number. `telt_op` says that the
    figure grows over the year. `is_maximum` marks a ceiling; `hoogstens` is what an exact amount
    allows, None for any other. `is_verwachting` marks a number that was only expected.
    `is_later_gepland` says that the planning lies after the peildatum.
    """

    voortgang: Voortgang | None
    cijfer: Decimal | None = None
    doel: Decimal | None = None
    telt_op: bool = True
    is_maximum: bool = False
    hoogstens: Decimal | None = None
    is_verwachting: bool = False
    is_later_gepland: bool = False
    indicator: Indicator | None = None


@dataclass(frozen=True, slots=True)
class Lichtoordeel:
    """A light and, in one Dutch sentence, why."""

    licht: Licht
    reden: str


@dataclass(frozen=True, slots=True)
class Lichtkeuze:
    """What the coordinator decided about one light; `licht` None takes the computed one back."""

    moment: Toetsmoment
    partij: str
    regelcode: str
    licht: Licht | None
    reden: str
    op: pendulum.Date


def compute_licht(meting: Meting, deel: Fraction) -> Lichtoordeel:
    """Return the light when `deel` of the year has passed.

    An unknown figure never counts as zero: it leaves the light open, unless the partij itself
    says that the afspraak is late or lapses.
    """
    if meting.voortgang is None:
        return Lichtoordeel(Licht.NIET_BEKEND, "Er is nog geen opgave.")
    gemeld = _van_voortgang(meting, meting.voortgang, deel)
    if meting.doel is None:
        return gemeld
    if meting.cijfer is None:
        onbekend = Lichtoordeel(Licht.NIET_BEKEND, "Het cijfer is niet bekend.")
        return max(onbekend, gemeld, key=_ernst) if _ernst(gemeld) > _RUSTIG else onbekend
    is_klaar = meting.voortgang is Voortgang.GEREED
    gemeten = _van_cijfer(
        meting, Fraction(meting.cijfer), Fraction(meting.doel), _KLAAR if is_klaar else deel
    )
    return max(gemeten, gemeld, key=_ernst)


def _ernst(oordeel: Lichtoordeel) -> int:
    """Return how much attention a light asks for."""
    return _ERNST.index(oordeel.licht)


_RUSTIG: Final = _ERNST.index(Licht.OP_KOERS)


def _van_voortgang(meting: Meting, voortgang: Voortgang, deel: Fraction) -> Lichtoordeel:
    """Return the light that follows from what the partij says itself."""
    if voortgang is Voortgang.VERVALT:
        return Lichtoordeel(Licht.WIJKT_AF, "De partij meldt dat dit vervalt.")
    if voortgang is Voortgang.VERTRAAGD:
        return Lichtoordeel(Licht.LET_OP, "De partij meldt vertraging.")
    if voortgang is not Voortgang.NIET_BEGONNEN:
        return Lichtoordeel(Licht.OP_KOERS, f"De partij meldt: {voortgang.value}.")
    if meting.is_later_gepland:
        return Lichtoordeel(Licht.OP_KOERS, "Dit is pas later in het jaar gepland.")
    licht = Licht.LET_OP if deel <= _HALVERWEGE else Licht.WIJKT_AF
    return Lichtoordeel(licht, "De partij is nog niet begonnen.")


def _van_cijfer(meting: Meting, cijfer: Fraction, doel: Fraction, deel: Fraction) -> Lichtoordeel:
    """Return the light that follows from the figure."""
    verwacht = doel * deel if meting.telt_op else doel
    grens = doel if meting.is_maximum else meting.hoogstens
    if grens is not None and cijfer > grens:
        hoogste = _rond(Fraction(grens), meting)
        if meting.is_verwachting:
            return Lichtoordeel(Licht.LET_OP, f"Meer dan de verwachte {hoogste}.")
        return Lichtoordeel(Licht.WIJKT_AF, f"Meer dan de afgesproken {hoogste}.")
    if meting.is_maximum and cijfer > verwacht:
        past = f"Tot nu past bij het jaar: hoogstens {_rond(verwacht, meting)}."
        return Lichtoordeel(Licht.LET_OP, past)
    if meting.is_maximum:
        return Lichtoordeel(Licht.OP_KOERS, f"Niet meer dan {_rond(doel, meting)}.")
    tekort = verwacht - cijfer
    reden = f"Nodig tot nu: {_rond(verwacht, meting)}."
    if tekort <= 0:
        return Lichtoordeel(Licht.OP_KOERS, reden)
    marge = abs(doel) * (_KWARTJAAR if meting.telt_op else _NIVEAUMARGE)
    licht = Licht.LET_OP if tekort <= marge else Licht.WIJKT_AF
    return _begrens(meting, licht, reden)


def _begrens(meting: Meting, licht: Licht, reden: str) -> Lichtoordeel:
    """Return the light, no more than "let op" when nothing firm was agreed or it comes later."""
    if licht is not Licht.WIJKT_AF:
        return Lichtoordeel(licht, reden)
    if meting.is_verwachting:
        return Lichtoordeel(Licht.LET_OP, f"{reden} Dit getal was een verwachting.")
    if meting.is_later_gepland and meting.voortgang is not Voortgang.GEREED:
        return Lichtoordeel(Licht.LET_OP, f"{reden} De planning ligt later in het jaar.")
    return Lichtoordeel(licht, reden)


def _rond(waarde: Fraction, meting: Meting) -> str:
    """Return an amount as a reader expects it: with its unit, and one decimal at most."""
    rond = round(Decimal(waarde.numerator) / Decimal(waarde.denominator), 1)
    return hoeveelheid(rond, meting.indicator) if meting.indicator else getal(rond)

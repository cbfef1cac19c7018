"""Onderwerp: which doel a number in a text is about, when that is plain enough to say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cycle.analysis.tekstcijfers import ONBEKEND, PROCENT, Tekstcijfer, eenheid_van, read_getallen
from cycle.analysis.trefwoorden import count_treffers, list_trefwoorden
from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Doelwaarde, Teken
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.samenwerking import Samenwerking

SAMEN_WOORDEN: Final = frozenset(("samen", "totaal", "alle", "gezamenlijk"))
"""Words of a sentence about all partijen together."""

NORMATIEF: Final = (Teken.MINSTENS, Teken.HOOGSTENS)
"""What a text says with "ten minste" or "hoogstens" is agreed, not expected."""

_VER: Final = 2
"""Figures that differ by more than this factor are not two versions of one."""


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """An indicator of one afspraak with its doelen, as a text may speak of it."""

    indicator: Indicator
    doelen: tuple[Doelwaarde, ...]

    def past_bij_eenheid(self, cijfer: Tekstcijfer) -> bool:
        """Return whether the text counts in the unit of this indicator."""
        eenheid = eenheid_van(self.indicator)
        return cijfer.eenheid == eenheid or (cijfer.eenheid == ONBEKEND and eenheid != PROCENT)

    def noemt(self, cijfer: Tekstcijfer) -> bool:
        """Return whether a number is one of the figures of this indicator, or their sum."""
        if not self.past_bij_eenheid(cijfer):
            return False
        doelen = [d for d in self.doelen if _geldt(d, cijfer)]
        delen = [d.waarde for d in doelen if d.partij != SAMEN]
        som = sum(delen, Decimal(0))
        return cijfer.waarde == som or any(self._is_gelijk(d, cijfer) for d in doelen)

    def doelen_voor(self, cijfer: Tekstcijfer) -> tuple[Doelwaarde, ...]:
        """Return the doelen of the partij and period that the sentence is about."""
        doelen = [d for d in self.doelen if _geldt(d, cijfer) and _is_periode(d, cijfer)]
        partijen = {d.partij for d in doelen}
        if cijfer.zin.partijen:
            wie = set(cijfer.zin.partijen) | (
                {SAMEN} if SAMEN_WOORDEN & set(cijfer.zin.woorden) else set()
            )
        else:
            wie = {SAMEN} if SAMEN in partijen or len(partijen) > 1 else partijen
        return tuple(d for d in doelen if d.partij in wie)

    def is_dichtbij(self, cijfer: Tekstcijfer) -> bool:
        """Return whether a number may be another version of one of its doelen."""
        return any(
            is_in_de_buurt(cijfer.waarde * self._keer(doel, cijfer), doel.waarde)
            for doel in self.doelen_voor(cijfer)
        )

    def treffers(self, woorden: Sequence[str]) -> tuple[int, Fraction]:
        """Return how many words of the name stand in a text, and which part of them."""
        trefwoorden = list_trefwoorden(self.indicator.naam)
        aantal = count_treffers(trefwoorden, woorden)
        return aantal, Fraction(aantal, len(trefwoorden) or 1)

    def _is_gelijk(self, doel: Doelwaarde, cijfer: Tekstcijfer) -> bool:
        """Return whether a number says the same as a doel, in its own words or per year."""
        if cijfer.waarde in (doel.waarde, *doel.fasering.values(), *read_getallen(doel.tekst)):
            return True
        if cijfer.waarde * self._keer(doel, cijfer) == doel.waarde:
            return True
        beide_circa = cijfer.teken is Teken.CIRCA and doel.teken is Teken.CIRCA
        return not beide_circa and cijfer.laag <= doel.waarde <= cijfer.hoog

    def _keer(self, doel: Doelwaarde, cijfer: Tekstcijfer) -> int:
        """Return over how many years a number per year adds up, else 1."""
        is_stroom = self.indicator.aard is IndicatorAard.STROOM
        if not (cijfer.zin.is_per_jaar and is_stroom) or doel.tot_en_met is None:
            return 1
        return doel.tot_en_met - doel.van + 1


def list_onderwerpen(samenwerking: Samenwerking, afspraak: Afspraak) -> list[Onderwerp]:
    """Return the indicators of an afspraak that have a number, each with its doelen."""
    codes = dict.fromkeys(doel.indicator for doel in afspraak.doelen)
    return [
        Onderwerp(
            samenwerking.indicatoren[code],
            tuple(doel for doel in afspraak.doelen if doel.indicator == code),
        )
        for code in codes
        if samenwerking.indicatoren[code].aard is not IndicatorAard.PROCES
    ]


def find_met_woorden(
    cijfer: Tekstcijfer, onderwerpen: Sequence[Onderwerp], *, minstens: int
) -> Onderwerp | None:
    """Return the indicator that the words of the sentence name, None when that is not plain.

    At least half of the words of its name stand there, and of no other as many. When some
    are missing, the figures must lie near each other too.
    """
    passend = [
        (o.treffers(cijfer.zin.woorden), o) for o in onderwerpen if o.past_bij_eenheid(cijfer)
    ]
    beste = max((score for score, _ in passend), default=(0, Fraction(0)))
    winnaars = [onderwerp for score, onderwerp in passend if score == beste]
    if len(winnaars) != 1 or beste[0] < minstens or beste[1] * 2 < 1:
        return None
    return winnaars[0] if beste[1] == 1 or winnaars[0].is_dichtbij(cijfer) else None


def find_overgebleven(
    cijfer: Tekstcijfer, cijfers: Sequence[Tekstcijfer], onderwerpen: Sequence[Onderwerp]
) -> Onderwerp | None:
    """Return the one indicator that the text does not mention, when this number is left over.

    Both must be the only one of their unit. The figures must lie near each other, and the
    paragraph must share a word with the name, or the number be qualified as the doel is.
    """
    los = [c for c in cijfers if not any(o.noemt(c) for o in onderwerpen)]
    over = [
        o
        for o in onderwerpen
        if o.past_bij_eenheid(cijfer)
        and not any(o.noemt(c) for c in cijfers)
        and any(d.soort is DoelSoort.NORM for d in o.doelen_voor(cijfer))
    ]
    if len(over) != 1 or [c for c in los if c.eenheid == cijfer.eenheid] != [cijfer]:
        return None
    doelen = [d for d in over[0].doelen_voor(cijfer) if d.soort is DoelSoort.NORM]
    is_zelfde_teken = cijfer.teken in {d.teken for d in doelen} and cijfer.teken in NORMATIEF
    verwant = is_zelfde_teken or over[0].treffers(cijfer.zin.alinea)[0] > 0
    return over[0] if verwant and over[0].is_dichtbij(cijfer) else None


def is_in_de_buurt(een: Decimal, ander: Decimal) -> bool:
    """Return whether two figures may be two versions of one."""
    return min(een, ander) > 0 and max(een, ander) <= _VER * min(een, ander)


def _geldt(doel: Doelwaarde, cijfer: Tekstcijfer) -> bool:
    """Return whether a doel counts for this number: what is expected is no norm."""
    return cijfer.teken not in NORMATIEF or doel.soort is DoelSoort.NORM


def _is_periode(doel: Doelwaarde, cijfer: Tekstcijfer) -> bool:
    """Return whether the last year in the sentence is the last year of the doel, if it has one."""
    return not cijfer.zin.jaren or doel.tot_en_met in (None, max(cijfer.zin.jaren))


def list_norm_eerst(doelen: Sequence[Doelwaarde]) -> Iterator[Doelwaarde]:
    """Yield the agreed doelen, or the expected ones when nothing was agreed."""
    norm = [d for d in doelen if d.soort is DoelSoort.NORM]
    yield from norm or doelen

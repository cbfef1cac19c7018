"""Vraag: one indicator of one afspraak, who was asked about it, and which doel counts."""

from dataclasses import dataclass, replace
from decimal import Decimal

from cycle.domain.afspraak import SAMEN, Afspraak, Doelwaarde, Rol
from cycle.domain.formulier import doel_voor
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.opvolging import opvolger_in
from cycle.domain.samenwerking import Samenwerking


@dataclass(frozen=True, slots=True)
class Vraag:
    """One indicator of one afspraak, and the `partijen` that were asked about it."""

    samenwerking: Samenwerking
    afspraak: Afspraak
    indicator: Indicator
    partijen: tuple[str, ...]
    jaar: int

    @property
    def is_aandeel(self) -> bool:
        """Return whether the answers are shares, which never add up."""
        return self.indicator.aard is IndicatorAard.AANDEEL

    def doel(self, partij: str) -> Doelwaarde | None:
        """Return the doel that counts for `partij` in this jaar."""
        return doel_voor(self.afspraak, self.indicator.code, partij, self.jaar)

    def groepen(self) -> dict[str, tuple[str, ...]]:
        """Return who was asked by the partij that now stands for them."""
        groepen: dict[str, tuple[str, ...]] = {}
        for partij in self.partijen:
            nu = opvolger_in(self.samenwerking.partijen, partij, self.jaar)
            groepen[nu] = (*groepen.get(nu, ()), partij)
        return groepen

    def doel_van(self, groep: tuple[str, ...]) -> Doelwaarde | None:
        """Return the doel of partijen that are now one: the sum of their own.

        A shared amount is not held against one partij. Doelen that cannot be added, such as
        shares or doelen for other periods, give none: see `has_losse_doelen`.
        """
        eigen = self._eigen_doelen(groep)
        if len(eigen) < 2:
            return eigen[0] if eigen else None
        if self.has_losse_doelen(groep):
            return None
        is_stroom = self.indicator.aard is IndicatorAard.STROOM
        return eigen[0] if self.is_aandeel else _som(eigen, is_stroom=is_stroom)

    def has_losse_doelen(self, groep: tuple[str, ...]) -> bool:
        """Return whether partijen that are now one have doelen that do not fit together."""
        eigen = self._eigen_doelen(groep)
        if len(eigen) < 2:
            return False
        soorten = {(d.van, d.tot_en_met, d.soort, d.teken, d.gebied) for d in eigen}
        waarden = {d.waarde for d in eigen if self.is_aandeel}
        return len(soorten) > 1 or len(waarden) > 1

    def leveranciers(self) -> tuple[str, ...]:
        """Return whose answers count towards the shared doel: of joint work the trekker's."""
        return tuple(
            p
            for p in self.partijen
            if self._telt_mee(p) and not is_deelnemer(self.afspraak, self.indicator, p)
        )

    def has_trekker(self) -> bool:
        """Return whether joint work that counts once has exactly one trekker to count it."""
        return not self.indicator.telt_eenmaal or len(self.leveranciers()) < 2

    def _telt_mee(self, partij: str) -> bool:
        """Return whether the doel of a partij is for this gemeente only."""
        doel = self.doel(partij)
        return doel is None or not doel.gebied or doel.partij == SAMEN

    def _eigen_doelen(self, groep: tuple[str, ...]) -> list[Doelwaarde]:
        """Return the doelen that hold for the members, a shared amount left out."""
        doelen = (self.doel(partij) for partij in groep)
        return [d for d in doelen if d and (d.partij != SAMEN or self.is_aandeel)]


def is_deelnemer(afspraak: Afspraak, indicator: Indicator, partij: str) -> bool:
    """Return whether a partij only helps with joint work that counts once, at the trekker.

    Without exactly one trekker nobody can tell who helps.
    """
    trekkers = [p for p, rol in afspraak.inzet.items() if rol is Rol.TREKKER]
    return indicator.telt_eenmaal and len(trekkers) == 1 and partij not in trekkers


def _som(doelen: list[Doelwaarde], *, is_stroom: bool) -> Doelwaarde:
    """Return one doel for all of these, with the fasering that holds for all of them."""
    eerste, *andere = doelen
    gefaseerd = next((d for d in doelen if d.fasering), eerste)
    return replace(
        eerste,
        waarde=sum((d.waarde for d in doelen), Decimal(0)),
        tekst="",
        fasering=_fasering(doelen, is_stroom=is_stroom),
        fasering_plek=gefaseerd.fasering_plek,
        delen=tuple(d.plek for d in andere),
    )


def _fasering(doelen: list[Doelwaarde], *, is_stroom: bool) -> dict[int, Decimal]:
    """Return the agreed amounts per year; what has no fasering adds an even part of its doel.

    A year that one of the phased doelen leaves out is not phased. A stand cannot be spread.
    """
    gefaseerd = [d.fasering for d in doelen if d.fasering]
    vlak = [d for d in doelen if not d.fasering and d.waarde]
    if not gefaseerd or (vlak and not is_stroom):
        return {}
    gelijk = sum((d.waarde / _looptijd(d) for d in vlak), Decimal(0))
    jaren = set(gefaseerd[0]).intersection(*gefaseerd)
    return {j: sum((f[j] for f in gefaseerd), gelijk) for j in sorted(jaren)}


def _looptijd(doel: Doelwaarde) -> int:
    """Return over how many years a doel goes; without an end it holds for each year."""
    return 1 if doel.tot_en_met is None else doel.tot_en_met - doel.van + 1

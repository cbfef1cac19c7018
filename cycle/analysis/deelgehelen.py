"""Deelgehelen: percentages that are parts of one whole cannot pass 100 together.

The catalogue says which indicators are parts of the same whole (`Indicator.verdeling`).
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from cycle.analysis.aandelen import GEHEEL
from cycle.domain.afspraak import SAMEN, DoelSoort, Doelwaarde, Teken
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.notatie import getal, opsomming
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Samenwerking

Delen = Mapping[str, tuple[Decimal, Plek]]
"""Per indicator of one verdeling its percentage and where that stands."""


def check_deelgehelen(samenwerking: Samenwerking) -> list[Bevinding]:
    """Return a finding for minima, and for results, that are more than the whole together."""
    verdelingen = {i.verdeling for i in samenwerking.indicatoren.values() if i.verdeling}
    return [
        bevinding
        for verdeling in sorted(verdelingen)
        for bevinding in (
            *_doelen(samenwerking, verdeling),
            *_realisaties(samenwerking, verdeling),
        )
    ]


def _doelen(samenwerking: Samenwerking, verdeling: str) -> Iterator[Bevinding]:
    """Yield per partij the first year in which the minima cannot be met together."""
    doelen = [
        doel
        for afspraak in samenwerking.afspraken
        for doel in afspraak.doelen
        if samenwerking.indicatoren[doel.indicator].verdeling == verdeling
        and doel.soort is DoelSoort.NORM
        and doel.teken in (Teken.MINSTENS, Teken.PRECIES)
        and not doel.gebied
    ]
    for partij in dict.fromkeys(doel.partij for doel in doelen):
        eigen = [doel for doel in doelen if doel.partij == partij]
        jaren = sorted({doel.van for doel in eigen})
        gevonden = (_minima(eigen, jaar) for jaar in jaren)
        delen = next((d for d in gevonden if _som(d) > GEHEEL), None)
        if delen:
            wie = "alle partijen samen" if partij == SAMEN else samenwerking.partij(partij).naam
            yield _bevinding(samenwerking, delen, f"Voor {wie} zijn de minima")


def _minima(doelen: Iterable[Doelwaarde], jaar: int) -> dict[str, tuple[Decimal, Plek]]:
    """Return per indicator the highest minimum that counts in a year."""
    minima: dict[str, tuple[Decimal, Plek]] = {}
    for doel in doelen:
        geldt = doel.van <= jaar and (doel.tot_en_met is None or jaar <= doel.tot_en_met)
        if geldt and (doel.indicator not in minima or doel.waarde > minima[doel.indicator][0]):
            minima[doel.indicator] = (doel.waarde, doel.plek)
    return minima


def _realisaties(samenwerking: Samenwerking, verdeling: str) -> Iterator[Bevinding]:
    """Yield per partij and year the results that are more than the whole."""
    per_jaar: dict[tuple[str, int], dict[str, tuple[Decimal, Plek]]] = {}
    for realisatie in samenwerking.realisaties:
        indicator = samenwerking.indicatoren[realisatie.indicator]
        if indicator.verdeling == verdeling and realisatie.waarde is not None:
            delen = per_jaar.setdefault((realisatie.partij, realisatie.jaar), {})
            delen[indicator.code] = (realisatie.waarde, realisatie.plek)
    for (partij, jaar), delen in per_jaar.items():
        if _som(delen) > GEHEEL:
            naam = samenwerking.partij(partij).naam
            yield _bevinding(samenwerking, delen, f"Voor {naam} zijn de resultaten van {jaar}")


def _som(delen: Delen) -> Decimal:
    """Return the parts together."""
    return sum((waarde for waarde, _ in delen.values()), Decimal(0))


def _bevinding(samenwerking: Samenwerking, delen: Delen, begin: str) -> Bevinding:
    """Return the finding, at the last of the parts."""
    namen = [
        f"'{samenwerking.indicatoren[code].naam}' ({getal(waarde)}%)"
        for code, (waarde, _) in delen.items()
    ]
    *_, (_, plek) = delen.values()
    return Bevinding(
        code="C405",
        ernst=Ernst.WAARSCHUWING,
        plek=str(plek),
        melding=(
            f"{begin} voor {opsomming(namen)} samen {getal(_som(delen))}%. Het zijn delen van "
            "hetzelfde geheel. Samen kunnen ze niet meer dan 100% zijn."
        ),
        advies="Controleer de percentages, of bespreek welk percentage lager moet.",
    )

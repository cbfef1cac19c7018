"""Realisatie: what was reached before a jaar, and when that is not known."""

from decimal import Decimal

from cycle.domain.afspraak import Doelwaarde
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.samenwerking import Realisatie, Samenwerking


def gemeld(
    samenwerking: Samenwerking, doel: Doelwaarde, partijen: tuple[str, ...], jaar: int
) -> tuple[Realisatie, ...]:
    """Return the reports of `partijen` that count for `doel` before `jaar`."""
    return tuple(
        r
        for r in samenwerking.realisaties
        if r.indicator == doel.indicator and r.partij in partijen and doel.van <= r.jaar < jaar
    )


def realisatie_tot(
    samenwerking: Samenwerking, doel: Doelwaarde, partijen: tuple[str, ...], jaar: int
) -> Decimal | None:
    """Return what `partijen` reached for `doel` before `jaar`, None when unknown (n.b.).

    A `stroom` adds over years and partijen and is zero when the period only starts now.
    A `stand` takes the last known year of each partij; an `aandeel` that of one partij,
    because shares of several partijen cannot be added. One year reported as "n.b.", or
    one partij without any report, makes the whole unknown: n.b. is not zero.
    """
    indicator = samenwerking.indicatoren[doel.indicator]
    if indicator.aard is IndicatorAard.STROOM and jaar <= doel.van:
        return Decimal(0)
    meldingen = gemeld(samenwerking, doel, partijen, jaar)
    if {r.partij for r in meldingen} != set(partijen) or not _telt_op(indicator, partijen):
        return None
    if indicator.aard is not IndicatorAard.STROOM:
        meldingen = tuple({r.partij: r for r in sorted(meldingen, key=lambda r: r.jaar)}.values())
    bekend = [r.waarde for r in meldingen if r.waarde is not None]
    return sum(bekend, Decimal(0)) if len(bekend) == len(meldingen) else None


def _telt_op(indicator: Indicator, partijen: tuple[str, ...]) -> bool:
    """Return whether the values of these partijen may be put together."""
    return indicator.aard is not IndicatorAard.AANDEEL or len(partijen) == 1

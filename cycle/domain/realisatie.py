"""Realisatie: what was reached before a jaar, and when that is not known."""

from decimal import Decimal

from cycle.domain.afspraak import Doelwaarde
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.samenwerking import Realisatie, Samenwerking


def gemeld(
    samenwerking: Samenwerking, doel: Doelwaarde, partijen: tuple[str, ...], jaar: int
) -> tuple[Realisatie, ...]:
    """Return the reports of `partijen` that count for `doel` before `jaar`.

    A `stroom` without an end holds for each year by itself: only last year counts.
    """
    jaren = _jaren(samenwerking.indicatoren[doel.indicator], doel, jaar)
    return tuple(
        r
        for r in samenwerking.realisaties
        if r.indicator == doel.indicator and r.partij in partijen and r.jaar in jaren
    )


def _jaren(indicator: Indicator, doel: Doelwaarde, jaar: int) -> range:
    """Return the years before `jaar` that a doel looks back on."""
    per_jaar = indicator.aard is IndicatorAard.STROOM and doel.tot_en_met is None
    return range(max(doel.van, jaar - 1) if per_jaar else doel.van, jaar)


def realisatie_tot(
    samenwerking: Samenwerking, doel: Doelwaarde, partijen: tuple[str, ...], jaar: int
) -> Decimal | None:
    """Return what `partijen` reached for `doel` before `jaar`, None when unknown (n.b.).

    A `stroom` adds over years and partijen and is zero when the period only starts now.
    A `stand` takes the last reported year of each partij; an `aandeel` that of one partij,
    because shares of several partijen cannot be added. A year reported as "n.b.", a year
    of a `stroom` without a report, or a partij without one makes the whole unknown: n.b.
    is not zero.
    """
    indicator = samenwerking.indicatoren[doel.indicator]
    if indicator.aard is IndicatorAard.AANDEEL and len(partijen) > 1:
        return None
    meldingen = sorted(gemeld(samenwerking, doel, partijen, jaar), key=lambda r: r.jaar)
    if indicator.aard is IndicatorAard.STROOM:
        bekend = {(r.partij, r.jaar): r.waarde for r in meldingen}
        gevraagd = [(p, j) for p in partijen for j in _jaren(indicator, doel, jaar)]
        waarden = [bekend.get(vraag) for vraag in gevraagd]
    else:
        laatste = {r.partij: r.waarde for r in meldingen}
        waarden = [laatste.get(partij) for partij in partijen]
    return _som(waarden)


def _som(waarden: list[Decimal | None]) -> Decimal | None:
    """Return the sum, None as soon as one value is unknown."""
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend, Decimal(0)) if len(bekend) == len(waarden) else None

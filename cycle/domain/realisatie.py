"""Realisatie: what was reached before a jaar, and when that is not known."""

from collections.abc import Iterable
from decimal import Decimal

from cycle.domain.afspraak import Doelwaarde
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.opvolging import is_opgevolgd, opvolger_in, rapporteurs, voorgangers
from cycle.domain.samenwerking import Realisatie, Samenwerking


def gemeld(
    samenwerking: Samenwerking, doel: Doelwaarde, partijen: tuple[str, ...], jaar: int
) -> tuple[Realisatie, ...]:
    """Return the reports of `partijen` that count for `doel` before `jaar`.

    A `stroom` without an end holds for each year by itself: only last year counts. What
    the voorganger of a partij reported counts for that partij.
    """
    jaren = _jaren(samenwerking.indicatoren[doel.indicator], doel, jaar)
    wie = {
        (code, gemeld_in)
        for partij in staan_voor(samenwerking, partijen, jaar)
        for gemeld_in in jaren
        for code in _rapporteurs(samenwerking, partij, gemeld_in, jaar)
    }
    return tuple(
        r
        for r in samenwerking.realisaties
        if r.indicator == doel.indicator and (r.partij, r.jaar) in wie
    )


def staan_voor(samenwerking: Samenwerking, partijen: Iterable[str], jaar: int) -> tuple[str, ...]:
    """Return who stands for these partijen in the jaarschijf of `jaar`, each once."""
    return tuple(dict.fromkeys(opvolger_in(samenwerking.partijen, code, jaar) for code in partijen))


def _jaren(indicator: Indicator, doel: Doelwaarde, jaar: int) -> range:
    """Return the years before `jaar` that a doel looks back on."""
    per_jaar = indicator.aard is IndicatorAard.STROOM and doel.tot_en_met is None
    return range(max(doel.van, jaar - 1) if per_jaar else doel.van, jaar)


def _rapporteurs(
    samenwerking: Samenwerking, partij: str, gemeld_in: int, jaar: int
) -> tuple[str, ...]:
    """Return whose reports on one year count for `partij`."""
    oude = voorgangers(samenwerking.partijen, partij, jaar)
    if not oude:
        return (partij,)
    eerder = any(
        r.partij == partij and any(not is_opgevolgd(p, r.jaar) for p in oude)
        for r in samenwerking.realisaties
    )
    return rapporteurs(samenwerking.partijen, partij, gemeld_in=gemeld_in, jaar=jaar, eerder=eerder)


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
    aard = samenwerking.indicatoren[doel.indicator].aard
    wie = staan_voor(samenwerking, partijen, jaar)
    if aard is IndicatorAard.AANDEEL and len(wie) > 1:
        return None
    per_jaar = reeks_van(samenwerking, doel, wie, jaar)
    if aard is IndicatorAard.STROOM:
        jaren = _jaren(samenwerking.indicatoren[doel.indicator], doel, jaar)
        return _som([per_jaar.get((partij, j)) for partij in wie for j in jaren])
    laatste = {partij: waarde for (partij, _), waarde in sorted(per_jaar.items(), key=_op_jaar)}
    return _som([laatste.get(partij) for partij in wie])


def realisatie_jaar(
    samenwerking: Samenwerking, doel: Doelwaarde, partijen: tuple[str, ...], jaar: int
) -> int | None:
    """Return of which year the `realisatie_tot` of a `stand` or `aandeel` is.

    Of several partijen it is the oldest year that counts. None for a `stroom`, which adds
    up over the years, and when the value is not known.
    """
    is_stroom = samenwerking.indicatoren[doel.indicator].aard is IndicatorAard.STROOM
    if is_stroom or realisatie_tot(samenwerking, doel, partijen, jaar) is None:
        return None
    wie = staan_voor(samenwerking, partijen, jaar)
    laatste = dict(sorted(reeks_van(samenwerking, doel, wie, jaar)))  # by partij, last year
    return min(laatste.values(), default=None)


def reeks_van(
    samenwerking: Samenwerking, doel: Doelwaarde, partijen: tuple[str, ...], jaar: int
) -> dict[tuple[str, int], Decimal | None]:
    """Return per partij and reported year what it reached, voorgangers included.

    A year on which somebody who counts did not report is None, just as one of n.b.; and so
    is a share that is made up of several reports.
    """
    gegeven = {(r.partij, r.jaar): r.waarde for r in gemeld(samenwerking, doel, partijen, jaar)}
    is_aandeel = samenwerking.indicatoren[doel.indicator].aard is IndicatorAard.AANDEEL
    reeks: dict[tuple[str, int], Decimal | None] = {}
    for partij in partijen:
        for gemeld_in in sorted({j for _, j in gegeven}):
            codes = _rapporteurs(samenwerking, partij, gemeld_in, jaar)
            if any((code, gemeld_in) in gegeven for code in codes):
                som = _som([gegeven.get((code, gemeld_in)) for code in codes])
                reeks[partij, gemeld_in] = None if is_aandeel and len(codes) > 1 else som
    return reeks


def _op_jaar(deel: tuple[tuple[str, int], Decimal | None]) -> int:
    """Return the year of one part of a series."""
    return deel[0][1]


def _som(waarden: list[Decimal | None]) -> Decimal | None:
    """Return the sum, None as soon as one value is unknown."""
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend, Decimal(0)) if len(bekend) == len(waarden) else None

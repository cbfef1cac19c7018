"""Indicatoren: what is counted, in which unit, and whether more or less is better."""

from dataclasses import dataclass
from enum import StrEnum


class IndicatorAard(StrEnum):
    """How values of an indicator may be added.

    `stroom` counts per year and adds over years and partijen; `stand` is a snapshot and
    adds over partijen only; `aandeel` is a percentage that never adds, but has a mean
    weighed by its denominator; `proces` has no number at all.
    """

    STROOM = "stroom"
    STAND = "stand"
    AANDEEL = "aandeel"
    PROCES = "proces"


class Richting(StrEnum):
    """Whether a doel is a floor, a ceiling, or only informative."""

    MIN = "min"
    MAX = "max"
    NEUTRAAL = "neutraal"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One row of the shared catalogue ``content/indicatoren.toml``.

    `enkelvoud` is the unit of exactly one, empty when that is the same word. `weging` is
    the indicator an `aandeel` is a share of; without it shares are never put together.
    `telt_eenmaal` says that partijen who do one thing together count it once, at the trekker.
    """

    code: str
    naam: str
    eenheid: str
    aard: IndicatorAard
    richting: Richting
    enkelvoud: str = ""
    weging: str = ""
    telt_eenmaal: bool = False


INZET = Indicator("INZET", "Inzet dit jaar", "", IndicatorAard.PROCES, Richting.NEUTRAAL)
"""The question without a number: what will you do for this afspraak this year?"""

"""Indicatoren: what is counted, in which unit, and whether more or less is better."""

from dataclasses import dataclass
from enum import StrEnum

from cycle.domain.parameter import ParameterSoort


class IndicatorAard(StrEnum):
    """How values of an indicator may be added.

    `stroom` counts per year and adds over years and partijen; `stand` is a snapshot and
    adds over partijen only; `aandeel` is a percentage and never adds; `proces` has no
    number at all.
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

    `enkelvoud` is the unit of exactly one, empty when that is the same word. Shares with
    the same `verdeling` are parts of one whole, so together at most 100%. `parameters` are
    the dated amounts without which the number has no meaning, such as a rent limit.
    """

    code: str
    naam: str
    eenheid: str
    aard: IndicatorAard
    richting: Richting
    enkelvoud: str = ""
    verdeling: str = ""
    parameters: tuple[ParameterSoort, ...] = ()


INZET = Indicator("INZET", "Inzet dit jaar", "", IndicatorAard.PROCES, Richting.NEUTRAAL)
"""The question without a number: what will you do for this afspraak this year?"""

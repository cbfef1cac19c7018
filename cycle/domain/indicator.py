"""Indicatoren: what is counted, in which unit, and whether more or less is better."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cycle.domain.cijfertabel import Verband
from cycle.domain.parameter import ParameterSoort


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

    `enkelvoud` is the unit of exactly one, empty when that is the same word. `onder_nul`
    tells that less than zero makes sense, as for a net addition. Shares with the same
    `verdeling` are parts of one whole, so together at most 100%. `parameters` are the dated
    amounts without which the number has no meaning, such as a rent limit. `weging` is the
    indicator an `aandeel` is a share of; without it shares are never put together.
    `telt_eenmaal` says that partijen who do one thing together count it once, at the trekker.
    """

    code: str
    naam: str
    eenheid: str
    aard: IndicatorAard
    richting: Richting
    enkelvoud: str = ""
    onder_nul: bool = False
    verdeling: str = ""
    parameters: tuple[ParameterSoort, ...] = ()
    weging: str = ""
    telt_eenmaal: bool = False


INZET = Indicator("INZET", "Inzet dit jaar", "", IndicatorAard.PROCES, Richting.NEUTRAAL)
"""The question without a number: what will you do for this afspraak this year?"""

VERBANDEN: Final = (
    Verband("VRD_VHE", ("VRD_DAEB", "VRD_NDAEB", "VRD_ONZ", "VRD_ZORG", "VRD_WW", "VRD_SP"), ()),
    Verband("VRD_DAEB", ("KK_N", "AT1_N", "AT2_N", "LIB_N"), ()),
    Verband("NETTO", ("NB_DAEB", "AANKOOP"), ("SLVK",)),
    Verband("NETTO", ("NB_DAEB",), ("SLVK",)),
    Verband("SLVK", ("SLOOP", "VERKOOP"), ()),
)
"""Which indicator is the outcome of which others, the fullest first.

Care homes, caravans and their sites are part of the total stock, as in the table that
Hoogeveen printed. Where nobody asks for purchases, the net addition is what is built minus
what goes, as that table says too. The rent classes do not overlap.
"""

UITKOMSTEN: Final = frozenset(v.uitkomst for v in VERBANDEN)
"""Every indicator that can be the outcome of others."""

UITKOMSTDELEN: Final = frozenset(deel for v in VERBANDEN for deel in (*v.plus, *v.min))
"""Every indicator that another can be the outcome of."""


def find_verband(uitkomst: str, aanwezig: Collection[str]) -> Verband | None:
    """Return the relation of which every part is `aanwezig`, None when there is none."""
    return next(
        (
            v
            for v in VERBANDEN
            if v.uitkomst == uitkomst and all(code in aanwezig for code in (*v.plus, *v.min))
        ),
        None,
    )

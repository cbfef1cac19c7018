"""Optelling: the jaarschijven of many gemeenten together, per regio and for all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from cycle.domain.bevinding import Bevinding
from cycle.domain.indicator import Indicator

LANDELIJK = "landelijk"
"""Indeling of the rows over all gemeenten together."""


@dataclass(frozen=True, slots=True)
class Optelbron:
    """One line that went into a sum; `inzending` and `cel` are those of an offer."""

    samenwerking: str
    partij: str
    regelcode: str
    inzending: str = ""
    cel: str = ""


@dataclass(frozen=True, slots=True)
class Optelregel:
    """One indicator in one regio.

    Amounts are in the unit of the indicator and add up what is known; `onbekend` says per
    field how many amounts were not known: n.b. is not zero. Of an aandeel only `bod` is
    filled: the mean weighed by its denominator. `is_los` marks a gemeente without a regio,
    which stands on a row of its own. `bronnen` says per field what was added.
    """

    regio: str
    indicator: str
    gemeenten: tuple[str, ...]
    doel: Decimal | None
    realisatie: Decimal | None
    rest: Decimal | None
    nodig: Decimal | None
    bod: Decimal | None
    onbekend: Mapping[str, int] = field(default_factory=dict)
    is_los: bool = False
    bronnen: Mapping[str, tuple[Optelbron, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Optelling:
    """The rows of every indeling, and of all gemeenten together under `LANDELIJK`."""

    jaar: int
    samenwerkingen: tuple[str, ...]
    indicatoren: Mapping[str, Indicator]
    indelingen: Mapping[str, tuple[Optelregel, ...]]
    bevindingen: tuple[Bevinding, ...]

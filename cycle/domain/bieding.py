"""Biedingen: what a partij offers for one jaar, with the cell each answer came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from cycle.domain.plek import Plek


class Deelname(StrEnum):
    """Answer to "Doet u mee?"."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    NVT = "n.v.t."


@dataclass(frozen=True, slots=True)
class BiedingRegel:
    """One answered row of the form.

    `bod` is in the unit of the indicator, None when nothing was offered; `bedrag` is in
    euros. `plekken` maps each filled field (deelname, bod, planning, bedrag, toelichting)
    to the cell it was read from, `ruw` to the text as typed.
    """

    regelcode: str
    deelname: Deelname | None
    bod: Decimal | None
    planning: str
    bedrag: Decimal | None
    toelichting: str
    plekken: Mapping[str, Plek] = field(default_factory=dict)
    ruw: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExtraVoorstel:
    """An offer that hangs on no afspraak, from the sheet ``Extra``."""

    partij: str
    omschrijving: str
    bod: str
    planning: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Bieding:
    """One accepted submission of one partij; `inzending` is its id in the store."""

    inzending: str
    samenwerking: str
    jaar: int
    partij: str
    regels: tuple[BiedingRegel, ...]
    extra: tuple[ExtraVoorstel, ...] = ()

"""Biedingen: what a partij offers for one jaar, with the cell each answer came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

import pendulum

from cycle.domain.gelezen import Reden
from cycle.domain.plek import Plek
from cycle.domain.wederkerigheid import Verzoek, Verzoekantwoord


class Deelname(StrEnum):
    """Answer to "Doet u mee?"."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    NVT = "n.v.t."


@dataclass(frozen=True, slots=True)
class Nuance:
    """What was written around a number: "circa", an upper bound, or why there is none."""

    kwalificatie: str = ""
    hoog: Decimal | None = None
    reden: Reden | None = None


@dataclass(frozen=True, slots=True)
class BiedingRegel:
    """One answered row of the form.

    `bod` is in the unit of the indicator, None when nothing was offered; `bedrag` is in
    euros. `planning` is the period as typed; `planning_van` and `planning_tot` are its first
    and last day when it could be read. `plekken` maps each filled field (deelname, bod,
    planning, bedrag, toelichting) to the cell it was read from, `ruw` to the text as typed,
    and `nuances` a field to what was written around its number.
    """

    regelcode: str
    deelname: Deelname | None
    bod: Decimal | None
    planning: str
    bedrag: Decimal | None
    toelichting: str
    plekken: Mapping[str, Plek] = field(default_factory=dict)
    ruw: Mapping[str, str] = field(default_factory=dict)
    nuances: Mapping[str, Nuance] = field(default_factory=dict)
    planning_van: pendulum.Date | None = None
    planning_tot: pendulum.Date | None = None

    @property
    def kwalificatie(self) -> str:
        """Return what was written before the bod: "circa", "ruim"; empty for a plain number."""
        nuance = self.nuances.get("bod")
        return nuance.kwalificatie if nuance else ""

    @property
    def bod_hoog(self) -> Decimal | None:
        """Return the upper bound of a bod that is a range, of which the lowest number counts."""
        nuance = self.nuances.get("bod")
        return nuance.hoog if nuance else None


@dataclass(frozen=True, slots=True)
class ExtraVoorstel:
    """An offer that hangs on no afspraak, from the sheet ``Extra``."""

    partij: str
    omschrijving: str
    bod: str
    planning: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Voorraadstand:
    """How many homes of one kind a corporatie has, in the unit of the indicator."""

    indicator: str
    stand: Decimal
    plek: Plek
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class Bieding:
    """One accepted submission of one partij; `inzending` is its id in the store.

    `verzoeken` is what the partij needs from others, `antwoorden` what it says to requests
    of others. `voorraad` is only asked of corporaties.
    """

    inzending: str
    samenwerking: str
    jaar: int
    partij: str
    regels: tuple[BiedingRegel, ...]
    extra: tuple[ExtraVoorstel, ...] = ()
    voorraad: tuple[Voorraadstand, ...] = ()
    verzoeken: tuple[Verzoek, ...] = ()
    antwoorden: tuple[Verzoekantwoord, ...] = ()

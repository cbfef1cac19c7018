"""Toetsvraag: one row of a check, and all rows that one partij gets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import pendulum

from cycle.domain import notatie
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.plek import Plek
from cycle.domain.toets import Toetsmoment


@dataclass(frozen=True, slots=True)
class Toetsvraag:
    """One row of a check: an afspraak and an indicator, or something a partij promised.

    `doel` is what this jaar must bring in the unit of the indicator: what was needed, else
    what was offered; None when there is no number. `hoogstens` is what an exact amount allows
    this jaar, None for any other. `toezegging` is what the partij said it
    would do and `aan` to whom, empty for its own afspraken. `herkomst` maps doel and bod to
    the places they came from.
    """

    partij: str
    regelcode: str
    afspraak_id: str
    nummer: int
    titel: str
    thema: str
    indicator: Indicator
    doel: Decimal | None = None
    bod: str = ""
    toezegging: str = ""
    planning: str = ""
    planning_van: pendulum.Date | None = None
    aan: str = ""
    is_toezegging: bool = False
    is_maximum: bool = False
    hoogstens: Decimal | None = None
    is_verwachting: bool = False
    herkomst: Mapping[str, tuple[Plek, ...]] = field(default_factory=dict)

    @property
    def vraagt_getal(self) -> bool:
        """Return whether a figure belongs to this row."""
        return self.indicator.aard is not IndicatorAard.PROCES

    @property
    def doel_tekst(self) -> str:
        """Return what this jaar must bring in words, empty without a number."""
        if self.doel is None:
            return ""
        tekst = notatie.hoeveelheid(self.doel, self.indicator)
        return f"hoogstens {tekst}" if self.is_maximum and not self.is_verwachting else tekst


@dataclass(frozen=True, slots=True)
class Toetsuitvraag:
    """What the form of a check adds to any other form: its moment and its rows.

    `peildatum` and `overleg` are days in words. `vorig` says by regelcode how it stood at the
    check of April, empty when that was not reported.
    """

    moment: Toetsmoment
    peildatum: str
    overleg: str
    vragen: tuple[Toetsvraag, ...]
    vorig: Mapping[str, str] = field(default_factory=dict)

    @property
    def vraagt_getallen(self) -> bool:
        """Return whether any row asks for a figure."""
        return any(vraag.vraagt_getal for vraag in self.vragen)

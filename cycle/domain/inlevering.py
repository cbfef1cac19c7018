"""Inlevering: what a partij sent in, and what was read of it."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

import pendulum

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.formulier import Formulier
from cycle.domain.gelezen import GelezenWaarde

OUDE_VERSIE: Final = "B013"
"""Finding of a form that was made with an earlier layout."""
_VERKEERD: Final = frozenset({"B011", "B012"})
"""Findings of a form that was made for another partij or another year."""


class Retourvorm(Enum):
    """Which workbook goes back with the letter."""

    GEEN = auto()
    KOPIE = auto()
    NIEUW = auto()


@dataclass(frozen=True, slots=True)
class Inlevering:
    """One returned form: on which day it came, and every answer with its findings.

    `formulier` is what was asked, `versie` the layout that was used. `inleveren_voor` is the
    last day of the planning. `meegestuurd` names the files that go back with the letter.
    """

    formulier: Formulier
    bestand: str
    versie: str
    ontvangen_op: pendulum.Date
    inleveren_voor: pendulum.Date
    waarden: tuple[GelezenWaarde, ...]
    bevindingen: tuple[Bevinding, ...]
    meegestuurd: tuple[str, ...] = ()
    retourvorm: Retourvorm = Retourvorm.GEEN

    @property
    def is_te_laat(self) -> bool:
        """Return whether the last day of the planning was over."""
        return self.ontvangen_op > self.inleveren_voor

    @property
    def is_leeg(self) -> bool:
        """Return whether nothing at all was filled in, on a form that could be read."""
        return is_leeg(self.waarden, self.bevindingen)


def is_leeg(waarden: tuple[GelezenWaarde, ...], bevindingen: tuple[Bevinding, ...]) -> bool:
    """Return whether a form that could be read holds no answer at all."""
    gevuld = any(w.ruw.strip() or w.waarde is not None for w in waarden)
    return not gevuld and not any(b.ernst is Ernst.BLOKKADE for b in bevindingen)


def list_verkeerd(bevindingen: tuple[Bevinding, ...]) -> tuple[Bevinding, ...]:
    """Return why this form cannot be used by whoever sent it: another partij, another year."""
    return tuple(b for b in bevindingen if b.code in _VERKEERD)


def is_oud(bevindingen: tuple[Bevinding, ...]) -> bool:
    """Return whether the form was made with an earlier layout."""
    return any(b.code == OUDE_VERSIE for b in bevindingen)

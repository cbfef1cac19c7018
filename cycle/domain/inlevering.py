"""Inlevering: what a partij sent in, and what was read of it."""

from dataclasses import dataclass

import pendulum

from cycle.domain.bevinding import Bevinding
from cycle.domain.formulier import Formulier
from cycle.domain.gelezen import GelezenWaarde


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

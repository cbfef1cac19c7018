"""Addendum: a change of afspraken in the year of execution, beside the adopted text."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.accordering import BesluitStaat, GevraagdBesluit


class Addendumstaat(StrEnum):
    """Where an addendum stands; it counts only when everybody agrees with all of it."""

    GEVRAAGD = "gevraagd"
    AANGENOMEN = "aangenomen"
    AFGEWEZEN = "afgewezen"


@dataclass(frozen=True, slots=True)
class Addendum:
    """One addendum: `code` binds decisions to its content, `gegevens` is the kept view.

    `nummer` counts from 1 within one jaarschijf.
    """

    nummer: int
    code: str
    gegevens: str
    op: pendulum.Date
    reden: str


def staat_van(bord: Iterable[GevraagdBesluit]) -> Addendumstaat:
    """Return where an addendum stands, from the decisions on its code."""
    staten = {rij.staat for rij in bord}
    if staten & {BesluitStaat.NIET, BesluitStaat.OP_ONDERDELEN}:
        return Addendumstaat.AFGEWEZEN
    return Addendumstaat.AANGENOMEN if staten == {BesluitStaat.GEHEEL} else Addendumstaat.GEVRAAGD

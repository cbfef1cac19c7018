"""Fasen: the stages of a cyclus in order, and which step may follow which."""

from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.errors import FaseError


class Fase(StrEnum):
    """The stages of the year, in order."""

    VOORBEREIDING = "voorbereiding"
    KICKOFF = "kickoff"
    BIEDINGEN = "biedingen"
    CONCEPT = "concept"
    OVERLEG = "overleg"
    ACCORDERING = "accordering"
    VASTGESTELD = "vastgesteld"
    ONDERTEKENING = "ondertekening"
    VERZONDEN = "verzonden"
    UITVOERING = "uitvoering"
    AFGEROND = "afgerond"


VOLGORDE: tuple[Fase, ...] = tuple(Fase)


@dataclass(frozen=True, slots=True)
class FaseOvergang:
    """One step of a cyclus into a fase; `reden` is filled when it was forced."""

    fase: Fase
    op: pendulum.Date
    reden: str = ""


def is_voorbij(huidige: Fase, fase: Fase) -> bool:
    """Return whether a cyclus in `huidige` has already left `fase`."""
    return VOLGORDE.index(huidige) > VOLGORDE.index(fase)


def check_stap(huidige: Fase, naar: Fase, reden: str = "") -> None:
    """Allow a step to the next fase, or any other one with a reason.

    Nothing ever blocks a coordinator: a step that skips or goes back only needs a reason,
    which is logged.

    Raises:
        FaseError: the step is not the next one and no reason is given.
    """
    if VOLGORDE.index(naar) == VOLGORDE.index(huidige) + 1 or reden.strip():
        return
    raise FaseError(
        f"De cyclus staat in de fase '{huidige}'. De stap naar '{naar}' is nu niet aan de beurt.",
        advies="Doe eerst de stap die aan de beurt is, of geef een reden met --reden.",
    )

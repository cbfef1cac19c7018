"""Meenemer: what the check of September leaves for the next kickoff."""

from dataclasses import dataclass
from enum import StrEnum

from cycle.domain.plek import Plek


class Meenemersoort(StrEnum):
    """Why a point goes along: an afspraak that deviates, or an action that is still open."""

    AFWIJKING = "afwijking"
    ACTIE = "open actie"


@dataclass(frozen=True, slots=True)
class Meenemer:
    """One point for the agenda of the next kickoff.

    `jaar` is that of the jaarschijf that was checked. `nummer` is that of the afspraak, 0 when
    it hangs on none, and `afspraak_id` its id, which stays. `onderwerp` says in a few words
    what it is about, `tekst` how it stood. `plek` is the cell of the partij it came from, None
    for a point that follows from several.
    """

    soort: Meenemersoort
    jaar: int
    partij: str
    afspraak_id: str
    nummer: int
    onderwerp: str
    tekst: str
    plek: Plek | None = None

"""Toetsport: what is kept of the checks of April and September."""

from collections.abc import Sequence
from typing import Protocol

from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.licht import Lichtkeuze
from cycle.domain.meenemer import Meenemer
from cycle.domain.toets import Standmelding, Toetsmoment


class ToetsStore(Protocol):
    """The part of the store that holds the checks, inside one transaction."""

    def add_standmelding(self, cyclus: Cyclus, inzending: Inzending, melding: Standmelding) -> None:
        """Keep a returned form and its answers; earlier versions stay."""
        ...

    def standinzendingen(self, cyclus: Cyclus, moment: Toetsmoment) -> tuple[Inzending, ...]:
        """Return every returned form of one check, oldest first."""
        ...

    def standmeldingen(self, cyclus: Cyclus, moment: Toetsmoment) -> tuple[Standmelding, ...]:
        """Return the latest report of each partij, in order of the party codes."""
        ...

    def add_lichtkeuze(self, cyclus: Cyclus, keuze: Lichtkeuze) -> None:
        """Keep a choice of the coordinator; the same one twice in a row is kept once."""
        ...

    def lichtkeuzes(self, cyclus: Cyclus) -> tuple[Lichtkeuze, ...]:
        """Return all choices of the coordinator, oldest first."""
        ...

    def replace_meenemers(self, cyclus: Cyclus, meenemers: Sequence[Meenemer]) -> None:
        """Keep the points that this cyclus leaves for the next kickoff, instead of earlier ones."""
        ...

    def meenemers(self, cyclus: Cyclus) -> tuple[Meenemer, ...]:
        """Return the points that this cyclus leaves for the next kickoff."""
        ...

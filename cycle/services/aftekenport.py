"""Aftekenport: what is kept of mandaten and of the steps around the sign-off."""

from typing import Protocol

from cycle.domain.aftekenstap import Aftekenstap
from cycle.domain.cyclus import Cyclus
from cycle.domain.mandaat import Mandaat


class AftekenStore(Protocol):
    """The part of `CyclusStore` for signing off; all of it is a log."""

    def add_aftekenstap(self, cyclus: Cyclus, stap: Aftekenstap) -> None:
        """Keep a step that has no log of its own."""
        ...

    def aftekenstappen(self, cyclus: Cyclus) -> tuple[Aftekenstap, ...]:
        """Return all steps, oldest first."""
        ...

    def add_mandaat(self, cyclus: Cyclus, mandaat: Mandaat) -> None:
        """Keep a mandaat; a later one of the same functie, role and begin replaces it."""
        ...

    def wis_mandaatnaam(self, cyclus: Cyclus, naam: str) -> int:
        """Erase the name of a person from its mandaten and return in how many it stood."""
        ...

    def mandaten(self, cyclus: Cyclus) -> tuple[Mandaat, ...]:
        """Return all mandaten, also replaced ones, oldest first."""
        ...

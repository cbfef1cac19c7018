"""Kickoffport: what is kept of meetings, votes, re-opened dossiers and addenda."""

from typing import Protocol

import pendulum

from cycle.domain.addendum import Addendum
from cycle.domain.cyclus import Cyclus
from cycle.domain.heropening import Heropening
from cycle.domain.stem import Stem, Topkeuze
from cycle.domain.uitnodiging import Uitnodiging


class KickoffStore(Protocol):
    """The part of `CyclusStore` for the meetings of a year; all of it is a log."""

    def add_uitnodiging(self, cyclus: Cyclus, uitnodiging: Uitnodiging) -> None:
        """Keep what partijen are told of a meeting."""
        ...

    def uitnodigingen(self, cyclus: Cyclus) -> tuple[Uitnodiging, ...]:
        """Return everything they were told, oldest first."""
        ...

    def add_stem(self, cyclus: Cyclus, stem: Stem) -> None:
        """Keep a vote; the same one twice in a row is kept once."""
        ...

    def stemmen(self, cyclus: Cyclus) -> tuple[Stem, ...]:
        """Return all votes, also replaced ones, oldest first."""
        ...

    def add_topkeuze(self, cyclus: Cyclus, keuze: Topkeuze) -> None:
        """Keep what the meeting decided; the same twice in a row is kept once."""
        ...

    def topkeuzes(self, cyclus: Cyclus) -> tuple[Topkeuze, ...]:
        """Return what meetings decided, oldest first; the last one counts."""
        ...

    def add_heropening(self, cyclus: Cyclus, heropening: Heropening) -> None:
        """Keep that a dossier re-opened; the same twice is kept once."""
        ...

    def heropeningen(self, cyclus: Cyclus) -> tuple[Heropening, ...]:
        """Return which dossiers re-opened, in the order in which it was registered."""
        ...

    def add_addendum(self, cyclus: Cyclus, addendum: Addendum) -> None:
        """Keep an addendum."""
        ...

    def addenda(self, cyclus: Cyclus) -> tuple[Addendum, ...]:
        """Return all addenda by number."""
        ...

    def agendanaam(self, samenwerking: str, partij: str, op: pendulum.Date) -> str:
        """Return the unguessable name of the calendar of a partij; made when there is none.

        It is the same in every year, so that a partij follows one address.
        """
        ...

    def renew_agendanaam(self, samenwerking: str, partij: str, op: pendulum.Date) -> str:
        """Return a new name in its place; the old one may not be used any more."""
        ...

"""Agendaport: calendar files to take in, to follow, and to be invited with."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from cycle.domain.kalender import Termijn
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.uitnodiging import Uitnodiging


class Agenda(Protocol):
    """Calendar files."""

    def write(self, samenwerking: Samenwerking, jaar: int, termijnen: Sequence[Termijn]) -> bytes:
        """Return an iCalendar file with the deadlines and meetings of one jaarschijf."""
        ...

    def feed(
        self, samenwerking: Samenwerking, partij: Partij, jaren: Mapping[int, Sequence[Termijn]]
    ) -> bytes:
        """Return the calendar that one partij follows: only milestones, of these years."""
        ...

    def uitnodiging(self, samenwerking: Samenwerking, jaar: int, uitnodiging: Uitnodiging) -> bytes:
        """Return the invitation to a meeting, or what calls it off, for all partijen."""
        ...

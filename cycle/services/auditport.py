"""Auditport: the chain of what happened in a cyclus, and the texts in it that may be erased."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from cycle.domain.auditcontrole import Rijsleutel
from cycle.domain.cyclus import Cyclus
from cycle.domain.keten import Auditgegeven, Auditregel, Gebeurtenis, Ketenhoofd


class AuditStore(Protocol):
    """The part of `CyclusStore` that tells what happened; every other part writes in it."""

    def add_gebeurtenis(self, cyclus: Cyclus, gebeurtenis: Gebeurtenis) -> None:
        """Write an event that no other table holds."""
        ...

    def audithoofd(self, cyclus: Cyclus) -> Ketenhoofd | None:
        """Return the last event, to be written down elsewhere; None when there is none."""
        ...

    def needs_anker(self, cyclus: Cyclus) -> bool:
        """Return whether a milestone was passed since a head was last written down."""
        ...

    def auditregels(self, cyclus: Cyclus, na: int, hoogstens: int) -> Sequence[Auditregel]:
        """Return the events after number `na`, in order, at most so many at a time."""
        ...

    def auditgegevens(self, cyclus: Cyclus) -> tuple[Auditgegeven, ...]:
        """Return the texts that were not erased, in order of their marks."""
        ...

    def wis_gegevens(self, cyclus: Cyclus, kenmerken: Collection[str]) -> None:
        """Erase the texts with these marks; the event that says so is up to the caller."""
        ...

    def auditrijen(self, cyclus: Cyclus) -> Mapping[Rijsleutel, Mapping[str, object]]:
        """Return every row that must have an event, by table and number, as JSON holds it."""
        ...

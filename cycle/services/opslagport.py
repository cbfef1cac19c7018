"""Opslagport: what is kept of every cyclus, and how steps are claimed."""

from contextlib import AbstractContextManager
from typing import Protocol

import pendulum

from cycle.domain.accordering import Besluit, Handtekening
from cycle.domain.bericht import Bericht
from cycle.domain.bieding import Bieding
from cycle.domain.cyclus import Concept, Cyclus, Inzending, Stuk
from cycle.domain.fase import FaseOvergang
from cycle.domain.reactietabel import IngebrachteReactie, Reactiebesluit
from cycle.services.toetsport import ToetsStore


class CyclusStore(ToetsStore, Protocol):
    """State of all cycli inside one transaction."""

    def get(self, samenwerking: str, jaar: int) -> Cyclus | None:
        """Return the cyclus, None when it was not started."""
        ...

    def add(self, cyclus: Cyclus) -> None:
        """Keep a new cyclus and its first fase."""
        ...

    def list_cycli(self) -> tuple[Cyclus, ...]:
        """Return all cycli in order of jaar and samenwerking."""
        ...

    def move(self, cyclus: Cyclus, overgang: FaseOvergang) -> None:
        """Put the cyclus in another fase and log the step."""
        ...

    def overgangen(self, cyclus: Cyclus) -> tuple[FaseOvergang, ...]:
        """Return the fases this cyclus went through, oldest first."""
        ...

    def add_bieding(self, cyclus: Cyclus, inzending: Inzending, bieding: Bieding) -> None:
        """Keep a submission and its answers; earlier versions stay."""
        ...

    def inzendingen(self, cyclus: Cyclus) -> tuple[Inzending, ...]:
        """Return every submission, oldest first."""
        ...

    def biedingen(self, cyclus: Cyclus) -> tuple[Bieding, ...]:
        """Return the latest bieding of each partij."""
        ...

    def add_concept(self, cyclus: Cyclus, concept: Concept) -> None:
        """Keep a version."""
        ...

    def concepten(self, cyclus: Cyclus) -> tuple[Concept, ...]:
        """Return all versions, oldest first."""
        ...

    def add_stuk(self, cyclus: Cyclus, stuk: Stuk) -> None:
        """Keep what was made; the same kind, partij and version replaces the earlier one."""
        ...

    def stukken(self, cyclus: Cyclus) -> tuple[Stuk, ...]:
        """Return all documents, ordered by version, kind and partij."""
        ...

    def add_reactie(self, cyclus: Cyclus, ingebracht: IngebrachteReactie) -> None:
        """Keep a reaction; one with a `kenmerk` that is there already is left out."""
        ...

    def reacties(self, cyclus: Cyclus) -> tuple[IngebrachteReactie, ...]:
        """Return all reactions in the order of their numbers."""
        ...

    def add_reactiebesluit(self, cyclus: Cyclus, besluit: Reactiebesluit) -> None:
        """Keep a decision on a reaction; the same one twice in a row is kept once."""
        ...

    def reactiebesluiten(self, cyclus: Cyclus) -> tuple[Reactiebesluit, ...]:
        """Return all decisions on reactions, oldest first."""
        ...

    def add_besluit(self, cyclus: Cyclus, besluit: Besluit) -> None:
        """Keep a decision; the same decision twice is kept once."""
        ...

    def besluiten(self, cyclus: Cyclus) -> tuple[Besluit, ...]:
        """Return all decisions, oldest first."""
        ...

    def add_handtekening(self, cyclus: Cyclus, handtekening: Handtekening) -> None:
        """Register a signature; the same one twice is kept once."""
        ...

    def handtekeningen(self, cyclus: Cyclus) -> tuple[Handtekening, ...]:
        """Return all registered signatures, oldest first."""
        ...

    def add_feit(self, cyclus: Cyclus, soort: str, op: pendulum.Date, tekst: str) -> None:
        """Register something that happened (delivery, meeting); the same twice is once."""
        ...

    def feiten(self, cyclus: Cyclus) -> tuple[tuple[str, pendulum.Date, str], ...]:
        """Return what happened as (soort, op, tekst), oldest first."""
        ...

    def plan_bericht(self, cyclus: Cyclus, bericht: Bericht) -> bool:
        """Put a message in the outbox; return False when its key was there already."""
        ...

    def berichten(self, cyclus: Cyclus, *, verzonden: bool | None = None) -> tuple[Bericht, ...]:
        """Return messages: all, only sent, or only those still to send."""
        ...

    def mark_verzonden(self, cyclus: Cyclus, sleutel: str, op: pendulum.Date) -> None:
        """Note that a message was handed over."""
        ...


class Store(Protocol):
    """Opens transactions and hands out leases on steps."""

    def transaction(self) -> AbstractContextManager[CyclusStore]:
        """Return a transaction: all of it is kept, or nothing."""
        ...

    def lease(self, samenwerking: str, jaar: int, stap: str) -> AbstractContextManager[None]:
        """Hold the sole right to run a step; a lease of a dead process is taken over.

        Raises:
            StapBezet: a living process is doing this step.
        """
        ...

"""Opslagport: what is kept of every cyclus, and how steps are claimed."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

import pendulum

from cycle.domain.accordering import Besluit, Handtekening
from cycle.domain.bericht import Bericht, Postbericht
from cycle.domain.bezorging import Afloop
from cycle.domain.bieding import Bieding
from cycle.domain.cyclus import Concept, Cyclus, Inzending, Stuk
from cycle.domain.fase import FaseOvergang
from cycle.domain.reactietabel import IngebrachteReactie, Reactiebesluit
from cycle.domain.wekker import Wekker
from cycle.services.aftekenport import AftekenStore
from cycle.services.auditport import AuditStore
from cycle.services.kickoffport import KickoffStore
from cycle.services.toetsport import ToetsStore


class CyclusStore(AftekenStore, AuditStore, KickoffStore, ToetsStore, Protocol):
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

    def list_wekkers(self, *, voorbeeld: bool) -> tuple[Wekker, ...]:
        """Return the wekker of every cyclus under way, in order of jaar and samenwerking."""
        ...

    def set_wekker(self, wekker: Wekker) -> None:
        """Let a cyclus rest until the day of `wekker`; anything written about it ends that."""
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
        """Return messages: all, only sent, or only those that are not sent."""
        ...

    def post(self, cyclus: Cyclus) -> tuple[Postbericht, ...]:
        """Return every message with how far it is, oldest first."""
        ...

    def claim_bericht(self, cyclus: Cyclus, vandaag: pendulum.Date) -> Postbericht | None:
        """Take the next message that may go out today; nobody else gets it."""
        ...

    def settle_bericht(
        self, cyclus: Cyclus, post: Postbericht, afloop: Afloop, op: pendulum.Date
    ) -> bool:
        """Write what became of `post`; return False when it is in other hands by now."""
        ...

    def redirect_bericht(self, cyclus: Cyclus, sleutel: str, aan: str) -> None:
        """Give a message that did not go out another address."""
        ...

    def list_afgebroken(self, cyclus: Cyclus) -> tuple[Postbericht, ...]:
        """Return the messages that are `bezig` while nobody is sending them any more."""
        ...

    def add_herinnering(self, cyclus: Cyclus, bericht: Bericht, sleutels: Iterable[str]) -> None:
        """Put a message in the outbox and note which business keys it settles.

        Raises:
            FaseError: there is such a message already.
        """
        ...

    def known_herinneringen(self, sleutels: Collection[str]) -> frozenset[str]:
        """Return which of these keys, over all cycli, are settled by a message."""
        ...

    def find_herinneringpost(self, sleutels: Collection[str]) -> Mapping[str, Postbericht]:
        """Return for each of these keys, over all cycli, the message that settles it."""
        ...

    def wachtende_herinneringen(
        self, cyclus: Cyclus
    ) -> tuple[tuple[Bericht, tuple[str, ...]], ...]:
        """Return the reminders that nobody is sending yet, each with the keys it settles.

        One on which a person decided is not among them.
        """
        ...

    def renew_herinnering(self, cyclus: Cyclus, oud: str, bericht: Bericht) -> None:
        """Give a reminder that waits the words of today; its keys and attempts stay."""
        ...

    def withdraw_herinnering(self, cyclus: Cyclus, sleutel: str) -> None:
        """Take a reminder that nobody is sending out of the outbox; its keys are free again."""
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

"""Ports: what the use cases need from the outside world, and nothing more.

Every adapter fills one of these Protocols; `cycle.bootstrap` puts them together in a
`Toolkit`. Services never import an adapter.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pendulum

from cycle.domain.accordering import Besluit, Handtekening
from cycle.domain.bevinding import Bevinding
from cycle.domain.bieding import Bieding
from cycle.domain.cyclus import Concept, Cyclus, Inzending, Stuk
from cycle.domain.fase import FaseOvergang
from cycle.domain.formulier import Formulier
from cycle.domain.kalender import IsWerkdag, Termijn, TermijnRegel
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stand import CyclusStand
from cycle.domain.view import BriefView, JaarschijfView
from cycle.domain.voorbeeld import Antwoorden, Voorbeeld


class Klok(Protocol):
    """Today in Europe/Amsterdam; the only way to learn the date."""

    def vandaag(self) -> pendulum.Date:
        """Return the present day."""
        ...


class Bibliotheek(Protocol):
    """Reads ``content/``: samenwerkingen, rules of the calendar, days off."""

    def namen(self) -> tuple[str, ...]:
        """Return the codes of all samenwerkingen."""
        ...

    def load(self, samenwerking: str) -> Samenwerking:
        """Return one samenwerking.

        Raises:
            NietGevonden: there is no such folder.
            InhoudOnbruikbaar: the files have faults; each is named once.
        """
        ...

    def termijnregels(self) -> tuple[TermijnRegel, ...]:
        """Return the rules for deadlines."""
        ...

    def voorbeeld(self, samenwerking: Samenwerking, jaar: int) -> Voorbeeld:
        """Return the example answers and decisions that the demo plays with.

        Raises:
            NietGevonden: this samenwerking has no example for `jaar`.
            InhoudOnbruikbaar: the example files have faults.
        """
        ...

    def create(self, samenwerking: str) -> Path:
        """Make the folder of a new samenwerking from the skeleton and return its path.

        Raises:
            InvoerError: the code is not usable or the folder exists.
        """
        ...

    def is_werkdag(self) -> IsWerkdag:
        """Return the function that knows the working days."""
        ...


@dataclass(frozen=True, slots=True)
class GelezenFormulier:
    """What was read from a workbook; `bieding` is None when it cannot be booked."""

    partij: str
    samenwerking: str
    jaar: int
    bieding: Bieding | None
    bevindingen: tuple[Bevinding, ...]


class Formulieren(Protocol):
    """Workbooks out and in."""

    def write(self, formulier: Formulier) -> bytes:
        """Return an Excel workbook; the same form gives the same bytes."""
        ...

    def read(self, inhoud: bytes, bestandsnaam: str, inzending: str) -> GelezenFormulier:
        """Return what a returned workbook says, with a finding for every doubt."""
        ...

    def fill(self, werkmap: bytes, antwoorden: Antwoorden) -> bytes:
        """Return the workbook with these answers typed into its yellow cells."""
        ...


class Tekstverwerker(Protocol):
    """Word documents from templates."""

    def jaarschijf(self, view: JaarschijfView) -> bytes:
        """Return the jaarschijf as docx; the same view gives the same bytes."""
        ...

    def brief(self, view: BriefView) -> bytes:
        """Return the letter as docx."""
        ...


class PdfMaker(Protocol):
    """Word to PDF."""

    def convert(self, docx: bytes) -> bytes:
        """Return the document as PDF; the same docx gives the same bytes."""
        ...


class Agenda(Protocol):
    """Calendar files."""

    def write(self, samenwerking: Samenwerking, jaar: int, termijnen: Sequence[Termijn]) -> bytes:
        """Return an iCalendar file with the deadlines and meetings of one jaarschijf."""
        ...


class Standpagina(Protocol):
    """The status page."""

    def write(self, stand: CyclusStand) -> bytes:
        """Return the page as HTML; the same status gives the same bytes."""
        ...


@dataclass(frozen=True, slots=True)
class Bericht:
    """One mail in the outbox; `sleutel` is its business key and never repeats."""

    sleutel: str
    aan: str
    onderwerp: str
    tekst: str
    gepland_op: pendulum.Date


@dataclass(frozen=True, slots=True)
class Berichttekst:
    """Subject and text of one mail, in plain Dutch."""

    onderwerp: str
    tekst: str


class Berichtteksten(Protocol):
    """Texts of mails from ``templates/mail/``."""

    def write(self, soort: str, velden: Mapping[str, str]) -> Berichttekst:
        """Return the text of this kind of message with its fields filled in.

        Raises:
            SjabloonOnbruikbaar: there is no such text, or it names an unknown field.
        """
        ...


class Postkamer(Protocol):
    """Hands berichten over; for now to a folder, later to a mail server."""

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> None:
        """Write the message once; the same message twice leaves one file."""
        ...


class Bestanden(Protocol):
    """Files by the sha256 of their content."""

    def put(self, inhoud: bytes) -> str:
        """Keep the bytes and return their sha256; the same bytes are kept once."""
        ...

    def get(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            NietGevonden: no file has this hash.
        """
        ...


class CyclusStore(Protocol):
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


class Uitgifte(Protocol):
    """The folder in which people find their documents."""

    def write(self, samenwerking: str, jaar: int, naam: str, inhoud: bytes) -> Path:
        """Write a file whole or not at all and return its path."""
        ...


@dataclass(frozen=True, slots=True)
class Toolkit:
    """All ports together: the one argument every use case takes."""

    klok: Klok
    bibliotheek: Bibliotheek
    store: Store
    bestanden: Bestanden
    formulieren: Formulieren
    tekstverwerker: Tekstverwerker
    pdf: PdfMaker
    agenda: Agenda
    standpagina: Standpagina
    berichtteksten: Berichtteksten
    postkamer: Postkamer
    uitgifte: Uitgifte

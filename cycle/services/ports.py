"""Ports: what the use cases need from the outside world, and nothing more.

Every adapter fills one of these Protocols; `cycle.bootstrap` puts them together in a
`Toolkit`. Services never import an adapter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pendulum

from cycle.domain.bevinding import Bevinding
from cycle.domain.cijfertabel import Cijfertabel
from cycle.domain.kalender import IsWerkdag, Termijn
from cycle.domain.parameter import Parameters
from cycle.domain.regelprofiel import Regelprofiel
from cycle.domain.regio import Regios
from cycle.domain.samenwerking import Jaar, Samenwerking
from cycle.domain.schoolvakantie import Schoolregio, Schoolvakanties
from cycle.domain.stand import CyclusStand
from cycle.domain.themabeeld import Themabeeld
from cycle.domain.voorbeeld import Voorbeeld
from cycle.services.agendaport import Agenda as Agenda
from cycle.services.bindingsport import Bindingscontrole as Bindingscontrole
from cycle.services.dossierport import Dossierpakket as Dossierpakket
from cycle.services.formulierport import Afzender as Afzender
from cycle.services.formulierport import Formulieren as Formulieren
from cycle.services.formulierport import GelezenFormulier as GelezenFormulier
from cycle.services.ondertekenport import Zegel as Zegel
from cycle.services.opslagport import Store
from cycle.services.postport import Berichtteksten as Berichtteksten
from cycle.services.postport import Bezorger as Bezorger
from cycle.services.postport import Postkamer as Postkamer
from cycle.services.tekstport import Tekstverwerker as Tekstverwerker


class Klok(Protocol):
    """Today in Europe/Amsterdam; the only way to learn the date."""

    def vandaag(self) -> pendulum.Date:
        """Return the present day."""
        ...


class Bibliotheek(Protocol):
    """Reads ``content/``: samenwerkingen, rules of the calendar, days off, dated amounts."""

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

    def kenmerk(self, samenwerking: str) -> str:
        """Return what changes when a content file of a samenwerking does; reads no file."""
        ...

    def waarschuwingen(self, samenwerking: str) -> tuple[Bevinding, ...]:
        """Return what is remarkable in the files but does not stop anything.

        Raises:
            NietGevonden: there is no such folder.
        """
        ...

    def teksttabellen(self, samenwerking: str) -> tuple[Cijfertabel, ...]:
        """Return the tables with figures that stand in running text.

        Raises:
            NietGevonden: there is no such folder.
        """
        ...

    def regelprofielen(self) -> tuple[Regelprofiel, ...]:
        """Return the rules for deadlines, a profile per law."""
        ...

    def parameters(self) -> Parameters:
        """Return the rent limits and caps, each for its own year.

        Raises:
            InhoudOnbruikbaar: ``parameters.toml`` has faults.
        """
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

    def add_jaar(self, samenwerking: str, jaar: Jaar) -> Path:
        """Write the choices for a year into the content and return the file.

        Raises:
            NietGevonden: there is no such folder.
        """
        ...

    def is_werkdag(self) -> IsWerkdag:
        """Return the function that knows the working days."""
        ...

    def gelijkgestelde_jaren(self) -> frozenset[int]:
        """Return the years for which all equated days are known."""
        ...

    def schoolvakanties(self, regio: Schoolregio, jaren: range) -> Schoolvakanties:
        """Return the school holidays of one region in `jaren`, to avoid for meetings."""
        ...

    def regios(self) -> Regios:
        """Return which gemeente lies in which regio.

        Raises:
            InhoudOnbruikbaar: the file has faults; each is named once.
        """
        ...


class PdfMaker(Protocol):
    """Word to PDF."""

    def convert(self, docx: bytes) -> bytes:
        """Return the document as PDF; the same docx gives the same bytes."""
        ...

    def teksten(self, pdf: bytes) -> tuple[str, ...]:
        """Return every text in a PDF: pages, bookmarks, links, descriptions, properties."""
        ...


class Standpagina(Protocol):
    """The status page."""

    def write(self, stand: CyclusStand) -> bytes:
        """Return the page as HTML; the same status gives the same bytes."""
        ...


class Tekenaar(Protocol):
    """Pictures of the figures of a thema and of the year; the same input, the same bytes."""

    def svg(self, beeld: Themabeeld) -> bytes:
        """Return the picture as SVG with real text, and every figure in words."""
        ...

    def png(self, beeld: Themabeeld) -> bytes:
        """Return the same picture as PNG."""
        ...

    def jaar(self, termijnen: Sequence[Termijn]) -> bytes:
        """Return the planning of one jaarschijf as PNG."""
        ...


class Themapagina(Protocol):
    """A page with the picture of a thema and its figures."""

    def write(self, beeld: Themabeeld, voorbeeld: str) -> bytes:
        """Return the page as HTML; `voorbeeld` is the sentence that marks example figures."""
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


class Uitgifte(Protocol):
    """The folder in which people find their documents."""

    def write(self, samenwerking: str, jaar: int, naam: str, inhoud: bytes) -> Path:
        """Write a file whole or not at all and return its path."""
        ...

    def remove(self, samenwerking: str, jaar: int, naam: str) -> None:
        """Take a file away; one that is not there is no fault."""
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
    tekenaar: Tekenaar
    themapagina: Themapagina
    berichtteksten: Berichtteksten
    postkamer: Postkamer
    uitgifte: Uitgifte
    zegel: Zegel
    binding: Bindingscontrole
    pakket: Dossierpakket

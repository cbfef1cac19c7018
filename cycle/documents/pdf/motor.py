"""Motor: what every PDF engine can do, and what a PDF is made for."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cycle.documents.bladen import PdfMislukt


class Profiel(StrEnum):
    """What a PDF is for: to read quickly, or to sign and to keep."""

    CONCEPT = "concept"
    DEFINITIEF = "definitief"


class MotorOntbreekt(PdfMislukt):
    """The engine that the settings ask for is not on this computer."""


class MotorGestopt(PdfMislukt):
    """The engine took too long or stopped in the middle of a document."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF, the engine that made it (with its version) and its profile."""

    inhoud: bytes
    motor: str
    profiel: Profiel


@dataclass(frozen=True, slots=True)
class Ruw:
    """A PDF as the engine wrote it, with the name and version of the engine."""

    inhoud: bytes
    motor: str


class PdfEngine(Protocol):
    """Sets a docx as PDF; several threads may use one engine at the same time."""

    def render(self, docx: bytes, profiel: Profiel) -> Ruw:
        """Return the PDF as the engine writes it, tagged for the final profile.

        Raises:
            PdfMislukt: the engine refuses the document, stopped or took too long.
        """
        ...

    def close(self) -> None:
        """Stop the processes of the engine and remove what they left behind."""
        ...

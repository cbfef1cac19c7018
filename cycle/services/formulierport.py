"""Formulierport: workbooks that go out, and what is read from those that come back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from cycle.domain.bevinding import Bevinding
from cycle.domain.bieding import Bieding
from cycle.domain.formulier import Formulier
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.toets import Standmelding, Toetsmoment, moment_van
from cycle.domain.voorbeeld import Antwoorden, Standantwoorden


@dataclass(frozen=True, slots=True)
class Afzender:
    """From whom a file came, as the one who took it in knows; empty or 0 for not known."""

    partij: str = ""
    samenwerking: str = ""
    jaar: int = 0


@dataclass(frozen=True, slots=True)
class GelezenFormulier:
    """What was read from one form; `bieding` is None when it cannot be booked.

    The form of a check gives a `melding` instead, with the same meaning of None.
    `waarden` holds every yellow cell, also of a form with faults. `versie` is that of the
    layout the form was made with. `tabellen` names the tables that the file has, also those
    without a single answer.
    """

    partij: str
    samenwerking: str
    jaar: int
    bieding: Bieding | None
    bevindingen: tuple[Bevinding, ...]
    waarden: tuple[GelezenWaarde, ...] = ()
    gemeente: str = ""
    versie: str = ""
    tabellen: frozenset[str] = frozenset()
    melding: Standmelding | None = None

    @property
    def moment(self) -> Toetsmoment | None:
        """Return of which check this form is, None for that of a bieding."""
        return moment_van(self.versie)


class Formulieren(Protocol):
    """Workbooks out and in."""

    def write(self, *formulieren: Formulier) -> bytes:
        """Return an Excel workbook; the same forms give the same bytes.

        More than one are those of the same partij and jaar in several samenwerkingen.
        """
        ...

    def veldkaart(self, *formulieren: Formulier) -> dict[str, Any] | list[dict[str, Any]]:
        """Return where every field of that workbook stands; a list with several."""
        ...

    def read(
        self, inhoud: bytes, bestandsnaam: str, inzending: str, afzender: Afzender | None = None
    ) -> tuple[GelezenFormulier, ...]:
        """Return each form in a returned file, with a finding for every doubt.

        There is always at least one; a workbook for several gemeenten holds one for each.
        """
        ...

    def fill(self, werkmap: bytes, antwoorden: Antwoorden | Standantwoorden) -> bytes:
        """Return the workbook with these answers typed into its yellow cells."""
        ...

    def annotate(self, inhoud: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes | None:
        """Return a copy of a returned file with every finding on its cell.

        None when the file cannot be opened, or cannot be copied without losing a part.
        """
        ...

    def renew(self, blanco: bytes, gelezen: Sequence[GelezenFormulier]) -> bytes:
        """Return a blank workbook with every answer that was read of an earlier file in it."""
        ...

"""Keuze: which engine makes a PDF, and why.

LibreOffice sets a final version best; the embedded engine is always there. `auto` takes
LibreOffice for a final version when it is installed together with the letter of our
templates, because another letter moves every page.
"""

import threading

from cycle.documents.pdf.ingebouwd import IngebouwdeMotor
from cycle.documents.pdf.kantoor import find_kantoor, has_letter
from cycle.documents.pdf.libreoffice import LibreOfficeMotor, SofficeMotor
from cycle.documents.pdf.motor import PdfEngine, Profiel
from cycle.settings import PdfKeuze


def choose_engine(keuze: PdfKeuze, profiel: Profiel) -> PdfKeuze:
    """Return the engine for a document, never `auto`."""
    if keuze is not PdfKeuze.AUTO:
        return keuze
    if profiel is Profiel.CONCEPT:
        return PdfKeuze.INGEBOUWD
    kantoor = find_kantoor()
    if kantoor is None or not has_letter():
        return PdfKeuze.INGEBOUWD
    return PdfKeuze.SOFFICE if kantoor.python is None else PdfKeuze.LIBREOFFICE


def make_engine(keuze: PdfKeuze) -> PdfEngine:
    """Return the engine of this name; `keuze` is not `auto`."""
    if keuze is PdfKeuze.LIBREOFFICE:
        return LibreOfficeMotor()
    if keuze is PdfKeuze.SOFFICE:
        return SofficeMotor()
    return IngebouwdeMotor()


class Motoren:
    """The engines of one run: each is made when it is first needed, and closed together."""

    def __init__(self, keuze: PdfKeuze) -> None:
        """Keep the choice of the settings."""
        self._keuze = keuze
        self._motoren: dict[PdfKeuze, PdfEngine] = {}
        self._slot = threading.Lock()

    def choose(self, profiel: Profiel) -> PdfEngine:
        """Return the engine for this profile."""
        naam = choose_engine(self._keuze, profiel)
        with self._slot:
            if naam not in self._motoren:
                self._motoren[naam] = make_engine(naam)
            return self._motoren[naam]

    def close(self) -> None:
        """Stop the processes of all engines."""
        with self._slot:
            for motor in self._motoren.values():
                motor.close()
            self._motoren.clear()

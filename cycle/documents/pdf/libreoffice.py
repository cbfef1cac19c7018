"""LibreOffice: one that stays ready for the next document, and one for each document."""

import json
import os
import signal
import subprocess
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

from cycle.documents.bladen import refusal
from cycle.documents.pdf.kantoor import Kantoor, Werkkamer, make_werkkamer, require_kantoor
from cycle.documents.pdf.motor import MotorOntbreekt, Profiel, Ruw
from cycle.documents.pdf.werker import TIJDGRENS, WERKERS, Programma, Werkploeg, too_late

_SCRIPT: Final = Path(__file__).with_name("uno_werker.py")
_OPTIES: Final[dict[Profiel, dict[str, int | bool]]] = {
    Profiel.CONCEPT: {"ExportBookmarks": True, "UseTaggedPDF": False},
    Profiel.DEFINITIEF: {
        "SelectPdfVersion": 2,
        "PDFUACompliance": True,
        "ExportBookmarks": True,
    },
}
_SOORT: Final = {bool: "boolean", int: "long"}
_RESTART: Final = (79, 81)
"""With these exit codes LibreOffice asks to be started again, as after its first start."""


class LibreOfficeMotor:
    """`PdfEngine` on a LibreOffice that is kept ready, watched and replaced when it fails."""

    def __init__(self, tijdgrens: float = TIJDGRENS, werkers: int = WERKERS) -> None:
        """Keep the time limit per document in seconds, and how many work side by side."""
        self._ploeg = Werkploeg(_programma, tijdgrens, werkers)

    def render(self, docx: bytes, profiel: Profiel) -> Ruw:
        """Return the PDF, tagged for the final profile.

        Raises:
            MotorOntbreekt: LibreOffice, or the Python that can talk to it, is not here.
            PdfMislukt: LibreOffice refuses the document, stopped or took too long.
        """
        return self._ploeg.ask(docx, {"opties": _OPTIES[profiel]})

    def close(self) -> None:
        """Stop every LibreOffice and remove its folder."""
        self._ploeg.close()


class SofficeMotor:
    """`PdfEngine` on a new LibreOffice for each document."""

    def __init__(self, tijdgrens: float = TIJDGRENS) -> None:
        """Keep the time limit per document in seconds."""
        self._tijdgrens = tijdgrens

    def render(self, docx: bytes, profiel: Profiel) -> Ruw:
        """Return the PDF, tagged for the final profile.

        Raises:
            MotorOntbreekt: LibreOffice is not on this computer.
            PdfMislukt: LibreOffice refuses the document or took too long.
        """
        kantoor = require_kantoor()
        kamer = make_werkkamer()
        try:
            return Ruw(self._convert(kantoor, kamer, docx, profiel), version_of(kantoor))
        finally:
            kamer.remove()

    def close(self) -> None:
        """Do nothing: no process outlives its document."""

    def _convert(self, kantoor: Kantoor, kamer: Werkkamer, docx: bytes, profiel: Profiel) -> bytes:
        """Return what LibreOffice makes of the document in `kamer`."""
        bron = kamer.map / "stuk.docx"
        bron.write_bytes(docx)
        opdracht = (
            str(kantoor.soffice),
            "--headless",
            "--norestore",
            "--nofirststartwizard",
            f"-env:UserInstallation={kamer.profiel}",
            "--convert-to",
            f"pdf:writer_pdf_Export:{_as_filter(profiel)}",
            "--outdir",
            str(kamer.map),
            str(bron),
        )
        code = _RESTART[0]
        while code in _RESTART:
            code = _run(opdracht, kamer, self._tijdgrens)
        doel = kamer.map / "stuk.pdf"
        if not doel.is_file():
            raise refusal(ValueError("LibreOffice maakte geen bestand"))
        return doel.read_bytes()


@lru_cache(maxsize=1)
def version_of(kantoor: Kantoor) -> str:
    """Return the name and version that LibreOffice gives itself."""
    kamer = make_werkkamer()
    try:
        antwoord = subprocess.run(  # noqa: S603 - our own command, no shell
            (str(kantoor.soffice), f"-env:UserInstallation={kamer.profiel}", "--version"),
            capture_output=True,
            text=True,
            check=False,
            timeout=TIJDGRENS,
            env=kamer.omgeving,
        )
    finally:
        kamer.remove()
    return " ".join(antwoord.stdout.split()[:2])


def _programma() -> Programma:
    """Return how the process that drives LibreOffice is started."""
    kantoor = require_kantoor()
    if kantoor.python is None:
        raise MotorOntbreekt(
            "LibreOffice staat op deze computer, maar Python kan er niet mee praten.",
            advies="Installeer het pakket python3-uno, of kies JAARSCHIJF_PDF=soffice.",
        )
    kamer = make_werkkamer()
    plekken = (str(kantoor.soffice), str(kamer.map), kamer.pijp, *map(str, kamer.sockets))
    return Programma(
        (str(kantoor.python), "-I", str(_SCRIPT), *plekken), kamer.omgeving, kamer.remove
    )


def _as_filter(profiel: Profiel) -> str:
    """Return the options in the notation of the command line."""
    return json.dumps(
        {
            naam: {"type": _SOORT[type(waarde)], "value": str(waarde).lower()}
            for naam, waarde in _OPTIES[profiel].items()
        }
    )


def _run(opdracht: tuple[str, ...], kamer: Werkkamer, tijdgrens: float) -> int:
    """Return the exit code of LibreOffice; after the time limit all of it is killed."""
    proces = subprocess.Popen(  # noqa: S603 - our own command, no shell
        opdracht,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=kamer.omgeving,
        start_new_session=True,
    )
    try:
        return proces.wait(tijdgrens)
    except subprocess.TimeoutExpired as error:
        raise too_late() from error
    finally:
        with suppress(ProcessLookupError):
            os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()

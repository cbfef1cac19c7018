"""Bestand: one content file as text, with its path as people know it."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen

GROOTSTE_BESTAND: Final = 1024 * 1024
"""Bytes of one content file; a real one has a few dozen kilobytes."""

VREEMD: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
    r"\ufffe\uffff\ud800-\udfff]"
)
"""Control characters, hidden line ends and signs that turn the reading direction around."""


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that was read; `naam` is its path relative to ``content/``."""

    naam: str
    tekst: str

    @property
    def regels(self) -> list[str]:
        """Return the lines; line 1 of the file is at index 0."""
        return self.tekst.split("\n")

    def plek(self, regel: int = 0) -> Plek:
        """Return the place of a line, counted from 1; 0 for the file as a whole."""
        return Plek(bestand=self.naam, regel=regel)


def read_bestand(content: Path, naam: str, bevindingen: Bevindingen) -> Bestand | None:
    """Return a file of `content`, or None with a finding when it cannot be read.

    A byte order mark and the line ends of any system are accepted: common editors write them.
    """
    pad = content / naam
    if not pad.is_file():
        bevindingen.fout("I101", Plek(naam), f"Het bestand {naam} ontbreekt.")
        return None
    if pad.stat().st_size > GROOTSTE_BESTAND:
        bevindingen.fout("I106", Plek(naam), f"Het bestand {naam} is groter dan 1 MB.")
        return None
    inhoud = pad.read_bytes()
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = inhoud.count(b"\n", 0, fout.start) + 1
        bevindingen.fout(
            "I102",
            Plek(naam, regel),
            "Dit bestand bevat tekens die niet als UTF-8 zijn opgeslagen.",
        )
        return None
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    return Bestand(naam=naam, tekst=_without_vreemd(naam, tekst, bevindingen))


def _without_vreemd(naam: str, tekst: str, bevindingen: Bevindingen) -> str:
    """Return the text without characters that nobody sees; each line is reported."""
    if not VREEMD.search(tekst):
        return tekst
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        gevonden = VREEMD.search(regel)
        if gevonden:
            melding = f"Hier staat een teken dat niet kan (nummer {ord(gevonden[0]):04X})."
            bevindingen.fout("I105", Plek(naam, nummer), melding)
    return VREEMD.sub("", tekst)

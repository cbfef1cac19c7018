"""Bestand: one content file as text, with its path as people know it."""

from dataclasses import dataclass
from pathlib import Path

from cycle.domain.opmaak import ILLEGAAL
from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen


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
    return Bestand(naam=naam, tekst=_without_illegaal(naam, tekst, bevindingen))


def _without_illegaal(naam: str, tekst: str, bevindingen: Bevindingen) -> str:
    """Return the text without characters that no document can hold; each line is reported."""
    if not ILLEGAAL.search(tekst):
        return tekst
    for nummer, regel in enumerate(tekst.split("\n"), start=1):
        gevonden = ILLEGAAL.search(regel)
        if gevonden:
            melding = f"Hier staat een teken dat niet kan (nummer {ord(gevonden[0]):04X})."
            bevindingen.fout("I105", Plek(naam, nummer), melding)
    return ILLEGAAL.sub("", tekst)

"""Beelden: the pictures that texts of one samenwerking use."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from cycle.domain.beeld import MAX_BYTES, read_beeld
from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen


class Beelden:
    """Reads pictures from the folder of a samenwerking, each one once."""

    def __init__(self, map_: Path, bevindingen: Bevindingen) -> None:
        self._map = map_
        self._bevindingen = bevindingen
        self._gelezen: dict[str, bytes] = {}
        self._gemeld: set[str] = set()

    @property
    def gelezen(self) -> Mapping[str, bytes]:
        """Return the bytes of every picture in use by file name."""
        return MappingProxyType(self._gelezen)

    def add(self, naam: str, plek: Plek) -> None:
        """Read a picture; one that cannot be used gives one finding, however often it is used."""
        if naam in self._gelezen or naam in self._gemeld:
            return
        fout = self._read(naam)
        if fout:
            self._gemeld.add(naam)
            self._bevindingen.fout("I154", plek, *fout)

    def _read(self, naam: str) -> tuple[str, str] | None:
        """Keep the picture, or return what is wrong with it and what to do."""
        pad = self._map / naam
        if not pad.is_file() or not pad.resolve().is_relative_to(self._map.resolve()):
            return f"De afbeelding '{naam}' staat niet in de map.", "Zet het bestand in de map."
        if pad.stat().st_size > MAX_BYTES:
            return (
                f"De afbeelding '{naam}' is groter dan {MAX_BYTES // 1024 // 1024} MB.",
                "Maak haar kleiner, bijvoorbeeld 2.000 punten breed.",
            )
        inhoud = pad.read_bytes()
        if read_beeld(inhoud) is None:
            return (
                f"De afbeelding '{naam}' is geen hele PNG of JPEG, of heeft te veel punten.",
                "Open haar in een tekenprogramma en bewaar haar opnieuw.",
            )
        self._gelezen[naam] = inhoud
        return None

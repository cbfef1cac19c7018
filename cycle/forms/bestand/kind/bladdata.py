"""Bladdata: one sheet as plain data, the only thing that leaves the process."""

import re
from dataclasses import dataclass, field
from typing import Any, Final

LAATSTE_RIJ: Final = 5000
LAATSTE_KOLOM: Final = 200
MEESTE_CELLEN: Final = 90_000

_KAAL: Final = re.compile(r"(?:General|Standaard|\\[ -]|[0#?., _()*/;-])*")
"""A format that adds no words and no percent sign to its number."""

TEKST, GETAL, PROCENT, DATUM, TIJD, LOGISCH, FOUT, FORMULE = "snpdtbef"
"""Kinds of cells. A date is ``2026-07-01``, a number a text with a dot."""


class TeGroot(Exception):
    """A file holds more cells than any form of ours."""


@dataclass(slots=True)
class Bladdata:
    """One sheet while it is read; cells are (row, column, kind, value), counted from 1.

    `formaten` are the number formats with words in them, as Excel writes them.
    """

    naam: str
    cellen: list[tuple[int, int, str, str]] = field(default_factory=list)
    buiten: tuple[int, int] | None = None
    opmerkingen: list[tuple[int, int, str, str]] = field(default_factory=list)
    doorgestreept: list[tuple[int, int]] = field(default_factory=list)
    samengevoegd: list[tuple[int, int, int, int]] = field(default_factory=list)
    verborgen: list[int] = field(default_factory=list)
    verborgen_kolommen: list[int] = field(default_factory=list)
    formaten: list[tuple[int, int, str]] = field(default_factory=list)

    def zet(self, rij: int, kolom: int, soort: str, waarde: str) -> None:
        """Keep one cell; one that lies far away is only named.

        Raises:
            TeGroot: the sheet holds too many cells.
        """
        if rij > LAATSTE_RIJ or kolom > LAATSTE_KOLOM:
            self.buiten = self.buiten or (rij, kolom)
            return
        if len(self.cellen) >= MEESTE_CELLEN:
            raise TeGroot
        self.cellen.append((rij, kolom, soort, waarde))

    def zet_formaat(self, rij: int, kolom: int, formaat: str) -> None:
        """Keep the number format of a cell when a reader sees more than a number by it."""
        if not _KAAL.fullmatch(formaat) and rij <= LAATSTE_RIJ and kolom <= LAATSTE_KOLOM:
            self.formaten.append((rij, kolom, formaat))

    def als_data(self) -> dict[str, Any]:
        """Return the sheet as plain data."""
        return {
            "naam": self.naam,
            "cellen": self.cellen,
            "buiten": self.buiten,
            "opmerkingen": self.opmerkingen,
            "doorgestreept": self.doorgestreept,
            "samengevoegd": self.samengevoegd,
            "verborgen": self.verborgen,
            "verborgen_kolommen": self.verborgen_kolommen,
            "formaten": self.formaten,
        }

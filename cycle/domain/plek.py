"""Plek: where a value comes from, precise enough to walk back to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plek:
    """A line in a content file, or a cell in a submitted workbook.

    `bestand` is a path relative to ``content/`` or the name of the workbook as it came
    in. `inzending` is the id of the submission in the store, empty for content.
    """

    bestand: str
    regel: int = 0
    blad: str = ""
    cel: str = ""
    inzending: str = ""

    def __str__(self) -> str:
        """Return ``file:line`` or ``file, sheet!cell``."""
        if self.cel:
            return f"{self.bestand}, {self.blad}!{self.cel}"
        return f"{self.bestand}:{self.regel}" if self.regel else self.bestand

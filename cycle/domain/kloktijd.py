"""Kloktijd: from when until when a meeting lasts, on the clock of that day in Amsterdam."""

import re
from dataclasses import dataclass
from typing import Final

import pendulum

_VORM: Final = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d) ?[-–] ?([01]?\d|2[0-3])[.:]([0-5]\d)")


@dataclass(frozen=True, slots=True)
class Kloktijd:
    """Begin and end on one day; `einde` always comes after `begin`."""

    begin: pendulum.Time
    einde: pendulum.Time

    def __str__(self) -> str:
        """Return how a content file writes it: ``13.30-15.30``."""
        return f"{self.begin:%H.%M}-{self.einde:%H.%M}"

    @property
    def tekst(self) -> str:
        """Return it in words: ``13.30 tot 15.30 uur``."""
        return f"{self.begin:%H.%M} tot {self.einde:%H.%M} uur"


def read_kloktijd(tekst: str) -> Kloktijd | None:
    """Return what ``13.30-15.30`` says, None when it does not say two times in order."""
    gevonden = _VORM.fullmatch(tekst.strip())
    if gevonden is None:
        return None
    uur, minuut, einduur, eindminuut = map(int, gevonden.groups())
    tijd = Kloktijd(pendulum.time(uur, minuut), pendulum.time(einduur, eindminuut))
    return tijd if tijd.begin < tijd.einde else None

"""Wekker: from which day on a cyclus must be looked at again, when nothing changes.

The daily run sets it. Whatever is written about a cyclus sets it back to `DIRECT`, and so
does a change in the content: `kenmerk` tells that apart without reading any file.
"""

from dataclasses import dataclass
from typing import Final

import pendulum

DIRECT: Final = pendulum.date(1, 1, 1)
"""The cyclus must be looked at by the next run."""


@dataclass(frozen=True, slots=True)
class Wekker:
    """One cyclus that rests from the day `gezet` until `dag`.

    `kenmerk` is that of the content for which it was set.
    """

    samenwerking: str
    jaar: int
    gezet: pendulum.Date
    dag: pendulum.Date
    kenmerk: str

    def loopt_af(self, vandaag: pendulum.Date, kenmerk: str) -> bool:
        """Return whether the cyclus must be looked at today; `kenmerk` is that of now.

        A clock that was put back says nothing about the days before `gezet`.
        """
        rust = self.gezet <= vandaag < self.dag
        return not rust or self.kenmerk != kenmerk

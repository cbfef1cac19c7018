"""Schoolvakanties: days to avoid for a meeting. They never move a legal date."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pendulum


class Schoolregio(StrEnum):
    """The three parts of the country that the ministry gives their own school holidays."""

    NOORD = "Noord"
    MIDDEN = "Midden"
    ZUID = "Zuid"


@dataclass(frozen=True, slots=True)
class Schoolvakantie:
    """One school holiday, from its first Saturday up to and including its last Sunday."""

    naam: str
    van: pendulum.Date
    tot_en_met: pendulum.Date
    bron: str


@dataclass(frozen=True, slots=True)
class Schoolvakanties:
    """The school holidays of one region; `jaren` are those of which the autumn is known."""

    vakanties: tuple[Schoolvakantie, ...] = ()
    jaren: frozenset[int] = frozenset()

    def op(self, dag: pendulum.Date) -> Schoolvakantie | None:
        """Return the school holiday in which `dag` falls, None when it falls in none."""
        return next((v for v in self.vakanties if v.van <= dag <= v.tot_en_met), None)


GEEN_VAKANTIES: Final = Schoolvakanties()
"""Of a samenwerking that named no region: no day is avoided."""

"""Regelprofielen: the rules of one legal regime, and which regime a jaarschijf falls under.

A profile holds for every jaarschijf whose bod is due while it is in force. A day of
entering into force that nobody knows yet is left empty and never guessed: such a profile
counts only for a samenwerking that names it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import pendulum

from cycle.domain.errors import NietGevonden
from cycle.domain.kalender import (
    REGELMAP,
    IsWerkdag,
    Termijn,
    TermijnRegel,
    compute_termijnen,
)
from cycle.domain.partij import Orgaan
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Jaar

_PEILDAG: Final = (7, 1)
"""Month and day of K on which the bod must be there: the profile of that day counts."""


class Geschilsoort(StrEnum):
    """What a geschil before the minister can be about."""

    TOTSTANDKOMING = "totstandkoming"
    NAKOMING = "nakoming"


GESCHIL_TEKST: Final[Mapping[Geschilsoort, str]] = MappingProxyType(
    {
        Geschilsoort.TOTSTANDKOMING: "het maken van de afspraken",
        Geschilsoort.NAKOMING: "het nakomen van de afspraken",
    }
)
"""What a geschil is about, in words."""


@dataclass(frozen=True, slots=True)
class Regelprofiel:
    """The rules for deadlines under one law.

    `geldig_van` and `geldig_tot` are its first and last day, None when not known. `onzeker`
    says in words what is not certain. `grondslag` is the policy that afspraken lean on and
    `grondslag_orgaan` the orgaan that adopts it.
    """

    code: str
    naam: str
    bron: str
    onzeker: str
    grondslag: str
    grondslag_orgaan: Orgaan
    geschil_over: tuple[Geschilsoort, ...]
    regels: tuple[TermijnRegel, ...]
    plek: Plek
    geldig_van: pendulum.Date | None = None
    geldig_tot: pendulum.Date | None = None

    def is_geldig(self, jaarschijf: int) -> bool:
        """Return whether the law is known to hold for the making of `jaarschijf`."""
        dag = pendulum.date(jaarschijf - 1, *_PEILDAG)
        return (
            self.geldig_van is not None
            and self.geldig_van <= dag
            and (self.geldig_tot is None or dag <= self.geldig_tot)
        )

    def termijnen(self, jaar: Jaar, is_werkdag: IsWerkdag) -> tuple[Termijn, ...]:
        """Return the deadlines of one jaarschijf; a real day replaces the day of its rule.

        Raises:
            InvoerError: a rule counts from one that does not hold in this year.
        """
        vast = tuple(jaar.vaste_datums.items())
        return _compute_once(self.regels, jaar.jaar, is_werkdag, vast)


@lru_cache(maxsize=256)
def _compute_once(
    regels: tuple[TermijnRegel, ...],
    jaar: int,
    is_werkdag: IsWerkdag,
    vast: tuple[tuple[str, pendulum.Date], ...],
) -> tuple[Termijn, ...]:
    """Return the deadlines, counted once: every look at a cyclus asks for them several times."""
    return compute_termijnen(regels, jaar, is_werkdag, dict(vast))


def select_regelprofiel(
    profielen: Sequence[Regelprofiel], jaarschijf: int, gekozen: str = ""
) -> Regelprofiel:
    """Return the profile that a samenwerking chose, or else the one of the date.

    Of several that hold, the last to enter into force counts. Before the first law and
    after the last one the nearest profile answers, so that a calendar exists for any year.

    Raises:
        NietGevonden: there is no profile `gekozen`, or none with a first day.
    """
    if gekozen:
        for profiel in profielen:
            if profiel.code == gekozen:
                return profiel
        bekend = ", ".join(p.code for p in profielen)
        raise NietGevonden(
            f"Het regelprofiel '{gekozen}' bestaat niet.", advies=f"Kies uit: {bekend}."
        )
    gedateerd = sorted(
        ((p.geldig_van, p) for p in profielen if p.geldig_van), key=lambda paar: paar[0]
    )
    if not gedateerd:
        raise NietGevonden(
            "Geen enkel regelprofiel heeft een eerste dag.",
            advies="Vul bij een profiel 'geldig_van' in.",
            plek=REGELMAP,
        )
    dag = pendulum.date(jaarschijf - 1, *_PEILDAG)
    geldig = [p for _, p in gedateerd if p.is_geldig(jaarschijf)]
    begonnen = [p for van, p in gedateerd if van <= dag]
    return (geldig or begonnen or [gedateerd[0][1]])[-1]

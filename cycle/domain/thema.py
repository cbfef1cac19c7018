"""Themas: the chapters of an agreement, each with its context, ambitie and afspraken."""

from dataclasses import dataclass

from cycle.domain.afspraak import Afspraak
from cycle.domain.cijfertabel import Cijfertabel


@dataclass(frozen=True, slots=True)
class Thema:
    """One thema in the order of the agreement; texts are Markdown."""

    code: str
    naam: str
    context: str
    ambitie: str
    afspraken: tuple[Afspraak, ...]
    tabellen: tuple[Cijfertabel, ...] = ()

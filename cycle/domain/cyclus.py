"""Cyclus: one jaarschijf in the making, as kept in the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

import pendulum

from cycle.domain.fase import Fase


@dataclass(frozen=True, slots=True)
class Cyclus:
    """One samenwerking in one jaar (J): its fase, and the content it started with.

    `content_hash` is the sha256 over the content files at the start. `voorbeeld` marks a
    cyclus played with example figures; the daily run leaves it alone.
    """

    samenwerking: str
    jaar: int
    fase: Fase
    gestart_op: pendulum.Date
    content_hash: str
    voorbeeld: bool = False


@dataclass(frozen=True, slots=True)
class Inzending:
    """One submitted workbook: who, when, which bytes, and which version of that partij."""

    id: str
    partij: str
    versie: int
    bestandsnaam: str
    sha256: str
    ontvangen_op: pendulum.Date


@dataclass(frozen=True, slots=True)
class Concept:
    """One version of the jaarschijf: `code` binds decisions to its content.

    `versie` counts 0.1, 0.2, … for drafts and 1.0 for the adopted text; when that adoption is
    undone, drafts go on as 1.1, 1.2, … and the next adopted text is 2.0. `gegevens` is the
    sha256 of the stored jaarschijf data from which it can be traced and rendered again.
    """

    versie: str
    code: str
    gegevens: str
    gemaakt_op: pendulum.Date
    vastgesteld: bool = False


def name_tekenronde(versie: str) -> str:
    """Return what sets mail about signing this version apart; the first round needs nothing."""
    return versie if int(versie.partition(".")[0] or 0) > 1 else ""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document that was made: its kind, for whom, its file name and its bytes."""

    soort: str
    partij: str
    versie: str
    naam: str
    sha256: str


def next_versie(eerdere: Sequence[Concept]) -> str:
    """Return the number of the next draft."""
    sinds_vaststelling = sum(1 for _ in takewhile(lambda c: not c.vastgesteld, reversed(eerdere)))
    return f"{sum(concept.vastgesteld for concept in eerdere)}.{sinds_vaststelling + 1}"


def next_vastgesteld(eerdere: Sequence[Concept]) -> str:
    """Return the number of the next adopted text."""
    return f"{sum(concept.vastgesteld for concept in eerdere) + 1}.0"

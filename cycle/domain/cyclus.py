"""Cyclus: one jaarschijf in the making, as kept in the store."""

from dataclasses import dataclass

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

    `versie` counts 0.1, 0.2, … for drafts and 1.0 for the adopted text. `gegevens` is the
    sha256 of the stored jaarschijf data from which it can be traced and rendered again.
    """

    versie: str
    code: str
    gegevens: str
    gemaakt_op: pendulum.Date
    vastgesteld: bool = False


@dataclass(frozen=True, slots=True)
class Stuk:
    """A document that was made: its kind, for whom, its file name and its bytes."""

    soort: str
    partij: str
    versie: str
    naam: str
    sha256: str

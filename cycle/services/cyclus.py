"""Finding a cyclus and moving it: what every use case starts and ends with."""

from dataclasses import dataclass, replace

import pendulum

from cycle.domain.cyclus import Concept, Cyclus
from cycle.domain.errors import BesluitError, FaseError, NietGevonden
from cycle.domain.fase import Fase, FaseOvergang, check_stap
from cycle.domain.kalender import Termijn
from cycle.domain.notatie import datum
from cycle.domain.regelprofiel import select_regelprofiel
from cycle.domain.samenwerking import Samenwerking
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a step did: one Dutch sentence, and whether anything changed at all."""

    melding: str
    gedaan: bool = True
    stukken: tuple[str, ...] = ()


def require_cyclus(tx: CyclusStore, samenwerking: str, jaar: int) -> Cyclus:
    """Return the cyclus.

    Raises:
        NietGevonden: it was not started.
    """
    cyclus = tx.get(samenwerking, jaar)
    if cyclus is None:
        raise NietGevonden(
            f"De jaarschijf {jaar} van {samenwerking} is nog niet gestart.",
            advies=f"Start de cyclus met: jaarschijf cyclus start {samenwerking} {jaar}",
        )
    return cyclus


def require_concept(tx: CyclusStore, cyclus: Cyclus) -> Concept:
    """Return the version that now counts.

    Raises:
        FaseError: no concept was made yet.
    """
    concepten = tx.concepten(cyclus)
    if not concepten:
        raise FaseError(
            f"Er is nog geen concept van de jaarschijf {cyclus.jaar}.",
            advies=f"Maak het met: jaarschijf concept {cyclus.samenwerking} {cyclus.jaar}",
        )
    return concepten[-1]


def require_vastgesteld(tx: CyclusStore, cyclus: Cyclus) -> Concept:
    """Return the adopted version.

    Raises:
        FaseError: nothing was adopted yet; no reason can stand in for a fixed text.
    """
    concept = require_concept(tx, cyclus)
    if not concept.vastgesteld:
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is nog niet vastgesteld.",
            advies=(
                "Stel eerst vast met: "
                f"jaarschijf cyclus fase {cyclus.samenwerking} {cyclus.jaar} vaststelling"
            ),
        )
    return concept


def move_fase(
    tx: CyclusStore, cyclus: Cyclus, naar: Fase, *, op: pendulum.Date, reden: str = ""
) -> Cyclus:
    """Return the cyclus in its new fase; the step is logged with its reason.

    Raises:
        FaseError: the step is not the next one and no reason is given.
    """
    check_stap(cyclus.fase, naar, reden)
    tx.move(cyclus, FaseOvergang(naar, op, reden))
    return replace(cyclus, fase=naar)


def list_termijnen(toolkit: Toolkit, samenwerking: Samenwerking, jaar: int) -> tuple[Termijn, ...]:
    """Return the deadlines for `jaar`; a meeting with a real date replaces the default day."""
    bibliotheek = toolkit.bibliotheek
    profiel = select_regelprofiel(bibliotheek.regelprofielen(), jaar, samenwerking.regelprofiel)
    return profiel.termijnen(samenwerking.jaar(jaar), bibliotheek.is_werkdag())


def check_dag(op: pendulum.Date, vandaag: pendulum.Date) -> None:
    """Refuse the day of a decision or signature that is still to come.

    Raises:
        BesluitError: `op` lies after today, which is nearly always a typing error.
    """
    if op > vandaag:
        raise BesluitError(
            f"De dag {datum(op)} moet nog komen. Vandaag is het {datum(vandaag)}.",
            advies="Controleer de datum. Leg een besluit pas vast als het er is.",
        )


def check_tekendag(op: pendulum.Date, bevroren_op: pendulum.Date, vandaag: pendulum.Date) -> None:
    """Refuse a signature of a day on which the adopted version was not there yet.

    Who signs today always may: the clock can have been ahead when the text was frozen.

    Raises:
        BesluitError: `op` lies before the day of freezing.
    """
    if op < min(bevroren_op, vandaag):
        raise BesluitError(
            f"De dag van tekenen is {datum(op)}. De jaarschijf is pas vastgesteld op "
            f"{datum(bevroren_op)}.",
            advies="Controleer de datum. Laat de vastgestelde versie tekenen.",
        )

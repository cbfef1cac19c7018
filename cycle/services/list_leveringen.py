"""Leveringen: the checklist of what must be with whom before 15 December, and how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass

import pendulum

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.cyclus import Cyclus
from cycle.domain.fase import Fase
from cycle.domain.kalender import Soort, termijn
from cycle.domain.levering import (
    Leverregel,
    Leverstaat,
    Rvcregel,
    list_leverregels,
    list_rvcregels,
    load_levering,
)
from cycle.domain.notatie import datum, opsomming
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import list_termijnen, require_cyclus
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit

LEVERING = "levering"
"""Under which kind a delivery is kept among what happened."""


@dataclass(frozen=True, slots=True)
class Leverlijst:
    """The checklist: its rows, the days of the raden van commissarissen, and the open points.

    `uiterlijk` is the last day that is in time, `plandatum` the working day to aim for.
    """

    uiterlijk: pendulum.Date
    plandatum: pendulum.Date
    regels: tuple[Leverregel, ...]
    rvc: tuple[Rvcregel, ...]
    punten: tuple[Bevinding, ...]


def list_leveringen(toolkit: Toolkit, samenwerking: str, jaar: int) -> Leverlijst:
    """Return what each corporatie sent to whom, and what is open.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        return load_leverlijst(toolkit, tx, require_cyclus(tx, samenwerking, jaar), inhoud)


def load_leverlijst(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> Leverlijst:
    """Return the checklist inside a transaction."""
    regel = termijn(list_termijnen(toolkit, inhoud, cyclus.jaar), "levering")
    uiterlijk = regel.datum_wettelijk
    if regel.soort is Soort.VOOR:
        uiterlijk = uiterlijk.subtract(days=1)
    leveringen = [load_levering(tekst) for s, _, tekst in tx.feiten(cyclus) if s == LEVERING]
    regels = list_leverregels(inhoud, leveringen, uiterlijk, toolkit.klok.vandaag())
    rvc = list_rvcregels(inhoud, leveringen, uiterlijk)
    return Leverlijst(
        uiterlijk, regel.datum, regels, rvc, (*_leverpunten(regels, uiterlijk), *_rvcpunten(rvc))
    )


def remind_leveringen(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> Iterator[str]:
    """Yield one sentence while deliveries are open or without proof, nothing after that."""
    if cyclus.fase not in (Fase.ONDERTEKENING, Fase.VERZONDEN):
        return
    lijst = load_leverlijst(toolkit, tx, cyclus, inhoud)
    aantal = sum(regel.staat is not Leverstaat.GELEVERD for regel in lijst.regels)
    if aantal:
        wat = "Bij 1 levering" if aantal == 1 else f"Bij {aantal} leveringen"
        yield (
            f"{wat} missen nog stukken of bewijs, uiterlijk {datum(lijst.uiterlijk)}. Zie: "
            f"jaarschijf dossier levering {cyclus.samenwerking} {cyclus.jaar}"
        )


def _leverpunten(regels: tuple[Leverregel, ...], uiterlijk: pendulum.Date) -> Iterator[Bevinding]:
    """Yield what is open per row."""
    for regel in regels:
        plek = f"{regel.corporatie}/{regel.ontvanger}"
        wie = f"{regel.corporatie_naam} aan {regel.ontvanger_naam}"
        if regel.mist:
            wat = opsomming([stuk.naam for stuk in regel.mist])
            yield _punt(
                "D201",
                plek,
                f"Nog te leveren door {wie}: {wat}.",
                "Leg de levering vast met: jaarschijf dossier geleverd.",
            )
        elif regel.staat is Leverstaat.ZONDER_BEWIJS:
            yield _punt(
                "D202",
                plek,
                f"Van de levering door {wie} is er geen bewijs.",
                "Leg haar nog eens vast, met --bewijs en het bestand dat de levering laat zien.",
            )
        if regel.is_te_laat:
            yield _punt(
                "D203",
                plek,
                f"De levering door {wie} moest er op {datum(uiterlijk)} zijn.",
                "Lever alsnog, en bewaar de reden bij het dossier.",
            )


def _rvcpunten(rvc: tuple[Rvcregel, ...]) -> Iterator[Bevinding]:
    """Yield the raden van commissarissen that decided too late, or of whom nothing is known."""
    for regel in rvc:
        if regel.rvc_op is None:
            yield _punt(
                "D204",
                regel.corporatie,
                f"Het is niet bekend wanneer de raad van commissarissen van "
                f"{regel.corporatie_naam} de meerjarenbegroting goedkeurde.",
                "Geef die dag bij de levering mee, met --rvc.",
            )
        elif not regel.is_goed:
            yield _punt(
                "D205",
                regel.corporatie,
                f"De raad van commissarissen van {regel.corporatie_naam} besloot op "
                f"{datum(regel.rvc_op)}. Dat is niet voor de levering op "
                f"{datum(regel.geleverd_op)}.",
                "Controleer de dagen. Lever opnieuw als de raad later besloot.",
            )


def _punt(code: str, plek: str, melding: str, advies: str) -> Bevinding:
    """Return an open point; none of them stops anything."""
    return Bevinding(code, Ernst.WAARSCHUWING, plek, melding, advies)

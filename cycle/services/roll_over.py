"""Vervolg: the next year begins with what this one left; afspraken keep their ids."""

from dataclasses import dataclass

from cycle.domain.kickoffweergave import Restpunt
from cycle.domain.nieuwjaar import propose_jaar
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import Uitkomst
from cycle.services.meenemen import list_restpunten
from cycle.services.ports import Toolkit
from cycle.services.start_cyclus import start_cyclus
from cycle.services.vergadering import load_besproken


@dataclass(frozen=True, slots=True)
class Vervolg:
    """How the year began, the file that got a proposal for its days, and what goes along.

    `bestand` is empty when the days were there already, or when there is no year before.
    """

    uitkomst: Uitkomst
    bestand: str
    samenwerking: Samenwerking
    restpunten: tuple[Restpunt, ...]
    heropend: tuple[str, ...]


def roll_over(toolkit: Toolkit, samenwerking: str, jaar: int) -> Vervolg:
    """Start the cyclus for `jaar` and return what it takes along from the year before.

    Meetings and meeting days are proposed in the content when they are not there yet. Done
    again nothing changes.

    Raises:
        InhoudOnbruikbaar: the content has faults.
        InvoerError: `jaar` lies outside the period of the agreement.
    """
    uitkomst = start_cyclus(toolkit, samenwerking, jaar)
    inhoud = toolkit.bibliotheek.load(samenwerking)
    bestand = ""
    if jaar not in inhoud.jaren:
        voorstel = propose_jaar(inhoud, jaar, toolkit.bibliotheek.is_werkdag())
        if voorstel:
            bestand = str(toolkit.bibliotheek.add_jaar(samenwerking, voorstel))
            inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        restpunten = list_restpunten(toolkit, tx, inhoud, jaar)
        besproken = load_besproken(tx, inhoud, jaar)
    heropend = tuple(f"{d.naam}: {d.heropend}" for d in besproken.dossiers if d.heropend)
    return Vervolg(uitkomst, bestand, inhoud, restpunten, heropend)

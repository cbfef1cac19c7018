"""Heropenen: what a conditional dossier waited for has happened."""

from dataclasses import dataclass

import pendulum

from cycle.domain.errors import BesluitError, NietGevonden
from cycle.domain.heropening import Heropening
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Dossier, Samenwerking
from cycle.services.cyclus import Uitkomst, check_dag, require_cyclus
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Gebeurd:
    """Which dossier re-opens, why, and on which day it happened."""

    dossier: str
    reden: str
    op: pendulum.Date


def reopen_dossier(toolkit: Toolkit, samenwerking: str, jaar: int, gebeurd: Gebeurd) -> Uitkomst:
    """Register that the trigger of a dossier happened.

    The named afspraken show as re-opened in the status, in the next concept and on the agenda
    of the next startbijeenkomst. What they become is for partijen to settle.

    Raises:
        BesluitError: there is no reason, or the day is still to come.
        NietGevonden: the cyclus or the dossier does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    dossier = _find_dossier(inhoud, gebeurd.dossier)
    check_dag(gebeurd.op, toolkit.klok.vandaag())
    if not gebeurd.reden.strip():
        raise BesluitError(
            "Bij het heropenen van een dossier hoort een reden.",
            advies="Schrijf in een of twee zinnen wat er is gebeurd, met --reden.",
        )
    heropening = Heropening(dossier.code, gebeurd.op, gebeurd.reden.strip())
    nummers = {afspraak.id: str(afspraak.nummer) for afspraak in inhoud.afspraken}
    open_ = opsomming([nummers[code] for code in dossier.afspraken])
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if heropening in tx.heropeningen(cyclus):
            return Uitkomst(f"Het dossier {dossier.naam} was al heropend.", gedaan=False)
        tx.add_heropening(cyclus, heropening)
    return Uitkomst(f"Het dossier {dossier.naam} is heropend. Het gaat om afspraak {open_}.")


def _find_dossier(inhoud: Samenwerking, code: str) -> Dossier:
    """Return the dossier with this code."""
    for dossier in inhoud.dossiers:
        if dossier.code == code:
            return dossier
    bekend = ", ".join(dossier.code for dossier in inhoud.dossiers)
    raise NietGevonden(
        f"Het dossier '{code}' bestaat niet in {inhoud.naam}.",
        advies=f"Kies uit: {bekend or 'geen enkel dossier'}.",
    )

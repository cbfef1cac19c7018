"""Kickoff: the startbijeenkomst was held and the top 3 of the year is known."""

from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.services.cyclus import Uitkomst, move_fase, require_cyclus
from cycle.services.ports import Toolkit


def hold_kickoff(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Register the startbijeenkomst and the prioriteiten that were chosen there.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    namen = {thema.code: thema.naam for thema in inhoud.themas}
    top = [namen[code] for code in inhoud.jaar(jaar).prioriteiten]
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.VOORBEREIDING):
            return Uitkomst("De startbijeenkomst was al vastgelegd.", gedaan=False)
        tx.add_feit(cyclus, "kickoff", vandaag, opsomming(top) or "geen top 3 gekozen")
        move_fase(tx, cyclus, Fase.KICKOFF, op=vandaag, reden=reden)
    keuze = f" Prioriteiten: {opsomming(top)}." if top else ""
    return Uitkomst(f"De startbijeenkomst is vastgelegd.{keuze}")

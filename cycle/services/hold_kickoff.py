"""Kickoff: the startbijeenkomst was held and the top 3 of the year is known."""

import pendulum

from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stem import Topkeuze, count_stemmen, name_keuze
from cycle.services.cyclus import Uitkomst, move_fase, require_cyclus
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.vergadering import load_besproken

_UITSLAG = "De uitslag van de stemming."


def hold_kickoff(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Register the startbijeenkomst and the prioriteiten that were chosen there.

    Those of the content come first, then what the meeting decided, then the outcome of the
    vote. A tie is for the meeting to settle; with a reason the year starts without a top 3.

    Raises:
        FaseError: the vote ended in a tie and no reason is given.
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.VOORBEREIDING):
            return Uitkomst("De startbijeenkomst was al vastgelegd.", gedaan=False)
        _store_uitslag(tx, cyclus, inhoud, vandaag, reden)
        besproken = load_besproken(tx, inhoud, jaar)
        top = [name_keuze(inhoud, code) for code in besproken.jaar(jaar).prioriteiten]
        tx.add_feit(cyclus, "kickoff", vandaag, opsomming(top) or "geen top 3 gekozen")
        move_fase(tx, cyclus, Fase.KICKOFF, op=vandaag, reden=reden)
    keuze = f" Prioriteiten: {opsomming(top)}." if top else ""
    return Uitkomst(f"De startbijeenkomst is vastgelegd.{keuze}")


def _store_uitslag(
    tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, vandaag: pendulum.Date, reden: str
) -> None:
    """Keep the outcome of the vote when the meeting or the content say nothing else.

    Raises:
        FaseError: there is a tie and no reason is given.
    """
    if tx.topkeuzes(cyclus) or inhoud.jaar(cyclus.jaar).prioriteiten:
        return
    uitslag = count_stemmen(tx.stemmen(cyclus))
    if uitslag.top:
        tx.add_topkeuze(cyclus, Topkeuze(uitslag.top, vandaag, _UITSLAG))
    elif uitslag.gelijk and not reden.strip():
        groepen = [
            opsomming([name_keuze(inhoud, keuze) for keuze in groep]) for groep in uitslag.gelijk
        ]
        raise FaseError(
            f"De stemming eindigt gelijk tussen {'; en tussen '.join(groepen)}.",
            advies="Laat de bijeenkomst kiezen en leg dat vast met: jaarschijf kickoff kies "
            f'{cyclus.samenwerking} {cyclus.jaar} KEUZE… --reden "…"',
        )

"""Rust: let a cyclus be until the first day on which something may have to be done."""

from typing import Final

import pendulum

from cycle.domain.bericht import Berichtstaat
from cycle.domain.cyclus import Cyclus
from cycle.domain.kalender import plus_dagen
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.weekoverzicht import plan_post
from cycle.domain.wekker import Wekker
from cycle.services.cyclus import list_termijnen, require_cyclus
from cycle.services.list_taken import known_gestuurd, list_taken
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit

HORIZON: Final = 28
"""Days after which a cyclus is looked at in any case."""


def rest_cyclus(toolkit: Toolkit, samenwerking: str, jaar: int) -> pendulum.Date:
    """Return the day until which the daily run leaves a cyclus alone, after keeping it.

    That is the first day on which a mail falls due, or a deadline comes or has just passed.
    While a message is on its way there is no rest: each run of today tries it again. What is
    written about the cyclus before that day ends its rest, and so does a change in its
    content.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    kenmerk = toolkit.bibliotheek.kenmerk(samenwerking)  # before reading: a change then counts
    inhoud = toolkit.bibliotheek.load(samenwerking)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        dag = _find_dag(toolkit, tx, cyclus, inhoud)
        tx.set_wekker(Wekker(samenwerking, jaar, vandaag, dag, kenmerk))
    return dag


def _find_dag(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> pendulum.Date:
    """Return the first day on which there may be something to do, today when mail waits."""
    vandaag = toolkit.klok.vandaag()
    onderweg = (Berichtstaat.GEPLAND, Berichtstaat.BEZIG)
    if any(post.staat in onderweg for post in tx.post(cyclus)):
        return vandaag
    morgen = plus_dagen(vandaag, 1)
    termijnen = list_termijnen(toolkit, inhoud, cyclus.jaar)
    dagen = [dag for t in termijnen for dag in (t.datum, plus_dagen(t.datum, 1)) if dag >= morgen]
    tot = min([*dagen, vandaag.add(days=HORIZON)])
    taken = list_taken(toolkit, tx, cyclus, inhoud)
    komende = [plus_dagen(vandaag, over) for over in range(1, (tot - vandaag).days)]
    gestuurd = known_gestuurd(tx, [cyclus], taken, komende)
    return next((dag for dag in komende if plan_post(taken, dag, gestuurd)), tot)

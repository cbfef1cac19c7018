"""Postcontrole: hold what is still owed against what was and will be mailed."""

from collections.abc import Container

import pendulum

from cycle.domain.bevinding import Bevinding
from cycle.domain.postcontrole import Verwachting, check_post
from cycle.domain.taak import Taak
from cycle.domain.taakwoorden import describe_kort
from cycle.services.cyclus import require_cyclus
from cycle.services.list_taken import list_taken
from cycle.services.ports import Toolkit


def reconcile_post(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[Bevinding, ...]:
    """Return a finding for every open obligation without a reminder to come, and for lost mail.

    A weekoverzicht does not count: it comes as long as something is open. Nothing is changed.
    It may be asked at any moment; the daily run does it last.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        alle = list_taken(toolkit, tx, cyclus, inhoud)
        taken = [taak for taak in alle if not taak.verplichting.is_voorbij(vandaag)]
        bekend = tx.known_herinneringen([s for taak in taken for s in taak.sleutels])
        post = tx.post(cyclus)
    verwachtingen = (
        Verwachting(
            sleutel=taak.verplichting.sleutel,
            wie=inhoud.partij(taak.verplichting.partij).naam,
            wat=describe_kort(taak.verplichting),
            aan=taak.adressen.partij,
            volgende=_volgende(taak, vandaag, bekend),
            staten=tuple(bekend[s] for s in taak.sleutels if s in bekend),
        )
        for taak in taken
    )
    return check_post(verwachtingen, post, vandaag, plek=f"{samenwerking}/{jaar}")


def _volgende(taak: Taak, vandaag: pendulum.Date, bekend: Container[str]) -> pendulum.Date | None:
    """Return the first day from today on which a reminder falls due, None when none will."""
    eerste = taak.dagen.eerste_vanaf(vandaag)
    for dag in (eerste, *(h.op for h in taak.herinneringen if h.op > eerste)):
        if taak.due(dag, bekend):
            return dag
    return None

"""Postcontrole: hold what is still owed against what was and will be mailed."""

from collections.abc import Container

import pendulum

from cycle.domain.bevinding import Bevinding
from cycle.domain.kalender import plus_dagen
from cycle.domain.postcontrole import Verwachting, check_post
from cycle.domain.taak import Taak
from cycle.domain.taakwoorden import describe_kort
from cycle.domain.weekoverzicht import VOORUIT, next_post
from cycle.services.cyclus import require_cyclus
from cycle.services.list_taken import known_gestuurd, list_taken
from cycle.services.ports import Toolkit


def reconcile_post(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[Bevinding, ...]:
    """Return a finding for every open obligation without a mail to come, and for lost mail.

    Nothing is changed. It may be asked at any moment; the daily run does it last.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    vandaag = toolkit.klok.vandaag()
    dagen = [plus_dagen(vandaag, dag) for dag in range(VOORUIT)]
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        taken = [
            taak
            for taak in list_taken(toolkit, tx, cyclus, inhoud)
            if not taak.verplichting.is_voorbij(vandaag)
        ]
        gestuurd = known_gestuurd(tx, [cyclus], taken, dagen)
        over = tx.find_herinneringpost([sleutel for taak in taken for sleutel in taak.sleutels])
        post = tx.post(cyclus)
    verwachtingen = (
        Verwachting(
            sleutel=taak.verplichting.sleutel,
            wie=inhoud.partij(taak.verplichting.partij).naam,
            wat=describe_kort(taak.verplichting),
            aan=taak.adressen.partij,
            volgende=_volgende(taak, vandaag, gestuurd),
            berichten=tuple(over[s] for s in taak.sleutels if s in over),
        )
        for taak in taken
    )
    return check_post(verwachtingen, post, vandaag, plek=f"{samenwerking}/{jaar}")


def _volgende(taak: Taak, vandaag: pendulum.Date, gestuurd: Container[str]) -> pendulum.Date | None:
    """Return the first day from today on which its partij gets a mail, None when none will."""
    post = next_post([taak], taak.adressen.partij, vandaag, gestuurd)
    return post.dag if post else None

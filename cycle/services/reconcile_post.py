"""Postcontrole: hold what is still owed against what was and will be mailed."""

import pendulum

from cycle.domain.bevinding import Bevinding
from cycle.domain.herinnering import due_herinneringen, plan_herinneringen
from cycle.domain.partij import ORGAAN_NAAM
from cycle.domain.postcontrole import Verwachting, check_post
from cycle.domain.verplichting import Verplichting
from cycle.services.cyclus import require_cyclus
from cycle.services.list_openstaand import list_openstaand
from cycle.services.ports import Toolkit


def reconcile_post(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[Bevinding, ...]:
    """Return a finding for every open obligation without a mail to come, and for lost mail.

    Nothing is changed. It may be asked at any moment; the daily run does it last.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        openstaand = list_openstaand(toolkit, tx, cyclus, inhoud)
        post = tx.post(cyclus)
    bekend = [p.bericht.sleutel for p in post]
    verwachtingen = (
        Verwachting(
            sleutel=v.sleutel,
            wie=inhoud.partij(v.partij).naam,
            wat=_wat(v),
            aan=inhoud.partij(v.partij).mail,
            volgende=_volgende(toolkit, v, bekend),
            berichten=tuple(p for p in post if p.bericht.sleutel.startswith(f"{v.sleutel}/")),
        )
        for v in openstaand
    )
    return check_post(verwachtingen, post, toolkit.klok.vandaag(), plek=f"{samenwerking}/{jaar}")


def _wat(verplichting: Verplichting) -> str:
    """Return what is owed, in a word or two."""
    orgaan = f" van {ORGAAN_NAAM[verplichting.orgaan]}" if verplichting.orgaan else ""
    return f"{verplichting.soort.value}{orgaan}"


def _volgende(
    toolkit: Toolkit, verplichting: Verplichting, bekend: list[str]
) -> pendulum.Date | None:
    """Return the first day from today on which a reminder falls due, None when none will."""
    vandaag, is_werkdag = toolkit.klok.vandaag(), toolkit.bibliotheek.is_werkdag()
    eerste = vandaag
    while not is_werkdag(eerste):
        eerste = eerste.add(days=1)
    treden = plan_herinneringen(verplichting, is_werkdag)
    for dag in (eerste, *(h.op for h in treden if h.op > eerste)):
        if due_herinneringen([verplichting], dag, bekend, is_werkdag):
            return dag
    return None

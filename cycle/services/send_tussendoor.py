"""Tussendoor versturen: hand over what stands ready between two daily rounds."""

from cycle.domain.fase import Fase
from cycle.domain.postverslag import Postverslag
from cycle.services.cyclus import require_cyclus
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.ports import Toolkit
from cycle.services.send_berichten import send_berichten


def send_tussendoor(toolkit: Toolkit, samenwerking: str, jaar: int) -> Postverslag:
    """Hand over every message that is due and return what became of each.

    A reminder that still waits, because the post was away, is first made equal to what
    should be said now: its task may be done since.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        wachtend = tx.wachtende_herinneringen(cyclus)
        alle = tx.list_cycli() if wachtend else ()
    if wachtend:
        plan_herinneringen(
            toolkit,
            [c for c in alle if c.fase is not Fase.AFGEROND and c.voorbeeld == cyclus.voorbeeld],
        )
    return send_berichten(toolkit, samenwerking, jaar)

"""Uitbak: hand over what stands ready in the outbox, each message once."""

from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit


def send_berichten(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[str, ...]:
    """Hand over every planned message and return the keys that went out.

    Each message is marked by itself: after a kill the next run goes on with the rest, and
    handing the same message over twice leaves one.
    """
    with toolkit.store.lease(samenwerking, jaar, "berichten"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            klaar = tx.berichten(cyclus, verzonden=False)
        for bericht in klaar:
            toolkit.postkamer.deliver(samenwerking, jaar, bericht)
            with toolkit.store.transaction() as tx:
                tx.mark_verzonden(cyclus, bericht.sleutel, toolkit.klok.vandaag())
    return tuple(bericht.sleutel for bericht in klaar)

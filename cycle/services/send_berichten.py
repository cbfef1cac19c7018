"""Uitbak: hand over what stands ready in the outbox, each message once."""

from cycle.domain.errors import JaarschijfError
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit


def send_berichten(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[str, ...]:
    """Hand over every planned message and return the keys that went out.

    Each message is marked by itself: after a kill the next run goes on with the rest, and
    handing the same message over twice leaves one. A message that is refused does not hold
    up the others.

    Raises:
        JaarschijfError: a message was refused; it stays in the outbox.
    """
    gelukt: list[str] = []
    geweigerd: list[JaarschijfError] = []
    with toolkit.store.lease(samenwerking, jaar, "berichten"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            klaar = tx.berichten(cyclus, verzonden=False)
        for bericht in klaar:
            try:
                toolkit.postkamer.deliver(samenwerking, jaar, bericht)
            except JaarschijfError as fout:
                geweigerd.append(fout)
                continue
            with toolkit.store.transaction() as tx:
                tx.mark_verzonden(cyclus, bericht.sleutel, toolkit.klok.vandaag())
            gelukt.append(bericht.sleutel)
    if geweigerd:
        raise geweigerd[0]
    return tuple(gelukt)

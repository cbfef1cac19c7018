"""Uitbak: hand over what stands ready in the outbox, a reminder never twice."""

from dataclasses import replace

from cycle.domain.bericht import Berichtstaat, Postbericht
from cycle.domain.bezorging import (
    Afloop,
    Bezorging,
    Uitslag,
    put_back,
    settle,
    settle_afgebroken,
)
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import InvoerError, JaarschijfError
from cycle.domain.postverslag import Postverslag
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Bezorger, Toolkit


def send_berichten(toolkit: Toolkit, samenwerking: str, jaar: int) -> Postverslag:
    """Hand over every message that is due and return what became of each.

    Each message is claimed and settled in transactions of its own, so any number of
    processes may send at once, and after a kill the next run goes on with the rest. A
    message that is refused hurts only itself. When nothing can be sent at all, the messages
    wait and the report says why.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    verslag = Postverslag()
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        for post in tx.list_afgebroken(cyclus):
            afloop = settle_afgebroken(post, is_herhaalbaar=toolkit.postkamer.is_herhaalbaar())
            tx.settle_bericht(cyclus, post, afloop, toolkit.klok.vandaag())
            if afloop.staat is Berichtstaat.ONZEKER:
                verslag = verslag.add(post.bericht.sleutel, afloop.staat)
    with toolkit.postkamer.open() as bezorger:
        while not verslag.storing and (volgende := _claim(toolkit, cyclus)):
            verslag = _send(toolkit, bezorger, cyclus, volgende, verslag)
    return verslag


def _claim(toolkit: Toolkit, cyclus: Cyclus) -> Postbericht | None:
    """Return the next message; it is marked as being sent before anything leaves."""
    with toolkit.store.transaction() as tx:
        return tx.claim_bericht(cyclus, toolkit.klok.vandaag())


def _send(
    toolkit: Toolkit, bezorger: Bezorger, cyclus: Cyclus, post: Postbericht, verslag: Postverslag
) -> Postverslag:
    """Hand one message over, write down what became of it, and return the longer report."""
    afloop, storing = _deliver(bezorger, cyclus, post)
    with toolkit.store.transaction() as tx:
        tx.settle_bericht(cyclus, post, afloop, toolkit.klok.vandaag())
    return replace(
        verslag.add(post.bericht.sleutel, afloop.staat, afloop.antwoord), storing=storing
    )


def _deliver(bezorger: Bezorger, cyclus: Cyclus, post: Postbericht) -> tuple[Afloop, str]:
    """Return what becomes of the message, and why nothing else can be sent, if so.

    An error that nobody foresaw goes up, and leaves the mark that the message is being
    sent: it may have left.
    """
    try:
        bezorging = bezorger.deliver(cyclus.samenwerking, cyclus.jaar, post.bericht)
    except InvoerError as fout:
        bezorging = Bezorging(Uitslag.GEWEIGERD, f"{fout.melding} {fout.advies}".strip())
    except JaarschijfError as fout:
        return put_back(post, fout.melding), f"{fout.melding} {fout.advies}".strip()
    return settle(post, bezorging), ""

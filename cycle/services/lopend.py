"""Lopend: what a cyclus holds at this moment, before it is put in a new concept."""

from cycle.analysis.landelijkframes import Bron
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verwerking import apply_reacties
from cycle.services.list_reacties import load_reactietabel
from cycle.services.opslagport import CyclusStore


def load_lopend(tx: CyclusStore, inhoud: Samenwerking, jaar: int) -> Bron:
    """Return content and biedingen with the reactions that were taken over.

    Before the cyclus is started there is the content alone.
    """
    cyclus = tx.get(inhoud.code, jaar)
    if cyclus is None:
        return Bron(inhoud, ())
    reacties = load_reactietabel(tx, cyclus, inhoud)
    verwerkt = apply_reacties(inhoud, tx.biedingen(cyclus), reacties)
    return Bron(verwerkt.samenwerking, tuple(verwerkt.biedingen))

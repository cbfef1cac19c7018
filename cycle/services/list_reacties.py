"""Reactietabel: what all partijen wrote in the drafts, in one table with the decisions."""

from cycle.domain.cyclus import Cyclus
from cycle.domain.reactietabel import Reactieregel, build_reactietabel
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import require_cyclus
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def list_reacties(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[Reactieregel, ...]:
    """Return the reactietabel of a cyclus, in the order of the afspraken.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        return load_reactietabel(tx, require_cyclus(tx, samenwerking, jaar), inhoud)


def load_reactietabel(
    tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> tuple[Reactieregel, ...]:
    """Return the reactietabel inside a transaction."""
    nummers = {afspraak.id: afspraak.nummer for afspraak in inhoud.afspraken}
    return build_reactietabel(tx.reacties(cyclus), tx.reactiebesluiten(cyclus), nummers)

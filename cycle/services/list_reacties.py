"""Reactietabel: what all partijen wrote in the drafts, in one table with the decisions."""

from collections.abc import Mapping
from dataclasses import dataclass

from cycle.domain.cyclus import Cyclus
from cycle.domain.reactietabel import Reactieregel, build_reactietabel
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verwerking import apply_reacties
from cycle.services.cyclus import require_cyclus
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Reactieoverzicht:
    """The reactietabel, and per number why a reaction that was taken over still waits."""

    regels: tuple[Reactieregel, ...]
    mislukt: Mapping[int, str]

    def wacht(self, regel: Reactieregel) -> bool:
        """Return whether somebody still has to decide, or to change a text by hand."""
        return regel.is_open or regel.nummer in self.mislukt


def list_reacties(toolkit: Toolkit, samenwerking: str, jaar: int) -> Reactieoverzicht:
    """Return the reactietabel of a cyclus, in the order of the afspraken.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        regels = load_reactietabel(tx, cyclus, inhoud)
        biedingen = tx.biedingen(cyclus)
    return Reactieoverzicht(regels, apply_reacties(inhoud, biedingen, regels).mislukt)


def load_reactietabel(
    tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> tuple[Reactieregel, ...]:
    """Return the reactietabel inside a transaction."""
    nummers = {afspraak.id: afspraak.nummer for afspraak in inhoud.afspraken}
    return build_reactietabel(tx.reacties(cyclus), tx.reactiebesluiten(cyclus), nummers)

"""Meenemers: what the check of September left for a kickoff."""

from cycle.domain.cyclus import Cyclus
from cycle.domain.meenemer import Meenemer
from cycle.services.opslagport import CyclusStore


def list_meenemers(tx: CyclusStore, cyclus: Cyclus) -> tuple[Meenemer, ...]:
    """Return the points for the kickoff of `cyclus`: those of the jaarschijf before it.

    The check of September and the kickoff fall in the same month, so the points are there as
    soon as the report of that check was made. Nothing when there was no such check.
    """
    vorige = tx.get(cyclus.samenwerking, cyclus.jaar - 1)
    return tx.meenemers(vorige) if vorige else ()

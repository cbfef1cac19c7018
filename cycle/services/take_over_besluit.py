"""Overnemen: a decision on an earlier version is given again on this one, after reading on.

Nothing is ever taken over by itself. The changes are shown, and what was shown is kept with
the new decision.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pendulum

from cycle.domain.accordering import Besluit, BesluitStaat, GevraagdBesluit, Reikwijdte
from cycle.domain.cyclus import Concept, Cyclus
from cycle.domain.errors import BesluitError
from cycle.domain.partij import Orgaan
from cycle.domain.verschil import compare_views, list_regels
from cycle.domain.verschilview import VerschilView
from cycle.services.aftekenen import load_aftekenbord
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.gegevens import load_gegevens
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.record_besluit import record_besluit


@dataclass(frozen=True, slots=True)
class Overname:
    """Whose decision is taken over, and on which day; None only shows what changed."""

    partij: str
    orgaan: Orgaan
    op: pendulum.Date | None = None


@dataclass(frozen=True, slots=True)
class Overnamevraag:
    """What changed since the version on which an orgaan decided, and what became of it."""

    versie: str
    besluit: Besluit
    verschil: VerschilView
    uitkomst: Uitkomst | None = None


def take_over_besluit(
    toolkit: Toolkit, samenwerking: str, jaar: int, overname: Overname
) -> Overnamevraag:
    """Return what changed, and keep the decision again when the day of it is given.

    Raises:
        BesluitError: there is no yes on an earlier version, or it cannot count on this one.
        FaseError: decisions are not asked at this moment.
        NietGevonden: the cyclus or the partij does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    inhoud.partij(overname.partij)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        bord = load_aftekenbord(tx, cyclus, inhoud)
        besluit = _find_vervallen(bord.rij(overname.partij).besluiten, overname.orgaan)
        oud = _find_versie(tx, cyclus, besluit.code)
    eerder, later = (
        load_gegevens(toolkit.bestanden.get(concept.gegevens)).view
        for concept in (oud, bord.concept)
    )
    verschil = compare_views(eerder, later, f"versie {oud.versie}")
    vraag = Overnamevraag(bord.concept.versie, besluit, verschil)
    if overname.op is None:
        return vraag
    getoond = "\n".join(list_regels(verschil)) + "\n"
    nieuw = replace(
        besluit,
        op=overname.op,
        code=bord.concept.code,
        overgenomen_van=besluit.code,
        bewijs=toolkit.bestanden.put(getoond.encode()),
    )
    return replace(vraag, uitkomst=record_besluit(toolkit, samenwerking, jaar, nieuw))


def _find_vervallen(bord: Iterable[GevraagdBesluit], orgaan: Orgaan) -> Besluit:
    """Return the yes that is void now.

    Raises:
        BesluitError: this orgaan gave none, or it counts already.
    """
    for rij in bord:
        is_vervallen = rij.orgaan is orgaan and rij.staat is BesluitStaat.VERVALLEN
        if is_vervallen and rij.besluit and rij.besluit.reikwijdte is not Reikwijdte.NIET:
            return rij.besluit
    raise BesluitError(
        f"Er is geen akkoord van dit orgaan ({orgaan}) op een eerdere versie.",
        advies="Leg een nieuw besluit vast met: jaarschijf besluit",
    )


def _find_versie(tx: CyclusStore, cyclus: Cyclus, code: str) -> Concept:
    """Return the last version with this content; a decision is never on anything else."""
    return next(c for c in reversed(tx.concepten(cyclus)) if c.code == code)

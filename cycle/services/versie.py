"""Versie: the view of one version, from its kept data and the decisions of this moment."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from cycle.domain.accordering import list_besluiten
from cycle.domain.cyclus import Concept, Cyclus
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verschil import compare_views
from cycle.domain.verschilview import GEEN_VERSCHIL, VerschilView
from cycle.domain.versieweergave import add_accordering, add_themabeelden, publish_view
from cycle.domain.view import JaarschijfView
from cycle.services.gegevens import load_gegevens
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def view_of_versie(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, concept: Concept
) -> JaarschijfView:
    """Return the common edition of `concept`, with decisions and signatures as they stand.

    Text and pictures come from the kept data, never from today's content.
    """
    gegevens = load_gegevens(toolkit.bestanden.get(concept.gegevens))
    beelden = {beeld: toolkit.tekenaar.png(beeld) for beeld in gegevens.themabeelden}
    view = add_themabeelden(gegevens.view, beelden)
    bord = list_besluiten(inhoud.partijen, tx.besluiten(cyclus), concept.code)
    getekend = [h for h in tx.handtekeningen(cyclus) if h.versie == concept.versie]
    view = add_accordering(view, inhoud, bord, getekend)
    verschil = _verschil(toolkit, view, previous_concept(tx.concepten(cyclus), concept))
    return publish_view(
        replace(view, code=concept.code, verschil=verschil),
        versie=concept.versie,
        status="Vastgesteld" if concept.vastgesteld else "Concept",
        op=concept.gemaakt_op,
        vastgesteld=concept.vastgesteld,
    )


def previous_concept(versies: Sequence[Concept], concept: Concept) -> Concept | None:
    """Return the draft before `concept`; the adopted text is compared with nothing."""
    if concept.vastgesteld:
        return None
    eerdere = list(takewhile(lambda versie: versie.versie != concept.versie, versies))
    return eerdere[-1] if eerdere else None


def _verschil(toolkit: Toolkit, view: JaarschijfView, vorige: Concept | None) -> VerschilView:
    """Return what changed since the draft before, from the data kept with it."""
    if vorige is None:
        return GEEN_VERSCHIL
    oud = load_gegevens(toolkit.bestanden.get(vorige.gegevens)).view
    return compare_views(oud, view, f"versie {vorige.versie}")

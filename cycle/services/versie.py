"""Versie: the view of one version, from its kept data and the decisions of this moment."""

from dataclasses import replace

from cycle.domain.accordering import list_besluiten
from cycle.domain.cyclus import Concept, Cyclus
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.versieweergave import add_accordering, publish_view
from cycle.domain.view import JaarschijfView
from cycle.services.gegevens import load_gegevens
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def view_of_versie(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, concept: Concept
) -> JaarschijfView:
    """Return the common edition of `concept`, with decisions and signatures as they stand.

    The text comes from the kept data, never from today's content.
    """
    view = load_gegevens(toolkit.bestanden.get(concept.gegevens)).view
    bord = list_besluiten(inhoud.partijen, tx.besluiten(cyclus), concept.code)
    view = add_accordering(view, inhoud, bord, tx.handtekeningen(cyclus))
    return publish_view(
        replace(view, code=concept.code),
        versie=concept.versie,
        status="Vastgesteld" if concept.vastgesteld else "Concept",
        op=concept.gemaakt_op,
        vastgesteld=concept.vastgesteld,
    )

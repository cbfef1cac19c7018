"""Delen: the draft goes to the partijen and the overleg begins."""

from cycle.domain import notatie
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.kalender import termijn
from cycle.services.cyclus import (
    Uitkomst,
    list_termijnen,
    move_fase,
    require_concept,
    require_cyclus,
)
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit


def share_concept(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Tell every partij that this version is ready to read; each version is told once.

    With a reason the cyclus also goes back from accordering to the overleg.

    Raises:
        FaseError: there is no concept yet.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    dag = termijn(list_termijnen(toolkit, inhoud, jaar), "stukken").datum
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        concept = require_concept(tx, cyclus)
        if is_voorbij(cyclus.fase, Fase.ACCORDERING):
            return Uitkomst("Het concept was al gedeeld.", gedaan=False)
        velden = {
            "versie": concept.versie,
            "code": concept.code,
            "uiterlijk": notatie.datum_met_dag(dag),
        }
        nieuw = plan_berichten(
            toolkit, tx, cyclus, inhoud, soort="concept", kenmerk=concept.versie, velden=velden
        )
        is_terug = cyclus.fase is Fase.ACCORDERING and bool(reden.strip())
        if is_terug or not is_voorbij(cyclus.fase, Fase.CONCEPT):
            move_fase(tx, cyclus, Fase.OVERLEG, op=toolkit.klok.vandaag(), reden=reden)
    if is_terug:
        return Uitkomst("De jaarschijf is terug in het overleg.")
    if not nieuw:
        return Uitkomst(f"Concept {concept.versie} was al gedeeld.", gedaan=False)
    return Uitkomst(f"Concept {concept.versie} is gedeeld met {nieuw} partijen.")

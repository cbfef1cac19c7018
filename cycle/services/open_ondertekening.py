"""Ondertekening open: every partij is invited to sign the adopted version."""

from cycle.domain import notatie
from cycle.domain.cyclus import name_tekenronde
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.kalender import termijn
from cycle.services.aftekenen import list_deelnemers
from cycle.services.cyclus import (
    Uitkomst,
    list_termijnen,
    move_fase,
    require_cyclus,
    require_vastgesteld,
)
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit


def open_ondertekening(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Invite all partijen to sign.

    Raises:
        FaseError: the jaarschijf is not adopted yet.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    dag = termijn(list_termijnen(toolkit, inhoud, jaar), "ondertekening").datum
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.VASTGESTELD):
            return Uitkomst("De ondertekening was al begonnen.", gedaan=False)
        concept = require_vastgesteld(tx, cyclus)
        velden = {"code": concept.code, "uiterlijk": notatie.datum_met_dag(dag)}
        plan_berichten(
            toolkit,
            tx,
            cyclus,
            inhoud,
            soort="ondertekening",
            kenmerk=name_tekenronde(concept.versie),
            velden=velden,
            aan=list_deelnemers(tx, cyclus, inhoud),
        )
        move_fase(tx, cyclus, Fase.ONDERTEKENING, op=toolkit.klok.vandaag(), reden=reden)
    return Uitkomst(f"Alle partijen zijn gevraagd om versie {concept.versie} te ondertekenen.")

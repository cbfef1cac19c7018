"""Aan de beurt: tell the coordinator once that a step is due."""

from cycle.domain import notatie
from cycle.domain.kalender import termijn
from cycle.domain.partij import PartijSoort
from cycle.services.cyclus import list_termijnen, require_cyclus
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit


def announce_stap(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, code: str, naam: str, termijn_code: str
) -> bool:
    """Plan one message when the deadline of a step has come; return whether it has.

    `code` is what the coordinator types, `naam` what the step is called. A meeting that
    was already registered is not announced.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    dag = termijn(list_termijnen(toolkit, inhoud, jaar), termijn_code).datum
    velden = {
        "stap": naam,
        "uiterlijk": notatie.datum_met_dag(dag),
        "opdracht": f"jaarschijf cyclus fase {samenwerking} {jaar} {code}",
    }
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        gedaan = code in {soort for soort, _, _ in tx.feiten(cyclus)}
        if gedaan or toolkit.klok.vandaag() < dag:
            return False
        plan_berichten(
            toolkit,
            tx,
            cyclus,
            inhoud,
            soort="stap",
            kenmerk=code,
            velden=velden,
            aan=[next(inhoud.van_soort(PartijSoort.GEMEENTE))],
        )
    return True

"""Overzichten: the status page and the calendars, written beside the documents."""

import json
from dataclasses import asdict

from cycle.domain.fase import Fase
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stand import CyclusStand
from cycle.services.anchor_audit import anchor_audit
from cycle.services.cyclus import list_termijnen
from cycle.services.ports import Toolkit
from cycle.services.show_status import show_status


def publish_overzichten(toolkit: Toolkit, samenwerking: str, jaar: int) -> CyclusStand:
    """Write ``stand-van-zaken`` (page and JSON) and the calendars; return the status.

    Every step ends here, so here the audit is anchored when a milestone was passed.
    """
    anchor_audit(toolkit, samenwerking, jaar)
    inhoud = toolkit.bibliotheek.load(samenwerking)
    stand = show_status(toolkit, samenwerking, jaar)
    agenda = toolkit.agenda.write(inhoud, jaar, list_termijnen(toolkit, inhoud, jaar))
    gegevens = json.dumps(asdict(stand), ensure_ascii=False, indent=2) + "\n"
    for naam, bestand in (
        ("stand-van-zaken.html", toolkit.standpagina.write(stand)),
        ("stand-van-zaken.json", gegevens.encode()),
        (f"kalender-{jaar}.ics", agenda),
    ):
        toolkit.uitgifte.write(samenwerking, jaar, naam, bestand)
    publish_agendas(toolkit, inhoud, jaar)
    return stand


def publish_agendas(toolkit: Toolkit, inhoud: Samenwerking, jaar: int) -> dict[str, str]:
    """Write the calendar that each partij can follow; return its path by partij.

    All years that are under way are in it, so that a partij follows one address; when every
    year is finished the last one stays. Before the start of the cyclus there is none.
    """
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        if tx.get(inhoud.code, jaar) is None:
            return {}
        eigen = [cyclus for cyclus in tx.list_cycli() if cyclus.samenwerking == inhoud.code]
        lopend = [c.jaar for c in eigen if c.fase is not Fase.AFGEROND] or [eigen[-1].jaar]
        namen = {
            p.code: name_agenda(p.code, tx.agendanaam(inhoud.code, p.code, vandaag))
            for p in inhoud.partijen
        }
    jaren = {lopend_jaar: list_termijnen(toolkit, inhoud, lopend_jaar) for lopend_jaar in lopend}
    return {
        partij.code: str(
            toolkit.uitgifte.write(
                inhoud.code, jaar, namen[partij.code], toolkit.agenda.feed(inhoud, partij, jaren)
            )
        )
        for partij in inhoud.partijen
    }


def name_agenda(partij: str, geheim: str) -> str:
    """Return the name of a calendar file: who knows it can read it, nobody can guess it."""
    return f"agenda/{partij}-{geheim}.ics"

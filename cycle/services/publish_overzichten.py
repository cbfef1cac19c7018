"""Overzichten: the status page and the calendar file, written beside the documents."""

import json
from dataclasses import asdict

from cycle.domain.stand import CyclusStand
from cycle.services.cyclus import list_termijnen
from cycle.services.ports import Toolkit
from cycle.services.show_status import show_status


def publish_overzichten(toolkit: Toolkit, samenwerking: str, jaar: int) -> CyclusStand:
    """Write ``stand-van-zaken`` (page and JSON) and the calendar; return the status."""
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
    return stand

"""``jaarschijf teken gelezen``: register that a partij read the text that counts."""

from dataclasses import dataclass

import click

from workflows.cli.invoer import Inhoudscode, met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import met_door, tell


@dataclass(frozen=True, slots=True)
class LeesInvoer:
    """What the secretaris typed."""

    samenwerking: str
    jaar: int
    partij: str
    code: str
    door: str


@click.command(
    cls=Opdracht,
    help="Leg vast dat een partij de tekst heeft ontvangen en gelezen.\n\n"
    "Neem de code over die onder aan elke bladzijde van haar document staat. Zo weet u zeker dat "
    "het om de geldende tekst gaat.",
    voorbeelden=("jaarschijf teken gelezen hoogeveen 2024 domesta --code 3F9A-2C1B-77D0",),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@click.option(
    "--code", type=Inhoudscode(), required=True, metavar="CODE", help="De code op het document."
)
@met_door
@met_json
@met_invoer(LeesInvoer)
def gelezen(omgeving: Omgeving, invoer: LeesInvoer) -> None:
    """Register it and renew the status page."""
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.record_gelezen import Lezing, record_gelezen

    with omgeving.toolkit_op_gegevens() as toolkit:
        lezing = Lezing(invoer.partij, invoer.code, invoer.door)
        uitkomst = record_gelezen(toolkit, invoer.samenwerking, invoer.jaar, lezing)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    tell(omgeving, uitkomst)

"""``jaarschijf teken bevestig``: the second person looks at a scan."""

from dataclasses import dataclass

import click

from workflows.cli.invoer import Inhoudscode, met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import met_door
from workflows.cli.uitvoer import print_json


@dataclass(frozen=True, slots=True)
class BevestigInvoer:
    """What was typed."""

    samenwerking: str
    jaar: int
    partij: str
    functie: str
    code: str
    door: str


@click.command(
    cls=Opdracht,
    help="Bevestig een scan die iemand anders aanbood.\n\n"
    "Bekijk de scan zelf. Staan alle bladzijden erop, en is er getekend op de goede plek? Lees "
    "dan de code die onder aan de bladzijden staat. Pas na uw bevestiging telt de handtekening.",
    voorbeelden=(
        'jaarschijf teken bevestig hoogeveen 2024 domesta "directeur-bestuurder" \\',
        "    --code 3F9A-2C1B-77D0 --door coördinator",
    ),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@click.argument("functie", help="De functie van wie tekende, tussen aanhalingstekens.")
@click.option(
    "--code", type=Inhoudscode(), required=True, metavar="CODE", help="De code op de scan."
)
@met_door
@met_json
@met_invoer(BevestigInvoer)
def bevestig(omgeving: Omgeving, invoer: BevestigInvoer) -> None:
    """Register the signature of the scan and renew the status page."""
    from cycle.services.confirm_scan import Bevestiging, confirm_scan
    from cycle.services.publish_overzichten import publish_overzichten

    bevestiging = Bevestiging(
        partij=invoer.partij, functie=invoer.functie, code=invoer.code, door=invoer.door
    )
    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = confirm_scan(toolkit, invoer.samenwerking, invoer.jaar, bevestiging)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan})
    else:
        click.echo(uitkomst.melding)

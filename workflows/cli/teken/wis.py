"""``jaarschijf teken wis``: take the name of a person out of the mandaten."""

from dataclasses import dataclass

import click

from workflows.cli.invoer import met_invoer, met_json, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import tell


@dataclass(frozen=True, slots=True)
class WisInvoer:
    """What was typed."""

    samenwerking: str
    jaar: int
    naam: str
    reden: str


@click.command(
    cls=Opdracht,
    help="Wis de naam van een persoon bij de mandaten.\n\n"
    "De functie, de periode en het bewijsstuk blijven staan. Staat de naam ook in het "
    "auditspoor? Gebruik dan ook: jaarschijf audit wis.",
    voorbeelden=(
        'jaarschijf teken wis hoogeveen 2024 "J. de Vries" \\',
        '    --reden "Verzoek van 3 mei"',
    ),
)
@vraag_jaarschijf
@click.argument("naam", help="De naam, precies zoals bij het mandaat.")
@met_reden
@met_json
@met_invoer(WisInvoer)
def wis(omgeving: Omgeving, invoer: WisInvoer) -> None:
    """Erase a name."""
    from cycle.services.erase_mandaatnaam import erase_mandaatnaam

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = erase_mandaatnaam(
            toolkit, invoer.samenwerking, invoer.jaar, invoer.naam, reden=invoer.reden
        )
    tell(omgeving, uitkomst)

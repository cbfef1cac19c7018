"""``jaarschijf dossier verklaring``: the model of the bestuursverklaring per corporatie."""

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json


@click.command(
    cls=Opdracht,
    help="Maak voor elke corporatie het model van de bestuursverklaring, in Word.\n\n"
    "Het is een model: laat het nakijken en vul het aan. Schrijft de ontvanger een eigen formulier "
    "voor, gebruik dan dat. De dag van de raad van commissarissen staat er alleen in als u die bij "
    "een levering hebt opgegeven.",
    voorbeelden=("jaarschijf dossier verklaring hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def verklaring(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Write the models and tell where they are."""
    from cycle.services.write_verklaringen import write_verklaringen

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = write_verklaringen(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "stukken": list(uitkomst.stukken)})
        return
    click.echo(uitkomst.melding)
    for naam in uitkomst.stukken:
        click.echo(f"  {naam}")

"""``jaarschijf teken overdracht``: the folder for a signing service."""

from pathlib import Path

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json


@click.command(
    cls=Opdracht,
    help="Maak een map met alles wat een ondertekendienst nodig heeft.\n\n"
    "In de map staan de vastgestelde PDF, de lijst met ondertekenaars, het manifest en wat u "
    "ermee doet. U kunt elke dienst gebruiken.",
    voorbeelden=("jaarschijf teken overdracht hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def overdracht(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Write the folder and name what is in it."""
    from cycle.services.hand_over import hand_over

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = hand_over(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "stukken": list(uitkomst.stukken)})
        return
    click.echo(f"{uitkomst.melding} Daarin staan:")
    for naam in uitkomst.stukken:
        click.echo(f"  {Path(naam).name}")
    click.echo(f"De map: {Path(uitkomst.stukken[0]).parent}")

"""``jaarschijf bieding``: the forms go out, and come back with findings per cell."""

from pathlib import Path

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.uitvoer import print_json

bieding = Groep(
    "bieding",
    opdrachten=(
        Verwijzing("formulier", f"{__name__}:formulier", "Maak voor elke partij een formulier."),
        Verwijzing("lees", "workflows.cli.lees:lees", "Lees en controleer ingevulde formulieren."),
        Verwijzing("terug", "workflows.cli.terug:terug", "Maak wat u aan de partij terugstuurt."),
    ),
    help="Maak formulieren voor de biedingen en lees ze terug.",
    voorbeelden=(
        "jaarschijf bieding formulier hoogeveen 2024 --uit formulieren",
        "jaarschijf bieding lees bieding-2024-domesta.xlsx",
    ),
)


@click.command(
    cls=Opdracht,
    help="Maak voor elke partij een formulier, met haar eigen afspraken erin.\n\n"
    "Dit is alleen om te bekijken of te bewaren: de cyclus verandert niet. De stap 'uitvraag' "
    "maakt dezelfde formulieren en opent de biedingen.",
    voorbeelden=("jaarschijf bieding formulier hoogeveen 2024 --uit formulieren",),
)
@vraag_jaarschijf
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="MAP",
    help="De map voor de formulieren.",
)
@met_json
@click.pass_obj
def formulier(omgeving: Omgeving, samenwerking: str, jaar: int, uit: Path) -> None:
    """Write one workbook per partij; the state is not touched."""
    from cycle.schijf import write_whole
    from cycle.services.issue_formulieren import build_formulieren

    toolkit = omgeving.toolkit()
    inhoud = toolkit.bibliotheek.load(samenwerking)
    bestanden = []
    for blanco in build_formulieren(toolkit, inhoud, jaar):
        pad = uit / f"bieding-{jaar}-{blanco.partij}.xlsx"
        write_whole(pad, toolkit.formulieren.write(blanco))
        bestanden.append({"partij": blanco.partij, "bestand": str(pad)})
        if not omgeving.als_json:
            click.echo(pad)
    if omgeving.als_json:
        print_json({"formulieren": bestanden})
    else:
        click.echo(f"Er staan {len(bestanden)} formulieren in de map {uit}.")

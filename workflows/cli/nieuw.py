"""``jaarschijf nieuw``: the folder of a new samenwerking, and how to go on."""

import os
from pathlib import Path

import click

from workflows.cli.invoer import met_json, vraag_samenwerking
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json


@click.command(
    cls=Opdracht,
    help="Maak de map van een nieuwe samenwerking.\n\n"
    "In de map staan voorbeelden die u aanpast. SAMENWERKING wordt de naam van de map: kies "
    "kleine letters en streepjes.",
    voorbeelden=("jaarschijf nieuw midden-drenthe",),
)
@vraag_samenwerking
@met_json
@click.pass_obj
def nieuw(omgeving: Omgeving, samenwerking: str) -> None:
    """Make the folder in the content folder."""
    from cycle.library import MapBibliotheek

    settings = omgeving.settings(eigen=True)
    _check_schrijfbaar(settings.content)
    bibliotheek = MapBibliotheek(settings.content, settings.templates / "samenwerking")
    folder = bibliotheek.create(samenwerking)
    bestanden = sorted(pad.name for pad in folder.iterdir())
    if omgeving.als_json:
        print_json({"map": str(folder), "bestanden": bestanden})
        return
    click.echo(f"De map is gemaakt: {folder}")
    for naam in bestanden:
        click.echo(f"  {naam}")
    click.echo(
        "\nZo gaat u verder:\n"
        "  1. Pas samenwerking.toml aan: de partijen, de thema's en de jaren.\n"
        "  2. Schrijf per thema de afspraken. Zie docs/handleiding/inhoud.md.\n"
        f"  3. Controleer wat u schreef:\n       jaarschijf controle {samenwerking}\n"
        f"  4. Start het eerste jaar:\n       jaarschijf cyclus start {samenwerking} JAAR"
    )


def _check_schrijfbaar(content: Path) -> None:
    """Refuse a content folder that belongs to the installation or may not be written.

    Raises:
        InvoerError: with the setting to use.
    """
    from cycle.domain.errors import InvoerError

    if not content.is_dir():
        raise InvoerError(
            "De map met inhoud bestaat niet.",
            advies="Zet in de instelling JAARSCHIJF_CONTENT de naam van een map die bestaat.",
            plek=str(content),
        )
    is_meegeleverd = "_bundled" in content.parts
    if is_meegeleverd or not os.access(content, os.W_OK):
        raise InvoerError(
            "De meegeleverde inhoud hoort bij het programma. Uw eigen inhoud staat ergens anders."
            if is_meegeleverd
            else "In deze map met inhoud mag u niets toevoegen.",
            advies="Maak een kopie van deze map op een eigen plek. Zet de naam van die kopie in "
            "de instelling JAARSCHIJF_CONTENT.",
            plek=str(content),
        )

"""``jaarschijf backup``: everything that must be kept, in one file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_json

if TYPE_CHECKING:
    from cycle.store.kopie.manifest import Manifest


@click.command(
    cls=Opdracht,
    help="Bewaar alles in één bestand: de stand van elke cyclus, alle bestanden en de inhoud.\n\n"
    "Dat kan terwijl het programma in gebruik is. In het bestand staat ook wat partijen nog niet "
    "hebben gedeeld. Bewaar het op een veilige plek, op een andere computer.",
    voorbeelden=("jaarschijf backup --uit jaarschijf-maandag.zip",),
)
@click.option(
    "--uit",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="BESTAND",
    help="Het bestand dat u maakt. Een ouder bestand met deze naam wordt vervangen.",
)
@met_json
@click.pass_obj
def backup(omgeving: Omgeving, uit: Path) -> None:
    """Write a backup and tell what is in it."""
    from decimal import Decimal

    from cycle import VERSION
    from cycle.domain.notatie import getal
    from cycle.klok import tijdstip
    from cycle.store.kopie.maak import write_kopie
    from cycle.store.kopie.manifest import Bronnen

    settings = omgeving.settings()
    bronnen = Bronnen(settings.database_url, settings.gegevens, settings.content)
    moment = tijdstip().to_iso8601_string()
    manifest = write_kopie(bronnen, uit, versie=VERSION, gemaakt_op=moment)
    if omgeving.als_json:
        print_json({"bestand": str(uit), "grootte": uit.stat().st_size} | as_json(manifest))
    else:
        megabytes = getal(round(Decimal(uit.stat().st_size) / 1_000_000, 1))
        click.echo(f"De reservekopie staat in {uit} ({megabytes} MB).")
        print_inhoud(manifest)
        controle = omgeving.schrijf_opdracht("herstel", str(uit), "--proef")
        click.echo(f"Controleer hem met: {controle}")
    if manifest.ontbreekt or manifest.beschadigd:
        raise click.exceptions.Exit(GEWEIGERD)


def as_json(manifest: "Manifest") -> dict[str, object]:
    """Return what is in a backup as plain data."""
    from cycle.store.kopie.manifest import BESTANDEN, CONTENT

    return {
        "gemaakt_op": manifest.gemaakt_op,
        "versie": manifest.versie,
        "database": manifest.soort,
        "bestanden": manifest.telling(BESTANDEN),
        "inhoud": manifest.telling(CONTENT),
        "ontbreekt": list(manifest.ontbreekt),
        "beschadigd": list(manifest.beschadigd),
    }


def print_inhoud(manifest: "Manifest") -> None:
    """Print what is in a backup, and what was wrong when it was made."""
    from cycle.store.kopie.manifest import BESTANDEN, CONTENT

    bestanden = aantal(manifest.telling(BESTANDEN), "bestand", "bestanden")
    inhoud = aantal(manifest.telling(CONTENT), "bestand", "bestanden")
    click.echo(f"Erin: de database, {bestanden} van partijen en stukken, {inhoud} met inhoud.")
    for code in manifest.ontbreekt:
        click.echo(f"Let op: het bestand met code {code[:12]}… was er niet meer.", err=True)
    for naam in manifest.beschadigd:
        click.echo(f"Let op: {naam} was al veranderd of beschadigd.", err=True)

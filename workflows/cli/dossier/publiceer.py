"""``jaarschijf dossier publiceer``: a copy for the website, without signatures and addresses."""

from pathlib import Path

import click

from workflows.cli.dossier.uit import met_uit, write_bestanden
from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_json


@click.command(
    cls=Opdracht,
    help="Maak een kopie van de vastgestelde jaarschijf voor de website.\n\n"
    "Prestatieafspraken horen bij de convenanten die een gemeente openbaar maakt (Woo, artikel "
    "3.3). In de kopie zijn handtekeningen en mailadressen weg. Ze staan niet achter een zwart "
    "vlak: ze zitten niet in het bestand. Wat er in afbeeldingen staat, kan het programma niet "
    "lezen. Kijk die zelf na.",
    voorbeelden=(
        "jaarschijf dossier publiceer hoogeveen 2024",
        'jaarschijf dossier publiceer hoogeveen 2024 --weg "J. de Vries"',
    ),
)
@vraag_jaarschijf
@click.option(
    "--weg",
    multiple=True,
    metavar="TEKST",
    help="Laat ook deze woorden weg, zoals een naam. Mag vaker.",
)
@met_uit
@met_json
@click.pass_obj
def publiceer(
    omgeving: Omgeving, samenwerking: str, jaar: int, weg: tuple[str, ...], uit: Path | None
) -> None:
    """Write the copy with its description and tell what was left out."""
    from cycle.services.publish_kopie import publish_kopie

    with omgeving.toolkit_op_gegevens() as toolkit:
        publicatie = publish_kopie(toolkit, samenwerking, jaar, weg)
        paden = write_bestanden(
            toolkit,
            (samenwerking, jaar),
            "publicatie",
            uit,
            {
                f"{publicatie.naam}.pdf": publicatie.pdf,
                f"{publicatie.naam}.json": publicatie.beschrijving,
            },
        )
    kopie = publicatie.kopie
    if omgeving.als_json:
        print_json(
            {
                "bestanden": paden,
                "weggelaten": {
                    "handtekeningen": kopie.handtekeningen,
                    "mailadressen": kopie.mailadressen,
                    "andere_teksten": kopie.teksten,
                },
            }
        )
        return
    click.echo("De kopie voor de website is klaar.")
    for pad in paden:
        click.echo(f"  {pad}")
    click.echo(
        f"Weggelaten: {aantal(kopie.handtekeningen, 'handtekening', 'handtekeningen')}, "
        f"{aantal(kopie.mailadressen, 'mailadres', 'mailadressen')} en "
        f"{aantal(kopie.teksten, 'andere tekst', 'andere teksten')}."
    )

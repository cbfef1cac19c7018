"""``jaarschijf kalender``: the deadlines and meetings of one jaarschijf, for any year."""

from pathlib import Path

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.kalenderuitvoer import (
    kalender_as_json,
    print_bijeenkomsten,
    print_planning,
    print_profiel,
    print_termijnen,
)
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_bevindingen, print_json


@click.command(
    cls=Opdracht,
    help="Toon de termijnen en bijeenkomsten van een jaarschijf.\n\n"
    "De kalender werkt voor elk jaar. JAAR is het jaar waarvoor de jaarschijf geldt. U maakt hem "
    "in het jaar ervoor. Bij elke termijn staat de dag om mee te plannen en de dag volgens de "
    "regel. Met --plan telt het programma terug vanaf de vergaderingen van de organen. Wat niet "
    "past of niet zeker is, staat onderaan.",
    voorbeelden=(
        "jaarschijf kalender hoogeveen 2024",
        "jaarschijf kalender hoogeveen 2027 --plan",
        "jaarschijf kalender hoogeveen 2027 --ics hoogeveen-2027.ics",
    ),
)
@vraag_jaarschijf
@click.option(
    "--plan",
    is_flag=True,
    help="Tel terug vanaf de besluiten, en stel dagen voor.",
)
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bewaar de kalender ook als bestand voor uw agenda.",
)
@met_json
@click.pass_obj
def kalender(
    omgeving: Omgeving, samenwerking: str, jaar: int, plan: bool, ics: Path | None
) -> None:
    """Print the deadlines and meetings and, when asked, write the calendar file."""
    from cycle.schijf import write_whole
    from cycle.services.build_kalender import build_kalender

    toolkit = omgeving.toolkit()
    inhoud = toolkit.bibliotheek.load(samenwerking)
    gegevens = build_kalender(toolkit.bibliotheek, inhoud, jaar)
    bijeenkomsten = inhoud.jaar(jaar).bijeenkomsten
    if ics:
        write_whole(ics, toolkit.agenda.write(inhoud, jaar, gegevens.termijnen))
    if omgeving.als_json:
        print_json(kalender_as_json(gegevens, bijeenkomsten, met_planning=plan))
        return
    click.echo(f"Kalender van de jaarschijf {jaar} van {inhoud.naam}\n")
    print_profiel(gegevens.profiel)
    print_termijnen(gegevens.termijnen)
    print_bijeenkomsten(bijeenkomsten)
    if plan:
        print_planning(gegevens.planning)
    if gegevens.bevindingen:
        click.echo("\nLet op\n")
        print_bevindingen(gegevens.bevindingen)
    if ics:
        click.echo(f"\nDe kalender voor uw agenda staat in {ics}.")

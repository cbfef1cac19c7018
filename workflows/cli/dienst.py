"""``jaarschijf dienst``: Prefect server, schedules and worker with one command."""

import os

import click

from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht


@click.command(
    cls=Opdracht,
    help="Laat het programma zelf zijn werk doen, dag en nacht.\n\n"
    "Deze opdracht start een Prefect-server, het rooster en een werker. Elke dag om 7.00 uur doet "
    "de werker wat aan de beurt is. Stappen die u zet, lopen ook via de werker. Het adres van het "
    "scherm staat in de uitvoer. De dienst is alleen op deze computer te bereiken.\n\n"
    "Stoppen doet u met Ctrl-C. Werk dat dan loopt, gaat verder als u de dienst weer start.",
    voorbeelden=("jaarschijf dienst", "jaarschijf dienst --poort 4300"),
)
@click.option(
    "--poort",
    type=click.IntRange(1, 65_535),
    metavar="POORT",
    help="Poort van de dienst. Is die bezet, dan de eerste vrije daarna.  [standaard: 4200]",
)
@click.option(
    "--werker",
    is_flag=True,
    help="Start alleen een extra werker, voor de server op het adres in PREFECT_API_URL.",
)
@click.pass_obj
def dienst(omgeving: Omgeving, *, poort: int | None, werker: bool) -> None:
    """Run until somebody stops it."""
    from workflows.dienst.dienst import run_dienst, run_werker

    settings = omgeving.settings(eigen=True)
    if not werker:
        run_dienst(settings, poort or settings.poort, _meld)
        return
    adres = os.environ.get("PREFECT_API_URL", "").rstrip("/")
    if not adres:
        raise click.UsageError(
            "Een extra werker heeft een server nodig. Zet het adres in PREFECT_API_URL, "
            "zoals http://127.0.0.1:4200/api.",
            click.get_current_context(),
        )
    run_werker(settings, adres, _meld)


def _meld(tekst: str) -> None:
    """Print what happens at once, also into a log."""
    click.echo(tekst)

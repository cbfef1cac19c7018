"""``jaarschijf dagelijks``: what is due today, for every cyclus that is under way."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD, as_json, print_fout
from workflows.cli.invoer import met_json, met_prefect
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_bevindingen, print_json
from workflows.cli.uitvoering import Wijzen, run_werk, tell_waar

if TYPE_CHECKING:
    from workflows.dagelijks import Dagronde


@click.command(
    cls=Opdracht,
    help="Doe wat vandaag aan de beurt is.\n\n"
    "Voor elke cyclus die loopt gaan de herinneringen uit. Een stap die vanzelf gaat, wordt "
    "gezet. Is een andere stap aan de beurt, dan krijgt de coördinator één bericht. Laat deze "
    "opdracht elke dag lopen. Een dag overslaan kan geen kwaad.",
    voorbeelden=("jaarschijf dagelijks",),
)
@met_prefect
@met_json
@click.pass_obj
def dagelijks(omgeving: Omgeving, *, eigen_server: bool) -> None:
    """Do the daily run; a cyclus that fails does not hold up the others."""
    from cycle.domain.tijdstempellijst import is_stempelmaand
    from workflows.dagelijks import Dagronde, list_lopende, run_ronde

    with omgeving.toolkit_op_gegevens() as toolkit:
        is_rustig = not is_stempelmaand(toolkit.klok.vandaag())
        if is_rustig and not list_lopende(toolkit, voorbeeld=False):
            _print_leeg(omgeving, Dagronde())
            return
        uitvoering = run_werk(
            omgeving.settings(),
            Wijzen(zelf=lambda: run_ronde(toolkit), met_prefect=_run_flow),
            eigen_server=eigen_server,
        )
    dag = uitvoering.uitkomst
    if omgeving.als_json:
        print_json(_as_json(dag) | {"uitvoering": uitvoering.waar})
    else:
        _print_dag(dag)
        tell_waar(uitvoering)
    if dag.fouten:
        raise click.exceptions.Exit(GEWEIGERD)


def _run_flow() -> "Dagronde":
    """Return what the Prefect flow did."""
    from workflows.dagelijks import Dagronde
    from workflows.dagflows import dagelijks as flow

    return Dagronde(tuple(flow()))


def _as_json(dag: "Dagronde") -> dict[str, Any]:
    """Return the day as plain data."""
    return {
        "herinneringen": dag.herinneringen,
        "cycli": [asdict(verslag) for verslag in dag.verslagen],
        "fouten": {cyclus: as_json(fout) for cyclus, fout in dag.fouten.items()},
    }


def _print_leeg(omgeving: Omgeving, dag: "Dagronde") -> None:
    """Say that there was nothing to do."""
    if omgeving.als_json:
        print_json(_as_json(dag))
    else:
        click.echo("Er loopt nu geen cyclus. Er is niets gedaan.")


def _print_dag(dag: "Dagronde") -> None:
    """Print what was done per cyclus."""
    if not dag.verslagen and not dag.fouten:
        click.echo("Vandaag is er niets aan de beurt.")
    for verslag in dag.verslagen:
        stappen = f" Aan de beurt: {', '.join(verslag.stappen)}." if verslag.stappen else ""
        click.echo(
            f"{verslag.samenwerking} {verslag.jaar}: "
            f"{aantal(verslag.herinneringen, 'herinnering', 'herinneringen')}.{stappen}"
        )
        print_bevindingen(verslag.post)
    for cyclus, fout in dag.fouten.items():
        click.echo(f"{cyclus} is niet gelukt:", err=True)
        print_fout(fout)

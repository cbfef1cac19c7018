"""``jaarschijf dagelijks``: what is due today, for every cyclus that is under way."""

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD, as_json, print_fout
from workflows.cli.invoer import met_json, met_prefect
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_bevindingen, print_json
from workflows.cli.uitvoering import Wijzen, run_werk, tell_waar

if TYPE_CHECKING:
    from cycle.domain.errors import JaarschijfError
    from cycle.services.ports import Toolkit
    from workflows.dagelijks import Dagverslag


@dataclass(frozen=True, slots=True)
class Dag:
    """What one day brought, in all and per cyclus."""

    herinneringen: int
    verslagen: list["Dagverslag"] = field(default_factory=list)
    fouten: dict[str, "JaarschijfError"] = field(default_factory=dict)


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
    with omgeving.toolkit_op_gegevens() as toolkit:
        if not _lopende(toolkit):
            _print_leeg(omgeving)
            return
        uitvoering = run_werk(
            omgeving.settings(),
            Wijzen(zelf=lambda: _run_hier(toolkit), met_prefect=_run_flow),
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


def _lopende(toolkit: "Toolkit") -> list[tuple[str, int]]:
    """Return the cycli that are under way; a played year is not."""
    from workflows.dagelijks import list_lopende

    return [(c.samenwerking, c.jaar) for c in list_lopende(toolkit, voorbeeld=False)]


def _run_flow() -> Dag:
    """Return what the Prefect flow did."""
    from workflows.dagflows import dagelijks as flow

    verslagen = flow()
    return Dag(sum(v.herinneringen for v in verslagen), verslagen)


def _run_hier(toolkit: "Toolkit") -> Dag:
    """Return what was done in this process."""
    from cycle.domain.errors import JaarschijfError
    from cycle.services.plan_herinneringen import plan_herinneringen
    from workflows.dagelijks import list_lopende, run_dag

    verslagen, fouten = [], {}
    try:
        plan_herinneringen(toolkit, list_lopende(toolkit, voorbeeld=False))
    except JaarschijfError as fout:
        fouten["herinneren"] = fout
    for samenwerking, jaar in _lopende(toolkit):
        try:
            verslagen.append(run_dag(toolkit, samenwerking, jaar))
        except JaarschijfError as fout:
            fouten[f"{samenwerking} {jaar}"] = fout
    return Dag(sum(v.herinneringen for v in verslagen), verslagen, fouten)


def _as_json(dag: Dag) -> dict[str, Any]:
    """Return the day as plain data."""
    return {
        "herinneringen": dag.herinneringen,
        "cycli": [asdict(verslag) for verslag in dag.verslagen],
        "fouten": {cyclus: as_json(fout) for cyclus, fout in dag.fouten.items()},
    }


def _print_leeg(omgeving: Omgeving) -> None:
    """Say that there was nothing to do."""
    if omgeving.als_json:
        print_json(_as_json(Dag(0)))
    else:
        click.echo("Er loopt nu geen cyclus. Er is niets gedaan.")


def _print_dag(dag: Dag) -> None:
    """Print what was done per cyclus."""
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

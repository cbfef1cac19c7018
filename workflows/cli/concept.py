"""``jaarschijf concept``: merge, render and share a draft."""

from dataclasses import asdict, dataclass

import click

from workflows.cli.invoer import met_invoer, met_json, met_prefect, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.zetten import StapInvoer, take_stap


@dataclass(frozen=True, slots=True)
class _ConceptInvoer:
    """What the coordinator typed."""

    samenwerking: str
    jaar: int
    reden: str
    eigen_server: bool


@click.command(
    cls=Opdracht,
    help="Maak een concept van de jaarschijf en deel het met de partijen.\n\n"
    "U krijgt een gezamenlijk concept en voor elke partij een eigen concept met een brief. Kwam "
    "er daarna nog een bieding binnen? Geef de opdracht dan opnieuw: u krijgt een nieuwe versie.",
    voorbeelden=("jaarschijf concept hoogeveen 2024",),
)
@vraag_jaarschijf
@met_reden
@met_prefect
@met_json
@met_invoer(_ConceptInvoer)
def concept(omgeving: Omgeving, invoer: _ConceptInvoer) -> None:
    """Take the step concept; in the fase overleg it makes the next version."""
    take_stap(omgeving, StapInvoer(stap="concept", **asdict(invoer)))

"""Gedeeld: options that several commands of ``jaarschijf teken`` share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from workflows.cli.omgeving import Omgeving
from workflows.cli.uitvoer import print_json

if TYPE_CHECKING:
    from cycle.services.cyclus import Uitkomst

Functie = TypeVar("Functie", bound=Callable[..., None])


def met_bewijs(functie: Functie) -> Functie:
    """Ask for ``--bewijs``, a file that is kept by its sha256."""
    return click.option(
        "--bewijs",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        required=True,
        metavar="BESTAND",
        help="Het besluit, de brief of het uittreksel. Het wordt bewaard.",
    )(functie)


def met_door(functie: Functie) -> Functie:
    """Ask for ``--door``: who does this, as a functie."""
    return click.option(
        "--door",
        default="",
        metavar="FUNCTIE",
        help="Wie dit doet. Schrijf een functie, zoals secretaris.",
    )(functie)


def tell(omgeving: Omgeving, uitkomst: "Uitkomst") -> None:
    """Print what a command did."""
    if omgeving.als_json:
        print_json(
            {
                "melding": uitkomst.melding,
                "gedaan": uitkomst.gedaan,
                "stukken": list(uitkomst.stukken),
            }
        )
        return
    click.echo(uitkomst.melding)
    for naam in uitkomst.stukken:
        click.echo(f"  {naam}")

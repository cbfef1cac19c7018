"""Wie: who gives the command, for what is kept with a signature."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

Functie = TypeVar("Functie", bound=Callable[..., Any])


def vraag_door(functie: Functie) -> Functie:
    """Ask for ``--door``, the name of who gives the command."""
    return click.option(
        "--door",
        default=_gebruiker,
        metavar="NAAM",
        show_default="de gebruiker van deze computer",
        help="Wie dit doet. Die naam wordt bewaard.",
    )(functie)


def _gebruiker() -> str:
    """Return the name under which somebody works on this computer, empty when unknown."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""

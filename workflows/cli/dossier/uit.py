"""Uit: where a command of the dossier puts its files."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import Functie

if TYPE_CHECKING:
    from cycle.services.ports import Toolkit


def met_uit(functie: Functie) -> Functie:
    """Offer ``--uit``."""
    return click.option(
        "--uit",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="MAP",
        help="De map voor de bestanden. Zonder deze keuze komen ze bij de andere stukken.",
    )(functie)


def write_bestanden(
    toolkit: "Toolkit",
    cyclus: tuple[str, int],
    folder: str,
    uit: Path | None,
    bestanden: Mapping[str, bytes],
) -> list[str]:
    """Write files to `uit`, or to `folder` among the documents; return their paths."""
    from cycle.schijf import write_whole

    return [
        str(
            toolkit.uitgifte.write(*cyclus, f"{folder}/{naam}", inhoud)
            if uit is None
            else write_whole(uit / naam, inhoud)
        )
        for naam, inhoud in bestanden.items()
    ]

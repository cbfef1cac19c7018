"""Volgende: what somebody can do now, with the command to type."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

import click

from workflows.cli.uitvoer import dag_in_woorden

if TYPE_CHECKING:
    from cycle.domain.stand import CyclusStand

_INTUSSEN = {
    "voorbereiding": (
        ("De partijen uitnodigen", "jaarschijf uitnodig {cyclus}"),
        ("De agenda van de startbijeenkomst maken", "jaarschijf kickoff agenda {cyclus}"),
    ),
    "biedingen": (("Een ingevuld formulier boeken", "jaarschijf bieding lees BESTAND --boek"),),
    "overleg": (
        ("Reacties boeken die terugkomen", "jaarschijf reacties lees BESTAND --boek"),
        ("Over reacties beslissen", "jaarschijf reacties tabel {cyclus} --open"),
        ("Een nieuw concept maken na wijzigingen", "jaarschijf concept {cyclus}"),
    ),
    "accordering": (
        (
            "Een besluit vastleggen",
            "jaarschijf besluit {cyclus} PARTIJ ORGAAN geheel --code CODE",
        ),
    ),
    "ondertekening": (
        (
            "Een handtekening vastleggen",
            "jaarschijf onderteken {cyclus} PARTIJ FUNCTIE --code CODE",
        ),
    ),
    "verzonden": (
        ("Leveringen vastleggen, met bewijs", "jaarschijf dossier levering {cyclus}"),
        ("Het archiefdossier maken", "jaarschijf dossier {cyclus}"),
    ),
    "uitvoering": (("Een formulier van een toets boeken", "jaarschijf toets lees BESTAND --boek"),),
}
"""What happens inside a fase, beside the step that ends it."""


def print_volgende(fase: str, samenwerking: str, jaar: int, gedaan: Collection[str] = ()) -> None:
    """Print the fase in which a cyclus stands and the commands that fit it.

    `gedaan` holds the codes of steps inside this fase that were taken already.
    """
    click.echo(f"De cyclus staat nu in de fase '{fase}'.")
    opdrachten = list_volgende(fase, samenwerking, jaar, gedaan)
    if opdrachten:
        click.echo("Wat u nu kunt doen:")
    for wat, opdracht in opdrachten:
        click.echo(f"  {wat}:\n    {opdracht}")


def list_volgende(
    fase: str, samenwerking: str, jaar: int, gedaan: Collection[str]
) -> list[tuple[str, str]]:
    """Return what can be done in a fase, and how; nothing when the cyclus is finished."""
    from cycle.domain.fase import Fase
    from workflows.stages import stappen_aan_de_beurt

    cyclus = f"{samenwerking} {jaar}"
    opdrachten = [
        (wat, opdracht.format(cyclus=cyclus)) for wat, opdracht in _INTUSSEN.get(fase, ())
    ]
    for stap in stappen_aan_de_beurt(Fase(fase)):
        if stap.tussendoor and stap.code in gedaan:
            continue
        opdracht = f"jaarschijf cyclus fase {cyclus} {stap.code}"
        opdrachten.append((stap.naam.capitalize(), opdracht))
    return opdrachten


def list_te_laat(stand: "CyclusStand", gedaan: Collection[str], vandaag: str) -> Iterator[str]:
    """Yield a sentence for each step that should have been taken before `vandaag` (ISO).

    `gedaan` holds the codes of steps inside this fase that were taken already.
    """
    from cycle.domain.fase import Fase
    from workflows.stages import stappen_aan_de_beurt

    dagen = {termijn.code: termijn.datum for termijn in stand.termijnen}
    for stap in stappen_aan_de_beurt(Fase(stand.fase)):
        dag = dagen[stap.termijn]
        if dag < vandaag and not (stap.tussendoor and stap.code in gedaan):
            yield (
                f"De stap '{stap.naam}' is te laat. De dag was {dag_in_woorden(dag)}. Doe: "
                f"jaarschijf cyclus fase {stand.samenwerking} {stand.jaar} {stap.code}"
            )

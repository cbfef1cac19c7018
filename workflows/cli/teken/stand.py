"""``jaarschijf teken stand``: every place to sign, what it rests on, and who is missing."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, dag_in_woorden, print_json, print_tabel

if TYPE_CHECKING:
    from cycle.domain.stand import CyclusStand, TekenplekStand


@click.command(
    cls=Opdracht,
    help="Toon per ondertekenaar hoe het ervoor staat.\n\n"
    "U ziet of er is getekend, hoe de handtekening binnenkwam en waar zij op rust, en of er een "
    "mandaat is vastgelegd. Partijen staan in de volgorde van de afspraken.",
    voorbeelden=("jaarschijf teken stand hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def stand(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Print the places to sign of a cyclus."""
    from cycle.services.show_status import show_status

    with omgeving.toolkit_op_gegevens() as toolkit:
        nu = show_status(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json(
            {
                "fase": nu.fase,
                "versie": nu.versie,
                "code": nu.code,
                "partijen": [
                    {
                        "partij": p.partij,
                        "aftekening": p.aftekening,
                        "tekenplekken": [asdict(plek) for plek in p.tekenplekken],
                    }
                    for p in nu.partijen
                ],
                "let_op": list(nu.let_op),
            }
        )
        return
    _print_stand(nu)


def _print_stand(nu: "CyclusStand") -> None:
    """Print a row per place to sign, and what to mind."""
    from cycle.domain.aftekening import Aftekenstaat

    if not nu.versie:
        click.echo("Er is nog geen concept. Er valt nog niets af te tekenen.")
        return
    click.secho(f"Versie {nu.versie}, code {nu.code}\n", bold=True)
    print_tabel(
        [
            Kolom("partij"),
            Kolom("stand"),
            Kolom("functie"),
            Kolom("handtekening"),
            Kolom("rust op"),
            Kolom("mandaat"),
        ],
        [
            (
                p.naam,
                Aftekenstaat(p.aftekening).tekst,
                _functie(plek),
                _wat(plek),
                plek.sterkte,
                plek.mandaat or "niet vastgelegd",
            )
            for p in nu.partijen
            for plek in p.tekenplekken
        ],
    )
    click.echo()
    for zin in nu.let_op:
        click.echo(f"Let op: {zin}")


def _functie(plek: "TekenplekStand") -> str:
    """Return who signs, with who stood in."""
    return f"{plek.functie} (waarnemer: {plek.waarnemer})" if plek.waarnemer else plek.functie


def _wat(plek: "TekenplekStand") -> str:
    """Return what happened at a place, with the day."""
    return f"{plek.staat} ({dag_in_woorden(plek.op)})" if plek.op else plek.staat

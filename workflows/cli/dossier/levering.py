"""``jaarschijf dossier levering``: the checklist of what must be with whom before 15 December."""

from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import (
    Kolom,
    bevinding_as_json,
    print_bevindingen,
    print_json,
    print_tabel,
)

if TYPE_CHECKING:
    from cycle.domain.levering import Leverregel, Rvcregel
    from cycle.services.list_leveringen import Leverlijst


@click.command(
    cls=Opdracht,
    help="Toon per corporatie wat er voor 15 december bij wie moet zijn, en hoever dat is.\n\n"
    "De corporatie levert de afspraken, het dPi-overzicht en de bestuursverklaring aan de "
    "minister, het college en de huurdersorganisaties (Woningwet artikel 44a). De raad van "
    "commissarissen beslist voor die dag over de meerjarenbegroting.",
    voorbeelden=("jaarschijf dossier levering hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def levering(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Print the checklist."""
    from cycle.services.list_leveringen import list_leveringen

    with omgeving.toolkit_op_gegevens() as toolkit:
        lijst = list_leveringen(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json(_as_json(lijst))
    else:
        _print_lijst(lijst)
    if lijst.punten:
        raise click.exceptions.Exit(GEWEIGERD)


def _print_lijst(lijst: "Leverlijst") -> None:
    """Print a row per corporatie and ontvanger, then what is open."""
    from cycle.domain.notatie import datum, datum_met_dag

    click.echo(
        f"Uiterlijk {datum_met_dag(lijst.uiterlijk)}. "
        f"Plan de levering op {datum_met_dag(lijst.plandatum)}.\n"
    )
    print_tabel(
        [
            Kolom("corporatie"),
            Kolom("aan"),
            Kolom("korte naam", vast=True),
            Kolom("stand"),
            Kolom("op"),
            Kolom("wijze"),
        ],
        [
            (
                regel.corporatie_naam,
                regel.ontvanger_naam,
                regel.ontvanger,
                f"{regel.staat.value}{', te laat' if regel.is_te_laat else ''}",
                datum(regel.op) if regel.op else "",
                regel.wijze,
            )
            for regel in lijst.regels
        ],
    )
    click.echo()
    if not lijst.punten:
        click.echo("Alles is geleverd, met bewijs.")
    print_bevindingen(lijst.punten)


def _as_json(lijst: "Leverlijst") -> dict[str, Any]:
    """Return the checklist as plain data."""
    return {
        "uiterlijk": lijst.uiterlijk.to_date_string(),
        "plandatum": lijst.plandatum.to_date_string(),
        "leveringen": [_regel(regel) for regel in lijst.regels],
        "rvc": [_rvc(regel) for regel in lijst.rvc],
        "bevindingen": [bevinding_as_json(punt) for punt in lijst.punten],
    }


def _regel(regel: "Leverregel") -> dict[str, Any]:
    """Return one row as plain data."""
    return {
        "corporatie": regel.corporatie,
        "ontvanger": regel.ontvanger,
        "staat": regel.staat.value,
        "op": regel.op.to_date_string() if regel.op else None,
        "ontbreekt": [stuk.value for stuk in regel.mist],
        "te_laat": regel.is_te_laat,
        "wijze": regel.wijze,
        "bewijs": list(regel.bewijzen),
    }


def _rvc(regel: "Rvcregel") -> dict[str, Any]:
    """Return the day of one raad van commissarissen as plain data."""
    return {
        "corporatie": regel.corporatie,
        "op": regel.rvc_op.to_date_string() if regel.rvc_op else None,
        "op_tijd": regel.is_goed,
    }

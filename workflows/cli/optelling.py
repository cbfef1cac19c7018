"""``jaarschijf optelling``: the sums over all samenwerkingen, per regio and in total."""

from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import Jaar, met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import (
    Kolom,
    aantal,
    bevinding_as_json,
    print_bevindingen,
    print_json,
    print_tabel,
)

if TYPE_CHECKING:
    from cycle.domain.optelling import Optelling, Optelregel

_VELDEN = ("doel", "realisatie", "rest", "nodig", "bod")


@click.command(
    cls=Opdracht,
    help="Tel alle samenwerkingen op die biedingen hebben voor dit jaar.\n\n"
    "U ziet de som per regio en in totaal. Binnen elke indeling telt alles een keer. Een "
    "gemeente zonder regio staat op een eigen regel. De indelingen staan in regios.toml.",
    voorbeelden=(
        "jaarschijf optelling 2024",
        "jaarschijf optelling 2024 --indeling provincie",
    ),
)
@click.argument("jaar", type=Jaar(), help="Het jaar waarvoor de jaarschijven gelden.")
@click.option("--indeling", default="", metavar="NAAM", help="Alleen deze indeling.")
@met_json
@click.pass_obj
def optelling(omgeving: Omgeving, jaar: int, indeling: str) -> None:
    """Print the sums of every indeling."""
    from cycle.services.sum_jaarschijven import sum_jaarschijven

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = sum_jaarschijven(toolkit, jaar, indeling=indeling)
    if omgeving.als_json:
        print_json(_as_json(uitkomst))
        return
    hoeveel = aantal(len(uitkomst.samenwerkingen), "samenwerking", "samenwerkingen")
    click.secho(f"Jaarschijven {jaar} opgeteld: {hoeveel}\n", bold=True)
    for naam, regels in uitkomst.indelingen.items():
        click.secho(f"{naam.capitalize()}\n", bold=True)
        _print(uitkomst, regels)
        click.echo()
    print_bevindingen(uitkomst.bevindingen)
    click.echo("Een getal tussen haakjes zegt hoeveel waarden n.b. zijn. Die tellen niet als nul.")


def _print(uitkomst: "Optelling", regels: tuple["Optelregel", ...]) -> None:
    """Print one table."""
    print_tabel(
        [
            Kolom("regio", vast=True),
            Kolom("indicator"),
            Kolom("eenheid"),
            *(Kolom(veld, vast=True, rechts=True) for veld in _VELDEN),
        ],
        [
            (
                f"{regel.regio} (geen regio)" if regel.is_los else regel.regio,
                uitkomst.indicatoren[regel.indicator].naam,
                uitkomst.indicatoren[regel.indicator].eenheid,
                *(_cel(regel, veld) for veld in _VELDEN),
            )
            for regel in regels
        ],
    )


def _cel(regel: "Optelregel", veld: str) -> str:
    """Return a sum, and between brackets how many of its parts are not known."""
    from cycle.domain.notatie import getal

    waarde, onbekend = getattr(regel, veld), regel.onbekend.get(veld, 0)
    if waarde is None:
        return f"({onbekend})" if onbekend else ""
    tekst = getal(round(waarde, 2))  # a mean has endless decimals; ``--json`` gives them all
    return f"{tekst} ({onbekend})" if onbekend else tekst


def _as_json(uitkomst: "Optelling") -> dict[str, object]:
    """Return the sums as plain data."""
    return {
        "jaar": uitkomst.jaar,
        "samenwerkingen": list(uitkomst.samenwerkingen),
        "indelingen": [
            {"indeling": naam, "regels": [_regel_as_json(uitkomst, regel) for regel in regels]}
            for naam, regels in uitkomst.indelingen.items()
        ],
        "bevindingen": [bevinding_as_json(b) for b in uitkomst.bevindingen],
    }


def _regel_as_json(uitkomst: "Optelling", regel: "Optelregel") -> dict[str, object]:
    """Return one row as plain data; unknown is null."""
    bedragen = {veld: getattr(regel, veld) for veld in _VELDEN}
    return {
        "regio": regel.regio,
        "zonder_regio": regel.is_los,
        "gemeenten": list(regel.gemeenten),
        "indicator": regel.indicator,
        "naam": uitkomst.indicatoren[regel.indicator].naam,
        "eenheid": uitkomst.indicatoren[regel.indicator].eenheid,
        **{veld: None if bedrag is None else float(bedrag) for veld, bedrag in bedragen.items()},
        "onbekend": dict(regel.onbekend),
    }

"""``jaarschijf optelling``: the sums over all samenwerkingen, per regio and in total."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from cycle.domain.optelling import LANDELIJK
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
    for naam in _blokken(uitkomst, indeling):
        click.secho(f"{_kop(naam)}\n", bold=True)
        print_optelregels(uitkomst, uitkomst.indelingen[naam])
        click.echo()
    print_bevindingen(uitkomst.bevindingen)


def _blokken(uitkomst: "Optelling", indeling: str) -> tuple[str, ...]:
    """Return the tables to print; of one samenwerking each would say the same."""
    if len(uitkomst.samenwerkingen) == 1:
        return (indeling or LANDELIJK,)
    return tuple(uitkomst.indelingen)


def _kop(naam: str) -> str:
    """Return what a table is called on the screen: it need not be the whole country."""
    return "Totaal" if naam == LANDELIJK else naam.capitalize()


def print_optelregels(uitkomst: "Optelling", regels: tuple["Optelregel", ...]) -> None:
    """Print one table, and below it what it leaves out."""
    gevuld = [r for r in regels if any(getattr(r, veld) is not None for veld in _VELDEN)]
    _print_regels(uitkomst, gevuld)
    if any(regel.onbekend for regel in gevuld):
        click.echo(
            "16 (3) betekent: samen 16, maar van 3 partijen is het cijfer niet bekend (n.b.). Die "
            "3 zitten niet in de 16."
        )
    if weg := len(regels) - len(gevuld):
        hoeveel = "1 regel" if weg == 1 else f"{weg} regels"
        click.echo(f"{hoeveel} zonder enig bekend cijfer: zie --json.")


def _print_regels(uitkomst: "Optelling", regels: list["Optelregel"]) -> None:
    """Print the rows."""
    print_tabel(
        [
            Kolom("regio", vast=True),
            Kolom("indicator"),
            Kolom("eenheid"),
            *(Kolom(veld, vast=True, rechts=True) for veld in _VELDEN),
        ],
        [
            (
                f"{regel.regio} (geen regio)" if regel.is_los else _regio(regel),
                uitkomst.indicatoren[regel.indicator].naam,
                uitkomst.indicatoren[regel.indicator].eenheid,
                *(_cel(regel, veld) for veld in _VELDEN),
            )
            for regel in regels
        ],
    )


def _regio(regel: "Optelregel") -> str:
    """Return whose sum a row is; the total says over how many gemeenten."""
    if regel.regio != LANDELIJK:
        return regel.regio
    return aantal(len(regel.gemeenten), "gemeente", "gemeenten")


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
        "bronnen": {
            veld: [asdict(bron) for bron in bronnen] for veld, bronnen in regel.bronnen.items()
        },
    }

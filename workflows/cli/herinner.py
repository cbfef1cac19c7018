"""``jaarschijf herinner``: the reminders that are due today, once."""

from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import Jaar, met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_json

if TYPE_CHECKING:
    from cycle.domain.bericht import Bericht
    from cycle.services.ports import Toolkit


@click.command(
    cls=Opdracht,
    help="Herinner partijen aan wat vandaag aan de beurt is.\n\n"
    "Zonder SAMENWERKING en JAAR geldt dit voor elke cyclus die loopt. Elke herinnering gaat "
    "hoogstens één keer uit. Met --proef ziet u alleen de berichten: er gaat niets uit.",
    voorbeelden=(
        "jaarschijf herinner --proef",
        "jaarschijf herinner hoogeveen 2024",
    ),
)
@click.argument("samenwerking", required=False, help="De naam van de map met de inhoud.")
@click.argument("jaar", required=False, type=Jaar(), help="Het jaar waarvoor de jaarschijf geldt.")
@click.option("--proef", is_flag=True, help="Toon de berichten en verstuur niets.")
@met_json
@click.pass_obj
def herinner(
    omgeving: Omgeving, samenwerking: str | None, jaar: int | None, *, proef: bool
) -> None:
    """Plan and hand over what is due, or only show it."""
    if samenwerking and jaar is None:
        raise click.UsageError(
            "Noem bij de samenwerking ook het jaar.", click.get_current_context()
        )
    with omgeving.toolkit_op_gegevens() as toolkit:
        cycli = [(samenwerking, jaar)] if samenwerking and jaar else _lopende(toolkit)
        herinneringen = [
            (code, van_jaar, bericht)
            for code, van_jaar in cycli
            for bericht in _remind(toolkit, code, van_jaar, proef=proef)
        ]
        uit = omgeving.settings().uit
    mappen = dict.fromkeys(str(uit / f"{code}-{j}" / "postvak-uit") for code, j, _ in herinneringen)
    if omgeving.als_json:
        print_json(
            {
                "proef": proef,
                "herinneringen": [_as_json(code, j, bericht) for code, j, bericht in herinneringen],
            }
        )
        return
    if not cycli:
        click.echo("Er loopt nu geen cyclus.")
        return
    for _, _, bericht in herinneringen:
        _print_bericht(bericht, voluit=proef)
    if not herinneringen:
        click.echo("Er is vandaag geen herinnering aan de beurt.")
    elif proef:
        click.echo(f"Proef: {_tel(herinneringen)}. Er is niets verstuurd.")
    else:
        click.echo(f"{_tel(herinneringen)} klaargezet in {' en '.join(mappen)}.")


def _lopende(toolkit: "Toolkit") -> list[tuple[str, int]]:
    """Return the cycli that are under way."""
    from workflows.dagelijks import list_lopende

    return [(c.samenwerking, c.jaar) for c in list_lopende(toolkit, voorbeeld=False)]


def _remind(
    toolkit: "Toolkit", samenwerking: str, jaar: int, *, proef: bool
) -> tuple["Bericht", ...]:
    """Return the reminders of one cyclus; unless it is a `proef` they are handed over."""
    from cycle.services.plan_herinneringen import plan_herinneringen
    from workflows.stages import finish_stap

    berichten = plan_herinneringen(toolkit, samenwerking, jaar, proef=proef)
    if not proef:
        finish_stap(toolkit, samenwerking, jaar)
    return berichten


def _as_json(samenwerking: str, jaar: int, bericht: "Bericht") -> dict[str, str | int]:
    """Return a message as plain data."""
    return {
        "samenwerking": samenwerking,
        "jaar": jaar,
        "sleutel": bericht.sleutel,
        "aan": bericht.aan,
        "onderwerp": bericht.onderwerp,
        "tekst": bericht.tekst,
        "datum": bericht.gepland_op.isoformat(),
    }


def _print_bericht(bericht: "Bericht", *, voluit: bool) -> None:
    """Print a message: to whom and what about, and its text when it is `voluit`."""
    click.echo(f"Aan:        {bericht.aan}\nOnderwerp:  {bericht.onderwerp}")
    click.echo(f"\n{bericht.tekst.rstrip()}\n\n{'─' * 40}\n" if voluit else "")


def _tel(herinneringen: list[tuple[str, int, "Bericht"]]) -> str:
    """Return how many reminders there are, in words."""
    return aantal(len(herinneringen), "herinnering", "herinneringen")

"""``jaarschijf herstel``: checks a backup, or puts it back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.backup import as_json, print_inhoud
from workflows.cli.invoer import met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json

if TYPE_CHECKING:
    from cycle.settings import Settings
    from cycle.store.kopie.manifest import Bronnen
    from cycle.store.kopie.terugzetten import Herstelplan


@click.command(
    cls=Opdracht,
    help="Zet een reservekopie terug, of controleer hem met --proef.\n\n"
    "Staan er al gegevens? Dan gebeurt er niets, tenzij u --vervang geeft. De oude database "
    "blijft dan bewaard in de map opzij. De inhoud die u nu hebt, wordt nooit overschreven. "
    "Wordt het terugzetten afgebroken, geef dan dezelfde opdracht nog een keer.",
    voorbeelden=(
        "jaarschijf herstel jaarschijf-maandag.zip --proef",
        "jaarschijf herstel jaarschijf-maandag.zip --vervang",
    ),
)
@click.argument(
    "bestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="De reservekopie.",
)
@click.option("--proef", is_flag=True, help="Lees alles na, zeg wat er zou gebeuren, doe niets.")
@click.option("--vervang", is_flag=True, help="Vervang de gegevens die er nu staan.")
@met_json
@click.pass_obj
def herstel(omgeving: Omgeving, bestand: Path, *, proef: bool, vervang: bool) -> None:
    """Check a backup to its last byte, and put it back unless it is a `proef`."""
    from contextlib import nullcontext

    from cycle.klok import tijdstip
    from cycle.store.kopie.manifest import Bronnen
    from cycle.store.kopie.terugzetten import plan_herstel, restore_kopie
    from workflows.dienst.plaats import hold_plaats, home_of

    settings = omgeving.settings(eigen=True)
    bronnen = Bronnen(settings.database_url, settings.gegevens, settings.content)
    # no dienst may run, and none may start, while its data are being replaced
    with nullcontext() if proef else hold_plaats(home_of(settings.gegevens)):
        plan = plan_herstel(bronnen, bestand, tijdstip())
        if not proef:
            restore_kopie(bronnen, bestand, plan, vervang=vervang)
    if omgeving.als_json:
        print_json({"proef": proef} | as_json(plan.manifest) | _as_json(plan))
        return
    click.echo(f"De reservekopie van {_moment(plan.manifest.gemaakt_op)} is heel.")
    print_inhoud(plan.manifest)
    _print_plan(bronnen, plan, settings, proef=proef)
    if not proef:
        kijk = omgeving.schrijf_opdracht("herinner", "--proef")
        click.echo(f"Kijk nu eerst wat er uit zou gaan met: {kijk}")


def _moment(iso: str) -> str:
    """Return a moment as people in the Netherlands read it."""
    import pendulum

    from cycle.domain.notatie import datum
    from cycle.klok import TIJDZONE

    moment = pendulum.DateTime.fromisoformat(iso).in_timezone(TIJDZONE)
    return f"{datum(moment.date())}, {moment.format('H.mm')} uur,"


def _as_json(plan: "Herstelplan") -> dict[str, object]:
    """Return what happens to the data that are there."""
    return {
        "cycli_nu": plan.cycli,
        "opzij": str(plan.opzij) if plan.opzij else None,
        "inhoud_naar": str(plan.inhoud) if plan.inhoud else None,
    }


def _print_plan(
    bronnen: "Bronnen", plan: "Herstelplan", settings: "Settings", *, proef: bool
) -> None:
    """Print what happened to the data and the content, or would happen."""
    if proef and plan.opzij:
        click.echo(
            f"In {bronnen.gegevens} staan al gegevens. Terugzetten kan alleen met --vervang. "
            f"De oude database komt dan in {bronnen.gegevens / 'opzij'}."
        )
    elif proef:
        click.echo(f"Terugzetten kan: in {bronnen.gegevens} staan nog geen gegevens.")
    else:
        click.echo(f"De gegevens zijn teruggezet in {bronnen.gegevens}.")
        if plan.opzij:
            click.echo(f"De oude database staat in {plan.opzij}.")
    if plan.inhoud is None:
        click.echo("De inhoud is dezelfde als nu.")
    elif plan.inhoud == bronnen.content:
        click.echo(f"De inhoud {'komt' if proef else 'staat'} in {plan.inhoud}.")
    else:
        click.echo(
            f"De inhoud in {settings.content} is anders dan in de reservekopie en blijft zoals "
            f"hij is. Die uit de kopie {'komt' if proef else 'staat'} in "
            f"{plan.inhoud.parent if not proef else bronnen.gegevens / 'opzij'}."
        )

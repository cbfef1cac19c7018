"""``jaarschijf demo``: plays a whole year of the examples and shows what is where."""

import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.gegevens import DEMO, choose_plaats
from workflows.cli.invoer import met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, print_json, print_tabel
from workflows.cli.voortgang import show_voortgang

if TYPE_CHECKING:
    from workflows.demo import Resultaat

_WAT = {
    "agenda": "per partij een agenda om te volgen, met alleen de mijlpalen",
    "startbijeenkomst": "de agenda van de startbijeenkomst, in Word en als PDF",
    "toets-april": "de formulieren van april, leeg en ingevuld, en het verslag in Word en als PDF",
    "toets-september": "hetzelfde, van september",
    "formulieren": "het formulier van elke partij",
    "biedingen": "de formulieren, ingevuld met voorbeeldcijfers",
    "reacties": "concepten die terugkwamen, met de wijzigingen van een partij",
    "vastgesteld": "de vastgestelde jaarschijf, in Word en als PDF",
    "postvak-uit": "alle berichten en herinneringen",
    "stand-van-zaken.html": "wie wat heeft gedaan",
    "stand-van-zaken.json": "hetzelfde, voor een ander programma",
}

_PROBEER = (
    "cyclus status hoogeveen 2024",
    "reacties tabel hoogeveen 2024",
    "herkomst hoogeveen 2024 --afspraak 1",
)


@click.command(
    cls=Opdracht,
    help="Speel een heel jaar na van Hoogeveen en van Het Hogeland.\n\n"
    "De cijfers zijn voorbeelden. De documenten zijn echt: formulieren, concepten, brieven en de "
    "vastgestelde jaarschijf. Nog een keer spelen geeft dezelfde documenten. Werd de demo "
    "afgebroken, dan gaat hij verder waar hij was.",
    voorbeelden=("jaarschijf demo", "jaarschijf demo --uit oefenen"),
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEMO,
    show_default=True,
    metavar="MAP",
    help="De map voor de documenten.",
)
@met_json
@click.pass_obj
def demo(omgeving: Omgeving, uit: Path) -> None:
    """Play the demo with a progress bar and tell what it left behind."""
    if omgeving.gegevens:
        raise click.UsageError(
            "De optie --gegevens hoort niet bij de demo. Kies de map met --uit.",
            click.get_current_context(),
        )
    prefix = _prefix(uit)
    from workflows.demo import play_demo

    with show_voortgang() as meld:
        resultaten = play_demo(uit, meld)
    if omgeving.als_json:
        print_json({"samenwerkingen": [_as_json(resultaat) for resultaat in resultaten]})
        return
    for resultaat in resultaten:
        _print_resultaat(resultaat)
    click.echo("Probeer nu zelf:")
    for opdracht in _PROBEER:
        click.echo(f"  {_naam()} {prefix}{opdracht}")


def _naam() -> str:
    """Return how this command was called, so that the next one can be typed over."""
    pad = Path(sys.argv[0])
    if pad.name != "jaarschijf" or shutil.which("jaarschijf"):
        return "jaarschijf"
    hier = Path.cwd()
    return str(pad.relative_to(hier)) if pad.is_relative_to(hier) else str(pad)


def _prefix(uit: Path) -> str:
    """Return the option that later commands need to find this demo, "" when they need none."""
    gegevens = uit / "gegevens"
    vindt_zelf = uit == DEMO and (
        choose_plaats(None, os.environ, has_demo=True).gegevens == gegevens
    )
    return "" if vindt_zelf else f"--gegevens {gegevens} "


def _as_json(resultaat: "Resultaat") -> dict[str, str | int | list[str]]:
    """Return a played year as plain data."""
    return {
        "samenwerking": resultaat.samenwerking,
        "jaar": resultaat.jaar,
        "map": str(resultaat.folder),
        "bestanden": list(resultaat.bestanden),
    }


def _print_resultaat(resultaat: "Resultaat") -> None:
    """Print what stands where in the folder of one year."""
    telling = Counter(Path(naam).parts[0] for naam in resultaat.bestanden)
    click.secho(f"{resultaat.folder}", bold=True)
    print_tabel(
        [Kolom("map of bestand", vast=True), Kolom("aantal", rechts=True), Kolom("wat het is")],
        [(naam, str(hoeveel), _wat(naam)) for naam, hoeveel in sorted(telling.items())],
    )
    click.echo()


def _wat(naam: str) -> str:
    """Return in words what a folder or file of a played year is."""
    if naam.startswith("concept-"):
        return "het gezamenlijke concept, en per partij een concept en een brief"
    if naam.endswith(".ics"):
        return "alle termijnen en overleggen, voor uw agenda"
    return _WAT.get(naam, "")

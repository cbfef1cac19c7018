"""``jaarschijf toets``: the check of April and of September."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import met_invoer, met_json, met_prefect, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing

if TYPE_CHECKING:
    from cycle.domain.toets import Toetsmoment

toets = Groep(
    "toets",
    opdrachten=(
        Verwijzing("april", f"{__name__}:april", "De toets van april: stand, formulier, verslag."),
        Verwijzing("september", f"{__name__}:september", "De toets van september: stand, verslag."),
        Verwijzing("lees", "workflows.cli.toetslees:lees", "Lees en boek ingevulde formulieren."),
        Verwijzing("licht", "workflows.cli.toetslicht:licht", "Kies zelf een licht, met reden."),
        Verwijzing(
            "meenemers",
            "workflows.cli.toetslicht:meenemers",
            "Toon wat naar de volgende startbijeenkomst gaat.",
        ),
    ),
    help="Kijk in april en september hoe het staat met de jaarschijf.\n\n"
    "Eerst gaan de formulieren uit, dan leest u ze terug, en dan maakt u het verslag voor het "
    "tripartiet overleg.",
    voorbeelden=(
        "jaarschijf toets april hoogeveen 2024 --formulieren",
        "jaarschijf toets lees april-2024-domesta.xlsx --boek",
        "jaarschijf toets april hoogeveen 2024",
        "jaarschijf toets april hoogeveen 2024 --verslag",
    ),
)


@dataclass(frozen=True, slots=True)
class ToetsInvoer:
    """What the coordinator typed."""

    samenwerking: str
    jaar: int
    formulieren: bool
    verslag: bool
    reden: str
    eigen_server: bool


_UITLEG = (
    "Zonder opties ziet u wie al een opgave stuurde, hoeveel regels elk licht hebben, en wat er "
    "afwijkt. Met --formulieren gaan de formulieren naar de partijen. Met --verslag maakt u het "
    "verslag: een Word-document en een PDF. Dat mag zo vaak als u wilt.\n\n"
    "Is het overleg geweest? Leg dat vast met: jaarschijf cyclus fase SAMENWERKING JAAR "
)


@click.command(
    cls=Opdracht,
    help=f"De toets van april: hoe staat het op 31 maart?\n\n{_UITLEG}tripartiet_april",
    voorbeelden=(
        "jaarschijf toets april hoogeveen 2024 --formulieren",
        "jaarschijf toets april hoogeveen 2024 --verslag",
    ),
)
@vraag_jaarschijf
@click.option("--formulieren", is_flag=True, help="Stuur de formulieren naar de partijen.")
@click.option("--verslag", is_flag=True, help="Maak het verslag.")
@met_reden
@met_prefect
@met_json
@met_invoer(ToetsInvoer)
def april(omgeving: Omgeving, invoer: ToetsInvoer) -> None:
    """Do what was asked for the check of April."""
    from cycle.domain.toets import Toetsmoment

    _do(omgeving, invoer, Toetsmoment.APRIL)


@click.command(
    cls=Opdracht,
    help=f"De toets van september: hoe staat het op 31 augustus?\n\n{_UITLEG}tripartiet_september",
    voorbeelden=(
        "jaarschijf toets september hoogeveen 2024 --formulieren",
        "jaarschijf toets september hoogeveen 2024 --verslag",
    ),
)
@vraag_jaarschijf
@click.option("--formulieren", is_flag=True, help="Stuur de formulieren naar de partijen.")
@click.option("--verslag", is_flag=True, help="Maak het verslag.")
@met_reden
@met_prefect
@met_json
@met_invoer(ToetsInvoer)
def september(omgeving: Omgeving, invoer: ToetsInvoer) -> None:
    """Do what was asked for the check of September."""
    from cycle.domain.toets import Toetsmoment

    _do(omgeving, invoer, Toetsmoment.SEPTEMBER)


def _do(omgeving: Omgeving, invoer: ToetsInvoer, moment: "Toetsmoment") -> None:
    """Send the forms, make the report, or show how it stands."""
    from workflows.cli.toetsuitvoer import make_verslag, show_stand
    from workflows.cli.zetten import StapInvoer, take_stap

    if invoer.formulieren and invoer.verslag:
        raise click.UsageError("Kies --formulieren of --verslag, niet allebei.")
    if invoer.formulieren:
        stap = StapInvoer(
            moment.uitvraag, invoer.samenwerking, invoer.jaar, invoer.reden, invoer.eigen_server
        )
        take_stap(omgeving, stap)
    elif invoer.verslag:
        make_verslag(omgeving, invoer.samenwerking, invoer.jaar, moment)
    else:
        show_stand(omgeving, invoer.samenwerking, invoer.jaar, moment)

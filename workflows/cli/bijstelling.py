"""``jaarschijf cyclus dossier`` and ``addendum``: what changes while the year runs."""

from dataclasses import dataclass
from datetime import date

import click

from workflows.cli.invoer import Datum, met_invoer, met_json, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json


@dataclass(frozen=True, slots=True)
class DossierInvoer:
    """What the coordinator typed to re-open a dossier."""

    samenwerking: str
    jaar: int
    dossier: str
    reden: str
    op: date | None


@dataclass(frozen=True, slots=True)
class AddendumInvoer:
    """What the coordinator typed for an addendum."""

    samenwerking: str
    jaar: int
    reden: str


@click.command(
    cls=Opdracht,
    help="Leg vast dat er is gebeurd waar een dossier op wachtte.\n\n"
    "De afspraken van dat dossier zijn daarmee heropend. Dat staat voortaan in de stand van "
    "zaken, in het volgende concept en op de agenda van de volgende startbijeenkomst. Wat er met "
    "de afspraken gebeurt, bepalen de partijen.",
    voorbeelden=('jaarschijf cyclus dossier hogeland 2024 nij-begun --reden "Regeling bekend"',),
)
@vraag_jaarschijf
@click.argument("dossier", help="De code van het dossier.")
@met_reden
@click.option(
    "--op",
    type=Datum(),
    metavar="DATUM",
    show_default="vandaag",
    help="De dag waarop het gebeurde.",
)
@met_json
@met_invoer(DossierInvoer)
def dossier(omgeving: Omgeving, invoer: DossierInvoer) -> None:
    """Register that the trigger of a dossier happened."""
    import pendulum

    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.reopen_dossier import Gebeurd, reopen_dossier

    with omgeving.toolkit_op_gegevens() as toolkit:
        op = invoer.op or toolkit.klok.vandaag()
        gebeurd = Gebeurd(invoer.dossier, invoer.reden, pendulum.date(op.year, op.month, op.day))
        uitkomst = reopen_dossier(toolkit, invoer.samenwerking, invoer.jaar, gebeurd)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan})
    else:
        click.echo(uitkomst.melding)


@click.command(
    cls=Opdracht,
    help="Maak een addendum van wat er in de inhoud is gewijzigd sinds de vastgestelde tekst.\n\n"
    "Wijzig eerst de afspraak in de map met inhoud. Het addendum krijgt een eigen nummer en een "
    "eigen code. Elk orgaan besluit erover met jaarschijf besluit. Het geldt als alle organen "
    "akkoord zijn. De vastgestelde jaarschijf blijft zoals zij is. Doe de opdracht nog een keer om "
    "de besluiten in het document te zetten.",
    voorbeelden=(
        'jaarschijf cyclus addendum hoogeveen 2024 --reden "Er komt minder geld."',
        "jaarschijf besluit hoogeveen 2024 domesta bestuur geheel --code 3F9A-2C1B-77D0",
    ),
)
@vraag_jaarschijf
@met_reden
@met_json
@met_invoer(AddendumInvoer)
def addendum(omgeving: Omgeving, invoer: AddendumInvoer) -> None:
    """Make or renew an addendum, and send the question for decisions."""
    from cycle.services.compose_addendum import compose_addendum
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.send_tussendoor import send_tussendoor

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = compose_addendum(toolkit, invoer.samenwerking, invoer.jaar, reden=invoer.reden)
        send_tussendoor(toolkit, invoer.samenwerking, invoer.jaar)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    if omgeving.als_json:
        print_json(
            {
                "melding": uitkomst.melding,
                "gedaan": uitkomst.gedaan,
                "stukken": list(uitkomst.stukken),
            }
        )
        return
    click.echo(uitkomst.melding)
    for naam in uitkomst.stukken:
        click.echo(f"  {naam}")

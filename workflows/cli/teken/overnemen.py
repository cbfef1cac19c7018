"""``jaarschijf teken overnemen``: give a decision again after a change, having read it."""

from dataclasses import asdict, dataclass
from datetime import date

import click

from workflows.cli.besluit import ORGANEN
from workflows.cli.invoer import Datum, met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json
from workflows.cli.verschil import print_verschil


@dataclass(frozen=True, slots=True)
class OvernameInvoer:
    """What the secretaris typed."""

    samenwerking: str
    jaar: int
    partij: str
    orgaan: str
    op: date | None


@click.command(
    cls=Opdracht,
    help="Neem een akkoord van een eerdere versie over, nadat u zag wat er is veranderd.\n\n"
    "Zonder --op ziet u alleen de wijzigingen. Stemt het orgaan daarmee in, geef dan de dag mee. "
    "Het akkoord wordt een nieuw besluit. De wijzigingen die u zag, worden erbij bewaard.",
    voorbeelden=(
        "jaarschijf teken overnemen hoogeveen 2024 domesta rvc",
        "jaarschijf teken overnemen hoogeveen 2024 domesta rvc --op 2023-12-01",
    ),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@click.argument(
    "orgaan",
    type=click.Choice(ORGANEN, case_sensitive=False),
    metavar="ORGAAN",
    help=f"Een van: {', '.join(ORGANEN)}.",
)
@click.option(
    "--op",
    type=Datum(),
    metavar="DATUM",
    show_default="alleen tonen",
    help="De dag waarop het orgaan met de wijzigingen instemde.",
)
@met_json
@met_invoer(OvernameInvoer)
def overnemen(omgeving: Omgeving, invoer: OvernameInvoer) -> None:
    """Show what changed, and register the decision again when a day is given."""
    import pendulum

    from cycle.domain.partij import Orgaan
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.take_over_besluit import Overname, take_over_besluit

    op = pendulum.date(invoer.op.year, invoer.op.month, invoer.op.day) if invoer.op else None
    overname = Overname(invoer.partij, Orgaan(invoer.orgaan), op)
    with omgeving.toolkit_op_gegevens() as toolkit:
        vraag = take_over_besluit(toolkit, invoer.samenwerking, invoer.jaar, overname)
        if vraag.uitkomst:
            publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    melding = (
        vraag.uitkomst.melding
        if vraag.uitkomst
        else "Er is nog niets vastgelegd. Stemt het orgaan in? Geef dan de dag mee, met --op."
    )
    if omgeving.als_json:
        print_json(
            {
                "melding": melding,
                "gedaan": vraag.uitkomst is not None and vraag.uitkomst.gedaan,
                "versie": vraag.versie,
                **asdict(vraag.verschil),
            }
        )
        return
    click.secho(f"Wijzigingen van {vraag.verschil.sinds} naar versie {vraag.versie}\n", bold=True)
    print_verschil(vraag.verschil)
    click.echo(melding)

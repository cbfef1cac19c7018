"""``jaarschijf besluit``: register what an orgaan decided on the document it read."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from workflows.cli.invoer import (
    Datum,
    Inhoudscode,
    Nummers,
    met_invoer,
    met_json,
    met_reden,
    vraag_jaarschijf,
)
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_json

if TYPE_CHECKING:
    from cycle.services.ports import Toolkit

ORGANEN: Final = ("college", "raad", "bestuur", "rvc", "ledenraad")
REIKWIJDTEN: Final = ("geheel", "op-onderdelen", "niet")


@dataclass(frozen=True, slots=True)
class BesluitInvoer:
    """What the secretaris typed."""

    samenwerking: str
    jaar: int
    partij: str
    orgaan: str
    reikwijdte: str
    zonder: tuple[tuple[int, ...], ...]
    reden: str
    op: date | None
    code: str


@click.command(
    cls=Opdracht,
    help="Leg vast wat een orgaan van een partij heeft besloten.\n\n"
    "Het besluit hoort bij wat het orgaan heeft gelezen. Neem daarom de code over die onder aan "
    "elke bladzijde van dat document staat. Bij 'op-onderdelen' en 'niet' hoort een reden.",
    voorbeelden=(
        "jaarschijf besluit hoogeveen 2024 domesta bestuur geheel --code 3F9A-2C1B-77D0",
        "jaarschijf besluit hoogeveen 2024 domesta rvc op-onderdelen --zonder 19 \\",
        '    --reden "Eerst overleg over de verdeling." --code 3F9A-2C1B-77D0',
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
@click.argument(
    "reikwijdte",
    type=click.Choice(REIKWIJDTEN, case_sensitive=False),
    metavar="BESLUIT",
    help=f"Een van: {', '.join(REIKWIJDTEN)}.",
)
@click.option(
    "--zonder",
    type=Nummers(),
    multiple=True,
    metavar="NUMMERS",
    help="De afspraken die niet meedoen, bijvoorbeeld 19 of 7,19.",
)
@met_reden
@click.option(
    "--op", type=Datum(), metavar="DATUM", show_default="vandaag", help="De dag van het besluit."
)
@click.option(
    "--code", type=Inhoudscode(), required=True, metavar="CODE", help="De code op het document."
)
@met_json
@met_invoer(BesluitInvoer)
def besluit(omgeving: Omgeving, invoer: BesluitInvoer) -> None:
    """Register a decision and renew the status page."""
    import pendulum

    from cycle.domain.accordering import Besluit, Reikwijdte
    from cycle.domain.partij import Orgaan
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.record_besluit import record_besluit

    with omgeving.toolkit_op_gegevens() as toolkit:
        op = invoer.op or toolkit.klok.vandaag()
        uitkomst = record_besluit(
            toolkit,
            invoer.samenwerking,
            invoer.jaar,
            Besluit(
                partij=invoer.partij,
                orgaan=Orgaan(invoer.orgaan),
                reikwijdte=Reikwijdte(invoer.reikwijdte.replace("-", " ")),
                op=pendulum.date(op.year, op.month, op.day),
                code=invoer.code,
                reden=invoer.reden,
                uitgezonderd=tuple(sorted({n for nummers in invoer.zonder for n in nummers})),
            ),
        )
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
        nog_open = _tel_open(toolkit, invoer)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan})
    else:
        click.echo(uitkomst.melding)
        click.echo(_describe_open(nog_open))


def _tel_open(toolkit: "Toolkit", invoer: BesluitInvoer) -> int:
    """Return how many decisions are still to come on the content that this one was about."""
    from cycle.domain.accordering import BesluitStaat, list_besluiten
    from cycle.services.cyclus import require_cyclus

    partijen = toolkit.bibliotheek.load(invoer.samenwerking).partijen
    with toolkit.store.transaction() as tx:
        besluiten = tx.besluiten(require_cyclus(tx, invoer.samenwerking, invoer.jaar))
    gevraagd = list_besluiten(partijen, besluiten, invoer.code)
    return sum(b.staat in (BesluitStaat.OPEN, BesluitStaat.VERVALLEN) for b in gevraagd)


def _describe_open(open_: int) -> str:
    """Return in words how many decisions are still to come."""
    if not open_:
        return "Alle besluiten zijn binnen."
    return f"Er {'komt' if open_ == 1 else 'komen'} nog {aantal(open_, 'besluit', 'besluiten')}."

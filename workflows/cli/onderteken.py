"""``jaarschijf onderteken``: register a signature under the adopted version, or a refusal."""

from dataclasses import dataclass
from datetime import date

import click

from workflows.cli.besluit import REIKWIJDTEN
from workflows.cli.invoer import (
    Datum,
    Inhoudscode,
    met_invoer,
    met_json,
    met_reden,
    vraag_jaarschijf,
)
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import met_door
from workflows.cli.uitvoer import print_json


@dataclass(frozen=True, slots=True)
class HandtekeningInvoer:
    """What the secretaris typed."""

    samenwerking: str
    jaar: int
    partij: str
    functie: str
    reikwijdte: str
    reden: str
    op: date | None
    code: str
    door: str


@click.command(
    cls=Opdracht,
    help="Leg vast dat iemand de vastgestelde jaarschijf heeft ondertekend.\n\n"
    "Neem de code over die onder aan elke bladzijde van het document staat. Tekent een partij "
    "niet, of maar op onderdelen? Leg dat ook vast, met een reden.",
    voorbeelden=(
        'jaarschijf onderteken hoogeveen 2024 domesta "directeur-bestuurder" \\',
        "    --code 3F9A-2C1B-77D0",
    ),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@click.argument("functie", help="De functie van wie tekent, tussen aanhalingstekens.")
@click.option(
    "--reikwijdte",
    type=click.Choice(REIKWIJDTEN, case_sensitive=False),
    default="geheel",
    show_default=True,
    metavar="KEUZE",
    help=f"Een van: {', '.join(REIKWIJDTEN)}.",
)
@met_reden
@click.option(
    "--op", type=Datum(), metavar="DATUM", show_default="vandaag", help="De dag van tekenen."
)
@click.option(
    "--code", type=Inhoudscode(), required=True, metavar="CODE", help="De code op het document."
)
@met_door
@met_json
@met_invoer(HandtekeningInvoer)
def onderteken(omgeving: Omgeving, invoer: HandtekeningInvoer) -> None:
    """Register a signature and renew the status page."""
    import pendulum

    from cycle.domain.accordering import Handtekening, Reikwijdte
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.record_handtekening import record_handtekening

    with omgeving.toolkit_op_gegevens() as toolkit:
        op = invoer.op or toolkit.klok.vandaag()
        uitkomst = record_handtekening(
            toolkit,
            invoer.samenwerking,
            invoer.jaar,
            Handtekening(
                partij=invoer.partij,
                functie=invoer.functie,
                reikwijdte=Reikwijdte(invoer.reikwijdte.replace("-", " ")),
                op=pendulum.date(op.year, op.month, op.day),
                code=invoer.code,
                reden=invoer.reden,
                vastgelegd_door=invoer.door,
            ),
        )
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan})
    else:
        click.echo(uitkomst.melding)

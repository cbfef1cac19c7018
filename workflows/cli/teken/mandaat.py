"""``jaarschijf teken mandaat``: who may sign for a partij, from when until when."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from workflows.cli.invoer import Datum, met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import met_bewijs, met_door, tell

_SOORTEN = ("eigenstandig", "gezamenlijk")


@dataclass(frozen=True, slots=True)
class MandaatInvoer:
    """What the secretaris typed."""

    samenwerking: str
    jaar: int
    partij: str
    functie: str
    van: date
    tot: date | None
    soort: str
    vervangt: str
    namens: str
    naam: str
    bewijs: Path
    door: str


@click.command(
    cls=Opdracht,
    help="Leg vast wie voor een partij mag tekenen, van wanneer tot wanneer.\n\n"
    "Bij het tekenen telt of het mandaat geldt op de dag van tekenen. Neemt iemand waar? Noem "
    "dan met --vervangt wie er wordt vervangen. Eindigt een mandaat eerder? Leg het opnieuw vast "
    "met dezelfde --van en een andere --tot.",
    voorbeelden=(
        'jaarschijf teken mandaat hoogeveen 2024 domesta "directeur-bestuurder" \\',
        "    --van 2023-01-01 --bewijs uittreksel.pdf",
        'jaarschijf teken mandaat hoogeveen 2024 domesta "manager wonen" \\',
        '    --vervangt "directeur-bestuurder" --van 2023-12-01 \\',
        "    --tot 2023-12-31 --bewijs besluit.pdf",
    ),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@click.argument("functie", help="De functie van wie mag tekenen.")
@click.option("--van", type=Datum(), required=True, metavar="DATUM", help="De eerste dag.")
@click.option(
    "--tot",
    type=Datum(),
    metavar="DATUM",
    show_default="zonder einde",
    help="De laatste dag. Op die dag geldt het mandaat nog.",
)
@click.option(
    "--soort",
    type=click.Choice(_SOORTEN, case_sensitive=False),
    default="eigenstandig",
    show_default=True,
    metavar="KEUZE",
    help=f"Een van: {', '.join(_SOORTEN)}.",
)
@click.option("--vervangt", default="", metavar="FUNCTIE", help="Voor wie deze persoon waarneemt.")
@click.option(
    "--namens", default="", metavar="FUNCTIE", help="Wie de bevoegdheid gaf, zoals burgemeester."
)
@click.option(
    "--naam", default="", metavar="TEKST", help="De naam zoals die in het certificaat staat."
)
@met_bewijs
@met_door
@met_json
@met_invoer(MandaatInvoer)
def mandaat(omgeving: Omgeving, invoer: MandaatInvoer) -> None:
    """Register a mandaat and renew the status page."""
    import pendulum

    from cycle.domain.mandaat import Mandaat, Mandaatsoort
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.record_mandaat import record_mandaat

    def dag(gegeven: date) -> pendulum.Date:
        return pendulum.date(gegeven.year, gegeven.month, gegeven.day)

    with omgeving.toolkit_op_gegevens() as toolkit:
        eigen = Mandaat(
            partij=invoer.partij,
            functie=invoer.functie,
            soort=Mandaatsoort(invoer.soort),
            van=dag(invoer.van),
            tot_en_met=dag(invoer.tot) if invoer.tot else None,
            bewijs="",
            op=toolkit.klok.vandaag(),
            vervangt=invoer.vervangt,
            namens=invoer.namens,
            naam=invoer.naam,
            door=invoer.door,
        )
        bewijs = invoer.bewijs.read_bytes()
        uitkomst = record_mandaat(toolkit, invoer.samenwerking, invoer.jaar, eigen, bewijs)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    tell(omgeving, uitkomst)

"""``jaarschijf teken ontvang``: a signed PDF that came back, or a scan of paper."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import Datum, Inhoudscode, met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.oordeeluitvoer import oordeel_as_json, print_oordeel
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import met_door
from workflows.cli.uitvoer import print_json

if TYPE_CHECKING:
    import pendulum

    from cycle.domain.binding import Bindingsoordeel
    from cycle.services.cyclus import Uitkomst
    from cycle.services.ports import Toolkit

_BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class OntvangInvoer:
    """What was typed."""

    samenwerking: str
    jaar: int
    bestand: Path
    voor: tuple[tuple[str, str], ...]
    op: date | None
    verslag: Path | None
    scan: bool
    code: str | None
    door: str


@click.command(
    cls=Opdracht,
    help="Neem een getekende PDF aan en leg de handtekeningen vast.\n\n"
    "Het programma kijkt eerst of het bestand bij de vastgestelde versie hoort, en of elke "
    "handtekening klopt. Klopt er iets niet, dan wordt er niets bewaard en ziet u wat er is.\n\n"
    "Onze eigen PDF zegt zelf wie er tekende. Komt de PDF van een ondertekendienst? Geef dan "
    "--voor, --op en --verslag. Is op papier getekend? Scan alle bladzijden en geef --scan, "
    "--voor, --op en --code. Een scan telt pas als een ander hem bevestigt.",
    voorbeelden=(
        "jaarschijf teken ontvang hoogeveen 2024 getekend.pdf",
        "jaarschijf teken ontvang hoogeveen 2024 dienst.pdf --verslag verslag.pdf \\",
        '    --voor domesta "directeur-bestuurder" --op 2023-12-11',
        "jaarschijf teken ontvang hoogeveen 2024 scan.pdf --scan \\",
        '    --voor domesta "directeur-bestuurder" --op 2023-12-11 \\',
        "    --code 3F9A-2C1B-77D0 --door secretaris",
    ),
)
@vraag_jaarschijf
@click.argument("bestand", type=_BESTAND, help="De PDF die terugkwam.")
@click.option(
    "--voor",
    nargs=2,
    multiple=True,
    metavar="PARTIJ FUNCTIE",
    help="Wie er tekende, bij een dienst of op papier. Mag vaker.",
)
@click.option("--op", type=Datum(), metavar="DATUM", help="De dag van tekenen.")
@click.option("--verslag", type=_BESTAND, metavar="BESTAND", help="Het verslag van de dienst.")
@click.option("--scan", is_flag=True, help="Het is een scan van papier.")
@click.option("--code", type=Inhoudscode(), metavar="CODE", help="De code die op het papier staat.")
@met_door
@met_json
@met_invoer(OntvangInvoer)
def ontvang(omgeving: Omgeving, invoer: OntvangInvoer) -> None:
    """Judge, keep and register what came back, and show the verdict."""
    from cycle.services.publish_overzichten import publish_overzichten

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst, oordeel = _scan(toolkit, invoer) if invoer.scan else _pdf(toolkit, invoer)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    if omgeving.als_json:
        print_json(
            {
                "melding": uitkomst.melding,
                "gedaan": uitkomst.gedaan,
                "stukken": list(uitkomst.stukken),
                "oordeel": oordeel_as_json(oordeel),
            }
        )
        return
    print_oordeel(oordeel)
    click.echo(uitkomst.melding)


def _pdf(toolkit: "Toolkit", invoer: OntvangInvoer) -> "tuple[Uitkomst, Bindingsoordeel]":
    """Return what came of a PDF with signatures."""
    from cycle.services.receive_getekend import Retour, receive_getekend

    if invoer.code:
        raise click.UsageError("--code hoort bij een scan. Geef dan ook --scan.")
    retour = Retour(
        inhoud=invoer.bestand.read_bytes(),
        naam=invoer.bestand.name,
        door=invoer.door,
        voor=invoer.voor,
        op=_dag(invoer.op),
        verslag=invoer.verslag.read_bytes() if invoer.verslag else b"",
        verslag_naam=invoer.verslag.name if invoer.verslag else "",
    )
    ontvangst = receive_getekend(toolkit, invoer.samenwerking, invoer.jaar, retour)
    return ontvangst.uitkomst, ontvangst.oordeel


def _scan(toolkit: "Toolkit", invoer: OntvangInvoer) -> "tuple[Uitkomst, Bindingsoordeel]":
    """Return what came of a scan of one signature."""
    from cycle.services.receive_scan import Scan, receive_scan

    op = _dag(invoer.op)
    if len(invoer.voor) != 1 or op is None or invoer.code is None:
        raise click.UsageError("Geef bij een scan één keer --voor, en ook --op en --code.")
    ((partij, functie),) = invoer.voor
    scan = Scan(
        inhoud=invoer.bestand.read_bytes(),
        naam=invoer.bestand.name,
        partij=partij,
        functie=functie,
        op=op,
        code=invoer.code,
        door=invoer.door,
    )
    ontvangst = receive_scan(toolkit, invoer.samenwerking, invoer.jaar, scan)
    return ontvangst.uitkomst, ontvangst.oordeel


def _dag(op: date | None) -> "pendulum.Date | None":
    """Return the day as the services want it."""
    import pendulum

    return None if op is None else pendulum.date(op.year, op.month, op.day)

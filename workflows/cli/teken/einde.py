"""``jaarschijf teken sluit``, ``onttrek`` and ``intrekken``: ends of the ondertekening."""

from dataclasses import dataclass
from pathlib import Path

import click

from workflows.cli.invoer import met_invoer, met_json, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import met_bewijs, met_door, tell


@dataclass(frozen=True, slots=True)
class EindeInvoer:
    """What was typed: who does this, and why."""

    samenwerking: str
    jaar: int
    door: str
    reden: str


@dataclass(frozen=True, slots=True)
class VertrekInvoer:
    """What was typed when a partij leaves."""

    samenwerking: str
    jaar: int
    partij: str
    bewijs: Path
    door: str
    reden: str


@click.command(
    cls=Opdracht,
    help="Sluit de ondertekening terwijl er nog handtekeningen ontbreken.\n\n"
    "Wie er nog niet tekende, wordt met naam bewaard, met de laatste herinnering. Daarna kunt u "
    "verzenden. Komt een handtekening later? Die kunt u nog vastleggen, op dezelfde tekst.",
    voorbeelden=(
        "jaarschijf teken sluit hoogeveen 2024 --door secretaris \\",
        '    --reden "Het is 15 december. Actium tekent volgende week."',
    ),
)
@vraag_jaarschijf
@met_door
@met_reden
@met_json
@met_invoer(EindeInvoer)
def sluit(omgeving: Omgeving, invoer: EindeInvoer) -> None:
    """Close the ondertekening and renew the status page."""
    from cycle.services.close_ondertekening import close_ondertekening
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.sluiting import Sluitgrond

    with omgeving.toolkit_op_gegevens() as toolkit:
        grond = Sluitgrond(invoer.door, invoer.reden)
        uitkomst = close_ondertekening(toolkit, invoer.samenwerking, invoer.jaar, grond)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    tell(omgeving, uitkomst)


@click.command(
    cls=Opdracht,
    help="Trek de vaststelling in. Dat doen twee mensen samen.\n\n"
    "De eerste geeft de opdracht met een reden. Er verandert dan nog niets. De tweede geeft "
    "dezelfde opdracht, met een eigen --door. Daarna is de tekst weer een concept. Alle "
    "handtekeningen vervallen en elke partij krijgt een mail.",
    voorbeelden=(
        "jaarschijf teken intrekken hoogeveen 2024 --door secretaris \\",
        '    --reden "In afspraak 12 staat een fout getal."',
        "jaarschijf teken intrekken hoogeveen 2024 --door coördinator",
    ),
)
@vraag_jaarschijf
@met_door
@met_reden
@met_json
@met_invoer(EindeInvoer)
def intrekken(omgeving: Omgeving, invoer: EindeInvoer) -> None:
    """Ask for it or agree with it, and renew the status page."""
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.withdraw_vaststelling import Intrekking, withdraw_vaststelling

    with omgeving.toolkit_op_gegevens() as toolkit:
        wie = Intrekking(invoer.door, invoer.reden)
        uitkomst = withdraw_vaststelling(toolkit, invoer.samenwerking, invoer.jaar, wie)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    tell(omgeving, uitkomst)


@click.command(
    cls=Opdracht,
    help="Leg vast dat een partij niet meer meedoet aan deze jaarschijf.\n\n"
    "U wacht dan niet meer op haar besluiten en handtekeningen. Wat zij eerder zei, blijft "
    "bewaard. Heeft zij al getekend, dan kan dit niet meer.",
    voorbeelden=(
        "jaarschijf teken onttrek hoogeveen 2024 actium --bewijs brief.pdf \\",
        '    --reden "Actium trekt zich terug." --door secretaris',
    ),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@met_bewijs
@met_door
@met_reden
@met_json
@met_invoer(VertrekInvoer)
def onttrek(omgeving: Omgeving, invoer: VertrekInvoer) -> None:
    """Register it and renew the status page."""
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.withdraw_partij import Vertrek, withdraw_partij

    with omgeving.toolkit_op_gegevens() as toolkit:
        vertrek = Vertrek(invoer.partij, invoer.reden, invoer.bewijs.read_bytes(), invoer.door)
        uitkomst = withdraw_partij(toolkit, invoer.samenwerking, invoer.jaar, vertrek)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    tell(omgeving, uitkomst)

"""``jaarschijf teken zet``: a signature with a certificate, in the field of a functionaris."""

from dataclasses import dataclass
from pathlib import Path

import click

from workflows.cli.invoer import met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.teken.gedeeld import met_door
from workflows.cli.teken.sleutel import VARIABELE, choose_sleutel
from workflows.cli.uitvoer import print_json

_NIVEAUS = ("B-B", "B-T", "B-LT", "B-LTA")


@dataclass(frozen=True, slots=True)
class ZetInvoer:
    """What was typed."""

    samenwerking: str
    jaar: int
    partij: str
    functie: str
    p12: Path | None
    token: str
    wachtwoord_bestand: Path | None
    niveau: str | None
    naam: str
    door: str


@click.command(
    cls=Opdracht,
    help="Zet een handtekening in de vastgestelde PDF, met een certificaat.\n\n"
    "Het programma zoekt het veld van deze functie op, zet de handtekening achter de PDF zoals "
    "die nu is, en legt haar vast. Handtekeningen die er al staan, blijven geldig.\n\n"
    "Het wachtwoord wordt gevraagd en is niet te zien. Staat het in een bestand, gebruik dan "
    f"--wachtwoord-bestand. Het mag ook in {VARIABELE} staan.",
    voorbeelden=(
        'jaarschijf teken zet hoogeveen 2024 domesta "directeur-bestuurder" \\',
        "    --p12 certificaat.p12",
    ),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@click.argument("functie", help="De functie van wie tekent, tussen aanhalingstekens.")
@click.option(
    "--p12",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Het certificaat met de geheime sleutel (.p12 of .pfx).",
)
@click.option(
    "--token", default="", metavar="NAAM", help="De naam van het certificaat op uw token."
)
@click.option(
    "--wachtwoord-bestand",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bestand waarvan de eerste regel het wachtwoord of de pincode is.",
)
@click.option(
    "--niveau",
    type=click.Choice(_NIVEAUS, case_sensitive=False),
    show_default="zoals ingesteld",
    metavar="NIVEAU",
    help=f"Hoe sterk de handtekening wordt. Een van: {', '.join(_NIVEAUS)}.",
)
@click.option(
    "--naam",
    default="",
    metavar="TEKST",
    show_default="zoals in het certificaat",
    help="De naam die in het veld komt te staan.",
)
@met_door
@met_json
@met_invoer(ZetInvoer)
def zet(omgeving: Omgeving, invoer: ZetInvoer) -> None:
    """Sign, keep it, renew the status page and say what the signature is worth."""
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.sign_jaarschijf import Tekenverzoek, sign_jaarschijf
    from cycle.settings import Tekenniveau

    settings = omgeving.settings()
    sleutel = choose_sleutel(settings, invoer.p12, invoer.token, invoer.wachtwoord_bestand)
    verzoek = Tekenverzoek(
        partij=invoer.partij,
        functie=invoer.functie,
        sleutel=sleutel,
        niveau=Tekenniveau(invoer.niveau) if invoer.niveau else settings.tekenniveau,
        naam=invoer.naam,
        door=invoer.door,
    )
    with omgeving.toolkit_op_gegevens() as toolkit:
        gezet = sign_jaarschijf(toolkit, invoer.samenwerking, invoer.jaar, verzoek)
        publish_overzichten(toolkit, invoer.samenwerking, invoer.jaar)
    if omgeving.als_json:
        print_json(
            {
                "melding": gezet.uitkomst.melding,
                "niveau": gezet.niveau.value,
                "sha256": gezet.sha256,
                "waarschuwingen": list(gezet.waarschuwingen),
                "stukken": list(gezet.uitkomst.stukken),
            }
        )
        return
    click.echo(gezet.uitkomst.melding)
    for waarschuwing in gezet.waarschuwingen:
        click.echo(f"Let op: {waarschuwing}")
    for naam in gezet.uitkomst.stukken:
        click.echo(f"De ondertekende PDF: {naam}")

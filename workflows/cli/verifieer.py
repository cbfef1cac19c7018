"""``jaarschijf verifieer``: what a signed file or dossier is worth, on any computer."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_invoer, met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json
from workflows.cli.verificatieuitvoer import print_verificatie, verificatie_as_json

if TYPE_CHECKING:
    from cycle.domain.binding import Tekenkader, Vertrouwen

_BESTAND = click.Path(exists=True, dir_okay=False, path_type=Path)
_PAD = click.Path(exists=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class VerifieerInvoer:
    """What was typed."""

    bestand: Path
    manifest: Path | None
    vastgesteld: Path | None
    vertrouw: tuple[Path, ...]
    dienst: tuple[Path, ...]
    intrekking: tuple[Path, ...]
    persoon: tuple[tuple[str, str], ...]
    vingerafdruk: str
    deels: bool


@click.command(
    cls=Opdracht,
    help="Kijk of een getekend bestand of een dossier echt is.\n\n"
    "Dit werkt op elke computer, zonder server, zonder database en zonder internet. U ziet per "
    "controle en per partij wat klopt en wat niet.\n\n"
    "Geef met --vertrouw de certificaten van de uitgevers die u vertrouwt: zonder geldt geen "
    "enkele handtekening. In een dossier staat het manifest er al bij. Geef het anders mee, dan "
    "is ook na te gaan of dit de vastgestelde versie is. Alles klopt: afsluitcode 0. Klopt er "
    "iets niet, of ontbreekt een handtekening: 1.",
    voorbeelden=(
        "jaarschijf verifieer dossier-hoogeveen-2024-r1.zip --vertrouw uitgevers",
        "jaarschijf verifieer getekend.pdf --manifest manifest.json \\",
        "    --vertrouw uitgevers",
    ),
)
@click.argument("bestand", type=_PAD, help="Een PDF, een map of een zip.")
@click.option(
    "--manifest", type=_BESTAND, metavar="BESTAND", help="Het manifest van de vastgestelde versie."
)
@click.option(
    "--vastgesteld", type=_BESTAND, metavar="PDF", help="De vastgestelde PDF, zonder handtekening."
)
@click.option(
    "--vertrouw",
    type=_PAD,
    multiple=True,
    metavar="PAD",
    help="Certificaat, of een map ermee. Mag vaker.",
)
@click.option(
    "--dienst",
    type=_PAD,
    multiple=True,
    metavar="PAD",
    help="Certificaat van een ondertekendienst. Mag vaker.",
)
@click.option(
    "--intrekking",
    type=_PAD,
    multiple=True,
    metavar="PAD",
    help="Lijst van ingetrokken certificaten (.crl). Mag vaker.",
)
@click.option(
    "--persoon",
    nargs=2,
    multiple=True,
    metavar="VELD NAAM",
    help="Wie in een veld mag tekenen. Mag vaker.",
)
@click.option(
    "--sha",
    "vingerafdruk",
    default="",
    metavar="SHA256",
    help="De vingerafdruk waarmee het bestand is vastgelegd.",
)
@click.option("--deels", is_flag=True, help="Een ontbrekende handtekening is geen fout.")
@met_json
@met_invoer(VerifieerInvoer)
def verifieer(omgeving: Omgeving, invoer: VerifieerInvoer) -> None:
    """Judge what was given, show it, and exit with 1 when something is wrong."""
    from cycle.klok import tijdstip
    from cycle.services.verify_bestanden import Gegeven, verify_bestanden
    from cycle.signing.bindingscontrole import PdfBinding
    from workflows.cli.verifieerinvoer import read_bestanden

    vertrouwen = _read_vertrouwen(invoer)
    gegeven = Gegeven(
        bestanden=read_bestanden(invoer.bestand),
        manifest=invoer.manifest.read_bytes() if invoer.manifest else None,
        vastgesteld=invoer.vastgesteld.read_bytes() if invoer.vastgesteld else None,
        kader=_build_kader(invoer),
    )
    uitkomst = verify_bestanden(PdfBinding(lambda: vertrouwen, tijdstip), gegeven)
    if omgeving.als_json:
        print_json(verificatie_as_json(uitkomst))
    else:
        print_verificatie(uitkomst)
    if not uitkomst.houdt or (uitkomst.ontbreekt and not invoer.deels):
        raise click.exceptions.Exit(GEWEIGERD)


def _read_vertrouwen(invoer: VerifieerInvoer) -> "Vertrouwen":
    """Return whom to believe: what was named, else the folders of the settings."""
    from cycle.settings import Settings
    from cycle.signing.vertrouwd import read_vertrouwen

    settings = Settings()
    uitgevers = invoer.vertrouw or ((settings.vertrouwd,) if settings.vertrouwd else ())
    diensten = invoer.dienst or ((settings.diensten,) if settings.diensten else ())
    return read_vertrouwen(uitgevers, diensten, invoer.intrekking)


def _build_kader(invoer: VerifieerInvoer) -> "Tekenkader":
    """Return who may sign where, and under which fingerprint the file was registered."""
    from cycle.domain.binding import Tekenkader, Toegestaan

    namen: dict[str, tuple[str, ...]] = {}
    for veld, naam in invoer.persoon:
        namen[veld] = (*namen.get(veld, ()), naam)
    return Tekenkader(
        toegestaan=tuple(Toegestaan(veld, wie) for veld, wie in namen.items()),
        vingerafdruk=invoer.vingerafdruk.strip().lower(),
    )

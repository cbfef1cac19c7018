"""``jaarschijf dossier SAMENWERKING JAAR``: everything about one jaarschijf in one file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.dossier.uit import met_uit, write_bestanden
from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, bevinding_as_json, print_bevindingen, print_json

if TYPE_CHECKING:
    from cycle.services.build_dossier import Archiefdossier


@click.command(
    cls=Opdracht,
    help="Maak het archiefdossier van de vastgestelde jaarschijf.\n\n"
    "Daarin zitten de ondertekende PDF, het Word-bestand, het ondertekenblad, de afspraken als "
    "gegevens, de biedingen, de besluiten, de bewijsstukken, de metagegevens (MDTO) en een "
    "verzegelde lijst van alles. Is er niets veranderd? Dan krijgt u precies dezelfde bytes. Komt "
    "er een handtekening bij, dan krijgt u een nieuwe revisie.",
    voorbeelden=(
        "jaarschijf dossier hoogeveen 2024",
        "jaarschijf dossier hoogeveen 2024 --uit overdracht",
    ),
)
@vraag_jaarschijf
@met_uit
@met_json
@click.pass_obj
def maak(omgeving: Omgeving, samenwerking: str, jaar: int, uit: Path | None) -> None:
    """Write the dossier and tell what to mind."""
    from cycle.services.build_dossier import build_dossier

    with omgeving.toolkit_op_gegevens() as toolkit:
        gemaakt = build_dossier(toolkit, samenwerking, jaar)
        cyclus = (samenwerking, jaar)
        (pad,) = write_bestanden(toolkit, cyclus, "dossier", uit, {gemaakt.naam: gemaakt.inhoud})
    if omgeving.als_json:
        print_json(_as_json(gemaakt, pad))
    else:
        _print_dossier(gemaakt, pad)
    if gemaakt.punten:
        raise click.exceptions.Exit(GEWEIGERD)


def _print_dossier(gemaakt: "Archiefdossier", pad: str) -> None:
    """Print which revision it is, where it stands, and what to mind."""
    revisie = gemaakt.manifest.revisie
    bestanden = aantal(len(gemaakt.manifest.bestanden), "bestand", "bestanden")
    wat = "is gemaakt" if gemaakt.is_nieuw else "is gelijk gebleven"
    click.echo(f"Het archiefdossier {wat}: revisie {revisie}, met {bestanden}.")
    click.echo(f"  {pad}\n")
    print_bevindingen(gemaakt.punten)


def _as_json(gemaakt: "Archiefdossier", pad: str) -> dict[str, Any]:
    """Return the dossier as plain data."""
    manifest = gemaakt.manifest
    return {
        "bestand": pad,
        "revisie": manifest.revisie,
        "versie": manifest.versie,
        "code": manifest.code,
        "opgemaakt_op": manifest.opgemaakt_op.to_date_string(),
        "nieuw": gemaakt.is_nieuw,
        "bestanden": [
            {"pad": b.pad, "bytes": b.bytes, "sha256": b.sha256, "formaat": b.formaat}
            for b in manifest.bestanden
        ],
        "bevindingen": [bevinding_as_json(punt) for punt in gemaakt.punten],
    }

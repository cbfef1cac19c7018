"""``jaarschijf teken``: from the frozen version to a signature of everybody."""

import click

from workflows.cli.opdracht import Groep, Verwijzing

_OPDRACHTEN = (
    Verwijzing(
        "gelezen",
        "workflows.cli.teken.gelezen:gelezen",
        "Leg vast dat een partij de tekst heeft gelezen.",
    ),
    Verwijzing(
        "mandaat",
        "workflows.cli.teken.mandaat:mandaat",
        "Leg vast wie mag tekenen, en van wanneer tot wanneer.",
    ),
    Verwijzing(
        "zet",
        "workflows.cli.teken.zet:zet",
        "Zet een handtekening met een certificaat.",
    ),
    Verwijzing(
        "overdracht",
        "workflows.cli.teken.overdracht:overdracht",
        "Maak de map voor een ondertekendienst.",
    ),
    Verwijzing(
        "ontvang",
        "workflows.cli.teken.ontvang:ontvang",
        "Neem een getekende PDF of scan aan.",
    ),
    Verwijzing(
        "bevestig",
        "workflows.cli.teken.bevestig:bevestig",
        "Bevestig een scan die een ander aanbood.",
    ),
    Verwijzing(
        "stand",
        "workflows.cli.teken.stand:stand",
        "Toon wie heeft getekend, en waar dat op rust.",
    ),
    Verwijzing(
        "overnemen",
        "workflows.cli.teken.overnemen:overnemen",
        "Neem een akkoord over op een nieuwe versie.",
    ),
    Verwijzing(
        "onttrek",
        "workflows.cli.teken.einde:onttrek",
        "Leg vast dat een partij niet meer meedoet.",
    ),
    Verwijzing(
        "sluit",
        "workflows.cli.teken.einde:sluit",
        "Sluit terwijl er nog handtekeningen ontbreken.",
    ),
    Verwijzing(
        "intrekken",
        "workflows.cli.teken.einde:intrekken",
        "Trek de vaststelling in, met twee mensen.",
    ),
)
"""In the order in which somebody meets them; each lives in a module of its own."""


@click.command(
    cls=Groep,
    opdrachten=_OPDRACHTEN,
    help="Laat de vastgestelde jaarschijf ondertekenen.\n\n"
    "Er zijn drie wegen, en elke partij kiest er een: met een eigen certificaat in onze PDF, via "
    "een ondertekendienst, of met pen op papier.",
    voorbeelden=('jaarschijf teken zet hoogeveen 2024 domesta "directeur-bestuurder" --p12 F',),
)
def teken() -> None:
    """Hold the commands."""

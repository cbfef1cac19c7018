"""``jaarschijf cyclus vervolg``: the next year, with what the last one left."""

from typing import TYPE_CHECKING, Any

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, print_json, print_tabel

if TYPE_CHECKING:
    from cycle.services.roll_over import Vervolg


@click.command(
    cls=Opdracht,
    help="Begin een nieuw jaar met wat er van het vorige overbleef.\n\n"
    "Dit start de cyclus. In samenwerking.toml komt een voorstel voor de bijeenkomsten en "
    "vergaderingen, op dezelfde weekdag als een jaar eerder. Jaartallen in de agenda schuiven een "
    "jaar op. Controleer elke dag en elke agenda. U ziet ook welke punten open bleven. Die staan "
    "straks op de agenda van de startbijeenkomst. U typt niets over.",
    voorbeelden=("jaarschijf cyclus vervolg hoogeveen 2025",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def vervolg(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Start the next year and tell what goes along."""
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.roll_over import roll_over

    omgeving.settings(eigen=True)
    toolkit = omgeving.toolkit()
    uitkomst = roll_over(toolkit, samenwerking, jaar)
    publish_overzichten(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json(_as_json(uitkomst))
    else:
        _print_vervolg(uitkomst, jaar)


def _print_vervolg(vervolg: "Vervolg", jaar: int) -> None:
    """Print how the year began."""
    click.echo(vervolg.uitkomst.melding)
    if vervolg.bestand:
        click.echo(f"De bijeenkomsten van {jaar} zijn een voorstel.")
        click.echo("Controleer elke dag en elke agenda in:")
        click.echo(f"  {vervolg.bestand}")
    for zin in vervolg.heropend:
        click.echo(f"Heropend dossier {zin}")
    if not vervolg.restpunten:
        click.echo(f"Uit de jaarschijf {jaar - 1} bleven geen punten open.")
        return
    click.echo(f"\nUit de jaarschijf {jaar - 1} gaat mee naar de startbijeenkomst:\n")
    nummers = {a.id: str(a.nummer) for a in vervolg.samenwerking.afspraken}
    namen = {p.code: p.naam for p in vervolg.samenwerking.partijen}
    print_tabel(
        [Kolom("afspraak", rechts=True), Kolom("partij"), Kolom("punt")],
        [
            (nummers.get(p.afspraak, ""), namen.get(p.partij, p.partij), p.tekst)
            for p in vervolg.restpunten
        ],
    )


def _as_json(vervolg: "Vervolg") -> dict[str, Any]:
    """Return how the year began as plain data."""
    return {
        "melding": vervolg.uitkomst.melding,
        "gedaan": vervolg.uitkomst.gedaan,
        "bestand": vervolg.bestand,
        "heropend": list(vervolg.heropend),
        "restpunten": [
            {"afspraak": p.afspraak, "partij": p.partij, "punt": p.tekst}
            for p in vervolg.restpunten
        ],
    }

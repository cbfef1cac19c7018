"""``jaarschijf verdeling``: tasks shared naar rato, with what is carried over."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import met_json, vraag_samenwerking
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import (
    Kolom,
    bevinding_as_json,
    print_bevindingen,
    print_json,
    print_tabel,
)

if TYPE_CHECKING:
    from cycle.domain.samenwerking import Samenwerking
    from cycle.domain.verdeling import Periodestand, Verdeelstaat


@click.command(
    cls=Opdracht,
    help="Zie hoe een taak naar rato over de partijen is verdeeld.\n\n"
    "U ziet per periode wat elke partij moet doen, met wat er nog openstond. Wat is "
    "gepubliceerd, blijft staan. Een voorstel voor de volgende periode krijgt u met --totaal, "
    "of als de periode in verdeling.md nog geen verdeling heeft.",
    voorbeelden=(
        "jaarschijf verdeling hoogeveen",
        "jaarschijf verdeling hoogeveen --totaal 33",
    ),
)
@vraag_samenwerking
@click.option(
    "--totaal",
    type=click.IntRange(min=0),
    metavar="AANTAL",
    help="Het aantal dat in de volgende periode te verdelen is.",
)
@met_json
@click.pass_obj
def verdeling(omgeving: Omgeving, samenwerking: str, totaal: int | None) -> None:
    """Print every period of every task."""
    from cycle.analysis.verdeelstaat import build_verdeelstaat
    from cycle.library import MapBibliotheek

    settings = omgeving.settings()
    bibliotheek = MapBibliotheek(settings.content, settings.templates / "samenwerking")
    inhoud = bibliotheek.load(samenwerking)
    staten = [
        build_verdeelstaat(taak, inhoud.partijen, totaal=totaal) for taak in inhoud.verdelingen
    ]
    if omgeving.als_json:
        print_json({"samenwerking": inhoud.code, "verdelingen": [_as_json(s) for s in staten]})
        return
    if not staten:
        click.echo(f"{inhoud.naam} heeft geen verdeling naar rato.")
        click.echo(f"Wilt u er een? Maak dan het bestand {inhoud.code}/verdeling.md.")
    for staat in staten:
        _print(staat, inhoud)


def _print(staat: "Verdeelstaat", inhoud: "Samenwerking") -> None:
    """Print one task."""
    click.secho(f"{staat.verdeling.naam} ({staat.verdeling.eenheid})\n", bold=True)
    for periode in staat.periodes:
        _print_periode(periode, inhoud)
    print_bevindingen(staat.bevindingen)
    if not staat.periodes[-1].is_voorstel:
        click.echo("Geef met --totaal het nieuwe totaal voor een voorstel.")


def _print_periode(periode: "Periodestand", inhoud: "Samenwerking") -> None:
    """Print one period, with the sums below it."""
    voorstel = " (voorstel)" if periode.is_voorstel else ""
    click.secho(f"{periode.naam}{voorstel}: {_getal(periode.totaal)} te verdelen\n", bold=True)
    kolommen = ("voorraad", "saldo vooraf", "verdeeld", "opgave", "gedaan", "saldo")
    rijen = [
        (
            inhoud.partij(regel.partij).naam,
            *map(
                _getal,
                (
                    regel.voorraad,
                    regel.vooraf,
                    regel.verdeeld,
                    regel.opgave,
                    regel.gedaan,
                    regel.saldo,
                ),
            ),
        )
        for regel in periode.regels
    ]
    som = ("Samen", "", "", _getal(periode.verdeeld), _getal(periode.opgave), "")
    print_tabel(
        [Kolom("partij"), *(Kolom(kop, vast=True, rechts=True) for kop in kolommen)],
        [*rijen, (*som, _getal(periode.saldo))],
    )
    click.echo()


def _getal(waarde: int | None) -> str:
    """Return a number in Dutch notation."""
    from cycle.domain.notatie import getal

    return getal(waarde)


def _as_json(staat: "Verdeelstaat") -> dict[str, object]:
    """Return one task as plain data; unknown is null."""
    return {
        "code": staat.verdeling.code,
        "naam": staat.verdeling.naam,
        "eenheid": staat.verdeling.eenheid,
        "periodes": [
            asdict(periode) | {"opgave": periode.opgave, "saldo": periode.saldo}
            for periode in staat.periodes
        ],
        "bevindingen": [bevinding_as_json(b) for b in staat.bevindingen],
    }

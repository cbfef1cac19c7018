"""``jaarschijf bieding formulier``: the forms, to look at or to send."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json

if TYPE_CHECKING:
    from cycle.domain.samenwerking import Samenwerking


@click.command(
    cls=Opdracht,
    help="Maak voor elke partij een formulier, met haar eigen afspraken erin.\n\n"
    "Dit is alleen om te bekijken of te bewaren: de cyclus verandert niet. De stap 'uitvraag' "
    "maakt dezelfde formulieren en opent de biedingen.\n\n"
    "Werkt een corporatie in meer gemeenten? Noem de andere samenwerkingen met --ook. Dan krijgt "
    "zij een bestand, met werkbladen voor elke gemeente.",
    voorbeelden=(
        "jaarschijf bieding formulier hoogeveen 2024 --uit formulieren",
        "jaarschijf bieding formulier hoogeveen 2024 --uit formulieren --ook hogeland",
    ),
)
@vraag_jaarschijf
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="MAP",
    help="De map voor de formulieren.",
)
@click.option(
    "--ook",
    multiple=True,
    metavar="SAMENWERKING",
    help="Nog een samenwerking. Een partij die in beide zit, krijgt een bestand voor samen.",
)
@click.option(
    "--veldkaart",
    is_flag=True,
    help="Schrijf bij elk formulier ook waar elk veld staat (JSON).",
)
@met_json
@click.pass_obj
def formulier(
    omgeving: Omgeving,
    samenwerking: str,
    jaar: int,
    *,
    uit: Path,
    ook: tuple[str, ...],
    veldkaart: bool,
) -> None:
    """Write one workbook per partij; the state is not touched."""
    from cycle.schijf import write_whole
    from cycle.services.bundle_formulieren import bundle_formulieren
    from cycle.services.ingevuld import write_formulieren

    bestanden = []
    with omgeving.toolkit_op_gegevens() as toolkit:
        for code in dict.fromkeys((samenwerking, *ook)):
            _remark_looptijd(toolkit.bibliotheek.load(code), jaar)
        for bundel in bundle_formulieren(toolkit, (samenwerking, *ook), jaar):
            partij = bundel[0].partij
            pad = uit / f"bieding-{jaar}-{partij}.xlsx"
            write_whole(pad, write_formulieren(toolkit, *bundel))
            bestand = {"partij": partij, "bestand": str(pad)}
            if veldkaart:
                kaart = pad.with_suffix(".veldkaart.json")
                inhoud = json.dumps(
                    toolkit.formulieren.veldkaart(*bundel), ensure_ascii=False, indent=2
                )
                write_whole(kaart, f"{inhoud}\n".encode())
                bestand["veldkaart"] = str(kaart)
            bestanden.append(bestand)
            if not omgeving.als_json:
                click.echo(pad)
    if omgeving.als_json:
        print_json({"formulieren": bestanden})
    else:
        click.echo(f"Er staan {len(bestanden)} formulieren in de map {uit}.")


def _remark_looptijd(samenwerking: "Samenwerking", jaar: int) -> None:
    """Say on standard error that the afspraken do not run in this year."""
    van, tot_en_met = samenwerking.van.year, samenwerking.tot_en_met.year
    if not van <= jaar <= tot_en_met:
        click.echo(
            f"Let op: de afspraken van {samenwerking.naam} lopen van {van} tot en met "
            f"{tot_en_met}, en dit is voor {jaar}.",
            err=True,
        )

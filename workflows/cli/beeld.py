"""``jaarschijf beeld``: per thema a picture of the figures, with the same figures in a table."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_json

if TYPE_CHECKING:
    from cycle.domain.themabeeld import Balk
    from cycle.services.draw_themabeelden import Beeldbestanden, Beeldenset
    from cycle.services.ports import Toolkit


@click.command(
    cls=Opdracht,
    help="Teken per thema het doel, wat is gerealiseerd, het bod en wat dan nog rest.\n\n"
    "U krijgt per thema een afbeelding (SVG en PNG) en een pagina met de afbeelding en dezelfde "
    "cijfers in een tabel. De cijfers zijn die van de laatste versie. De cyclus verandert niet.",
    voorbeelden=(
        "jaarschijf beeld hoogeveen 2024",
        "jaarschijf beeld hoogeveen 2024 --uit beelden",
    ),
)
@vraag_jaarschijf
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map voor de bestanden. Zonder deze keuze komen ze bij de andere stukken.",
)
@met_json
@click.pass_obj
def beeld(omgeving: Omgeving, samenwerking: str, jaar: int, uit: Path | None) -> None:
    """Write the pictures of the latest version and tell where they are."""
    from cycle.services.draw_themabeelden import draw_themabeelden

    with omgeving.toolkit_op_gegevens() as toolkit:
        beelden = draw_themabeelden(toolkit, samenwerking, jaar)
        paden = [_write(toolkit, (samenwerking, jaar), b, uit) for b in beelden.beelden]
    if omgeving.als_json:
        print_json(_as_json(beelden, paden))
        return
    _print_beelden(beelden, paden)


def _write(
    toolkit: "Toolkit", cyclus: tuple[str, int], beeld: "Beeldbestanden", uit: Path | None
) -> list[str]:
    """Write the files of one picture and return their paths."""
    from cycle.schijf import write_whole

    return [
        str(
            toolkit.uitgifte.write(*cyclus, f"beelden/{naam}", inhoud)
            if uit is None
            else write_whole(uit / naam, inhoud)
        )
        for naam, inhoud in beeld.bestanden.items()
    ]


def _print_beelden(beelden: "Beeldenset", paden: list[list[str]]) -> None:
    """Tell which pictures there are, and in which folder."""
    if not paden:
        click.echo(f"In versie {beelden.versie} staat geen doel dat te tekenen is.")
        return
    click.secho(f"Beelden bij versie {beelden.versie} (code {beelden.code})\n", bold=True)
    for bestanden in beelden.beelden:
        click.echo(f"- {bestanden.beeld.titel}")
    wat = aantal(sum(map(len, paden)), "bestand staat", "bestanden staan")
    click.echo(f"\n{wat} in {Path(paden[0][0]).parent}.")


def _as_json(beelden: "Beeldenset", paden: list[list[str]]) -> dict[str, Any]:
    """Return the figures as plain data; what is not known is null."""
    return {
        "versie": beelden.versie,
        "code": beelden.code,
        "themas": [
            {
                "thema": b.beeld.nummer,
                "naam": b.beeld.naam,
                "titel": b.beeld.titel,
                "balken": [_balk_as_json(balk) for balk in b.beeld.balken],
                "bestanden": namen,
            }
            for b, namen in zip(beelden.beelden, paden, strict=True)
        ],
    }


def _balk_as_json(balk: "Balk") -> dict[str, Any]:
    """Return one line, its figures as numbers and as they are printed."""
    return {
        "onderwerp": balk.onderwerp,
        "partij": balk.partij,
        "soort": balk.soort.value,
        "maximum": balk.is_maximum,
        "doel": _getal(balk.doel),
        "realisatie": _getal(balk.realisatie),
        "bod": _getal(balk.bod),
        "rest": _getal(balk.rest),
        "meer": _getal(balk.meer),
        "tekst": {
            "doel": balk.doel_tekst,
            "realisatie": balk.realisatie_tekst,
            "bod": balk.bod_tekst,
            "rest": balk.rest_tekst,
        },
    }


def _getal(waarde: Decimal | None) -> int | float | None:
    """Return a number as JSON has it."""
    if waarde is None:
        return None
    return int(waarde) if waarde == int(waarde) else float(waarde)

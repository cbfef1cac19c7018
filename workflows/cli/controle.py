"""``jaarschijf controle``: every finding about the content of a samenwerking."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_json, vraag_samenwerking
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import (
    Kolom,
    aantal,
    bevinding_as_json,
    print_bevindingen,
    print_json,
    print_tabel,
)

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding
    from cycle.domain.inzet import Inzet, Inzetmatrix


@click.command(
    cls=Opdracht,
    help="Controleer de inhoud van een samenwerking.\n\n"
    "U ziet per bevinding het bestand, de regel en wat u kunt doen. Een fout moet u verbeteren. "
    "Een waarschuwing houdt niets tegen. Daaronder staat per partij en thema wie iets inzet. "
    "Zijn er bevindingen, dan is de afsluitcode 1.",
    voorbeelden=("jaarschijf controle hoogeveen",),
)
@vraag_samenwerking
@met_json
@click.pass_obj
def controle(omgeving: Omgeving, samenwerking: str) -> None:
    """Print all findings and the matrix; exit with 1 when there is any finding."""
    from cycle.library import MapBibliotheek
    from cycle.services.check_inhoud import check_inhoud

    settings = omgeving.settings()
    bibliotheek = MapBibliotheek(settings.content, settings.templates / "samenwerking")
    uitkomst = check_inhoud(bibliotheek, samenwerking)
    if omgeving.als_json:
        print_json(
            {
                "bevindingen": [bevinding_as_json(b) for b in uitkomst.bevindingen],
                "wederkerigheid": _as_json(uitkomst.wederkerigheid),
            }
        )
    else:
        print_bevindingen(uitkomst.bevindingen)
        if uitkomst.wederkerigheid is not None:
            _print_wederkerigheid(uitkomst.wederkerigheid)
        click.echo(_samenvatting(uitkomst.bevindingen))
    if uitkomst.bevindingen:
        raise click.exceptions.Exit(GEWEIGERD)


def _print_wederkerigheid(matrix: "Inzetmatrix") -> None:
    """Write the matrix: a row per partij, a column per thema, the counts by rol."""
    if not matrix.themas:
        return
    click.secho("Wie zet iets in? Aantal afspraken per partij en thema", bold=True)
    click.echo("t = trekker, u = uitvoerder, m = meewerkend, - = geen eigen inzet")
    kolommen = [Kolom("Partij"), *(Kolom(thema.naam) for thema in matrix.themas)]
    rijen = [
        [partij.naam, *(_cel(inzet) for inzet in matrix.rij(partij.code))]
        for partij in matrix.partijen
    ]
    print_tabel(kolommen, rijen)
    click.echo()


def _cel(inzet: "Inzet") -> str:
    """Return one cell: ``1t 3u 2m``, or a hyphen when the partij does nothing here."""
    if inzet.is_leeg:
        return "-"
    delen = (f"{hoeveel}{rol.value[0]}" for rol, hoeveel in inzet.rollen.items() if hoeveel)
    return " ".join(deel for deel in delen if not deel.endswith("g"))


def _as_json(matrix: "Inzetmatrix | None") -> dict[str, Any] | None:
    """Return the matrix as plain data, None when the content could not be read."""
    if matrix is None:
        return None
    return {
        "themas": [{"thema": thema.code, "naam": thema.naam} for thema in matrix.themas],
        "partijen": [
            {
                "partij": partij.code,
                "naam": partij.naam,
                "soort": partij.soort.value,
                "inzet": {
                    inzet.thema: {rol.value: hoeveel for rol, hoeveel in inzet.rollen.items()}
                    for inzet in matrix.rij(partij.code)
                },
            }
            for partij in matrix.partijen
        ],
        "leeg": [{"partij": i.partij, "thema": i.thema} for i in matrix.lege_cellen()],
    }


def _samenvatting(bevindingen: Sequence["Bevinding"]) -> str:
    """Return how many findings of each kind there are."""
    if not bevindingen:
        return "Geen bevindingen. De inhoud is in orde."
    telling = Counter(b.ernst.value for b in bevindingen)
    fouten = telling["fout"] + telling["blokkade"]
    delen = [
        aantal(fouten, "fout", "fouten"),
        aantal(telling["waarschuwing"], "waarschuwing", "waarschuwingen"),
        f"{telling['info']} ter informatie",
    ]
    advies = "Verbeter eerst de fouten." if fouten else "Deze bevindingen houden niets tegen."
    return f"{', '.join(d for d in delen if not d.startswith('0 '))}. {advies}"

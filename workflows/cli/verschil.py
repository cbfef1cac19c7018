"""``jaarschijf verschil``: what changed between two versions, on screen and in Word."""

from dataclasses import asdict
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, print_json, print_tabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cycle.domain.verschilview import VerschilView
    from cycle.services.compare_versies import Vergelijking
    from cycle.services.ports import Toolkit


@click.command(
    cls=Opdracht,
    help="Laat zien wat er is veranderd sinds een eerdere versie of sinds een eerder jaar.\n\n"
    "U krijgt een lijst met wijzigingen, een tabel met de cijfers die anders zijn, en een "
    "Word-document waarin elke wijziging staat. De cyclus verandert niet.",
    voorbeelden=(
        "jaarschijf verschil hoogeveen 2024",
        "jaarschijf verschil hoogeveen 2024 --met 0.1",
        "jaarschijf verschil hoogeveen 2025 --met 2024",
    ),
)
@vraag_jaarschijf
@click.option(
    "--met",
    default="",
    metavar="VERSIE",
    help="De versie of het jaar om mee te vergelijken. Bij een jaar is dat de vastgestelde tekst. "
    "Zonder deze keuze is het de vorige versie.",
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map voor het Word-document. Zonder deze keuze komt het bij de andere stukken.",
)
@met_json
@click.pass_obj
def verschil(omgeving: Omgeving, samenwerking: str, jaar: int, met: str, uit: Path | None) -> None:
    """Print what changed and write the document with tracked changes."""
    from cycle.services.compare_versies import compare_versies

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = compare_versies(toolkit, samenwerking, jaar, met=met)
        pad = _write(toolkit, (samenwerking, jaar), uitkomst, uit)
    if omgeving.als_json:
        print_json({"versie": uitkomst.versie, **asdict(uitkomst.verschil), "bestand": pad or None})
        return
    click.secho(
        f"Jaarschijf {jaar}, versie {uitkomst.versie}: wijzigingen sinds "
        f"{uitkomst.verschil.sinds}.\n",
        bold=True,
    )
    print_verschil(uitkomst.verschil)
    if pad:
        click.echo(f"De wijzigingen staan in {pad}.")
    else:
        click.echo(f"Let op: er is geen document met wijzigingen. {uitkomst.melding}")


def _write(
    toolkit: "Toolkit", cyclus: tuple[str, int], uitkomst: "Vergelijking", uit: Path | None
) -> str:
    """Write the document and return its path, empty when there is none."""
    from cycle.schijf import write_whole

    if uitkomst.docx is None:
        return ""
    if uit is None:
        naam = f"wijzigingen/{uitkomst.naam}"
        return str(toolkit.uitgifte.write(*cyclus, naam, uitkomst.docx))
    return str(write_whole(uit / uitkomst.naam, uitkomst.docx))


def print_verschil(verschil: "VerschilView") -> None:
    """Write a list per afspraak, what else changed, and the figures."""
    for afspraak in verschil.gewijzigd:
        _print_lijst(afspraak.afspraak, afspraak.regels)
    _print_lijst("Verder", verschil.overig)
    if verschil.getallen:
        click.secho("Cijfers die zijn veranderd\n", bold=True)
        print_tabel(
            [Kolom("waar"), Kolom("partij"), Kolom("wat"), Kolom("eerst"), Kolom("nu")],
            [(c.waar, c.partij, c.wat, c.oud, c.nieuw) for c in verschil.getallen],
        )
        click.echo()
    if not (verschil.gewijzigd or verschil.overig or verschil.getallen):
        click.echo("Er is niets veranderd.\n")


def _print_lijst(kop: str, regels: "Iterable[str]") -> None:
    """Write sentences below a heading; nothing when there are none."""
    regels = tuple(regels)
    if regels:
        click.echo(kop)
        for regel in regels:
            click.echo(fill(regel, 79, initial_indent="- ", subsequent_indent="  "))
        click.echo()

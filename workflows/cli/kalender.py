"""``jaarschijf kalender``: the deadlines and meetings of one jaarschijf, for any year."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, print_json, print_tabel

if TYPE_CHECKING:
    import pendulum

    from cycle.domain.kalender import Termijn
    from cycle.domain.samenwerking import Bijeenkomst


@click.command(
    cls=Opdracht,
    help="Toon de termijnen en bijeenkomsten van een jaarschijf.\n\n"
    "De kalender werkt voor elk jaar. JAAR is het jaar waarvoor de jaarschijf geldt. U maakt hem "
    "in het jaar ervoor.",
    voorbeelden=(
        "jaarschijf kalender hoogeveen 2024",
        "jaarschijf kalender hoogeveen 2027 --ics hoogeveen-2027.ics",
    ),
)
@vraag_jaarschijf
@click.option(
    "--ics",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Bewaar de kalender ook als bestand voor uw agenda.",
)
@met_json
@click.pass_obj
def kalender(omgeving: Omgeving, samenwerking: str, jaar: int, ics: Path | None) -> None:
    """Print the deadlines and meetings and, when asked, write the calendar file."""
    from cycle.schijf import write_whole
    from cycle.services.cyclus import list_termijnen

    toolkit = omgeving.toolkit()
    inhoud = toolkit.bibliotheek.load(samenwerking)
    termijnen = list_termijnen(toolkit, inhoud, jaar)
    bijeenkomsten = inhoud.jaar(jaar).bijeenkomsten
    if ics:
        write_whole(ics, toolkit.agenda.write(inhoud, jaar, termijnen))
    if omgeving.als_json:
        print_json(
            {
                "termijnen": [_termijn_as_json(t) for t in termijnen],
                "bijeenkomsten": [_bijeenkomst_as_json(b) for b in bijeenkomsten],
            }
        )
        return
    click.echo(f"Kalender van de jaarschijf {jaar} van {inhoud.naam}\n")
    _print_termijnen(termijnen)
    _print_bijeenkomsten(bijeenkomsten)
    if ics:
        click.echo(f"\nDe kalender voor uw agenda staat in {ics}.")


def _print_termijnen(termijnen: tuple["Termijn", ...]) -> None:
    """Print the deadlines; the day of the law stands beside it when that is another day."""
    print_tabel(
        [
            Kolom("datum", vast=True),
            Kolom("volgens regel", vast=True),
            Kolom("termijn"),
            Kolom("basis"),
        ],
        [
            (
                _dag(t.datum),
                "" if t.datum == t.datum_wettelijk else _dag(t.datum_wettelijk),
                t.melding,
                t.basis,
            )
            for t in termijnen
        ],
    )


def _print_bijeenkomsten(bijeenkomsten: tuple["Bijeenkomst", ...]) -> None:
    """Print the meetings, if any."""
    if not bijeenkomsten:
        return
    click.echo("\nBijeenkomsten\n")
    print_tabel(
        [Kolom("datum", vast=True), Kolom("bijeenkomst"), Kolom("agenda")],
        [(_dag(b.datum), b.naam, "; ".join(b.agenda)) for b in bijeenkomsten],
    )


def _dag(dag: "pendulum.Date") -> str:
    """Return a date that is narrow enough for a column: ``di 12 sep 2023``."""
    from babel.dates import format_date

    return format_date(dag, "EEEEEE d MMM yyyy", locale="nl")


def _termijn_as_json(termijn: "Termijn") -> dict[str, str]:
    """Return a deadline as plain data."""
    return {
        "code": termijn.code,
        "datum": termijn.datum.isoformat(),
        "datum_wettelijk": termijn.datum_wettelijk.isoformat(),
        "fase": termijn.fase,
        "soort": termijn.soort.value,
        "basis": termijn.basis,
        "melding": termijn.melding,
    }


def _bijeenkomst_as_json(bijeenkomst: "Bijeenkomst") -> dict[str, str | list[str]]:
    """Return a meeting as plain data."""
    return {
        "code": bijeenkomst.code,
        "naam": bijeenkomst.naam,
        "datum": bijeenkomst.datum.isoformat(),
        "agenda": list(bijeenkomst.agenda),
    }

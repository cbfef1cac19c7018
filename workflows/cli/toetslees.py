"""``jaarschijf toets lees``: what came back in a check, cell by cell, and booking it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.fouten import GEWEIGERD, list_bevindingen
from workflows.cli.invoer import Bestanden, met_json, vraag_afzender
from workflows.cli.lees import Lezing, lezing_as_json, print_lezing
from workflows.cli.namen import distinguish
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json

if TYPE_CHECKING:
    from cycle.services.ports import Afzender, GelezenFormulier, Toolkit


@click.command(
    cls=Opdracht,
    help="Lees ingevulde formulieren van een toets en controleer elk antwoord.\n\n"
    "U ziet per formulier welke cel nog aandacht vraagt. Met --boek wordt een formulier dat in "
    "orde is ook geboekt. Een partij mag altijd een nieuwe versie sturen: de laatste telt. Met "
    "--uit krijgt u van elk formulier met een melding een kopie met de meldingen bij de cellen.",
    voorbeelden=(
        "jaarschijf toets lees april-2024-domesta.xlsx",
        "jaarschijf toets lees ontvangen/*.xlsx --boek --uit terug",
    ),
)
@click.argument(
    "bestand",
    nargs=-1,
    required=True,
    type=Bestanden("xlsx"),
    help="Een of meer bestanden: .xlsx, .xlsm, .ods, .xls of .csv.",
)
@click.option("--boek", is_flag=True, help="Boek wat in orde is.")
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map voor nagekeken kopieën.",
)
@vraag_afzender
@met_json
@click.pass_obj
def lees(
    omgeving: Omgeving,
    bestand: tuple[Path, ...],
    *,
    boek: bool,
    uit: Path | None,
    van: str,
    voor: str,
    jaar: int,
) -> None:
    """Read files, book them when asked, and exit with 1 when one is not in order."""
    from cycle.services.ports import Afzender

    afzender = Afzender(van, voor, jaar)
    with omgeving.toolkit_op_gegevens() as toolkit:
        lezingen = [_read(toolkit, pad, afzender, boek=boek) for pad in bestand]
        kopieen = _annotate_all(toolkit, lezingen, uit) if uit else []
    if omgeving.als_json:
        print_json([lezing_as_json(lezing) for lezing in lezingen])
    else:
        for lezing in lezingen:
            print_lezing(lezing, met_gemeente=False)
            if boek:
                click.echo(_boeking(lezing))
        for pad in filter(None, kopieen):
            click.echo(f"Nagekeken kopie: {pad}")
    if not all(lezing.is_goed for lezing in lezingen):
        raise click.exceptions.Exit(GEWEIGERD)


def _read(toolkit: "Toolkit", pad: Path, afzender: "Afzender", *, boek: bool) -> Lezing:
    """Return what the form in a file says; with `boek` it is kept when it is sound.

    A refusal becomes part of the answer, so that it does not stop the other files.
    """
    from cycle.services.read_melding import read_melding

    inhoud = pad.read_bytes()
    (gelezen, *_) = read_melding(toolkit, inhoud, pad.name, afzender)
    if boek and gelezen.melding is not None:
        return _boek(toolkit, pad, inhoud, gelezen)
    return Lezing(pad, gelezen, gelezen.bevindingen)


def _boek(toolkit: "Toolkit", pad: Path, inhoud: bytes, gelezen: "GelezenFormulier") -> Lezing:
    """Return what came of booking one form."""
    from cycle.domain.errors import JaarschijfError
    from cycle.services.receive_melding import receive_melding

    try:
        ontvangst = receive_melding(
            toolkit, gelezen.samenwerking, gelezen.jaar, inhoud, pad.name, partij=gelezen.partij
        )
    except JaarschijfError as fout:
        return Lezing(pad, gelezen, list_bevindingen(fout) or gelezen.bevindingen, fout=fout)
    return Lezing(pad, gelezen, ontvangst.bevindingen, ontvangst)


def _boeking(lezing: Lezing) -> str:
    """Return whether one form was booked."""
    if lezing.ontvangst is None:
        return "Niet geboekt.\n"
    inzending = lezing.ontvangst.inzending
    wat = "Geboekt" if lezing.ontvangst.is_nieuw else "Was al geboekt"
    return f"{wat} als versie {inzending.versie} (inzending {inzending.id}).\n"


def _annotate_all(toolkit: "Toolkit", lezingen: list[Lezing], uit: Path) -> list[Path | None]:
    """Write the copies, no two under one name."""
    partijen = [lezing.gelezen.partij for lezing in lezingen]
    namen = distinguish([lezing.bestand for lezing in lezingen], partijen, uit)
    return [
        _annotate(toolkit, lezing, uit / f"{naam}-nagekeken.xlsx")
        for lezing, naam in zip(lezingen, namen, strict=True)
    ]


def _annotate(toolkit: "Toolkit", lezing: Lezing, pad: Path) -> Path | None:
    """Write a copy with every finding on its cell; None when there is nothing to say."""
    from cycle.schijf import write_whole

    if not lezing.bevindingen:
        return None
    kopie = toolkit.formulieren.annotate(lezing.bestand.read_bytes(), [lezing.gelezen])
    return None if kopie is None else write_whole(pad, kopie)

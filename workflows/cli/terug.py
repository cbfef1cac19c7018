"""``jaarschijf bieding terug``: what the sender of a form gets back."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import Bestanden, met_json, vraag_afzender
from workflows.cli.lees import UITKOMST, Lezing, celbevinding_as_json, read_bestand
from workflows.cli.namen import distinguish
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_bevindingen, print_json

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding
    from cycle.services.ports import Afzender, Toolkit


@click.command(
    cls=Opdracht,
    help="Maak wat u terugstuurt na een ingevuld formulier.\n\n"
    "U krijgt een kopie waarin elk verbeterpunt op zijn cel staat, en een brief die zegt wat er "
    "is gelezen, in Word en als PDF. Kan het bestand niet zo worden nagekeken, dan krijgt u een "
    "nieuw formulier met de antwoorden er al in. Het bestand zelf verandert niet, en er wordt "
    "niets geboekt.",
    voorbeelden=("jaarschijf bieding terug bieding-2024-domesta.xlsx --uit terug",),
)
@click.argument(
    "bestand",
    nargs=-1,
    required=True,
    type=Bestanden("xlsx"),
    help="Een of meer bestanden: .xlsx, .xlsm, .ods, .xls of .csv.",
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="MAP",
    help="De map voor wat u terugstuurt.",
)
@vraag_afzender
@met_json
@click.pass_obj
def terug(
    omgeving: Omgeving, bestand: tuple[Path, ...], uit: Path, van: str, voor: str, jaar: int
) -> None:
    """Write what goes back for each file, and exit with 1 when one must be mended."""
    from cycle.services.ports import Afzender

    afzender = Afzender(van, voor, jaar)
    with omgeving.toolkit_op_gegevens() as toolkit:
        retouren = _return_all(toolkit, bestand, uit, afzender)
    if omgeving.als_json:
        print_json([_as_json(retour) for retour in retouren])
    else:
        for retour in retouren:
            _print(retour)
    if not all(lezing.is_goed for retour in retouren for lezing in retour.lezingen):
        raise click.exceptions.Exit(GEWEIGERD)


@dataclass(frozen=True, slots=True)
class Retour:
    """One file that came in, what was read of it, and where the files are that go back."""

    bestand: Path
    lezingen: tuple[Lezing, ...]
    paden: tuple[Path, ...]
    meldingen: tuple[str, ...]

    @property
    def uitkomst(self) -> str:
        """Return the worst outcome of the forms in this file."""
        volgorde = list(UITKOMST)
        return max((lezing.uitkomst for lezing in self.lezingen), key=volgorde.index)

    @property
    def bevindingen(self) -> tuple["Bevinding", ...]:
        """Return what was found in the forms of this file, each finding once."""
        return tuple(dict.fromkeys(b for lezing in self.lezingen for b in lezing.bevindingen))


def _return_all(
    toolkit: "Toolkit", paden: Sequence[Path], uit: Path, afzender: "Afzender"
) -> list[Retour]:
    """Write what goes back for each file, no two under one name."""
    gelezen = [tuple(read_bestand(toolkit, pad, afzender, boek=False)) for pad in paden]
    partijen = [lezingen[0].gelezen.partij for lezingen in gelezen]
    per_formulier = [
        f"{lezing.bestand.stem}-{lezing.gelezen.samenwerking}"
        for lezingen in gelezen
        for lezing in lezingen
        if len(lezingen) > 1
    ]
    namen = distinguish(paden, partijen, uit, per_formulier)
    return [
        _return_bestand(toolkit, lezingen, uit, naam)
        for lezingen, naam in zip(gelezen, namen, strict=True)
    ]


def _return_bestand(
    toolkit: "Toolkit", lezingen: tuple[Lezing, ...], uit: Path, naam: str
) -> Retour:
    """Write what goes back for one file into the folder `uit`; `naam` begins each name."""
    from cycle.schijf import write_whole
    from cycle.services.return_bieding import return_bieding

    pad = lezingen[0].bestand
    gelezen = [lezing.gelezen for lezing in lezingen]
    teruggave = return_bieding(toolkit, pad.name, pad.read_bytes(), gelezen, naam)
    for bestand in teruggave.bestanden:
        write_whole(uit / bestand.naam, bestand.inhoud)
    paden = tuple(uit / bestand.naam for bestand in teruggave.bestanden)
    return Retour(pad, lezingen, paden, teruggave.meldingen)


def _as_json(retour: Retour) -> dict[str, Any]:
    """Return the answer about one file as plain data."""
    return {
        "bestand": str(retour.bestand),
        "uitkomst": retour.uitkomst,
        "bestanden": [str(pad) for pad in retour.paden],
        "meldingen": list(retour.meldingen),
        "bevindingen": [celbevinding_as_json(b) for b in retour.bevindingen],
    }


def _print(retour: Retour) -> None:
    """Print what was found in one file and what was made for it."""
    click.secho(f"{retour.bestand.name}: {UITKOMST[retour.uitkomst]}", bold=True)
    print_bevindingen(retour.bevindingen)
    for pad in retour.paden:
        click.echo(f"  {pad}")
    for melding in retour.meldingen:
        click.echo(f"  {melding}")

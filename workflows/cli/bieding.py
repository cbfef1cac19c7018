"""``jaarschijf bieding``: the forms go out, and come back with findings per cell."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD, as_json, list_bevindingen, print_fout
from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.uitvoer import bevinding_as_json, print_bevindingen, print_json

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding
    from cycle.domain.bieding import Bieding
    from cycle.domain.errors import JaarschijfError
    from cycle.services.ports import GelezenFormulier, Toolkit
    from cycle.services.receive_bieding import Ontvangst

bieding = Groep(
    "bieding",
    opdrachten=(
        Verwijzing("formulier", f"{__name__}:formulier", "Maak voor elke partij een formulier."),
        Verwijzing("lees", f"{__name__}:lees", "Lees en controleer ingevulde formulieren."),
    ),
    help="Maak formulieren voor de biedingen en lees ze terug.",
    voorbeelden=(
        "jaarschijf bieding formulier hoogeveen 2024 --uit formulieren",
        "jaarschijf bieding lees bieding-2024-domesta.xlsx",
    ),
)

_UITKOMST = {
    "ok": "in orde",
    "waarschuwing": "gelezen, met iets om naar te kijken",
    "correctie": "moet worden verbeterd",
    "geweigerd": "kan niet worden gelezen",
}
"""What each outcome is called on screen, from good to bad."""


@click.command(
    cls=Opdracht,
    help="Maak voor elke partij een formulier, met haar eigen afspraken erin.\n\n"
    "Dit is alleen om te bekijken of te bewaren: de cyclus verandert niet. De stap 'uitvraag' "
    "maakt dezelfde formulieren en opent de biedingen.",
    voorbeelden=("jaarschijf bieding formulier hoogeveen 2024 --uit formulieren",),
)
@vraag_jaarschijf
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="MAP",
    help="De map voor de formulieren.",
)
@met_json
@click.pass_obj
def formulier(omgeving: Omgeving, samenwerking: str, jaar: int, uit: Path) -> None:
    """Write one workbook per partij; the state is not touched."""
    from cycle.schijf import write_whole
    from cycle.services.issue_formulieren import build_formulieren

    toolkit = omgeving.toolkit()
    inhoud = toolkit.bibliotheek.load(samenwerking)
    bestanden = []
    for blanco in build_formulieren(toolkit, inhoud, jaar):
        pad = uit / f"bieding-{jaar}-{blanco.partij}.xlsx"
        write_whole(pad, toolkit.formulieren.write(blanco))
        bestanden.append({"partij": blanco.partij, "bestand": str(pad)})
        if not omgeving.als_json:
            click.echo(pad)
    if omgeving.als_json:
        print_json({"formulieren": bestanden})
    else:
        click.echo(f"Er staan {len(bestanden)} formulieren in de map {uit}.")


@click.command(
    cls=Opdracht,
    help="Lees ingevulde formulieren en controleer elk antwoord.\n\n"
    "U ziet per formulier welke cel nog aandacht vraagt. Met --boek wordt een formulier dat in "
    "orde is ook geboekt. Een partij mag altijd een nieuwe versie sturen: de laatste telt.",
    voorbeelden=(
        "jaarschijf bieding lees bieding-2024-domesta.xlsx",
        "jaarschijf bieding lees ontvangen/*.xlsx --boek",
    ),
)
@click.argument(
    "bestand",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Een of meer Excel-bestanden.",
)
@click.option("--boek", is_flag=True, help="Boek wat in orde is in de cyclus.")
@met_json
@click.pass_obj
def lees(omgeving: Omgeving, bestand: tuple[Path, ...], *, boek: bool) -> None:
    """Read workbooks, book them when asked, and exit with 1 when one is not in order."""
    with omgeving.toolkit_op_gegevens() as toolkit:
        lezingen = [read_bestand(toolkit, pad, boek=boek) for pad in bestand]
    if omgeving.als_json:
        print_json([_as_json(lezing) for lezing in lezingen])
    else:
        for lezing in lezingen:
            _print_lezing(lezing)
    if not all(lezing.is_goed for lezing in lezingen):
        raise click.exceptions.Exit(GEWEIGERD)


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one file says and, when it had to be booked, what came of that."""

    bestand: Path
    gelezen: "GelezenFormulier"
    bevindingen: tuple["Bevinding", ...]
    ontvangst: "Ontvangst | None" = None
    fout: "JaarschijfError | None" = None

    @property
    def uitkomst(self) -> str:
        """Return one of the keys of `_UITKOMST`: the worst finding decides."""
        ernst = {b.ernst.value for b in self.bevindingen}
        if "blokkade" in ernst:
            return "geweigerd"
        if "fout" in ernst:
            return "correctie"
        return "waarschuwing" if "waarschuwing" in ernst else "ok"

    @property
    def is_goed(self) -> bool:
        """Return whether nothing stands in the way of booking."""
        return self.fout is None and self.uitkomst in ("ok", "waarschuwing")


def read_bestand(toolkit: "Toolkit", pad: Path, *, boek: bool) -> Lezing:
    """Return what a workbook says; with `boek` it is kept when it is sound.

    A refusal becomes part of the answer, so that it does not stop the other files.
    """
    from cycle.domain.errors import JaarschijfError, NietGevonden
    from cycle.services.receive_bieding import receive_bieding

    inhoud = pad.read_bytes()
    gelezen = toolkit.formulieren.read(inhoud, pad.name, "")[0]
    if not boek or gelezen.bieding is None:
        return Lezing(pad, gelezen, gelezen.bevindingen)
    try:
        ontvangst = receive_bieding(toolkit, gelezen.samenwerking, gelezen.jaar, inhoud, pad.name)
    except NietGevonden as fout:
        anders = _ander_jaar(toolkit, gelezen) or fout
        return Lezing(pad, gelezen, gelezen.bevindingen, fout=anders)
    except JaarschijfError as fout:
        return Lezing(pad, gelezen, list_bevindingen(fout) or gelezen.bevindingen, fout=fout)
    return Lezing(pad, gelezen, ontvangst.bevindingen, ontvangst)


def _ander_jaar(toolkit: "Toolkit", gelezen: "GelezenFormulier") -> "JaarschijfError | None":
    """Return a refusal that names the years under way, None when there are none."""
    from cycle.domain.errors import NietGevonden

    with toolkit.store.transaction() as tx:
        jaren = [c.jaar for c in tx.list_cycli() if c.samenwerking == gelezen.samenwerking]
    if not jaren:
        return None
    lopend = " en ".join(map(str, jaren))
    return NietGevonden(
        f"Dit formulier is voor {gelezen.jaar}, maar nu loopt {lopend}.",
        advies=f"Vraag de partij om het formulier voor {lopend} in te vullen.",
    )


def _as_json(lezing: Lezing) -> dict[str, Any]:
    """Return the whole answer about one file as plain data."""
    gelezen = lezing.gelezen
    antwoord: dict[str, Any] = {
        "bestand": str(lezing.bestand),
        "uitkomst": lezing.uitkomst,
        "partij": gelezen.partij,
        "samenwerking": gelezen.samenwerking,
        "jaar": gelezen.jaar,
        "waarden": _waarden(gelezen.bieding) if gelezen.bieding else [],
        "bevindingen": [bevinding_as_json(b) for b in lezing.bevindingen],
    }
    if lezing.ontvangst:
        inzending = lezing.ontvangst.inzending
        antwoord["inzending"] = {
            "id": inzending.id,
            "versie": inzending.versie,
            "ontvangen_op": inzending.ontvangen_op.isoformat(),
            "nieuw": lezing.ontvangst.is_nieuw,
        }
    if lezing.fout:
        antwoord["fout"] = as_json(lezing.fout)
    return antwoord


def _waarden(bieding: "Bieding") -> list[dict[str, Any]]:
    """Return every answer with the text as typed and its cell."""
    return [
        {
            "regel": regel.regelcode,
            "veld": veld,
            "value": _plat(getattr(regel, veld)),
            "ruw": regel.ruw.get(veld, ""),
            "blad": plek.blad,
            "cel": plek.cel,
        }
        for regel in bieding.regels
        for veld, plek in regel.plekken.items()
    ]


def _plat(waarde: Any) -> Any:  # noqa: ANN401 - a field of the form is text, number or nothing
    """Return a value as JSON knows it: whole numbers stay whole."""
    from decimal import Decimal

    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
    return waarde


def _print_lezing(lezing: Lezing) -> None:
    """Print what came of one file."""
    van = f" van {lezing.gelezen.partij}" if lezing.gelezen.partij else ""
    click.secho(f"{lezing.bestand.name}{van}: {_UITKOMST[lezing.uitkomst]}", bold=True)
    print_bevindingen(lezing.bevindingen)
    if lezing.fout and not list_bevindingen(lezing.fout):
        print_fout(lezing.fout)
    if lezing.ontvangst:
        inzending = lezing.ontvangst.inzending
        wat = "Geboekt" if lezing.ontvangst.is_nieuw else "Was al geboekt"
        click.echo(f"{wat} als versie {inzending.versie} (inzending {inzending.id}).\n")

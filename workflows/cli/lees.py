"""``jaarschijf bieding lees``: what came back, cell by cell, and booking it when asked."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD, as_json, list_bevindingen, print_fout
from workflows.cli.invoer import met_json, vraag_afzender
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_bevindingen, print_json

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding
    from cycle.domain.errors import JaarschijfError
    from cycle.domain.gelezen import GelezenWaarde
    from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
    from cycle.services.receive_bieding import Ontvangst

UITKOMST = {
    "ok": "in orde",
    "waarschuwing": "gelezen, met iets om naar te kijken",
    "correctie": "moet worden verbeterd",
    "geweigerd": "kan niet worden gelezen",
}
"""What each outcome is called on screen, from good to bad."""


@click.command(
    cls=Opdracht,
    help="Lees ingevulde formulieren en controleer elk antwoord.\n\n"
    "U ziet per formulier welke cel nog aandacht vraagt. Met --boek wordt een formulier dat in "
    "orde is ook geboekt. Een partij mag altijd een nieuwe versie sturen: de laatste telt.\n\n"
    "In een csv-bestand staat niet altijd van wie het is. Geef dat dan zelf, met --van, --voor en "
    "--jaar.",
    voorbeelden=(
        "jaarschijf bieding lees bieding-2024-domesta.xlsx",
        "jaarschijf bieding lees ontvangen/*.xlsx --boek",
        "jaarschijf bieding lees bod.csv --van domesta --voor hoogeveen --jaar 2024",
    ),
)
@click.argument(
    "bestand",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Een of meer bestanden: .xlsx, .xlsm, .ods, .xls of .csv.",
)
@click.option("--boek", is_flag=True, help="Boek wat in orde is in de cyclus.")
@vraag_afzender
@met_json
@click.pass_obj
def lees(
    omgeving: Omgeving, bestand: tuple[Path, ...], *, boek: bool, van: str, voor: str, jaar: int
) -> None:
    """Read files, book them when asked, and exit with 1 when one is not in order."""
    from cycle.services.ports import Afzender

    afzender = Afzender(van, voor, jaar)
    with omgeving.toolkit_op_gegevens() as toolkit:
        lezingen = [
            lezing for pad in bestand for lezing in read_bestand(toolkit, pad, afzender, boek=boek)
        ]
    if omgeving.als_json:
        print_json([_as_json(lezing) for lezing in lezingen])
    else:
        for lezing in lezingen:
            _print_lezing(lezing)
    if not all(lezing.is_goed for lezing in lezingen):
        raise click.exceptions.Exit(GEWEIGERD)


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one form in a file says and, when it had to be booked, what came of that."""

    bestand: Path
    gelezen: "GelezenFormulier"
    bevindingen: tuple["Bevinding", ...]
    ontvangst: "Ontvangst | None" = None
    fout: "JaarschijfError | None" = None

    @property
    def uitkomst(self) -> str:
        """Return one of the keys of `UITKOMST`: the worst finding decides."""
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


def read_bestand(
    toolkit: "Toolkit", pad: Path, afzender: "Afzender", *, boek: bool
) -> list[Lezing]:
    """Return what each form in a file says; with `boek` it is kept when it is sound.

    A refusal becomes part of the answer, so that it does not stop the other files.
    """
    from cycle.services.read_bieding import read_bieding

    inhoud = pad.read_bytes()
    formulieren = read_bieding(toolkit, inhoud, pad.name, afzender)
    if not boek:
        return [Lezing(pad, gelezen, gelezen.bevindingen) for gelezen in formulieren]
    return [_boek(toolkit, pad, inhoud, gelezen) for gelezen in formulieren]


def _boek(toolkit: "Toolkit", pad: Path, inhoud: bytes, gelezen: "GelezenFormulier") -> Lezing:
    """Return what came of booking one form."""
    from cycle.domain.errors import JaarschijfError
    from cycle.services.receive_bieding import receive_bieding

    if gelezen.bieding is None:
        return Lezing(pad, gelezen, gelezen.bevindingen)
    try:
        ontvangst = receive_bieding(
            toolkit, gelezen.samenwerking, gelezen.jaar, inhoud, pad.name, partij=gelezen.partij
        )
    except JaarschijfError as fout:
        return Lezing(pad, gelezen, list_bevindingen(fout) or gelezen.bevindingen, fout=fout)
    return Lezing(pad, gelezen, ontvangst.bevindingen, ontvangst)


def _as_json(lezing: Lezing) -> dict[str, Any]:
    """Return the whole answer about one form as plain data."""
    gelezen = lezing.gelezen
    antwoord: dict[str, Any] = {
        "bestand": str(lezing.bestand),
        "uitkomst": lezing.uitkomst,
        "partij": gelezen.partij,
        "samenwerking": gelezen.samenwerking,
        "gemeente": gelezen.gemeente,
        "cyclus": gelezen.jaar,
        "versie": gelezen.versie,
        "waarden": [_waarde_as_json(waarde) for waarde in gelezen.waarden],
        "bevindingen": [celbevinding_as_json(b) for b in lezing.bevindingen],
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


def _waarde_as_json(waarde: "GelezenWaarde") -> dict[str, Any]:
    """Return what was read from one cell, with the text as typed."""
    return {
        "tabel": waarde.tabel,
        "regel": waarde.regel,
        "veld": waarde.veld,
        "value": _plat(waarde.waarde),
        "ruw": waarde.ruw,
        "blad": waarde.plek.blad,
        "cel": waarde.plek.cel,
        "kwalificatie": waarde.kwalificatie or None,
        "hoog": _plat(waarde.hoog),
        "tot": _plat(waarde.tot),
        "reden": waarde.reden.value if waarde.reden else None,
    }


def celbevinding_as_json(bevinding: "Bevinding") -> dict[str, Any]:
    """Return a finding as plain data; one on the whole file has no sheet and no cell."""
    from cycle.domain.bevinding import Celbevinding

    velden = ("klasse", "blad", "cel", "regel", "veld", "ruw", "gelezen")
    op_cel = bevinding if isinstance(bevinding, Celbevinding) else None
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst.value,
        "plek": bevinding.plek,
        **{veld: getattr(op_cel, veld) if op_cel else "" for veld in velden},
        "wat": bevinding.melding,
        "doe": bevinding.advies,
    }


def _plat(waarde: Any) -> Any:  # noqa: ANN401 - a field of the form is text, number, day or nothing
    """Return a value as JSON knows it: whole numbers stay whole, a day is ``2024-07-01``."""
    if isinstance(waarde, Decimal):
        return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)
    return waarde if waarde is None or isinstance(waarde, str) else waarde.isoformat()


def _print_lezing(lezing: Lezing) -> None:
    """Print what came of one form."""
    van = f" van {lezing.gelezen.partij}" if lezing.gelezen.partij else ""
    click.secho(f"{lezing.bestand.name}{van}: {UITKOMST[lezing.uitkomst]}", bold=True)
    print_bevindingen(lezing.bevindingen)
    if lezing.fout and not list_bevindingen(lezing.fout):
        print_fout(lezing.fout)
    if lezing.ontvangst:
        inzending = lezing.ontvangst.inzending
        wat = "Geboekt" if lezing.ontvangst.is_nieuw else "Was al geboekt"
        click.echo(f"{wat} als versie {inzending.versie} (inzending {inzending.id}).\n")

"""``jaarschijf bieding lees``: what came back, cell by cell, and booking it when asked."""

import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD, as_json, list_bevindingen, print_fout
from workflows.cli.invoer import Bestanden, met_json, vraag_afzender
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_bevindingen, print_json

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding
    from cycle.domain.errors import JaarschijfError
    from cycle.domain.gelezen import GelezenWaarde
    from cycle.services.ports import Afzender, GelezenFormulier, Toolkit
    from cycle.services.receive_bieding import Ontvangst
    from cycle.services.receive_melding import Toetsontvangst

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
    type=Bestanden("xlsx"),
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
        print_json([lezing_as_json(lezing) for lezing in lezingen])
    else:
        _print_lezingen(lezingen, afzender, boek=boek)
    if not all(lezing.is_goed for lezing in lezingen):
        raise click.exceptions.Exit(GEWEIGERD)


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one form in a file says and, when it had to be booked, what came of that.

    `opmerking` is what the coordinator has to do after the booking.
    """

    bestand: Path
    gelezen: "GelezenFormulier"
    bevindingen: tuple["Bevinding", ...]
    ontvangst: "Ontvangst | Toetsontvangst | None" = None
    fout: "JaarschijfError | None" = None
    opmerking: str = ""

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
    def is_leeg(self) -> bool:
        """Return whether the form was read and holds no answer at all."""
        from cycle.domain.bodversie import has_antwoord

        bieding, melding = self.gelezen.bieding, self.gelezen.melding
        if melding is not None:
            return all(regel.is_leeg for regel in melding.regels)
        return bieding is not None and not has_antwoord(bieding)

    @property
    def opties(self) -> tuple[str, ...]:
        """Return the options that are needed for a csv that does not say whose it is."""
        gelezen = self.gelezen
        if self.bestand.suffix.lower() != ".csv":
            return ()
        weet = {
            "--van PARTIJ": gelezen.partij,
            "--voor SAMENWERKING": gelezen.samenwerking,
            "--jaar JAAR": gelezen.jaar,
        }
        return tuple(optie for optie, waarde in weet.items() if not waarde)

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
    from cycle.domain.errors import InvoerError, JaarschijfError
    from cycle.services.receive_bieding import receive_bieding

    lezing = Lezing(pad, gelezen, gelezen.bevindingen)
    if lezing.opties:
        return replace(lezing, fout=InvoerError(_advies_opties(lezing), plek=str(pad)))
    if gelezen.bieding is None:
        return lezing
    try:
        ontvangst = receive_bieding(
            toolkit, gelezen.samenwerking, gelezen.jaar, inhoud, pad.name, partij=gelezen.partij
        )
    except JaarschijfError as fout:
        return Lezing(pad, gelezen, list_bevindingen(fout) or gelezen.bevindingen, fout=fout)
    return Lezing(pad, gelezen, ontvangst.bevindingen, ontvangst, opmerking=ontvangst.opmerking)


def lezing_as_json(lezing: Lezing) -> dict[str, Any]:
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
    if lezing.opmerking:
        antwoord["opmerking"] = lezing.opmerking
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


def _print_lezingen(lezingen: Sequence[Lezing], afzender: "Afzender", *, boek: bool) -> None:
    """Print what came of each form, and with several what came of all of them."""
    per_bestand = Counter(lezing.bestand for lezing in lezingen)
    for lezing in lezingen:
        print_lezing(lezing, met_gemeente=per_bestand[lezing.bestand] > 1)
        if boek:
            _print_boeking(lezing, afzender)
        elif lezing.is_leeg:
            click.echo("Er staat nog geen antwoord in. Zo kan het niet worden geboekt.\n")
    if boek and len(lezingen) > 1:
        wel = sum(lezing.ontvangst is not None for lezing in lezingen)
        click.echo(f"{wel} geboekt, {len(lezingen) - wel} niet geboekt.")


def print_lezing(lezing: Lezing, *, met_gemeente: bool) -> None:
    """Print what was read of one form; `met_gemeente` when its file holds more than one."""
    gelezen = lezing.gelezen
    van = f" van {gelezen.partij}" if gelezen.partij else ""
    waar = f" in {gelezen.gemeente or gelezen.samenwerking}" if met_gemeente else ""
    hoe = "nog niet ingevuld" if lezing.is_leeg else UITKOMST[lezing.uitkomst]
    click.secho(f"{lezing.bestand.name}{van}{waar}: {hoe}", bold=True)
    print_bevindingen(lezing.bevindingen)
    if lezing.opties:
        click.echo(f"{_advies_opties(lezing)}\n")
    elif lezing.fout and not list_bevindingen(lezing.fout):
        print_fout(lezing.fout)


def _print_boeking(lezing: Lezing, afzender: "Afzender") -> None:
    """Print whether one form was booked, and if not, what to do with it."""
    fouten = sum(b.ernst.value in ("fout", "blokkade") for b in lezing.bevindingen)
    if lezing.ontvangst:
        inzending = lezing.ontvangst.inzending
        wat = "Geboekt" if lezing.ontvangst.is_nieuw else "Was al geboekt"
        click.echo(f"{wat} als versie {inzending.versie} (inzending {inzending.id}).")
        if lezing.opmerking:
            click.echo(f"Let op: {lezing.opmerking}")
        click.echo()
    elif lezing.is_leeg:
        click.echo("Niet geboekt: er staat nog geen antwoord in.\n")
    elif fouten and not lezing.opties:
        click.echo(f"Niet geboekt: {aantal(fouten, 'fout', 'fouten')}. Stuur terug met:")
        click.echo(f"  {_terug(lezing.bestand, afzender)}\n")
    else:
        click.echo("Niet geboekt.\n")


def _advies_opties(lezing: Lezing) -> str:
    """Return which options a file needs that does not say itself whose it is."""
    return f"Dit bestand zegt niet alles. Geef ook: {' '.join(lezing.opties)}"


def _terug(bestand: Path, afzender: "Afzender") -> str:
    """Return the command that makes what goes back for a file."""
    opties = {"--van": afzender.partij, "--voor": afzender.samenwerking, "--jaar": afzender.jaar}
    woorden = [w for optie, waarde in opties.items() if waarde for w in (optie, str(waarde))]
    return shlex.join(["jaarschijf", "bieding", "terug", str(bestand), *woorden, "--uit", "MAP"])

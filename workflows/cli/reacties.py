"""``jaarschijf reacties``: drafts come back with changes, and the coordinator decides."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from workflows.cli.fouten import GEWEIGERD, as_json, print_fout
from workflows.cli.invoer import Bestanden, Jaar, Nummers, met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.reactieuitvoer import (
    describe_document,
    describe_ontvangst,
    print_reacties,
    print_tabelregels,
    reactie_as_json,
    regel_as_json,
)
from workflows.cli.uitvoer import aantal, print_json

if TYPE_CHECKING:
    from cycle.domain.errors import JaarschijfError
    from cycle.domain.reactie import Teruggekomen
    from cycle.services.ports import Toolkit
    from cycle.services.receive_reacties import Afzender, Reactieontvangst

KEUZES: Final = ("overnemen", "afwijzen", "bespreken", "vervallen")

reacties = Groep(
    "reacties",
    opdrachten=(
        Verwijzing("lees", f"{__name__}:lees", "Lees wat partijen in een concept schreven."),
        Verwijzing("tabel", f"{__name__}:tabel", "Toon alle reacties met de besluiten."),
        Verwijzing("beslis", f"{__name__}:beslis", "Neem reacties over, of niet."),
    ),
    help="Lees de reacties van partijen, en beslis wat u ermee doet.",
    voorbeelden=(
        "jaarschijf reacties lees ontvangen/*.docx --boek",
        "jaarschijf reacties tabel hoogeveen 2024",
        "jaarschijf reacties beslis hoogeveen 2024 3,7 overnemen",
    ),
)


@dataclass(frozen=True, slots=True)
class Lezing:
    """What one file says and, when it had to be booked, what came of that."""

    bestand: Path
    terug: "Teruggekomen | None" = None
    ontvangst: "Reactieontvangst | None" = None
    fout: "JaarschijfError | None" = None


@dataclass(frozen=True, slots=True)
class LeesInvoer:
    """What the coordinator typed to read files."""

    bestand: tuple[Path, ...]
    partij: str
    bij: tuple[str, int] | None
    boek: bool


@click.command(
    cls=Opdracht,
    help="Lees concepten die met wijzigingen of opmerkingen terugkomen.\n\n"
    "U ziet per afspraak wie wat wil veranderen. Met --boek komen de reacties in de "
    "reactietabel. Hetzelfde bestand nog eens boeken kan geen kwaad: elke reactie telt een keer. "
    "U kunt Word-bestanden (.docx) en bestanden van LibreOffice (.odt) geven.",
    voorbeelden=(
        "jaarschijf reacties lees concept-domesta.docx",
        "jaarschijf reacties lees ontvangen/*.docx --boek",
        "jaarschijf reacties lees gezamenlijk.docx --partij domesta --boek",
    ),
)
@click.argument(
    "bestand",
    nargs=-1,
    required=True,
    type=Bestanden("docx"),
    help="Een of meer Word-bestanden.",
)
@click.option(
    "--partij",
    default="",
    metavar="PARTIJ",
    help="Van welke partij de reacties zijn. Nodig bij de gezamenlijke uitgave.",
)
@click.option(
    "--bij",
    type=(str, Jaar()),
    metavar="SAMENWERKING JAAR",
    help="Bij welke jaarschijf het bestand hoort, als het dat zelf niet meer weet.",
)
@click.option("--boek", is_flag=True, help="Zet de reacties in de reactietabel.")
@met_json
@met_invoer(LeesInvoer)
def lees(omgeving: Omgeving, invoer: LeesInvoer) -> None:
    """Read returned drafts, book them when asked, and exit with 1 when one is refused."""
    from cycle.services.receive_reacties import Afzender

    samenwerking, jaar = invoer.bij or ("", 0)
    afzender = Afzender(invoer.partij, samenwerking, jaar)
    with omgeving.toolkit_op_gegevens() as toolkit:
        lezingen = [
            read_bestand(toolkit, pad, afzender, boek=invoer.boek) for pad in invoer.bestand
        ]
    if omgeving.als_json:
        print_json([_as_json(lezing) for lezing in lezingen])
    else:
        for lezing in lezingen:
            _print_lezing(lezing)
        if not invoer.boek and any(lezing.terug and lezing.terug.reacties for lezing in lezingen):
            click.echo("Er is nog niets geboekt. Doe dat met --boek.")
    if any(lezing.fout for lezing in lezingen):
        raise click.exceptions.Exit(GEWEIGERD)


def read_bestand(toolkit: "Toolkit", pad: Path, afzender: "Afzender", *, boek: bool) -> Lezing:
    """Return what a returned draft says; with `boek` it is kept.

    A refusal becomes part of the answer, so that it does not stop the other files.
    """
    from cycle.domain.errors import JaarschijfError
    from cycle.services.read_reacties import read_reacties
    from cycle.services.receive_reacties import receive_reacties

    inhoud = pad.read_bytes()
    naam = pad.name.encode(errors="replace").decode()
    terug = None
    try:
        terug = read_reacties(toolkit, inhoud, naam)
        ontvangst = receive_reacties(toolkit, inhoud, naam, afzender) if boek else None
    except JaarschijfError as fout:
        return Lezing(pad, terug, fout=fout)
    return Lezing(pad, terug, ontvangst)


def _as_json(lezing: Lezing) -> dict[str, Any]:
    """Return the whole answer about one file as plain data."""
    terug = lezing.terug
    kenmerk = terug.kenmerk if terug else None
    antwoord: dict[str, Any] = {
        "bestand": str(lezing.bestand),
        "document": None
        if kenmerk is None
        else {
            "jaarschijf": kenmerk.id,
            "versie": kenmerk.versie,
            "code": kenmerk.code,
            "uitgave": kenmerk.uitgave,
        },
        "reacties": [reactie_as_json(r) for r in terug.reacties] if terug else [],
    }
    if lezing.ontvangst:
        ontvangst = lezing.ontvangst
        antwoord["geboekt"] = {
            "samenwerking": ontvangst.samenwerking,
            "jaar": ontvangst.jaar,
            "partij": ontvangst.partij,
            "versie": ontvangst.versie,
            "geldend": ontvangst.geldend,
            "nummers": [r.nummer for r in ontvangst.nieuw],
            "bekend": ontvangst.bekend,
        }
    if lezing.fout:
        antwoord["fout"] = as_json(lezing.fout)
    return antwoord


def _print_lezing(lezing: Lezing) -> None:
    """Print what came of one file."""
    if lezing.terug is not None:
        reacties = lezing.terug.reacties
        hoeveel = aantal(len(reacties), "reactie", "reacties") if reacties else "geen reacties"
        click.secho(f"{lezing.bestand.name}: {hoeveel}", bold=True)
        click.echo(f"{describe_document(lezing.terug)}\n")
        print_reacties(reacties)
    if lezing.fout:
        print_fout(lezing.fout)
        click.echo()
    if lezing.ontvangst:
        click.echo(f"{describe_ontvangst(lezing.ontvangst)}\n")


@click.command(
    cls=Opdracht,
    help="Toon de reacties van alle partijen in een tabel, met de besluiten.\n\n"
    "De volgorde is die van de afspraken. Het nummer van een reactie verandert nooit.",
    voorbeelden=(
        "jaarschijf reacties tabel hoogeveen 2024",
        "jaarschijf reacties tabel hoogeveen 2024 --open",
    ),
)
@vraag_jaarschijf
@click.option("--open", "alleen_open", is_flag=True, help="Alleen wat nog een besluit nodig heeft.")
@met_json
@click.pass_obj
def tabel(omgeving: Omgeving, samenwerking: str, jaar: int, *, alleen_open: bool) -> None:
    """Print the reactietabel."""
    from cycle.services.list_reacties import list_reacties

    with omgeving.toolkit_op_gegevens() as toolkit:
        overzicht = list_reacties(toolkit, samenwerking, jaar)
    regels = [regel for regel in overzicht.regels if overzicht.wacht(regel) or not alleen_open]
    if omgeving.als_json:
        mislukt = overzicht.mislukt
        print_json({"reacties": [regel_as_json(r, mislukt.get(r.nummer, "")) for r in regels]})
        return
    print_tabelregels(regels, overzicht.mislukt)
    for nummer, waarom in overzicht.mislukt.items():
        click.echo(f"Reactie {nummer} verwerkt u zelf: {waarom}.")
    if overzicht.regels:
        _print_nog_open(sum(regel.is_open for regel in overzicht.regels))
    else:
        click.echo("Er zijn nog geen reacties geboekt.")


def _print_nog_open(nog_open: int) -> None:
    """Print how many reactions wait for a decision."""
    if nog_open:
        click.echo(f"{aantal(nog_open, 'reactie heeft', 'reacties hebben')} nog een besluit nodig.")
    else:
        click.echo("Alle reacties hebben een besluit. Maak het volgende concept.")


@dataclass(frozen=True, slots=True)
class BeslisInvoer:
    """What the coordinator typed to decide."""

    samenwerking: str
    jaar: int
    nummers: tuple[int, ...]
    keuze: str
    antwoord: str
    zelf: bool


@click.command(
    cls=Opdracht,
    help="Beslis over een of meer reacties.\n\n"
    "Wat u overneemt, staat in het volgende concept. Het programma past de tekst aan. Kan dat "
    "niet precies, dan zegt het dat. Pas de tekst dan zelf aan in de inhoud, en zet --zelf erbij. "
    "Bij afwijzen hoort een antwoord. Alle partijen lezen dat in het volgende concept. Kies "
    "'vervallen' voor wat is ingetrokken of per ongeluk is geboekt.",
    voorbeelden=(
        "jaarschijf reacties beslis hoogeveen 2024 3,7-9 overnemen",
        "jaarschijf reacties beslis hoogeveen 2024 5 bespreken",
        "jaarschijf reacties beslis hoogeveen 2024 4 afwijzen \\",
        '    --antwoord "Dit staat in de wet."',
    ),
)
@vraag_jaarschijf
@click.argument("nummers", type=Nummers("een reactie"), help="Bijvoorbeeld 3, of 3,7-9.")
@click.argument(
    "keuze",
    type=click.Choice(KEUZES, case_sensitive=False),
    metavar="KEUZE",
    help=f"Een van: {', '.join(KEUZES)}.",
)
@click.option(
    "--antwoord", default="", metavar="TEKST", help="Wat u de partij antwoordt. Iedereen leest dit."
)
@click.option("--zelf", is_flag=True, help="U hebt de tekst al zelf aangepast.")
@met_json
@met_invoer(BeslisInvoer)
def beslis(omgeving: Omgeving, invoer: BeslisInvoer) -> None:
    """Keep a decision on reactions."""
    from cycle.domain.reactietabel import Reactiekeuze
    from cycle.services.decide_reacties import Reactieoordeel, decide_reacties
    from cycle.services.list_reacties import list_reacties

    oordeel = Reactieoordeel(
        nummers=invoer.nummers,
        keuze=Reactiekeuze(invoer.keuze.lower()),
        antwoord=invoer.antwoord,
        is_handmatig=invoer.zelf,
    )
    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = decide_reacties(toolkit, invoer.samenwerking, invoer.jaar, oordeel)
        regels = list_reacties(toolkit, invoer.samenwerking, invoer.jaar).regels
    nog_open = sum(regel.is_open for regel in regels)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan, "nog_open": nog_open})
        return
    click.echo(uitkomst.melding)
    _print_nog_open(nog_open)

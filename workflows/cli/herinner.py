"""``jaarschijf herinner``: the reminders that are due, once, or a look at those to come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

import click

from workflows.cli.fouten import GEWEIGERD, as_json, print_fout
from workflows.cli.invoer import Datum, Jaar, met_invoer, met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_json

if TYPE_CHECKING:
    from cycle.domain.cyclus import Cyclus
    from cycle.domain.errors import JaarschijfError
    from cycle.services.plan_herinneringen import GeplandeHerinnering
    from cycle.services.ports import Toolkit

_LANGST: Final = 366
"""How many days a rehearsal looks ahead at most."""


@dataclass(frozen=True, slots=True)
class HerinnerInvoer:
    """What was typed; `dag` and `dagen` are for a rehearsal."""

    samenwerking: str | None
    jaar: int | None
    proef: bool
    dag: date | None
    dagen: int


@dataclass(frozen=True, slots=True)
class Ronde:
    """What was or would be planned, and what went wrong, by where that was."""

    cycli: tuple["Cyclus", ...]
    berichten: Sequence["GeplandeHerinnering"]
    fouten: Mapping[str, "JaarschijfError"]


@click.command(
    cls=Opdracht,
    help="Herinner iedereen aan wat aan de beurt is.\n\n"
    "Zonder SAMENWERKING en JAAR geldt dit voor elke cyclus die loopt. Iedereen krijgt hoogstens "
    "één mail per dag, en elke herinnering gaat hoogstens één keer uit. Met --proef ziet u alleen "
    "wie welke mail zou krijgen: er gaat niets uit.",
    voorbeelden=(
        "jaarschijf herinner --proef",
        "jaarschijf herinner --proef --dag 2023-10-02 --dagen 14",
        "jaarschijf herinner hoogeveen 2024",
    ),
)
@click.argument("samenwerking", required=False, help="De naam van de map met de inhoud.")
@click.argument("jaar", required=False, type=Jaar(), help="Het jaar waarvoor de jaarschijf geldt.")
@click.option("--proef", is_flag=True, help="Toon de mails en verstuur niets.")
@click.option(
    "--dag", type=Datum(), metavar="DATUM", help="Kijk vanaf deze dag. Alleen bij --proef."
)
@click.option(
    "--dagen",
    type=click.IntRange(1, _LANGST),
    default=1,
    metavar="AANTAL",
    help="Kijk zoveel dagen vooruit. Alleen bij --proef.  [standaard: 1]",
)
@met_json
@met_invoer(HerinnerInvoer)
def herinner(omgeving: Omgeving, invoer: HerinnerInvoer) -> None:
    """Plan and hand over what is due, or only show it."""
    _check_invoer(invoer)
    with omgeving.toolkit_op_gegevens() as toolkit:
        cycli = _list_cycli(toolkit, invoer)
        ronde = _preview(toolkit, cycli, invoer) if invoer.proef else _send(toolkit, cycli)
    if omgeving.als_json:
        print_json(
            {
                "proef": invoer.proef,
                "herinneringen": [_as_json(gepland) for gepland in ronde.berichten],
                "fouten": {waar: as_json(fout) for waar, fout in ronde.fouten.items()},
            }
        )
    else:
        _print_ronde(omgeving, invoer, ronde)
    if ronde.fouten:
        raise click.exceptions.Exit(GEWEIGERD)


def _check_invoer(invoer: HerinnerInvoer) -> None:
    """Refuse words that do not belong together."""
    ctx = click.get_current_context()
    if invoer.samenwerking and invoer.jaar is None:
        raise click.UsageError("Noem bij de samenwerking ook het jaar.", ctx)
    if not invoer.proef and (invoer.dag or invoer.dagen > 1):
        raise click.UsageError("Zet bij --dag en --dagen ook --proef.", ctx)


def _list_cycli(toolkit: "Toolkit", invoer: HerinnerInvoer) -> tuple["Cyclus", ...]:
    """Return the cyclus that was named, or those that are under way.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    from cycle.services.cyclus import require_cyclus
    from workflows.dagelijks import list_lopende

    if not invoer.samenwerking or invoer.jaar is None:
        return list_lopende(toolkit, voorbeeld=False)
    with toolkit.store.transaction() as tx:
        return (require_cyclus(tx, invoer.samenwerking, invoer.jaar),)


def _preview(toolkit: "Toolkit", cycli: tuple["Cyclus", ...], invoer: HerinnerInvoer) -> Ronde:
    """Return what would go out, per person and then in order of day."""
    import pendulum

    from cycle.services.preview_herinneringen import preview_herinneringen

    dag = invoer.dag or toolkit.klok.vandaag()
    van = pendulum.date(dag.year, dag.month, dag.day)
    ronde = preview_herinneringen(toolkit, cycli, van, invoer.dagen)
    per_persoon = sorted(ronde.berichten, key=lambda g: (g.bericht.aan, g.bericht.gepland_op))
    return Ronde(cycli, per_persoon, ronde.fouten)


def _send(toolkit: "Toolkit", cycli: tuple["Cyclus", ...]) -> Ronde:
    """Plan what is due and hand it over; a cyclus that fails does not hold up the others."""
    from cycle.domain.errors import JaarschijfError
    from cycle.services.plan_herinneringen import plan_herinneringen
    from workflows.stages import finish_stap

    ronde = plan_herinneringen(toolkit, cycli)
    fouten = dict(ronde.fouten)
    for cyclus in cycli:
        if cyclus.samenwerking in fouten:
            continue
        try:
            finish_stap(toolkit, cyclus.samenwerking, cyclus.jaar, is_ronde=True)
        except JaarschijfError as fout:
            fouten[f"{cyclus.samenwerking} {cyclus.jaar}"] = fout
    return Ronde(cycli, ronde.berichten, fouten)


def _as_json(gepland: "GeplandeHerinnering") -> dict[str, Any]:
    """Return a mail as plain data."""
    bericht = gepland.bericht
    return {
        "samenwerking": gepland.cyclus.samenwerking,
        "jaar": gepland.cyclus.jaar,
        "sleutel": bericht.sleutel,
        "sleutels": list(gepland.sleutels),
        "aan": bericht.aan,
        "antwoord_aan": bericht.antwoord_aan,
        "onderwerp": bericht.onderwerp,
        "tekst": bericht.tekst,
        "html": bericht.html,
        "datum": bericht.gepland_op.isoformat(),
    }


def _print_ronde(omgeving: Omgeving, invoer: HerinnerInvoer, ronde: Ronde) -> None:
    """Print to whom and what about, the text too when it is a rehearsal, and what failed."""
    for aan, mails in groupby(ronde.berichten, key=lambda g: g.bericht.aan):
        click.secho(f"Aan:        {aan}", bold=True)
        for gepland in mails:
            _print_mail(gepland, voluit=invoer.proef)
        click.echo()
    for waar, fout in ronde.fouten.items():
        click.echo(f"{waar} is niet gelukt:", err=True)
        print_fout(fout)
    tel = aantal(len(ronde.berichten), "herinnering", "herinneringen")
    if not ronde.cycli:
        click.echo("Er loopt nu geen cyclus.")
    elif not ronde.berichten:
        wanneer = "vandaag" if invoer.dag is None and invoer.dagen == 1 else "in die dagen"
        click.echo(f"Er is {wanneer} geen herinnering aan de beurt.")
    elif invoer.proef:
        click.echo(f"Proef: {tel}. Er is niets verstuurd.")
    else:
        uit = omgeving.settings().uit
        mappen = dict.fromkeys(
            str(uit / f"{g.cyclus.samenwerking}-{g.cyclus.jaar}" / "postvak-uit")
            for g in ronde.berichten
        )
        click.echo(f"{tel} klaargezet in {' en '.join(mappen)}.")


def _print_mail(gepland: "GeplandeHerinnering", *, voluit: bool) -> None:
    """Print one mail: when and what about, and its text when it is `voluit`."""
    from cycle.domain.notatie import datum_met_dag

    bericht = gepland.bericht
    click.echo(f"Op:         {datum_met_dag(bericht.gepland_op)}")
    click.echo(f"Onderwerp:  {bericht.onderwerp}")
    if voluit:
        click.echo(f"\n{bericht.tekst.rstrip()}\n\n{'─' * 40}")

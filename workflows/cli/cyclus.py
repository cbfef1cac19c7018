"""``jaarschijf cyclus``: start the year, take its steps, see who has done what."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from workflows.cli.gegevens import DEMO_GEGEVENS
from workflows.cli.invoer import met_invoer, met_json, met_prefect, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.uitvoer import (
    Kolom,
    dag_in_woorden,
    print_json,
    print_regels,
    print_tabel,
)
from workflows.cli.volgende import list_te_laat, print_volgende
from workflows.cli.zetten import StapInvoer, take_stap

if TYPE_CHECKING:
    from cycle.domain.stand import CyclusStand, OrgaanStand, PartijStand

_NA_VASTSTELLING = ("ondertekening", "verzonden", "uitvoering", "afgerond")
"""The fasen in which a signature means something."""

cyclus = Groep(
    "cyclus",
    opdrachten=(
        Verwijzing("start", f"{__name__}:start", "Start het jaar van een jaarschijf."),
        Verwijzing("fase", f"{__name__}:fase", "Zet de volgende stap van het jaar."),
        Verwijzing("status", f"{__name__}:status", "Toon wie wat heeft gedaan."),
        Verwijzing(
            "vervolg",
            "workflows.cli.vervolg:vervolg",
            "Begin het volgende jaar met wat er overbleef.",
        ),
        Verwijzing(
            "dossier",
            "workflows.cli.bijstelling:dossier",
            "Heropen een dossier: er is gebeurd waar het op wachtte.",
        ),
        Verwijzing(
            "addendum",
            "workflows.cli.bijstelling:addendum",
            "Leg een wijziging in het lopende jaar voor.",
        ),
    ),
    help="Start het jaar van een jaarschijf, zet de stappen en bekijk de stand van zaken.",
    voorbeelden=(
        "jaarschijf cyclus start hoogeveen 2024",
        "jaarschijf cyclus fase hoogeveen 2024 kickoff",
        "jaarschijf cyclus status hoogeveen 2024",
    ),
)


@click.command(
    cls=Opdracht,
    help="Start het jaar waarin u een jaarschijf maakt.\n\n"
    "Dit doet u één keer per jaarschijf. Nog een keer starten verandert niets. Uw gegevens komen "
    "in de map gegevens.",
    voorbeelden=("jaarschijf cyclus start hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def start(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Start a cyclus, always in data of one's own."""
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.start_cyclus import start_cyclus

    settings = omgeving.settings(eigen=True)
    toolkit = omgeving.toolkit()
    uitkomst = start_cyclus(toolkit, samenwerking, jaar)
    stand = publish_overzichten(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan, "fase": stand.fase})
        return
    click.echo(uitkomst.melding)
    click.echo(f"De gegevens staan in de map {settings.gegevens}.")
    if DEMO_GEGEVENS.is_dir() and settings.gegevens != DEMO_GEGEVENS:
        click.echo(f"De demo ziet u voortaan met: jaarschijf --gegevens {DEMO_GEGEVENS} …")
    click.echo()
    print_volgende(stand.fase, samenwerking, jaar)


@click.command(
    cls=Opdracht,
    help="Zet een stap van het jaar.\n\n"
    "De stappen zijn, op volgorde: kickoff, uitvraag, sluiting, concept, accordering, "
    "vaststelling, ondertekening, verzending, uitvoering, toets_april, tripartiet_april, "
    "toets_september, tripartiet_september en afronding.\n\n"
    "Is een stap nog niet aan de beurt, of mist er iets? Dan kunt u toch door met een reden.",
    voorbeelden=(
        "jaarschijf cyclus fase hoogeveen 2024 kickoff",
        'jaarschijf cyclus fase hoogeveen 2024 sluiting --reden "Actium volgt later."',
    ),
)
@vraag_jaarschijf
@click.argument("stap", help="De stap die u zet.")
@met_reden
@met_prefect
@met_json
@met_invoer(StapInvoer)
def fase(omgeving: Omgeving, invoer: StapInvoer) -> None:
    """Take a step."""
    take_stap(omgeving, invoer)


@click.command(
    cls=Opdracht,
    help="Toon de stand van zaken: wie heeft wat gedaan, en wat is er nu aan de beurt?\n\n"
    "Dit is geen ranglijst. De partijen staan in de volgorde van de afspraken.",
    voorbeelden=("jaarschijf cyclus status hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def status(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Print the status of a cyclus, also before its start."""
    from cycle.services.show_status import show_status

    with omgeving.toolkit_op_gegevens() as toolkit:
        stand = show_status(toolkit, samenwerking, jaar)
        with toolkit.store.transaction() as tx:
            begonnen = tx.get(samenwerking, jaar)
            gedaan = [soort for soort, _, _ in tx.feiten(begonnen)] if begonnen else []
    if omgeving.als_json:
        print_json(asdict(stand))
    else:
        _print_stand(stand, gedaan, toolkit.klok.vandaag().isoformat())


def _print_stand(stand: "CyclusStand", gedaan: list[str], vandaag: str) -> None:
    """Print where everybody stands and what comes next."""
    click.echo(f"Jaarschijf {stand.jaar} van {stand.naam}\n")
    print_regels(
        {
            "Versie": f"{stand.versie}, code {stand.code}" if stand.versie else "",
            "Volgende datum": f"{dag_in_woorden(stand.volgende_datum)}: {stand.volgende_termijn}"
            if stand.volgende_datum
            else "",
            "Let op": stand.voorbeeld,
        }
    )
    click.echo()
    _print_partijen(stand)
    click.echo()
    _print_bijzonderheden(stand)
    if stand.fase == "niet_gestart":
        click.echo(
            "De cyclus is nog niet gestart. U start hem met:\n"
            f"  jaarschijf cyclus start {stand.samenwerking} {stand.jaar}"
        )
    else:
        for zin in list_te_laat(stand, gedaan, vandaag):
            click.echo(f"Let op: {zin}")
        print_volgende(stand.fase, stand.samenwerking, stand.jaar, gedaan)


def _print_partijen(stand: "CyclusStand") -> None:
    """Print a row per partij, with the columns that mean something in the present fase."""
    from cycle.domain.stand import STAAT_TEKST

    tekent = stand.fase in _NA_VASTSTELLING
    heeft_besluiten = tekent or stand.fase in ("accordering", "vastgesteld")
    print_tabel(
        [
            Kolom("partij"),
            Kolom("korte naam", vast=True),
            Kolom("stand"),
            Kolom("bieding"),
            Kolom("besluiten"),
            Kolom("handtekening"),
            Kolom("te laat sinds"),
            Kolom("volgende mail"),
        ],
        [
            (
                p.naam,
                p.partij,
                "" if tekent else STAAT_TEKST[p.staat],
                "" if heeft_besluiten else p.bieding,
                _besluiten(p) if heeft_besluiten else "",
                _handtekeningen(p) if tekent else "",
                "\n".join(f"{dag_in_woorden(laat.sinds)} ({laat.wat})" for laat in p.te_laat),
                f"{dag_in_woorden(p.volgende_mail)} ({p.volgende_mail_soort})"
                if p.volgende_mail
                else "",
            )
            for p in stand.partijen
        ],
    )


def _print_bijzonderheden(stand: "CyclusStand") -> None:
    """Print what to mind, the steps that were taken with a reason, and the mail to look at."""
    for zin in stand.let_op:
        click.echo(f"Let op: {zin}")
    for stap in stand.met_reden:
        click.echo(
            f"{dag_in_woorden(stap.op)}, naar de fase '{stap.fase}', met reden: {stap.reden}"
        )
    for bericht in stand.post:
        click.echo(f"Mail {bericht.staat}: {bericht.onderwerp}. {bericht.antwoord}")
    if stand.post:
        click.echo(f"Bekijk de mail met: jaarschijf post {stand.samenwerking} {stand.jaar}\n")


def _besluiten(partij: "PartijStand") -> str:
    """Return the decision of each orgaan of a partij, one per line."""
    return "\n".join(f"{o.orgaan}: {o.staat}{_zonder(o)}" for o in partij.besluiten)


def _handtekeningen(partij: "PartijStand") -> str:
    """Return for each who signs what happened and what that rests on, one per line."""
    return "\n".join(
        f"{plek.functie}: {plek.staat}"
        + (f" op {dag_in_woorden(plek.op)}" if plek.op else "")
        + (f" ({plek.sterkte})" if plek.sterkte else "")
        for plek in partij.tekenplekken
    )


def _zonder(besluit: "OrgaanStand") -> str:
    """Return which afspraken a decision in part leaves out."""
    nummers = ", ".join(map(str, besluit.uitgezonderd))
    return f" (zonder {nummers})" if nummers else ""

"""``jaarschijf post``: what became of every mail, sending it, and deciding what is unsure."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_invoer, met_json, met_reden, vraag_jaarschijf_of_alle
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.postuitvoer import (
    Cyclussleutel,
    post_as_json,
    print_post,
    print_verslagen,
    verslag_as_json,
)
from workflows.cli.uitvoer import print_json

if TYPE_CHECKING:
    from cycle.domain.bericht import Postbericht
    from cycle.domain.postverslag import Postverslag
    from cycle.services.ports import Toolkit

KEUZES: Final = ("verzonden", "opnieuw")


class Postgroep(Groep):
    """A group that shows the mail when no command is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; the first is a command, or the whole line is for `toon`."""
        if not args or args[0] not in (*self.opdrachten, *ctx.help_option_names):
            args = ["toon", *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command; any other word is a SAMENWERKING, and belongs to `toon`."""
        return super().get_command(ctx, cmd_name) or super().get_command(ctx, "toon")


post = Postgroep(
    "post",
    opdrachten=(
        Verwijzing("toon", f"{__name__}:toon", "Toon welke mail klaarstaat of niet aankwam."),
        Verwijzing("verstuur", f"{__name__}:verstuur", "Verstuur wat klaarstaat."),
        Verwijzing(
            "beslis", f"{__name__}:beslis", "Beslis over mail die niet of misschien aankwam."
        ),
    ),
    help="Zie wat er met de mail gebeurde, verstuur wat klaarstaat, en beslis wat onzeker is.\n\n"
    "Zonder opdracht ziet u welke mail klaarstaat, mislukt is of onzeker is.",
    voorbeelden=(
        "jaarschijf post",
        "jaarschijf post hoogeveen 2024",
        "jaarschijf post verstuur",
    ),
)


@click.command(
    cls=Opdracht,
    help="Toon welke mail klaarstaat, mislukt is of onzeker is.\n\n"
    "Verzonden mail wordt alleen geteld. Onder de lijst staat van wie nog iets wordt verwacht "
    "zonder dat er een mail komt.",
    voorbeelden=("jaarschijf post", "jaarschijf post hoogeveen 2024 --json"),
)
@vraag_jaarschijf_of_alle
@met_json
@click.pass_obj
def toon(omgeving: Omgeving, samenwerking: str | None, jaar: int | None) -> None:
    """Print every mail that is not sent, and what needs a person."""
    from cycle.services.reconcile_post import reconcile_post

    with omgeving.toolkit_op_gegevens() as toolkit:
        cycli = _cycli(toolkit, samenwerking, jaar)
        alle = {cyclus: _list_post(toolkit, cyclus) for cyclus in cycli}
        bevindingen = [f for cyclus in cycli for f in reconcile_post(toolkit, *cyclus)]
    if omgeving.als_json:
        print_json(post_as_json(alle, bevindingen))
    else:
        print_post(alle, bevindingen)
    if bevindingen:
        raise click.exceptions.Exit(GEWEIGERD)


@click.command(
    cls=Opdracht,
    help="Verstuur de mail die klaarstaat.\n\n"
    "U mag dit zo vaak doen als u wilt, en op meer computers tegelijk. Een herinnering gaat "
    "hoogstens één keer uit.",
    voorbeelden=("jaarschijf post verstuur",),
)
@vraag_jaarschijf_of_alle
@met_json
@click.pass_obj
def verstuur(omgeving: Omgeving, samenwerking: str | None, jaar: int | None) -> None:
    """Hand over what stands ready, and leave with 1 when something went wrong."""
    from cycle.services.send_tussendoor import send_tussendoor

    with omgeving.toolkit_op_gegevens() as toolkit:
        cycli = _cycli(toolkit, samenwerking, jaar, voorbeeld=False)
        verslagen: dict[Cyclussleutel, Postverslag] = {}
        for cyclus in cycli:
            verslagen[cyclus] = send_tussendoor(toolkit, *cyclus)
            if verslagen[cyclus].storing:
                break  # the others would only wait for the same server
    if omgeving.als_json:
        print_json({"cycli": [verslag_as_json(c, v) for c, v in verslagen.items()]})
    else:
        print_verslagen(verslagen)
    if any(v.storing or v.mislukt or v.onzeker for v in verslagen.values()):
        raise click.exceptions.Exit(GEWEIGERD)


@dataclass(frozen=True, slots=True)
class BeslisInvoer:
    """What the coordinator typed."""

    sleutel: str
    keuze: str
    reden: str
    aan: str


@click.command(
    cls=Opdracht,
    help="Beslis over mail die mislukt of onzeker is.\n\n"
    "Kies 'verzonden' als de ontvanger de mail heeft, of er al van weet. Kies 'opnieuw' als de "
    "mail nog een keer uit moet. Uw besluit en de reden worden bewaard.",
    voorbeelden=(
        "jaarschijf post beslis hoogeveen/2024/uitvraag/domesta verzonden \\",
        '    --reden "Domesta heeft de mail."',
        "jaarschijf post beslis hoogeveen/2024/uitvraag/domesta opnieuw \\",
        '    --aan bieding@domesta.example --reden "Het adres was oud."',
    ),
)
@click.argument("sleutel", help="De sleutel van de mail, zoals die bij 'jaarschijf post' staat.")
@click.argument(
    "keuze",
    type=click.Choice(KEUZES, case_sensitive=False),
    metavar="KEUZE",
    help=f"Een van: {', '.join(KEUZES)}.",
)
@met_reden
@click.option("--aan", default="", metavar="ADRES", help="Stuur opnieuw naar een ander adres.")
@met_json
@met_invoer(BeslisInvoer)
def beslis(omgeving: Omgeving, invoer: BeslisInvoer) -> None:
    """Settle one mail by hand."""
    from cycle.services.decide_bericht import Postkeuze, decide_bericht

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = decide_bericht(
            toolkit, invoer.sleutel, Postkeuze(invoer.keuze), invoer.reden, aan=invoer.aan
        )
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan})
    else:
        click.echo(uitkomst.melding)


def _cycli(
    toolkit: "Toolkit", samenwerking: str | None, jaar: int | None, *, voorbeeld: bool = True
) -> list[Cyclussleutel]:
    """Return the cyclus that was asked for, or all; played ones only when `voorbeeld`."""
    if samenwerking and jaar is None:
        raise click.UsageError(
            "Noem bij de samenwerking ook het jaar.", click.get_current_context()
        )
    if samenwerking and jaar:
        return [(samenwerking, jaar)]
    with toolkit.store.transaction() as tx:
        alle = tx.list_cycli()
    return [(c.samenwerking, c.jaar) for c in alle if voorbeeld or not c.voorbeeld]


def _list_post(toolkit: "Toolkit", cyclus: Cyclussleutel) -> tuple["Postbericht", ...]:
    """Return the mail of one cyclus."""
    from cycle.services.cyclus import require_cyclus

    with toolkit.store.transaction() as tx:
        return tx.post(require_cyclus(tx, *cyclus))

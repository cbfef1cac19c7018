"""``jaarschijf dossier geleverd``: register a delivery with the file that shows it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from workflows.cli.invoer import Datum, met_invoer, met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json

_STUKKEN = ("afspraken", "dpi", "verklaring")


@dataclass(frozen=True, slots=True)
class LeverInvoer:
    """What the secretaris typed."""

    samenwerking: str
    jaar: int
    ontvanger: str
    corporatie: str
    stuk: tuple[str, ...]
    op: date | None
    rvc: date | None
    wijze: str
    bewijs: Path | None


@click.command(
    cls=Opdracht,
    help="Leg vast dat stukken zijn geleverd, met een bestand dat dat laat zien.\n\n"
    "ONTVANGER is minister, college, of de korte naam van een huurdersorganisatie. Zonder --van "
    "geldt het voor elke corporatie die aan deze ontvanger levert. Zonder --stuk gaat het om alle "
    "stukken. Als bewijs bewaart u bijvoorbeeld een ontvangstbevestiging of een mail.",
    voorbeelden=(
        "jaarschijf dossier geleverd hoogeveen 2024 college --bewijs mail.eml",
        "jaarschijf dossier geleverd hoogeveen 2024 minister --van domesta \\",
        "    --wijze SBR-wonen --rvc 2023-12-05 --bewijs ontvangst.pdf",
    ),
)
@vraag_jaarschijf
@click.argument("ontvanger", help="Aan wie is geleverd.")
@click.option("--van", "corporatie", default="", metavar="PARTIJ", help="Welke corporatie leverde.")
@click.option(
    "--stuk",
    multiple=True,
    type=click.Choice(_STUKKEN, case_sensitive=False),
    metavar="STUK",
    help=f"Een van: {', '.join(_STUKKEN)}. Mag vaker.",
)
@click.option(
    "--op", type=Datum(), metavar="DATUM", show_default="vandaag", help="De dag van leveren."
)
@click.option(
    "--rvc",
    type=Datum(),
    metavar="DATUM",
    help="De dag waarop de raad van commissarissen de begroting goedkeurde.",
)
@click.option("--wijze", default="", metavar="TEKST", help="Hoe er is geleverd.")
@click.option(
    "--bewijs",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="BESTAND",
    help="Het bestand dat de levering laat zien. Het wordt bewaard.",
)
@met_json
@met_invoer(LeverInvoer)
def geleverd(omgeving: Omgeving, invoer: LeverInvoer) -> None:
    """Register a delivery."""
    import pendulum

    from cycle.domain.levering import Levering, Leverstuk
    from cycle.services.register_levering import Leverbewijs, register_levering

    def dag(waarde: date) -> pendulum.Date:
        return pendulum.date(waarde.year, waarde.month, waarde.day)

    pad = invoer.bewijs
    bewijs = Leverbewijs(pad.name, pad.read_bytes()) if pad else None
    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = register_levering(
            toolkit,
            invoer.samenwerking,
            invoer.jaar,
            Levering(
                corporatie=invoer.corporatie,
                ontvanger=invoer.ontvanger,
                op=dag(invoer.op) if invoer.op else toolkit.klok.vandaag(),
                stukken=tuple(Leverstuk(s) for s in invoer.stuk or _STUKKEN),
                wijze=invoer.wijze,
                rvc_op=dag(invoer.rvc) if invoer.rvc else None,
            ),
            bewijs,
        )
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding, "gedaan": uitkomst.gedaan})
    else:
        click.echo(uitkomst.melding)

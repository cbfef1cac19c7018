"""``jaarschijf toets licht`` and ``meenemers``: overrule a light, and see what goes along."""

from dataclasses import asdict, dataclass

import click

from workflows.cli.invoer import met_invoer, met_json, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, print_json, print_tabel

_LICHTEN = ("op-koers", "let-op", "wijkt-af", "niet-bekend", "berekend")
_MOMENTEN = ("april", "september")


@dataclass(frozen=True, slots=True)
class _LichtInvoer:
    """What the coordinator typed."""

    samenwerking: str
    jaar: int
    moment: str
    partij: str
    regelcode: str
    kleur: str
    reden: str


@click.command(
    cls=Opdracht,
    help="Kies zelf het licht van een regel, met een reden.\n\n"
    "Het verslag laat zien dat het licht is aangepast, wat er was berekend en waarom. Met "
    "'berekend' geldt het berekende licht weer.",
    voorbeelden=(
        "jaarschijf toets licht hoogeveen 2024 april domesta A01-NB_DAEB op-koers \\\n"
        '      --reden "De oplevering is in mei."',
        "jaarschijf toets licht hoogeveen 2024 april domesta A01-NB_DAEB berekend",
    ),
)
@vraag_jaarschijf
@click.argument("moment", type=click.Choice(_MOMENTEN), help="Welke toets.")
@click.argument("partij", help="De korte naam van de partij, of samen.")
@click.argument("regelcode", help="De code van de regel, zoals op het formulier.")
@click.argument(
    "kleur", metavar="LICHT", type=click.Choice(_LICHTEN), help="Het licht dat u kiest."
)
@met_reden
@met_json
@met_invoer(_LichtInvoer)
def licht(omgeving: Omgeving, invoer: _LichtInvoer) -> None:
    """Keep the choice and say what counts now."""
    from cycle.domain.licht import Licht, Lichtkeuze
    from cycle.domain.toets import Toetsmoment
    from cycle.services.choose_licht import choose_licht

    gekozen = None if invoer.kleur == "berekend" else Licht(invoer.kleur.replace("-", " "))
    with omgeving.toolkit_op_gegevens() as toolkit:
        keuze = Lichtkeuze(
            moment=Toetsmoment(invoer.moment),
            partij=invoer.partij,
            regelcode=invoer.regelcode,
            licht=gekozen,
            reden=invoer.reden,
            op=toolkit.klok.vandaag(),
        )
        uitkomst = choose_licht(toolkit, invoer.samenwerking, invoer.jaar, keuze)
    if omgeving.als_json:
        print_json({"melding": uitkomst.melding})
    else:
        click.echo(uitkomst.melding)


@click.command(
    cls=Opdracht,
    help="Toon wat de toets van september meegeeft aan de volgende startbijeenkomst.\n\n"
    "Dat zijn de afwijkingen en de acties die nog open zijn. De punten zijn er zodra het verslag "
    "van september is gemaakt.",
    voorbeelden=("jaarschijf toets meenemers hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def meenemers(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Print the points that the check of this year leaves."""
    from cycle.domain.afspraakweergave import Namen
    from cycle.services.cyclus import require_cyclus

    with omgeving.toolkit_op_gegevens() as toolkit:
        namen = Namen(toolkit.bibliotheek.load(samenwerking))
        with toolkit.store.transaction() as tx:
            punten = tx.meenemers(require_cyclus(tx, samenwerking, jaar))
    if omgeving.als_json:
        print_json([asdict(punt) | {"plek": str(punt.plek or "")} for punt in punten])
        return
    if not punten:
        click.echo("Er zijn geen punten. Maak eerst het verslag van de toets van september.")
        return
    print_tabel(
        [Kolom("afspraak"), Kolom("partij"), Kolom("onderwerp"), Kolom("stand")],
        [
            (
                str(punt.nummer) if punt.nummer else "",
                namen.partij(punt.partij),
                punt.onderwerp,
                punt.tekst,
            )
            for punt in punten
        ],
    )

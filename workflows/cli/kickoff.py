"""``jaarschijf kickoff``: the startbijeenkomst: its agenda, the vote, and what was chosen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.invoer import met_invoer, met_json, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.uitvoer import Kolom, print_json, print_tabel

if TYPE_CHECKING:
    from cycle.services.cyclus import Uitkomst
    from cycle.services.show_stemming import Stemming

kickoff = Groep(
    "kickoff",
    opdrachten=(
        Verwijzing("agenda", f"{__name__}:agenda", "Maak de agenda met alle stukken."),
        Verwijzing("stem", f"{__name__}:stem", "Leg de top 3 van een partij vast."),
        Verwijzing("uitslag", f"{__name__}:uitslag", "Toon de uitslag van de stemming."),
        Verwijzing("kies", f"{__name__}:kies", "Leg vast wat de bijeenkomst koos."),
    ),
    help="Bereid de startbijeenkomst voor: de agenda, de stemming en de top 3.",
    voorbeelden=(
        "jaarschijf kickoff agenda hoogeveen 2024",
        "jaarschijf kickoff stem hoogeveen 2024 domesta bouwopgave duurzaamheid 16",
        "jaarschijf kickoff uitslag hoogeveen 2024",
    ),
)


@dataclass(frozen=True, slots=True)
class KeuzeInvoer:
    """What the coordinator typed for the choice of the meeting."""

    samenwerking: str
    jaar: int
    keuze: tuple[str, ...]
    reden: str


@click.command(
    cls=Opdracht,
    help="Maak de agenda van de startbijeenkomst, in Word en als PDF.\n\n"
    "Daarin staan de stand van zaken, wat er uit het vorige jaar overbleef, de planning, de "
    "stemming en wie is uitgenodigd. Maak hem opnieuw als er iets verandert.",
    voorbeelden=("jaarschijf kickoff agenda hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def agenda(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Make the agenda."""
    from cycle.services.prepare_kickoff import prepare_kickoff

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = prepare_kickoff(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json(_as_json(uitkomst) | {"stukken": list(uitkomst.stukken)})
        return
    click.echo(uitkomst.melding)
    for naam in uitkomst.stukken:
        click.echo(f"  {naam}")


@click.command(
    cls=Opdracht,
    help="Leg vast welke drie onderwerpen een partij vooraan zet, op volgorde.\n\n"
    "KEUZE is de code van een thema, of het nummer van een afspraak. Een nieuwe stem komt in de "
    "plaats van de vorige. De vorige blijft bewaard.",
    voorbeelden=("jaarschijf kickoff stem hoogeveen 2024 domesta bouwopgave duurzaamheid 16",),
)
@vraag_jaarschijf
@click.argument("partij", help="De korte naam van de partij.")
@click.argument("keuze", nargs=-1, required=True, help="Een, twee of drie onderwerpen.")
@met_json
@click.pass_obj
def stem(
    omgeving: Omgeving, samenwerking: str, jaar: int, partij: str, keuze: tuple[str, ...]
) -> None:
    """Register a vote."""
    from cycle.services.record_stem import record_stem

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = record_stem(toolkit, samenwerking, jaar, partij, keuze)
    _tell(omgeving, uitkomst)


@click.command(
    cls=Opdracht,
    help="Toon de punten per onderwerp, en wat gelijk eindigt.\n\n"
    "Een eerste plaats is drie punten, een tweede twee en een derde een. Eindigen onderwerpen "
    "gelijk, dan kiest de bijeenkomst.",
    voorbeelden=("jaarschijf kickoff uitslag hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def uitslag(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Print the outcome of the vote."""
    from cycle.services.show_stemming import show_stemming

    with omgeving.toolkit_op_gegevens() as toolkit:
        stemming = show_stemming(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json(_stemming_as_json(stemming))
    else:
        _print_stemming(stemming, f"{samenwerking} {jaar}")


@click.command(
    cls=Opdracht,
    help="Leg vast welke onderwerpen de startbijeenkomst koos, met een reden.\n\n"
    "Dit is nodig als de stemming gelijk eindigt. De keuze van de bijeenkomst gaat voor de "
    "punten. Prioriteiten in samenwerking.toml gaan voor allebei.",
    voorbeelden=(
        "jaarschijf kickoff kies hoogeveen 2024 bouwopgave duurzaamheid leefbaarheid \\",
        '    --reden "Bij gelijke punten koos de bijeenkomst voor leefbaarheid."',
    ),
)
@vraag_jaarschijf
@click.argument("keuze", nargs=-1, required=True, help="Een, twee of drie onderwerpen.")
@met_reden
@met_json
@met_invoer(KeuzeInvoer)
def kies(omgeving: Omgeving, invoer: KeuzeInvoer) -> None:
    """Register the choice of the meeting."""
    from cycle.services.record_topkeuze import record_topkeuze

    with omgeving.toolkit_op_gegevens() as toolkit:
        uitkomst = record_topkeuze(
            toolkit, invoer.samenwerking, invoer.jaar, invoer.keuze, invoer.reden
        )
    _tell(omgeving, uitkomst)


def _tell(omgeving: Omgeving, uitkomst: "Uitkomst") -> None:
    """Say what was done."""
    if omgeving.als_json:
        print_json(_as_json(uitkomst))
    else:
        click.echo(uitkomst.melding)


def _as_json(uitkomst: "Uitkomst") -> dict[str, Any]:
    """Return what was done as plain data."""
    return {"melding": uitkomst.melding, "gedaan": uitkomst.gedaan}


def _print_stemming(stemming: "Stemming", cyclus: str) -> None:
    """Print the points, the votes and what was decided."""
    from cycle.domain.notatie import opsomming
    from cycle.domain.stem import name_keuze

    def noem(codes: tuple[str, ...]) -> str:
        return opsomming([name_keuze(stemming.samenwerking, code) for code in codes])

    partij = stemming.samenwerking.partij
    if not stemming.stemmen:
        click.echo("Er zijn nog geen stemmen.")
    else:
        print_tabel(
            [
                Kolom("onderwerp"),
                Kolom("punten", rechts=True),
                Kolom("op de eerste plaats", rechts=True),
            ],
            [(noem((r.keuze,)), str(r.punten), str(r.eerste)) for r in stemming.uitslag.regels],
        )
        click.echo()
        print_tabel(
            [Kolom("partij"), Kolom("stem")],
            [(partij(s.partij).naam, noem(s.keuzes)) for s in stemming.stemmen],
        )
    click.echo()
    if stemming.stemmen and stemming.zonder_stem:
        mist = opsomming([partij(code).naam for code in stemming.zonder_stem])
        click.echo(f"Nog geen stem van: {mist}.")
    for groep in stemming.uitslag.gelijk:
        click.echo(f"Gelijk: {noem(groep)}. De bijeenkomst kiest:")
        click.echo(f'  jaarschijf kickoff kies {cyclus} KEUZE… --reden "…"')
    if stemming.topkeuze:
        keuze = stemming.topkeuze
        click.echo(f"De bijeenkomst koos: {noem(keuze.keuzes)}. Reden: {keuze.reden}")
    if stemming.prioriteiten:
        click.echo(
            f"In samenwerking.toml staat: {noem(stemming.prioriteiten)}. Die top 3 gaat voor."
        )


def _stemming_as_json(stemming: "Stemming") -> dict[str, Any]:
    """Return the vote as plain data."""
    keuze = stemming.topkeuze
    return {
        "stemmen": [
            {"partij": s.partij, "keuzes": list(s.keuzes), "op": s.op.isoformat()}
            for s in stemming.stemmen
        ],
        "uitslag": [
            {"keuze": r.keuze, "punten": r.punten, "eerste": r.eerste}
            for r in stemming.uitslag.regels
        ],
        "top": list(stemming.uitslag.top),
        "gelijk": [list(groep) for groep in stemming.uitslag.gelijk],
        "zonder_stem": list(stemming.zonder_stem),
        "topkeuze": {"keuzes": list(keuze.keuzes), "op": keuze.op.isoformat(), "reden": keuze.reden}
        if keuze
        else None,
        "prioriteiten": list(stemming.prioriteiten),
    }

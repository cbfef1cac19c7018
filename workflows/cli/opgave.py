"""``jaarschijf opgave``: what remains per afspraak and partij, and what is still open."""

from typing import TYPE_CHECKING

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.opgaveuitvoer import opgave_as_json
from workflows.cli.uitvoer import Kolom, print_bevindingen, print_json, print_tabel

if TYPE_CHECKING:
    from cycle.domain.afspraakweergave import Namen
    from cycle.domain.jaarschijf import JaarschijfRegel
    from cycle.services.show_opgave import Opgavestand

_ZONDER_BOD = "K501"
_KOLOMMEN = (
    "doel",
    "bereikt",
    "rest",
    "nodig",
    "bod",
    "verschil",
    "rest na bod",
    "per jaar daarna",
)


@click.command(
    cls=Opdracht,
    help="Zie per afspraak en partij hoe ver het doel is.\n\n"
    "U ziet het doel, wat er al is bereikt, wat er dit jaar nodig is en wat er is geboden. "
    "'Rest na bod' is wat er na dit jaar nog over is, 'per jaar daarna' wat elk volgend jaar dan "
    "moet brengen. Daaronder staat wat nog open is. Dit kan ook voordat er biedingen zijn. Met "
    "--json staat bij elk getal waar het vandaan komt.",
    voorbeelden=("jaarschijf opgave hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def opgave(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Print the state of every figure."""
    from cycle.services.show_opgave import show_opgave

    with omgeving.toolkit_op_gegevens() as toolkit:
        stand = show_opgave(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json(opgave_as_json(stand))
        return
    _print_stand(stand)
    _print_wederkerigheid(stand)
    _print_zonder_bod(stand)
    print_bevindingen([b for b in stand.bevindingen if b.code != _ZONDER_BOD])


def _print_stand(stand: "Opgavestand") -> None:
    """Print a table per afspraak, with its conditions."""
    from cycle.domain.afspraakweergave import Namen

    namen = Namen(stand.samenwerking)
    for afspraak in stand.samenwerking.afspraken:
        regels = [r for r in stand.jaarschijf.regels if r.nummer == afspraak.nummer]
        voorwaarden = stand.voorwaarden.get(afspraak.nummer, ())
        if not regels and not voorwaarden:
            continue
        click.secho(f"Afspraak {afspraak.nummer}. {afspraak.titel}\n", bold=True)
        if regels:
            _print_regels(regels, stand.jaarschijf.jaar, namen)
            click.echo()
        for voorwaarde in voorwaarden:
            click.echo(f"Voorwaarde: {voorwaarde}\n")


def _print_regels(regels: list["JaarschijfRegel"], jaar: int, namen: "Namen") -> None:
    """Print the figure lines of one afspraak."""
    print_tabel(
        [
            Kolom("indicator"),
            Kolom("partij"),
            *(Kolom(kop, vast=True, rechts=True) for kop in _KOLOMMEN),
            Kolom("stand"),
        ],
        [_rij(regel, jaar, namen) for regel in regels],
    )
    for bereik in dict.fromkeys(r.bod_tekst for r in regels if " tot " in r.bod_tekst):
        click.echo(f"Bij het bod '{bereik}' rekenen wij met het laagste getal.")


def _rij(regel: "JaarschijfRegel", jaar: int, namen: "Namen") -> tuple[str, ...]:
    """Return one line in Dutch notation; without a doel there is nothing to compare."""
    from cycle.domain.afspraakweergave import realisatie_kort
    from cycle.domain.notatie import getal

    indicator = namen.indicator(regel.indicator)
    naam = f"{indicator.naam} ({indicator.eenheid})" if indicator.eenheid else indicator.naam
    bedragen = (
        regel.doel,
        regel.realisatie,
        regel.rest,
        regel.nodig,
        regel.bod,
        regel.verschil,
        regel.na_bod_rest,
        regel.tempo,
    )
    cellen = ["" if bedrag is None else getal(bedrag) for bedrag in bedragen]
    if regel.doel is not None:
        cellen[1] = realisatie_kort(regel, jaar)
    cellen[4] = regel.bod_tekst or cellen[4]
    return (naam, namen.partij(regel.partij), *cellen, regel.oordeel.value)


def _print_wederkerigheid(stand: "Opgavestand") -> None:
    """Print what partijen need from each other, and the approvals they still need."""
    from cycle.domain.afspraakweergave import Namen
    from cycle.domain.verzoekweergave import nummer_verzoek, soort_verzoek

    tabel, namen = stand.jaarschijf.wederkerigheid, Namen(stand.samenwerking)
    bekend = {partij.code: partij.naam for partij in stand.samenwerking.partijen}
    if not tabel.regels:
        return
    click.secho("Wat partijen van elkaar nodig hebben\n", bold=True)
    print_tabel(
        [Kolom(kop) for kop in ("vrager", "gevraagde", "afspraak", "wat", "voor", "", "antwoord")],
        [
            (
                bekend.get(regel.vrager, regel.vrager),
                bekend.get(regel.gevraagde, f"eigen orgaan: {regel.gevraagde}"),
                nummer_verzoek(regel, namen),
                regel.inzet,
                regel.voor,
                soort_verzoek(regel),
                "" if regel.is_voorbehoud else f"{regel.bereidheid} {regel.antwoord}".strip(),
            )
            for regel in tabel.regels
        ],
    )
    click.echo()


def _print_zonder_bod(stand: "Opgavestand") -> None:
    """Print one line per partij for all afspraken without a bod (K501)."""
    open_: dict[str, dict[int, None]] = {}
    for vraag in stand.jaarschijf.zonder_bod:
        open_.setdefault(vraag.partij, {})[vraag.nummer] = None
    if not open_:
        return
    click.secho(f"Nog zonder bod ({_ZONDER_BOD})\n", bold=True)
    print_tabel(
        [Kolom("partij", vast=True), Kolom("bieding", vast=True), Kolom("afspraken")],
        [
            (
                stand.samenwerking.partij(partij).naam,
                "ingediend" if partij in stand.ingediend else "nog niet",
                ", ".join(map(str, nummers)),
            )
            for partij, nummers in open_.items()
        ],
    )
    click.echo()

"""``jaarschijf audit``: checks the trail of what happened, shows it, and erases names in it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_invoer, met_json, met_reden, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.uitvoer import Kolom, aantal, print_json, print_tabel

if TYPE_CHECKING:
    from cycle.domain.auditcontrole import Auditrapport
    from cycle.services.erase_audit import Wisverslag

audit = Groep(
    "audit",
    opdrachten=(
        Verwijzing("controleer", f"{__name__}:controleer", "Controleer of alles nog klopt."),
        Verwijzing("toon", f"{__name__}:toon", "Toon wat er is gebeurd, en door wie."),
        Verwijzing("wis", f"{__name__}:wis", "Wis een naam uit het auditspoor."),
    ),
    help="Het auditspoor: alles wat er met een jaarschijf is gebeurd.\n\n"
    "Elke gebeurtenis draagt een controlegetal over de vorige. Wie er later een verandert, "
    "weghaalt of ertussen zet, valt door de mand.",
    voorbeelden=(
        "jaarschijf audit controleer hoogeveen 2024",
        "jaarschijf audit controleer hoogeveen 2024 --anker manifest.json",
        "jaarschijf audit toon hoogeveen 2024",
    ),
)


@click.command(
    cls=Opdracht,
    help="Controleer of het auditspoor heel is en of de gegevens erbij passen.\n\n"
    "Met een anker ziet u ook of het eind is afgekapt. Een anker staat in het manifest van de "
    "vastgestelde jaarschijf. Gebruik een exemplaar dat u zelf bewaarde. De uitkomst "
    "is 0 als alles klopt en 1 als er iets niet klopt.",
    voorbeelden=(
        "jaarschijf audit controleer hoogeveen 2024",
        "jaarschijf audit controleer hoogeveen 2024 --anker manifest.json --json",
    ),
)
@vraag_jaarschijf
@click.option(
    "--anker",
    "ankers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    metavar="BESTAND",
    help="Een manifest, of een ander bestand waarin een anker staat.",
)
@met_json
@click.pass_context
def controleer(ctx: click.Context, samenwerking: str, jaar: int, ankers: tuple[Path, ...]) -> None:
    """Read the whole chain, and leave with 1 when something does not hold."""
    from cycle.domain.auditanker import read_ankers
    from cycle.services.check_audit import check_audit

    hoofden = [
        hoofd
        for pad in ankers
        for hoofd in read_ankers(pad.read_bytes(), samenwerking, jaar, str(pad))
    ]
    with ctx.obj.toolkit_op_gegevens() as toolkit:
        rapport = check_audit(toolkit, samenwerking, jaar, hoofden)
    if ctx.obj.als_json:
        print_json(_as_json(rapport, len(hoofden)))
    else:
        _print_rapport(rapport, len(hoofden))
    if not rapport.is_heel:
        ctx.exit(GEWEIGERD)


def _as_json(rapport: "Auditrapport", ankers: int) -> dict[str, object]:
    """Return the verdict as plain data."""
    breuk = rapport.keten.breuk
    return {
        "heel": rapport.is_heel,
        "gebeurtenissen": rapport.keten.aantal,
        "hoofd": str(rapport.keten.hoofd or ""),
        "breuk": {"nummer": breuk.volgnummer, "melding": breuk.melding} if breuk else None,
        "afwijkingen": list(rapport.afwijkingen),
        "gewist": len(rapport.keten.gewist),
        "ankers": ankers,
    }


def _print_rapport(rapport: "Auditrapport", ankers: int) -> None:
    """Print the verdict: the first break, else what differs, else that all is well."""
    keten = rapport.keten
    if keten.breuk:
        click.echo(f"Het auditspoor is niet heel. {keten.breuk.melding}")
        click.echo(
            "Tot die plek klopt het. Vergelijk met een reservekopie en vraag de beheerder "
            "wie er bij de database kon."
        )
        return
    for afwijking in rapport.afwijkingen:
        click.echo(afwijking)
    if rapport.afwijkingen:
        click.echo("Het auditspoor zelf is heel. De gegevens passen er niet bij.")
    else:
        click.echo(
            f"Het auditspoor is heel: {aantal(keten.aantal, 'gebeurtenis', 'gebeurtenissen')}."
        )
    if keten.gewist:
        click.echo(f"Gewist op verzoek: {aantal(len(keten.gewist), 'tekst', 'teksten')}.")
    if not ankers:
        click.echo("Zonder --anker is niet te zien of het eind is afgekapt.")
    click.echo(f"Anker van nu: {keten.hoofd}")


@click.command(
    cls=Opdracht,
    help="Toon alles wat er met een jaarschijf is gebeurd, de oudste gebeurtenis eerst.\n\n"
    "Of het spoor heel is, zegt 'jaarschijf audit controleer'.",
    voorbeelden=("jaarschijf audit toon hoogeveen 2024",),
)
@vraag_jaarschijf
@met_json
@click.pass_obj
def toon(omgeving: Omgeving, samenwerking: str, jaar: int) -> None:
    """Print every event, with the texts that were not erased."""
    from cycle.domain.keten import show_tijd
    from cycle.services.list_audit import list_audit

    with omgeving.toolkit_op_gegevens() as toolkit:
        alle = list_audit(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json(
            {
                "gebeurtenissen": [
                    regel._asdict() | {"door": g.door, "velden": dict(g.velden)}
                    for g in alle
                    for regel in (g.regel,)
                ]
            }
        )
        return
    kolommen = [Kolom("nr", vast=True, rechts=True), Kolom("wanneer", vast=True), Kolom("door")]
    print_tabel(
        [*kolommen, Kolom("wat", vast=True), Kolom("inhoud")],
        [
            (
                str(g.regel.volgnummer),
                show_tijd(g.regel.tijd),
                g.door,
                g.regel.soort,
                "; ".join(f"{veld}: {waarde}" for veld, waarde in g.velden.items() if waarde != ""),
            )
            for g in alle
        ],
    )


@dataclass(frozen=True, slots=True)
class WisInvoer:
    """What the beheerder typed."""

    samenwerking: str
    jaar: int
    tekst: str
    reden: str
    proef: bool


@click.command(
    cls=Opdracht,
    help="Wis teksten met een naam uit het auditspoor.\n\n"
    "Alle teksten waarin TEKST staat gaan weg: redenen, mailadressen, namen van schrijvers. Ook de "
    "naam bij een mandaat gaat weg. Het spoor blijft heel: er blijft staan dát er iets stond en "
    "dat het is gewist. "
    "Wat is gewist, komt niet terug. Kijk dus eerst met --proef.",
    voorbeelden=(
        'jaarschijf audit wis hoogeveen 2024 "J. de Vries" --proef',
        'jaarschijf audit wis hoogeveen 2024 "J. de Vries" --reden "Verzoek van 3 mei"',
    ),
)
@vraag_jaarschijf
@click.argument("tekst", help="De naam, of een deel daarvan.")
@met_reden
@click.option("--proef", is_flag=True, help="Toon wat er weg zou gaan, en wis niets.")
@met_json
@met_invoer(WisInvoer)
def wis(omgeving: Omgeving, invoer: WisInvoer) -> None:
    """Erase the texts, and say where the same words still stand."""
    from cycle.services.erase_audit import erase_audit

    with omgeving.toolkit_op_gegevens() as toolkit:
        verslag = erase_audit(
            toolkit,
            invoer.samenwerking,
            invoer.jaar,
            invoer.tekst,
            reden=invoer.reden,
            proef=invoer.proef,
        )
    if omgeving.als_json:
        print_json(
            {
                "proef": invoer.proef,
                "teksten": [{"veld": g.veld, "kenmerk": g.kenmerk} for g in verslag.teksten],
                "mandaten": verslag.mandaten,
                "elders": list(verslag.elders),
            }
        )
    else:
        _print_verslag(verslag, proef=invoer.proef)


def _print_verslag(verslag: "Wisverslag", *, proef: bool) -> None:
    """Print what went, and what stays."""
    teksten = aantal(len(verslag.teksten), "tekst", "teksten")
    click.echo(f"{'Zou worden gewist' if proef else 'Gewist'}: {teksten}.")
    if proef:
        print_tabel(
            [Kolom("veld", vast=True), Kolom("tekst")],
            [(gegeven.veld, gegeven.tekst) for gegeven in verslag.teksten],
        )
    if verslag.mandaten:
        mandaten = aantal(verslag.mandaten, "mandaat", "mandaten")
        click.echo(f"Ook de naam van de houder van {mandaten}.")
    if verslag.elders:
        click.echo(f"Deze woorden staan ook nog in: {', '.join(verslag.elders)}.")
        click.echo("En misschien in bewaarde bestanden en reservekopieën. Die blijven.")

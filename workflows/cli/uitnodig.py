"""``jaarschijf uitnodig``: every partij gets the meetings of the year in its calendar."""

from typing import TYPE_CHECKING, Any

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, print_json

if TYPE_CHECKING:
    from cycle.domain.uitnodiging import Uitnodiging


@click.command(
    cls=Opdracht,
    help="Nodig alle partijen uit voor de bijeenkomsten van een jaarschijf.\n\n"
    "Elke partij krijgt per bijeenkomst één mail, met een uitnodiging voor de agenda. Is een "
    "bijeenkomst gewijzigd of weggehaald? Dan krijgen de partijen daar bericht van. Wat zij al "
    "weten, krijgen zij niet nog eens.",
    voorbeelden=(
        "jaarschijf uitnodig hoogeveen 2024 --proef",
        "jaarschijf uitnodig hoogeveen 2024 kickoff",
    ),
)
@vraag_jaarschijf
@click.argument(
    "bijeenkomst",
    nargs=-1,
    help="Alleen deze bijeenkomsten, zoals kickoff of ambtelijk. Zonder dit: alle.",
)
@click.option("--proef", is_flag=True, help="Toon alleen wat er uit zou gaan.")
@met_json
@click.pass_obj
def uitnodig(
    omgeving: Omgeving, samenwerking: str, jaar: int, bijeenkomst: tuple[str, ...], proef: bool
) -> None:
    """Plan the invitations and send them, or only show them."""
    from cycle.services.invite_bijeenkomsten import invite_bijeenkomsten
    from cycle.services.publish_overzichten import publish_overzichten
    from cycle.services.send_tussendoor import send_tussendoor

    with omgeving.toolkit_op_gegevens() as toolkit:
        plannen = invite_bijeenkomsten(
            toolkit, samenwerking, jaar, soorten=bijeenkomst, proef=proef
        )
        inhoud = toolkit.bibliotheek.load(samenwerking)
        partijen, heeft_bijeenkomsten = len(inhoud.partijen), bool(inhoud.jaar(jaar).bijeenkomsten)
        if not proef:
            send_tussendoor(toolkit, samenwerking, jaar)
            publish_overzichten(toolkit, samenwerking, jaar)
    if omgeving.als_json:
        print_json({"proef": proef, "berichten": [_as_json(plan) for plan in plannen]})
        return
    if not plannen:
        click.echo(_describe_niets(jaar, heeft_bijeenkomsten=heeft_bijeenkomsten))
    for plan in plannen:
        click.echo(_describe(plan))
    if plannen:
        wie = aantal(partijen, "partij", "partijen")
        gaat = "Dit zou uitgaan naar" if proef else "Dit is klaargezet voor"
        click.echo(f"{gaat} {wie}, in een mail per bijeenkomst.")


def _describe_niets(jaar: int, *, heeft_bijeenkomsten: bool) -> str:
    """Return why nobody is invited."""
    if heeft_bijeenkomsten:
        return "De partijen kennen elke bijeenkomst die nog komt. Er gaat niets uit."
    return (
        f"Bij het jaar {jaar} staat nog geen bijeenkomst. Er gaat niets uit.\n"
        "Zet ze in samenwerking.toml, elk in een blok [[jaar.bijeenkomst]]."
    )


def _describe(plan: "Uitnodiging") -> str:
    """Return one message in a line."""
    from cycle.domain.notatie import datum_met_dag
    from cycle.domain.uitnodiging import Uitnodigingsoort

    bijeenkomst = plan.bijeenkomst
    wanneer = datum_met_dag(bijeenkomst.datum)
    if bijeenkomst.tijd:
        wanneer += f", {bijeenkomst.tijd.tekst}"
    if plan.soort is Uitnodigingsoort.AFZEGGING:
        return f"Afzegging: {bijeenkomst.naam} op {wanneer}"
    wat = "Gewijzigd" if plan.is_wijziging else "Uitnodiging"
    return f"{wat}: {bijeenkomst.naam} op {wanneer}"


def _as_json(plan: "Uitnodiging") -> dict[str, Any]:
    """Return one message as plain data."""
    bijeenkomst = plan.bijeenkomst
    return {
        "bijeenkomst": plan.sleutel,
        "soort": plan.soort.value,
        "volgnummer": plan.volgnummer,
        "naam": bijeenkomst.naam,
        "datum": bijeenkomst.datum.isoformat(),
        "tijd": str(bijeenkomst.tijd or ""),
        "plaats": bijeenkomst.plaats,
    }

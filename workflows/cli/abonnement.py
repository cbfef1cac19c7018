"""``jaarschijf abonnement``: the calendar that each partij can follow."""

import click

from workflows.cli.invoer import met_json, vraag_jaarschijf
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import Kolom, print_json, print_tabel


@click.command(
    cls=Opdracht,
    help="Toon het agendabestand dat elke partij kan volgen.\n\n"
    "Daarin staan alleen de mijlpalen: dagen en tijden, zonder agenda, plaats, namen of stukken. "
    "De naam van het bestand is niet te raden. Kent iemand de naam die haar niet hoort te kennen? "
    "Geef de partij dan een nieuw bestand met --vernieuw. Het oude verdwijnt.",
    voorbeelden=(
        "jaarschijf abonnement hoogeveen 2024",
        "jaarschijf abonnement hoogeveen 2024 --vernieuw domesta",
    ),
)
@vraag_jaarschijf
@click.option(
    "--vernieuw", default="", metavar="PARTIJ", help="Geef deze partij een nieuw bestand."
)
@met_json
@click.pass_obj
def abonnement(omgeving: Omgeving, samenwerking: str, jaar: int, vernieuw: str) -> None:
    """Write the calendars, after renewing one when asked, and tell where they are."""
    from cycle.services.cyclus import require_cyclus
    from cycle.services.publish_overzichten import publish_agendas
    from cycle.services.renew_agenda import renew_agenda

    with omgeving.toolkit_op_gegevens() as toolkit:
        inhoud = toolkit.bibliotheek.load(samenwerking)
        with toolkit.store.transaction() as tx:
            require_cyclus(tx, samenwerking, jaar)
        melding = ""
        if vernieuw:
            melding = renew_agenda(toolkit, samenwerking, jaar, vernieuw).melding
        paden = publish_agendas(toolkit, inhoud, jaar)
    if omgeving.als_json:
        print_json({"melding": melding, "bestanden": paden})
        return
    if melding:
        click.echo(f"{melding}\n")
    print_tabel(
        [Kolom("partij"), Kolom("bestand", vast=True)],
        [(inhoud.partij(code).naam, pad) for code, pad in paden.items()],
    )

"""``jaarschijf dossier stempel``: the yearly time stamp, over all that came before."""

from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD, as_json, print_fout
from workflows.cli.invoer import met_json, vraag_jaarschijf_of_alle
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import print_json

if TYPE_CHECKING:
    from workflows.stempelronde import Stempelronde


@click.command(
    cls=Opdracht,
    help="Geef archiefdossiers een nieuw tijdstempel, over alles wat er al was.\n\n"
    "Een tijdstempel is na te gaan zolang zijn certificaat dat is. Daarom komt er elk jaar in "
    "april een bij. Zonder SAMENWERKING en JAAR krijgen alle dossiers er een die daaraan toe "
    "zijn, ook van jaren die zijn afgerond.",
    voorbeelden=(
        "jaarschijf dossier stempel",
        "jaarschijf dossier stempel hoogeveen 2024",
    ),
)
@vraag_jaarschijf_of_alle
@met_json
@click.pass_obj
def stempel(omgeving: Omgeving, samenwerking: str | None, jaar: int | None) -> None:
    """Stamp one dossier, or all that are due."""
    from cycle.services.stamp_dossier import stamp_dossier
    from workflows.stempelronde import Stempelronde, run_stempelronde

    if samenwerking and jaar is None:
        raise click.UsageError("Noem ook het jaar, of laat de samenwerking weg.")
    with omgeving.toolkit_op_gegevens() as toolkit:
        if samenwerking and jaar:
            uitkomst = stamp_dossier(toolkit, samenwerking, jaar)
            ronde = Stempelronde({f"{samenwerking} {jaar}": uitkomst})
        else:
            ronde = run_stempelronde(toolkit)
    _tell(omgeving, ronde)
    if ronde.fouten:
        raise click.exceptions.Exit(GEWEIGERD)


def _tell(omgeving: Omgeving, ronde: "Stempelronde") -> None:
    """Print what was stamped and what was not."""
    if omgeving.als_json:
        uit: dict[str, Any] = {
            "dossiers": {
                naam: {"melding": u.melding, "gedaan": u.gedaan} for naam, u in ronde.gedaan.items()
            },
            "fouten": {naam: as_json(fout) for naam, fout in ronde.fouten.items()},
        }
        print_json(uit)
        return
    if not ronde.gedaan and not ronde.fouten:
        click.echo("Geen enkel dossier is toe aan een nieuw tijdstempel.")
    for uitkomst in ronde.gedaan.values():
        click.echo(uitkomst.melding)
    for naam, fout in ronde.fouten.items():
        click.echo(f"{naam} is niet gelukt:", err=True)
        print_fout(fout)

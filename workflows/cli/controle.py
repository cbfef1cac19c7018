"""``jaarschijf controle``: every finding about the content of a samenwerking."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import met_json, vraag_samenwerking
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.uitvoer import aantal, bevinding_as_json, print_bevindingen, print_json

if TYPE_CHECKING:
    from cycle.domain.bevinding import Bevinding
    from cycle.domain.samenwerking import Samenwerking
    from cycle.library import MapBibliotheek


@click.command(
    cls=Opdracht,
    help="Controleer de inhoud van een samenwerking.\n\n"
    "U ziet per bevinding het bestand, de regel en wat u kunt doen. Een fout moet u verbeteren. "
    "Een waarschuwing houdt niets tegen. Zijn er bevindingen, dan is de afsluitcode 1.",
    voorbeelden=("jaarschijf controle hoogeveen",),
)
@vraag_samenwerking
@met_json
@click.pass_obj
def controle(omgeving: Omgeving, samenwerking: str) -> None:
    """Print all findings; exit with 1 when there is any."""
    from cycle.library import MapBibliotheek

    settings = omgeving.settings()
    bibliotheek = MapBibliotheek(settings.content, settings.templates / "samenwerking")
    bevindingen = list(dict.fromkeys(find_bevindingen(bibliotheek, samenwerking)))
    if omgeving.als_json:
        print_json({"bevindingen": [bevinding_as_json(b) for b in bevindingen]})
    else:
        print_bevindingen(bevindingen)
        click.echo(_samenvatting(bevindingen))
    if bevindingen:
        raise click.exceptions.Exit(GEWEIGERD)


def find_bevindingen(bibliotheek: "MapBibliotheek", samenwerking: str) -> Iterator["Bevinding"]:
    """Yield what is wrong or remarkable: in the files, the shared files and the figures.

    Raises:
        NietGevonden: there is no such samenwerking.
    """
    from cycle.analysis.inhoudcontrole import check_samenwerking
    from cycle.domain.errors import InhoudOnbruikbaar

    try:
        inhoud = bibliotheek.load(samenwerking)
        yield from bibliotheek.waarschuwingen(samenwerking)
        yield from check_samenwerking(inhoud)
        yield from _voorbeelden(bibliotheek, inhoud)
    except InhoudOnbruikbaar as fout:
        yield from fout.bevindingen
    for gedeeld in (bibliotheek.termijnregels, bibliotheek.is_werkdag, bibliotheek.regios):
        try:
            gedeeld()
        except InhoudOnbruikbaar as fout:
            yield from fout.bevindingen


def _voorbeelden(bibliotheek: "MapBibliotheek", inhoud: "Samenwerking") -> Iterator["Bevinding"]:
    """Yield the faults in the example answers, for the years that have them."""
    from cycle.domain.errors import InhoudOnbruikbaar, NietGevonden

    for jaar in inhoud.jaren:
        try:
            bibliotheek.voorbeeld(inhoud, jaar)
        except NietGevonden:
            continue
        except InhoudOnbruikbaar as fout:
            yield from fout.bevindingen


def _samenvatting(bevindingen: list["Bevinding"]) -> str:
    """Return how many findings of each kind there are."""
    if not bevindingen:
        return "Geen bevindingen. De inhoud is in orde."
    telling = Counter(b.ernst.value for b in bevindingen)
    fouten = telling["fout"] + telling["blokkade"]
    delen = [
        aantal(fouten, "fout", "fouten"),
        aantal(telling["waarschuwing"], "waarschuwing", "waarschuwingen"),
        f"{telling['info']} ter informatie",
    ]
    advies = "Verbeter eerst de fouten." if fouten else "Deze bevindingen houden niets tegen."
    return f"{', '.join(d for d in delen if not d.startswith('0 '))}. {advies}"

"""``jaarschijf sjabloon``: look a Word template over, and try it with odd data."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from workflows.cli.fouten import GEWEIGERD
from workflows.cli.invoer import Bestanden, met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Groep, Opdracht, Verwijzing
from workflows.cli.uitvoer import aantal, bevinding_as_json, print_bevindingen, print_json

if TYPE_CHECKING:
    from cycle.documents.sjabloon import Sjablooncontrole

sjabloon = Groep(
    "sjabloon",
    opdrachten=(
        Verwijzing("controleer", f"{__name__}:controleer", "Zoek fouten in een Word-sjabloon."),
        Verwijzing("proef", "workflows.cli.proef:proef", "Vul een sjabloon met proefgegevens."),
    ),
    help="Controleer en probeer Word-sjablonen voordat u ze gebruikt.",
    voorbeelden=(
        "jaarschijf sjabloon controleer mijn-jaarschijf.docx",
        "jaarschijf sjabloon proef mijn-jaarschijf.docx --uit proef",
    ),
)

_VOOR: Final = ("jaarschijf", "brief", "ontvangst", "toets")
Functie = TypeVar("Functie", bound=Callable[..., None])


def met_voor(functie: Functie) -> Functie:
    """Offer ``--voor``: which documents a template is for."""
    return click.option(
        "--voor",
        type=click.Choice(_VOOR),
        default=None,
        help="Waar het sjabloon voor is. Zonder deze keuze telt de naam van het bestand, "
        "en anders wat het beste past.",
    )(functie)


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """What was found in one file; `kopie` is the copy with comments, None without one."""

    pad: Path
    controle: "Sjablooncontrole"
    kopie: Path | None = None


@click.command(
    cls=Opdracht,
    help="Zoek fouten in een Word-sjabloon, zonder het te vullen.\n\n"
    "U ziet per fout de alinea of de tabelcel en wat u kunt doen. Ook wat ongemerkt zou "
    "wegvallen, wordt gemeld. Met --kopie krijgt u een kopie met een opmerking van Word bij elke "
    "fout. Uw eigen bestand verandert niet. Zijn er bevindingen, dan is de afsluitcode 1.",
    voorbeelden=(
        "jaarschijf sjabloon controleer mijn-jaarschijf.docx",
        "jaarschijf sjabloon controleer mijn-brief.docx --voor brief --kopie nagekeken",
    ),
)
@click.argument(
    "bestand",
    nargs=-1,
    required=True,
    type=Bestanden("docx"),
    help="Een of meer Word-sjablonen.",
)
@met_voor
@click.option(
    "--kopie",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="MAP",
    help="De map voor een kopie met opmerkingen bij de fouten.",
)
@met_json
@click.pass_obj
def controleer(
    omgeving: Omgeving, bestand: tuple[Path, ...], voor: str | None, kopie: Path | None
) -> None:
    """Print the findings per file; exit with 1 when there is any."""
    from cycle.documents.sjabloon import check_sjabloon

    gedaan: list[Nagekeken] = []
    for pad in bestand:
        inhoud = pad.read_bytes()
        uitkomst = check_sjabloon(inhoud, pad.name, voor or "")
        bezet = {p.resolve() for p in (*bestand, *(g.kopie for g in gedaan)) if p}
        geschreven = _write_kopie(kopie, pad, inhoud, uitkomst, bezet)
        gedaan.append(Nagekeken(pad, uitkomst, geschreven))
    if omgeving.als_json:
        print_json({"bestanden": [_as_json(nagekeken) for nagekeken in gedaan]})
    else:
        for nagekeken in gedaan:
            _print(nagekeken)
    if any(nagekeken.controle.bevindingen for nagekeken in gedaan):
        raise click.exceptions.Exit(GEWEIGERD)


def _write_kopie(
    map_: Path | None,
    pad: Path,
    inhoud: bytes,
    uitkomst: "Sjablooncontrole",
    bezet: set[Path],
) -> Path | None:
    """Write the copy with comments and return its path; a name that is taken gets a number."""
    from cycle.documents.sjabloon import write_opmerkingen
    from cycle.schijf import write_whole

    if map_ is None or not uitkomst.vondsten:
        return None
    doel = map_ / f"{pad.stem}-met-opmerkingen.docx"
    nummer = 1
    while doel.resolve() in bezet:
        nummer += 1
        doel = map_ / f"{pad.stem}-{nummer}-met-opmerkingen.docx"
    return write_whole(doel, write_opmerkingen(inhoud, pad.name, uitkomst.vondsten))


def _as_json(nagekeken: Nagekeken) -> dict[str, Any]:
    """Return what was found in one file as plain data."""
    return {
        "bestand": str(nagekeken.pad),
        "voor": nagekeken.controle.voor,
        "bevindingen": [bevinding_as_json(b) for b in nagekeken.controle.bevindingen],
        "kopie": str(nagekeken.kopie or ""),
    }


def _print(nagekeken: Nagekeken) -> None:
    """Print what was found in one file."""
    controle = nagekeken.controle
    als = f" (nagekeken als {controle.voor})" if controle.voor else ""
    click.secho(f"{nagekeken.pad}{als}: {_samenvatting(controle)}\n", bold=True)
    print_bevindingen(controle.bevindingen)
    if nagekeken.kopie:
        click.echo(f"De kopie met opmerkingen: {nagekeken.kopie}\n")


def _samenvatting(controle: "Sjablooncontrole") -> str:
    """Return how many findings of each kind there are."""
    telling = Counter(b.ernst.value for b in controle.bevindingen)
    if not telling:
        return "in orde"
    if telling["blokkade"]:
        return "niet te lezen"
    delen = [
        aantal(telling["fout"], "fout", "fouten"),
        aantal(telling["waarschuwing"], "waarschuwing", "waarschuwingen"),
    ]
    return ", ".join(deel for deel in delen if not deel.startswith("0 "))

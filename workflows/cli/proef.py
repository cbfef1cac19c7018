"""``jaarschijf sjabloon proef``: fill templates with the smallest, largest and oddest data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflows.cli.fouten import GEWEIGERD, as_json, print_fout
from workflows.cli.invoer import Bestanden, met_invoer, met_json
from workflows.cli.omgeving import Omgeving
from workflows.cli.opdracht import Opdracht
from workflows.cli.sjabloon import met_voor
from workflows.cli.uitvoer import print_json
from workflows.cli.voortgang import show_voortgang

if TYPE_CHECKING:
    from cycle.documents.pdf import PdfDocumenten
    from cycle.documents.sjabloon import Maat
    from cycle.domain.errors import JaarschijfError


@dataclass(frozen=True, slots=True)
class Keuze:
    """What was typed."""

    bestand: tuple[Path, ...]
    voor: str | None
    uit: Path
    zonder_pdf: bool


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A template to try; `is_eigen` when it lies in the folder of the installation."""

    pad: Path
    inhoud: bytes
    voor: str
    naam: str
    is_eigen: bool


@dataclass(frozen=True, slots=True)
class Proefdruk:
    """What came of one template with one set of data."""

    sjabloon: Sjabloon
    maat: "Maat"
    docx: Path | None = None
    pdf: Path | None = None
    fout: "JaarschijfError | None" = None


@click.command(
    cls=Opdracht,
    help="Vul sjablonen met proefgegevens en kijk hoe het eruitziet.\n\n"
    "Elk sjabloon wordt drie keer gevuld: met zo weinig mogelijk, met heel veel, en met vreemde "
    "tekens en lange woorden. U krijgt van elke keer een Word-document en een PDF. Zonder BESTAND "
    "zijn de sjablonen van uw installatie aan de beurt. Lukt er een niet, dan is de afsluitcode 1.",
    voorbeelden=(
        "jaarschijf sjabloon proef",
        "jaarschijf sjabloon proef mijn-jaarschijf.docx --uit proef",
    ),
)
@click.argument(
    "bestand",
    nargs=-1,
    type=Bestanden("docx"),
    help="Een of meer Word-sjablonen.",
)
@met_voor
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("proef"),
    show_default=True,
    metavar="MAP",
    help="De map voor de documenten.",
)
@click.option("--zonder-pdf", is_flag=True, help="Maak alleen Word-documenten. Dat gaat sneller.")
@met_json
@met_invoer(Keuze)
def proef(omgeving: Omgeving, keuze: Keuze) -> None:
    """Fill every template three times; exit with 1 when one of them fails."""
    from contextlib import closing

    from cycle.documents.pdf import PdfDocumenten
    from cycle.documents.sjabloon import Maat

    settings = omgeving.settings()
    paden = keuze.bestand or tuple(sorted(settings.templates.glob("*.docx")))
    werk = list(product(_sjablonen(paden, keuze), Maat))
    proeven: list[Proefdruk] = []
    with show_voortgang() as meld, closing(PdfDocumenten(settings.pdf)) as pdf:
        drukker = None if keuze.zonder_pdf else pdf
        for sjabloon, maat in werk:
            proeven.append(_try(sjabloon, maat, keuze.uit, drukker))
            meld(f"{sjabloon.pad.name}, {maat}", len(proeven), len(werk))
    if omgeving.als_json:
        print_json({"proeven": [_as_json(druk) for druk in proeven]})
    else:
        _print(proeven, keuze.uit)
    if any(druk.fout for druk in proeven):
        raise click.exceptions.Exit(GEWEIGERD)


def _sjablonen(paden: Sequence[Path], keuze: Keuze) -> Iterator[Sjabloon]:
    """Yield the templates with what they are for; two files of one name get a number."""
    from cycle.documents.sjabloon import check_sjabloon

    bezet: set[str] = set()
    for pad in paden:
        naam, nummer = pad.stem, 1
        while naam in bezet:
            nummer += 1
            naam = f"{pad.stem}-{nummer}"
        bezet.add(naam)
        inhoud = pad.read_bytes()
        voor = keuze.voor or check_sjabloon(inhoud, pad.name).voor
        yield Sjabloon(pad, inhoud, voor, naam, is_eigen=not keuze.bestand)


def _try(sjabloon: Sjabloon, maat: "Maat", uit: Path, pdf: "PdfDocumenten | None") -> Proefdruk:
    """Return what comes of one template with one set of data."""
    from cycle.documents.pdf import Profiel
    from cycle.documents.sjabloon import try_sjabloon
    from cycle.domain.errors import JaarschijfError
    from cycle.schijf import write_whole

    pad = None
    try:
        docx = try_sjabloon(
            sjabloon.inhoud, sjabloon.pad.name, sjabloon.voor, maat, is_eigen=sjabloon.is_eigen
        )
        pad = write_whole(uit / f"{sjabloon.naam}-{maat}.docx", docx)
        if pdf is None:
            return Proefdruk(sjabloon, maat, pad)
        inhoud = pdf.make(docx, Profiel.CONCEPT).inhoud
        return Proefdruk(sjabloon, maat, pad, write_whole(pad.with_suffix(".pdf"), inhoud))
    except JaarschijfError as fout:
        return Proefdruk(sjabloon, maat, pad, fout=fout)


def _as_json(druk: Proefdruk) -> dict[str, Any]:
    """Return the outcome of one try as plain data."""
    antwoord: dict[str, Any] = {
        "bestand": str(druk.sjabloon.pad),
        "voor": druk.sjabloon.voor,
        "voorbeeld": str(druk.maat),
        "uitkomst": "fout" if druk.fout else "ok",
        "docx": str(druk.docx or ""),
        "pdf": str(druk.pdf or ""),
    }
    return antwoord | ({"fout": as_json(druk.fout)} if druk.fout else {})


def _print(proeven: Sequence[Proefdruk], uit: Path) -> None:
    """Print what came of every try."""
    for druk in proeven:
        kop = f"{druk.sjabloon.pad.name}, {druk.maat}"
        click.secho(f"{kop}: {'mislukt' if druk.fout else 'gelukt'}", bold=druk.fout is not None)
        if druk.fout:
            print_fout(druk.fout)
    gelukt = sum(druk.fout is None for druk in proeven)
    waar = (
        f"De documenten staan in {uit}."
        if any(druk.docx for druk in proeven)
        else "Er zijn geen documenten gemaakt.\n"
        "Zoek de fouten met: jaarschijf sjabloon controleer BESTAND"
    )
    click.echo(f"\n{gelukt} van {len(proeven)} proeven gelukt. {waar}")

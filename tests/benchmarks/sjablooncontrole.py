"""Measure how fast templates are checked, against docxtpl, which only lists their top names.

Forty different templates of realistic size are checked one after the other in one process;
docxtpl reads the same forty in the same run.
"""

import io
import random
import sys
import time
from pathlib import Path
from statistics import median
from typing import Final

import docx
import docx.document
from docxtpl import DocxTemplate

from cycle.documents import location
from cycle.documents.sjabloon import blokken, check_sjabloon, stijlgebruik
from cycle.documents.sjabloon.soorten import Aard, Soort, velden_van
from cycle.documents.template import template_room
from cycle.domain.view import JaarschijfView
from tests.benchmarks.rijk import Taal, maak_tabel

_AANTAL: Final = 40
_RONDEN: Final = 5
_TEMPLATES: Final = Path(__file__).parents[2] / "templates"


def maak_variant(zaad: int) -> bytes:
    """Return a jaarschijf template of our own fields; every seed gives another one."""
    kans = random.Random(zaad)  # noqa: S311 - a choice of fields, no secret
    velden = velden_van(JaarschijfView)
    taal = Taal()
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = f"Variant {zaad} van {{{{ gemeente }}}}"
    document.sections[0].footer.paragraphs[0].text = "Versie {{ versie }}, code {{ code }}"
    document.core_properties.title = "Jaarschijf {{ jaar }}"
    document.add_heading("Jaarschijf {{ jaar }}", 0)
    for naam in ("partijen", "besluiten", "ondertekening", "momenten", "kaders"):
        document.add_heading(naam.capitalize(), 1)
        maak_tabel(document, taal, "x", naam, _keuze(kans, velden.velden[naam].per_stuk, 4))
    begin, einde = taal.blok("thema", "themas")
    document.add_paragraph(begin)
    _thema(document, taal, kans, velden.velden["themas"].per_stuk)
    document.add_paragraph(einde)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _keuze(kans: random.Random, groep: Soort, hoeveel: int) -> tuple[str, ...]:
    """Return some of the texts of a group."""
    teksten = [naam for naam, soort in groep.velden.items() if soort.aard is Aard.TEKST]
    return tuple(kans.sample(teksten, min(hoeveel, len(teksten))))


def _thema(document: docx.document.Document, taal: Taal, kans: random.Random, thema: Soort) -> None:
    """Write one thema with its afspraken, and a table for each list in an afspraak."""
    afspraak = thema.velden["afspraken"].per_stuk
    document.add_heading("{{ thema.nummer }}. {{ thema.naam }}", 1)
    begin, einde = taal.blok("afspraak", "thema.afspraken")
    document.add_paragraph(begin)
    document.add_heading("Afspraak {{ afspraak.nummer }}. {{ afspraak.titel }}", 2)
    for veld in _keuze(kans, afspraak, 5):
        document.add_paragraph(f"{{%p if afspraak.{veld} %}}")
        document.add_paragraph(f"{veld.capitalize()}: {{{{ afspraak.{veld} }}}}")
        document.add_paragraph("{%p endif %}")
    for lijst in ("doelen", "acties", "cijfers", "begrippen"):
        item = afspraak.velden[lijst].per_stuk
        maak_tabel(document, taal, "y", f"afspraak.{lijst}", _keuze(kans, item, 5))
    document.add_paragraph(einde)


def _seconds(sjablonen: list[bytes]) -> tuple[float, float]:
    """Return how long the check and docxtpl take for all templates.

    What the check remembered of earlier templates is forgotten first.
    """
    for functie in (blokken._remembered, stijlgebruik._ids, location.heading_styles):
        functie.cache_clear()
    begin = time.perf_counter()
    for nummer, sjabloon in enumerate(sjablonen):
        if bevindingen := check_sjabloon(sjabloon, f"jaarschijf-{nummer}.docx").bevindingen:
            raise AssertionError(bevindingen[0])
    midden = time.perf_counter()
    for sjabloon in sjablonen:
        DocxTemplate(io.BytesIO(sjabloon)).get_undeclared_template_variables(template_room())
    return midden - begin, time.perf_counter() - midden


def measure_all(naam: str, sjablonen: list[bytes]) -> str:
    """Return the line about a set of templates."""
    metingen = [_seconds(sjablonen) for _ in range(_RONDEN)]
    ons = median(eigen for eigen, _ in metingen)
    verhouding = median(ander / eigen for eigen, ander in metingen)
    return (
        f"  {naam}: {len(sjablonen) / ons:.0f} per seconde, {verhouding:.1f} x zo snel als docxtpl"
    )


def main() -> None:
    """Print the speed and the ratio in Dutch."""
    sjablonen = [maak_variant(zaad) for zaad in range(_AANTAL)]
    meegeleverd = [(_TEMPLATES / "jaarschijf.docx").read_bytes()] * 5
    regels = [
        "Sjablonen controleren, tegenover docxtpl dat alleen de namen bovenaan opzoekt:",
        measure_all(f"{_AANTAL} verschillende sjablonen", sjablonen),
        measure_all("het meegeleverde sjabloon (576 alinea's)", meegeleverd),
    ]
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()

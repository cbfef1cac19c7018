"""Measure how fast a Markdown text becomes Word, against pandoc.

All get the same text with every construct. pandoc runs as people run it, one process per
text: the program itself, and a Python script that calls it through pypandoc. Ours is a call
in a process that runs already: a text it never saw, a text in the ten editions that a
samenwerking with nine partijen makes of it, and a whole Word file with a new text. They
take turns, so a busy moment hits all; the median counts. pandoc comes from a package in
an environment under ``build/`` that is made when that is possible.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

from cycle.documents.bijproduct import Bijproduct
from cycle.documents.markdown import to_word
from tests.cycle.documents.markdownbouw import een_document

OMGEVING = Path(__file__).parents[2] / "build" / "pandoc"
PAKKET = "pypandoc-binary==1.17"
RONDEN = 15
PER_RONDE = 10
UITGAVEN = 10
NIEUW = "een nieuwe tekst"
WEER = f"een tekst in {UITGAVEN} uitgaven, per uitgave"
BESTAND = "een Word-bestand met een nieuwe tekst"
PANDOC = "pandoc"
SCRIPT = "een script met pypandoc"
ONZE = (NIEUW, WEER, BESTAND)
KIND = (
    "import pypandoc; pypandoc.convert_file('tekst.md', 'docx', outputfile='script.docx', "
    "extra_args=['--reference-doc', 'sjabloon.docx'])"
)
TEKST = """\
# Wonen in de gemeente {#wonen}

De partijen bouwen **genoeg** woningen voor *iedereen*, ~~later~~ nu. Zie [de afspraken](#huur) en
[de site](https://a.example/wonen) van de samenwerking.[^bron] Het gaat om <DAEB> & “middenhuur”.

[^bron]: De woonvisie, met een [link](https://b.example).

## Wat wij doen {#huur}

1. Elk jaar kijken wij terug.

   Dat doen wij in april en in september.
2. Daarna maken wij plannen:
   1. voor nieuwbouw,
   2. voor verbetering:
      - isolatie;
      - nieuwe installaties.

- De gemeente zorgt voor grond.
- De corporaties bouwen.

| Partij | Wat er gebeurt | Aantal | Jaar |
|:---|---|---:|:---:|
| Domesta | Bouwt aan de rand van het dorp | 60 | 2024 |
| Actium | Verbetert oude huizen | 1.200 | 2025 |
| Woonservice | Sloopt niets | n.b. | 2026 |

> Goed wonen is voor iedereen.

Middenhuur
: Huur die iets hoger is dan de grens.

DAEB
: Sociale huurwoningen.

---

5. Het eerste punt van een nieuwe lijst[^twee].
6. Het tweede punt.

[^twee]: Deze lijst begint bij vijf.
"""


def prepare() -> Path | None:
    """Return the Python that has pandoc, None when it cannot be installed."""
    python = OMGEVING / "bin" / "python"
    klaar = OMGEVING / ".klaar"
    if not klaar.is_file():
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        for stap in ([sys.executable, "-m", "venv", str(OMGEVING)], [*pip, PAKKET]):
            if subprocess.run(stap, check=False, stderr=subprocess.DEVNULL).returncode:
                return None
        klaar.touch()
    return python


def make_opdrachten(python: Path) -> dict[str, list[str]]:
    """Return the commands that make a Word file of ``tekst.md``."""
    vraag = "import pypandoc; print(pypandoc.get_pandoc_path())"
    antwoord = subprocess.run([str(python), "-c", vraag], check=True, capture_output=True)
    pandoc = [antwoord.stdout.decode().strip(), "--from", "markdown", "--output", "tekst.docx"]
    return {
        PANDOC: [*pandoc, "--reference-doc", "sjabloon.docx", "tekst.md"],
        SCRIPT: [str(python), "-c", KIND],
    }


def render_editions(tekst: str) -> None:
    """Set a text once for every edition of a document."""
    for _ in range(UITGAVEN):
        to_word(tekst, Bijproduct(), kop=1)


def list_cases(map_: Path, python: Path | None) -> dict[str, Callable[[], object]]:
    """Return what is measured by name; `map_` holds the text and the template."""
    nummers = count()
    een_document(map_, [TEKST])
    (map_ / "tekst.md").write_text(TEKST, encoding="utf-8")
    gevallen: dict[str, Callable[[], object]] = {
        NIEUW: lambda: to_word(f"{TEKST}\nSlot {next(nummers)}.", Bijproduct(), kop=1),
        WEER: lambda: render_editions(f"{TEKST}\nSlot {next(nummers)}."),
        BESTAND: lambda: een_document(map_, [f"{TEKST}\nSlot {next(nummers)}."]),
    }
    for naam, opdracht in (make_opdrachten(python) if python else {}).items():
        gevallen[naam] = partial(
            subprocess.run, opdracht, check=True, cwd=map_, stderr=subprocess.DEVNULL
        )
    return gevallen


def run(gevallen: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median seconds per text; the first round warms the caches and is dropped."""
    tijden: dict[str, list[float]] = {naam: [] for naam in gevallen}
    for ronde in range(RONDEN + 1):
        for naam, geval in gevallen.items():
            keer = PER_RONDE if naam in ONZE else 1
            begin = time.perf_counter()
            for _ in range(keer):
                geval()
            duur = (time.perf_counter() - begin) / keer
            if ronde:
                tijden[naam].append(duur / UITGAVEN if naam == WEER else duur)
    return {naam: median(duren) for naam, duren in tijden.items()}


def main() -> None:
    """Print the ratios in Dutch."""
    python = prepare()
    with tempfile.TemporaryDirectory() as map_:
        duur = run(list_cases(Path(map_), python))
    regels = [f"Tekst met opmaak naar Word ({len(TEKST)} tekens), middelste van {RONDEN} metingen:"]
    for naam, seconden in duur.items():
        x_pandoc = "".join(
            f"   {duur[ander] / seconden:5.0f} x sneller dan {ander}"
            for ander in (PANDOC, SCRIPT)
            if naam in ONZE and ander in duur
        )
        regels.append(f"  {naam:40} {1000 * seconden:7.2f} ms{x_pandoc}")
    if not python:
        regels.append("pandoc is niet te installeren, dus er is geen verhouding.")
    sys.stdout.write("\n".join(regels) + "\n")


if __name__ == "__main__":
    main()

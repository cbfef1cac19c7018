"""A folder to work in: the small village Dorp, and the command run inside it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from openpyxl import load_workbook

from cycle.bootstrap import build_toolkit
from cycle.settings import Settings
from tests.cycle.library.builders import ROOT, plant, write_content
from workflows.cli.main import jaarschijf

GEDEELD = ("regelprofielen/woningwet2015.toml", "gelijkgestelde-dagen.toml")
EENMALIG = (
    "JAARSCHIJF_GEGEVENS",
    "JAARSCHIJF_UIT",
    "JAARSCHIJF_VANDAAG",
    "JAARSCHIJF_DATABASE",
    "JAARSCHIJF_TEMPLATES",
    "PREFECT_API_URL",
)
"""What a command may set for itself, or what would change its answer: fresh for each run."""

VOOR_DE_UITVRAAG = (
    ("cyclus", "start", "dorp", "2024"),
    ("cyclus", "fase", "dorp", "2024", "kickoff"),
    ("cyclus", "fase", "dorp", "2024", "uitvraag"),
)


NIEUWBOUW = """
[[indicator]]
code = "NB_DAEB"
naam = "Nieuwe sociale huurwoningen"
eenheid = "woningen"
aard = "stroom"
richting = "min"
"""
"""The indicator that the skeleton of a new samenwerking uses."""


def write_dorp(content: Path) -> Path:
    """Return a content folder with Dorp, every question answered, and the real deadlines."""
    write_content(content)
    indicatoren = content / "indicatoren.toml"
    indicatoren.write_text(indicatoren.read_text("utf-8") + NIEUWBOUW, "utf-8")
    inzet = "| A02-INZET | deels | | | | Wij praten. |\n"
    aandeel = "| A01-AANDEEL | ja | 6,5 | 2024 | | |\n"
    plant(content, "dorp/voorbeeld/biedingen-2024.md", inzet, aandeel + inzet)
    for naam in GEDEELD:
        (content / naam).write_bytes((ROOT / "content" / naam).read_bytes())
    return content


@dataclass(frozen=True, slots=True)
class Werkmap:
    """A folder in which commands are run on a day that stands still."""

    pad: Path
    vandaag: str = "2023-10-03"

    def run(self, *woorden: str, env: dict[str, str] | None = None) -> Result:
        """Return what a command answered; its settings do not outlive it."""
        schoon: dict[str, str | None] = dict.fromkeys(EENMALIG)
        schoon |= {"JAARSCHIJF_VANDAAG": self.vandaag} | (env or {})
        return CliRunner(env=schoon).invoke(jaarschijf, list(woorden))

    def doe(self, *woorden: str) -> str:
        """Return what a command printed that has to succeed."""
        antwoord = self.run(*woorden)
        assert antwoord.exit_code == 0, antwoord.output
        return antwoord.stdout

    def json(self, *woorden: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """Return the JSON of a command, also when it exits with findings."""
        return json.loads(self.run(*woorden, "--json").stdout)

    def op(self, dag: str) -> "Werkmap":
        """Return the same folder on another day."""
        return Werkmap(self.pad, dag)

    def open_biedingen(self) -> None:
        """Start the year of Dorp and hand out the forms."""
        for woorden in VOOR_DE_UITVRAAG:
            self.doe(*woorden)

    def vul_formulier(self) -> Path:
        """Return the form of Domesta, filled with the example answers."""
        toolkit = build_toolkit(Settings())
        inhoud = toolkit.bibliotheek.load("dorp")
        antwoorden = toolkit.bibliotheek.voorbeeld(inhoud, 2024).antwoorden["domesta"]
        leeg = self.pad / "stukken/dorp-2024/formulieren/bieding-2024-domesta.xlsx"
        gevuld = self.pad / "bieding-2024-domesta.xlsx"
        gevuld.write_bytes(toolkit.formulieren.fill(leeg.read_bytes(), antwoorden))
        return gevuld

    def maak_concept(self) -> None:
        """Share a first concept, with the bieding of Domesta in it."""
        self.open_biedingen()
        self.doe("bieding", "lees", self.vul_formulier().name, "--boek")
        self.doe("cyclus", "fase", "dorp", "2024", "sluiting", "--reden", "De rest volgt.")
        self.doe("concept", "dorp", "2024")

    def code(self) -> str:
        """Return the code of the version that now counts."""
        code: str = self.json("cyclus", "status", "dorp", "2024")["code"]
        return code


def type_in(formulier: Path, cel: str, waarde: str | int) -> None:
    """Type something in a cell of a form."""
    boek = load_workbook(formulier)
    boek["Bieding"][cel] = waarde
    boek.save(formulier)
    boek.close()


def start_proces(*woorden: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Return what the command did in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "workflows.cli", *woorden],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

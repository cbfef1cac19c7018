"""How the command starts and ends: fast, with the right exit code, without a traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cycle import VERSION
from tests.cycle.library.builders import ROOT
from tests.workflows.cli.builders import start_proces

ZWAAR = (
    "prefect",
    "pandas",
    "docxtpl",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "sqlalchemy",
    "rich",
    "pydantic",
    "jinja2",
    "babel",
    "pendulum",
)


@pytest.mark.parametrize("woorden", [["--help"], ["cyclus", "--help"], ["besluit", "--help"]])
def test_help_answers_without_loading_a_heavy_library(woorden: list[str], tmp_path: Path) -> None:
    code = (
        "import json, sys\n"
        "from workflows.cli.main import jaarschijf\n"
        f"try:\n    jaarschijf.main({woorden!r})\n"
        "finally:\n    print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    antwoord = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert "Gebruik: jaarschijf" in antwoord.stdout
    assert set(json.loads(antwoord.stderr)) & set(ZWAAR) == set()


def test_list_of_commands_imports_none_of_them(tmp_path: Path) -> None:
    antwoord = start_proces("--help", cwd=tmp_path, PYTHONPROFILEIMPORTTIME="1")

    assert "workflows.cli.main" in antwoord.stderr
    assert "workflows.cli.kalender" not in antwoord.stderr


def test_version_is_told(tmp_path: Path) -> None:
    assert start_proces("--versie", cwd=tmp_path).stdout == f"jaarschijf {VERSION}\n"


@pytest.mark.parametrize(
    ("woorden", "code"),
    [
        (["kalender", "hoogeveen", "2027"], 0),
        (["controle", "hoogeveen"], 1),
        (["kalender", "atlantis", "2027"], 1),
        (["kalender", "hoogeveen"], 2),
        ([], 2),
    ],
)
def test_exit_code_says_done_refused_or_wrong_use(
    woorden: list[str], code: int, tmp_path: Path
) -> None:
    antwoord = start_proces(*woorden, cwd=tmp_path)

    assert antwoord.returncode == code
    assert "Traceback" not in antwoord.stderr


def test_reader_that_goes_away_is_met_with_silence(tmp_path: Path) -> None:
    lezer, schrijver = os.pipe()
    os.close(lezer)

    antwoord = subprocess.run(
        [sys.executable, "-m", "workflows.cli", "controle", "hoogeveen"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=schrijver,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(schrijver)

    assert antwoord.stderr == ""


def test_interrupted_command_says_so_and_exits_with_130(tmp_path: Path) -> None:
    pijp = tmp_path / "formulier.xlsx"
    os.mkfifo(pijp)
    proces = subprocess.Popen(
        [sys.executable, "-m", "workflows.cli", "bieding", "lees", str(pijp)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    with pijp.open("wb"):  # open as soon as the command waits for the content of the file
        proces.send_signal(signal.SIGINT)
        _, fouten = proces.communicate(timeout=30)

    assert proces.returncode == 130
    assert fouten.strip() == "Afgebroken. U kunt dezelfde opdracht opnieuw geven."

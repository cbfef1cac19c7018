"""Where a step runs: on a Prefect server that answers, on one of its own, or right here."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cycle.library.builders import ROOT
from tests.workflows.cli.builders import Werkmap, start_proces
from workflows.prefect_server import prefect_environment, serve_prefect

DOOD = "http://127.0.0.1:9/api"


def test_server_that_does_not_answer_is_named_and_the_step_runs_here(werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")

    antwoord = werkmap.run(
        "cyclus", "fase", "dorp", "2024", "kickoff", env={"PREFECT_API_URL": DOOD}
    )

    assert antwoord.exit_code == 0
    assert f"De Prefect-server op {DOOD} antwoordt niet." in antwoord.stdout


@pytest.mark.parametrize("adres", ["onzin", "http://", "http://127.0.0.1:9 9/api"])
def test_address_that_is_none_counts_as_no_answer(adres: str, werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")

    antwoord = werkmap.run(
        "cyclus", "fase", "dorp", "2024", "kickoff", env={"PREFECT_API_URL": adres}
    )

    assert antwoord.exit_code == 0


def test_step_runs_on_a_server_that_answers_and_a_refusal_stays_dutch(
    werkmap: Werkmap, tmp_path: Path, verse_prefect: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))  # the server starts in another folder
    werkmap.doe("cyclus", "start", "dorp", "2024")
    home = shutil.copytree(verse_prefect, tmp_path / "prefect")
    with serve_prefect(home) as adres:
        stap, geweigerd, dag = _run_all(
            ["cyclus", "fase", "dorp", "2024", "kickoff", "--json"],
            ["cyclus", "fase", "dorp", "2024", "concept"],
            ["dagelijks", "--json"],
            env=prefect_environment(home) | {"PREFECT_API_URL": adres},
        )

    assert json.loads(stap.stdout)["uitvoering"] == "prefect"
    assert json.loads(stap.stdout)["fase"] == "kickoff"
    assert geweigerd.exit_code == 1
    assert geweigerd.stderr.startswith("Fout: De biedingen voor 2024 zijn nog niet gesloten.\n")
    assert json.loads(dag.stdout)["uitvoering"] == "prefect"
    assert {"kickoff dorp 2024", "concept dorp 2024"} <= _flow_runs(home)


class Antwoord(NamedTuple):
    """What one command did."""

    exit_code: int
    stdout: str
    stderr: str


def _run_all(*opdrachten: list[str], env: dict[str, str]) -> list[Antwoord]:
    """Return what each command did, in one process of their own."""
    uit = subprocess.run(
        [sys.executable, "-m", "tests.workflows.cli.klant", json.dumps(opdrachten)],
        env=os.environ | env | {"JAARSCHIJF_VANDAAG": "2023-10-03"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [Antwoord(*antwoord) for antwoord in json.loads(uit)]


def test_own_server_is_started_and_gone_again(werkmap: Werkmap, verse_prefect: Path) -> None:
    shutil.copytree(verse_prefect, werkmap.pad / "gegevens/prefect")
    werkmap.doe("cyclus", "start", "dorp", "2024")

    antwoord = start_proces(
        "cyclus", "fase", "dorp", "2024", "kickoff", "--prefect", cwd=werkmap.pad
    )

    assert antwoord.returncode == 0, antwoord.stderr
    assert "Dit is gedaan met Prefect (http://127.0.0.1:" in antwoord.stdout
    assert antwoord.stderr == ""
    assert "kickoff dorp 2024" in _flow_runs(werkmap.pad / "gegevens/prefect")
    assert not _open_files_under(werkmap.pad)


def _flow_runs(home: Path) -> set[str]:
    """Return the names of the flow runs that a server keeps."""
    with closing(sqlite3.connect(home / "prefect.db")) as database:
        return {naam for (naam,) in database.execute("SELECT name FROM flow_run")}


def _open_files_under(map_: Path) -> list[str]:
    """Return the files below a folder that some other process still holds open."""
    gevonden = []
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            doel = str(link.readlink())
        except OSError:
            continue
        if doel.startswith(str(map_)):
            gevonden.append(doel)
    return gevonden

"""One real Prefect server for this folder, on which one small year is played once."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.builders import ROOT
from workflows.prefect_server import prefect_environment, serve_prefect

Feiten = dict[str, Any]


@pytest.fixture(scope="session")
def gespeeld_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the year is played, with content that may be spoiled."""
    werkmap = tmp_path_factory.mktemp("prefect")
    shutil.copytree(ROOT / "content", werkmap / "content")
    return werkmap


@pytest.fixture(scope="session")
def feiten(gespeeld_in: Path, verse_prefect: Path) -> Feiten:
    """Return what Prefect remembers of a played year, a step too early and a broken content."""
    home, uitkomst = gespeeld_in / "prefect", gespeeld_in / "feiten.json"
    shutil.copytree(verse_prefect, home)
    eigen = {
        "JAARSCHIJF_GEGEVENS": str(gespeeld_in / "gegevens"),
        "JAARSCHIJF_UIT": str(gespeeld_in / "stukken"),
        "JAARSCHIJF_CONTENT": str(gespeeld_in / "content"),
    }
    with serve_prefect(home) as adres:
        subprocess.run(
            [sys.executable, "-m", "tests.workflows.prefect.speler", str(uitkomst)],
            cwd=ROOT,
            env=os.environ | prefect_environment(home) | eigen | {"PREFECT_API_URL": adres},
            check=True,
            timeout=1800,
        )
    gelezen: Feiten = json.loads(uitkomst.read_text())
    return gelezen

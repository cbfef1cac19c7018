"""Fixtures for the command line: every test works in a folder of its own."""

from pathlib import Path

import pytest

from tests.workflows.cli.builders import PER_OPDRACHT, Werkmap, write_dorp


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Werkmap:
    """Return an empty folder; the content of Dorp lies beside it."""
    map_ = tmp_path / "werkmap"
    map_.mkdir()
    monkeypatch.chdir(map_)
    for naam in (*PER_OPDRACHT, "JAARSCHIJF_DATABASE", "JAARSCHIJF_TEMPLATES"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("JAARSCHIJF_CONTENT", str(write_dorp(tmp_path / "content")))
    return Werkmap(map_)

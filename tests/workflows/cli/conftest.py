"""Fixtures for the command line: every test works in a folder of its own."""

import shutil
from pathlib import Path

import pytest

from tests.workflows.cli.builders import EENMALIG, Werkmap, write_dorp


@pytest.fixture
def werkmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Werkmap:
    """Return an empty folder; the content of Dorp lies beside it."""
    write_dorp(tmp_path / "content")
    return _enter(tmp_path, monkeypatch)


@pytest.fixture
def met_concept(gespeeld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Werkmap:
    """Return a folder in which the first concept of Dorp was shared."""
    shutil.copytree(gespeeld, tmp_path, dirs_exist_ok=True)
    return _enter(tmp_path, monkeypatch)


@pytest.fixture
def tekenend(bevroren: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Werkmap:
    """Return a folder in which the text of Dorp was adopted and everybody may sign."""
    shutil.copytree(bevroren, tmp_path, dirs_exist_ok=True)
    return _enter(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def bevroren(gespeeld: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that was played up to the ondertekening, once for all tests."""
    wortel = tmp_path_factory.mktemp("bevroren")
    shutil.copytree(gespeeld, wortel, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        werkmap = _enter(wortel, monkeypatch)
        werkmap.doe("cyclus", "fase", "dorp", "2024", "accordering")
        reden = ("--reden", "De raad komt niet meer bijeen.")
        werkmap.doe("cyclus", "fase", "dorp", "2024", "vaststelling", *reden)
        werkmap.doe("cyclus", "fase", "dorp", "2024", "ondertekening")
    return wortel


@pytest.fixture(scope="session")
def gespeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that was played up to the first concept, once for all tests."""
    wortel = tmp_path_factory.mktemp("dorp")
    write_dorp(wortel / "content")
    with pytest.MonkeyPatch.context() as monkeypatch:
        _enter(wortel, monkeypatch).maak_concept()
    return wortel


@pytest.fixture
def met_vastgestelde(vastgesteld: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Werkmap:
    """Return a folder in which the jaarschijf of Dorp was adopted, without decisions."""
    shutil.copytree(vastgesteld, tmp_path, dirs_exist_ok=True)
    return _enter(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def vastgesteld(gespeeld: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that was played up to the adoption, once for all tests."""
    wortel = tmp_path_factory.mktemp("vastgesteld")
    shutil.copytree(gespeeld, wortel, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        werkmap = _enter(wortel, monkeypatch)
        werkmap.doe("cyclus", "fase", "dorp", "2024", "accordering")
        werkmap.doe("cyclus", "fase", "dorp", "2024", "vaststelling", "--reden", "Voor de proef.")
    return wortel


def _enter(wortel: Path, monkeypatch: pytest.MonkeyPatch) -> Werkmap:
    """Go and stand in the folder, with the content beside it and nothing else set."""
    pad = wortel / "werkmap"
    pad.mkdir(exist_ok=True)
    monkeypatch.chdir(pad)
    for naam in EENMALIG:
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("JAARSCHIJF_CONTENT", str(wortel / "content"))
    return Werkmap(pad)

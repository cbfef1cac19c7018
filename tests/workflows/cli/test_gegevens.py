"""Which folder is used: what was asked for, then one's own, then the demo."""

from pathlib import Path

import pytest

from tests.workflows.cli.builders import Werkmap
from workflows.cli.gegevens import Plaats, choose_plaats

DEMO = Plaats(Path("demo/gegevens"), uit=Path("demo"), is_demo=True)
EIGEN = Plaats(Path("gegevens"))


@pytest.fixture
def map_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_anything_own_data_are_meant(map_: Path) -> None:
    assert choose_plaats(None, {}) == EIGEN
    assert list(map_.iterdir()) == []


def test_played_demo_is_looked_at_as_long_as_there_are_no_own_data(map_: Path) -> None:
    (map_ / "demo/gegevens").mkdir(parents=True)

    assert choose_plaats(None, {}) == DEMO

    (map_ / "gegevens").mkdir()
    assert choose_plaats(None, {}) == EIGEN


def test_what_was_asked_for_goes_before_the_demo(map_: Path) -> None:
    (map_ / "demo/gegevens").mkdir(parents=True)
    omgeving = {"JAARSCHIJF_GEGEVENS": "elders"}

    assert choose_plaats(Path("hier"), omgeving) == Plaats(Path("hier"))
    assert choose_plaats(None, omgeving) == Plaats(Path("elders"))


@pytest.mark.parametrize("reden", ["eigen", "database"])
def test_own_work_never_goes_to_the_demo(map_: Path, reden: str) -> None:
    (map_ / "demo/gegevens").mkdir(parents=True)
    omgeving = {"JAARSCHIJF_DATABASE": "postgresql://db"} if reden == "database" else {}

    assert choose_plaats(None, omgeving, eigen=reden == "eigen") == EIGEN


@pytest.mark.parametrize(
    "woorden",
    [
        "controle dorp",
        "kalender dorp 2024",
        "cyclus status dorp 2024",
        "cyclus fase dorp 2024 kickoff",
        "concept dorp 2024",
        "besluit dorp 2024 domesta rvc geheel --code 3F9A-2C1B-77D0",
        "onderteken dorp 2024 domesta directeur --code 3F9A-2C1B-77D0",
        "herinner",
        "herinner dorp 2024 --proef",
        "dagelijks",
        "herkomst dorp 2024",
        "nieuw buurt",
    ],
)
def test_command_without_data_leaves_no_folder_behind(werkmap: Werkmap, woorden: str) -> None:
    werkmap.run(*woorden.split())

    assert list(werkmap.pad.iterdir()) == []


def test_demo_is_named_on_standard_error_and_gets_the_documents(werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")
    demo = werkmap.pad / "demo"
    demo.mkdir()
    (werkmap.pad / "gegevens").rename(demo / "gegevens")

    antwoord = werkmap.run("cyclus", "fase", "dorp", "2024", "kickoff")

    assert antwoord.stderr == "U kijkt naar de demo in demo/gegevens.\n"
    assert (demo / "dorp-2024/stand-van-zaken.html").is_file()


def test_starting_a_cyclus_beside_a_demo_begins_own_data(werkmap: Werkmap) -> None:
    (werkmap.pad / "demo/gegevens").mkdir(parents=True)

    tekst = werkmap.doe("cyclus", "start", "dorp", "2024")

    assert "De gegevens staan in de map gegevens." in tekst
    assert "jaarschijf --gegevens demo/gegevens" in tekst
    assert list((werkmap.pad / "demo/gegevens").iterdir()) == []
    assert werkmap.run("cyclus", "status", "dorp", "2024").stderr == ""


def test_option_chooses_another_folder(werkmap: Werkmap) -> None:
    werkmap.doe("--gegevens", "elders", "cyclus", "start", "dorp", "2024")

    assert (werkmap.pad / "elders/jaarschijf.sqlite").is_file()
    assert werkmap.json("cyclus", "status", "dorp", "2024")["fase"] == "niet_gestart"

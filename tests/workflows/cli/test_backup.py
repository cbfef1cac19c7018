"""``jaarschijf backup`` and ``jaarschijf herstel``: what people read, and what they may do."""

import json
import re
from pathlib import Path

import pytest

from tests.workflows.cli.builders import Werkmap
from workflows.dienst.plaats import hold_plaats, home_of


@pytest.fixture
def kopie(werkmap: Werkmap) -> Path:
    """Return a backup of a folder in which the year of Dorp was started."""
    werkmap.doe("cyclus", "start", "dorp", "2024")
    werkmap.doe("backup", "--uit", "kopie.zip")
    return werkmap.pad / "kopie.zip"


def test_a_backup_tells_what_is_in_it_and_how_to_check_it(werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")

    uitvoer = werkmap.doe("backup", "--uit", "kopie.zip")

    assert "De reservekopie staat in kopie.zip (" in uitvoer
    assert re.search(r"\(\d+(,\d)? MB\)", uitvoer)
    assert "Erin: de database, " in uitvoer
    assert "jaarschijf herstel kopie.zip --proef" in uitvoer
    assert (werkmap.pad / "kopie.zip").stat().st_mode & 0o077 == 0


def test_a_backup_of_nothing_is_refused(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("backup", "--uit", "kopie.zip")

    assert antwoord.exit_code == 1
    assert "De database kan niet worden gekopieerd." in antwoord.stderr
    assert list(werkmap.pad.glob("*kopie.zip*")) == []


def test_a_trial_says_what_would_happen_and_changes_nothing(werkmap: Werkmap, kopie: Path) -> None:
    voor = {p: p.read_bytes() for p in werkmap.pad.rglob("*") if p.is_file()}

    uitvoer = werkmap.doe("herstel", kopie.name, "--proef")
    elders = werkmap.doe("--gegevens", "elders", "herstel", kopie.name, "--proef")

    assert "is heel." in uitvoer
    assert "Terugzetten kan alleen met --vervang." in uitvoer
    assert "De inhoud is dezelfde als nu." in uitvoer
    assert "Terugzetten kan: in elders staan nog geen gegevens." in elders
    assert {p: p.read_bytes() for p in werkmap.pad.rglob("*") if p.is_file()} == voor
    assert not (werkmap.pad / "elders").exists()


def test_what_was_put_back_is_what_was_there(werkmap: Werkmap, kopie: Path) -> None:
    werkmap.doe("cyclus", "fase", "dorp", "2024", "kickoff")

    geweigerd = werkmap.run("herstel", kopie.name)
    uitvoer = werkmap.doe("herstel", kopie.name, "--vervang")

    assert geweigerd.exit_code == 1
    assert "Er staan al gegevens in gegevens (1 cyclus)." in geweigerd.stderr
    assert "De gegevens zijn teruggezet in gegevens." in uitvoer
    assert "De oude database staat in gegevens/opzij/" in uitvoer
    assert werkmap.json("cyclus", "status", "dorp", "2024")["fase"] == "voorbereiding"


def test_the_next_command_is_for_the_data_that_were_put_back(werkmap: Werkmap, kopie: Path) -> None:
    hier = werkmap.doe("herstel", kopie.name, "--vervang")
    elders = werkmap.doe("--gegevens", "elders", "herstel", kopie.name)

    assert "uit zou gaan met: jaarschijf herinner --proef\n" in hier
    assert "uit zou gaan met: jaarschijf --gegevens elders herinner --proef\n" in elders


def test_content_that_people_changed_since_stays_and_that_of_the_backup_lies_beside_it(
    werkmap: Werkmap, kopie: Path
) -> None:
    thema = werkmap.pad.parent / "content/dorp/thema-1-bouwen.md"
    oud = thema.read_text("utf-8")
    thema.write_text(oud.replace("Het dorp groeit.", "Het dorp groeit hard."), "utf-8")

    proef = werkmap.doe("herstel", kopie.name, "--proef")
    uitvoer = werkmap.doe("herstel", kopie.name, "--vervang")

    assert "en blijft zoals hij is. Die uit de kopie komt in gegevens/opzij." in proef
    assert "Die uit de kopie staat in gegevens/opzij/" in uitvoer
    assert "groeit hard" in thema.read_text("utf-8")
    (bewaard,) = (werkmap.pad / "gegevens/opzij").glob("*/content/dorp/thema-1-bouwen.md")
    assert bewaard.read_text("utf-8") == oud


def test_nothing_is_put_back_under_a_dienst_that_runs(werkmap: Werkmap, kopie: Path) -> None:
    with hold_plaats(home_of(werkmap.pad / "gegevens")):
        antwoord = werkmap.run("herstel", kopie.name, "--vervang")

    assert antwoord.exit_code == 1
    assert "Er draait al een dienst op deze map met gegevens." in antwoord.stderr


def test_for_programs_both_answer_in_json(werkmap: Werkmap, kopie: Path) -> None:
    gemaakt = werkmap.json("backup", "--uit", "kopie.zip")
    gelezen = werkmap.json("herstel", "kopie.zip", "--proef")

    assert gemaakt["database"] == "sqlite"
    assert gemaakt["ontbreekt"] == gemaakt["beschadigd"] == []
    assert gelezen["proef"] is True
    assert gelezen["inhoud"] == gemaakt["inhoud"] > 3
    assert (gelezen["cycli_nu"], gelezen["inhoud_naar"]) == (1, None)
    assert gelezen["opzij"].startswith("gegevens/opzij/")


def test_a_backup_of_which_a_file_is_gone_is_made_and_told(werkmap: Werkmap) -> None:
    werkmap.open_biedingen()
    weg = next(p for p in (werkmap.pad / "gegevens/bestanden").rglob("*") if p.is_file())
    weg.unlink()

    antwoord = werkmap.run("backup", "--uit", "kopie.zip", "--json")

    assert antwoord.exit_code == 1
    assert json.loads(antwoord.stdout)["ontbreekt"] == [weg.name]


def test_a_file_that_is_no_backup_is_refused(werkmap: Werkmap) -> None:
    (werkmap.pad / "brief.zip").write_bytes(b"Beste coordinator")

    antwoord = werkmap.run("herstel", "brief.zip", "--proef")

    assert antwoord.exit_code == 1
    assert "Dit bestand is geen hele reservekopie." in antwoord.stderr
    assert "jaarschijf backup" in antwoord.stderr

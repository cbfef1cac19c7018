"""The commands around the audit: whole or not, what happened, and a name that must go."""

import json
import sqlite3
from contextlib import closing

import pytest

from tests.workflows.cli.builders import Werkmap

PLEK = ("dorp", "2024")


@pytest.fixture
def gestart(werkmap: Werkmap) -> Werkmap:
    """Return a folder in which a year was started."""
    werkmap.doe("cyclus", "start", *PLEK)
    werkmap.doe("cyclus", "fase", *PLEK, "kickoff", "--reden", "Afgesproken met mevr. Jansen")
    return werkmap


def _forge(werkmap: Werkmap, sql: str) -> None:
    """Change the database as somebody does who can reach the file."""
    with closing(sqlite3.connect(werkmap.pad / "gegevens" / "jaarschijf.sqlite")) as database:
        for (naam,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {naam}")
        database.execute(sql)
        database.commit()


def test_a_whole_trail_is_told_with_its_anchor_and_ends_well(gestart: Werkmap) -> None:
    antwoord = gestart.run("audit", "controleer", *PLEK)

    assert antwoord.exit_code == 0
    assert "Het auditspoor is heel: 4 gebeurtenissen." in antwoord.stdout
    assert "Zonder --anker is niet te zien of het eind is afgekapt." in antwoord.stdout


def test_a_forged_event_is_named_and_the_command_is_refused(gestart: Werkmap) -> None:
    _forge(gestart, "UPDATE audit SET inhoud = '{}' WHERE volgnummer = 2")

    antwoord = gestart.run("audit", "controleer", *PLEK)

    assert antwoord.exit_code == 1
    assert "Gebeurtenis 2 (fase_overgang, " in antwoord.stdout
    uitkomst = gestart.json("audit", "controleer", *PLEK)
    assert (uitkomst["heel"], uitkomst["breuk"]["nummer"]) == (False, 2)


def test_a_cut_end_is_found_with_a_manifest_that_was_kept(gestart: Werkmap) -> None:
    hoofd = gestart.json("audit", "controleer", *PLEK)["hoofd"]
    manifest = {"samenwerking": "dorp", "jaar": 2024, "audit_hoofd": hoofd}
    (gestart.pad / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    _forge(gestart, "DELETE FROM audit WHERE volgnummer = 4")

    antwoord = gestart.run("audit", "controleer", *PLEK, "--anker", "manifest.json")

    assert antwoord.exit_code == 1
    assert "Het eind is afgekapt: het anker noemt gebeurtenis 4, de laatste is 3." in (
        antwoord.stdout
    )


def test_a_file_without_an_anchor_is_refused_in_words(gestart: Werkmap) -> None:
    (gestart.pad / "brief.txt").write_text("Beste secretaris,", "utf-8")

    antwoord = gestart.run("audit", "controleer", *PLEK, "--anker", "brief.txt")

    assert antwoord.exit_code == 1
    assert "In dit bestand staat geen anker" in antwoord.stderr


def test_data_beside_the_trail_are_told(gestart: Werkmap) -> None:
    _forge(gestart, "UPDATE cyclus SET gestart_op = '2020-01-01'")

    antwoord = gestart.run("audit", "controleer", *PLEK)

    assert antwoord.exit_code == 1
    assert "Regel 1 van 'cyclus' is buiten het programma om veranderd: gestart_op." in (
        antwoord.stdout
    )


def test_what_happened_is_shown_with_who_did_it(gestart: Werkmap) -> None:
    gestart.run("cyclus", "fase", *PLEK, "uitvraag", env={"JAARSCHIJF_GEBRUIKER": "Coördinator"})

    gebeurtenissen = gestart.json("audit", "toon", *PLEK)["gebeurtenissen"]

    assert [g["volgnummer"] for g in gebeurtenissen] == list(range(1, len(gebeurtenissen) + 1))
    assert gebeurtenissen[-1]["door"] == "Coördinator"
    assert "Coördinator" in gestart.doe("audit", "toon", *PLEK)


def test_a_name_is_erased_after_a_look_and_the_trail_stays_whole(gestart: Werkmap) -> None:
    proef = gestart.doe("audit", "wis", *PLEK, "jansen", "--proef")
    assert "Zou worden gewist: 1 tekst." in proef
    assert "Jansen" in gestart.doe("audit", "toon", *PLEK)

    gewist = gestart.doe("audit", "wis", *PLEK, "jansen", "--reden", "Verzoek")

    assert "Gewist: 1 tekst." in gewist
    assert "Deze woorden staan ook nog in: " in gewist
    assert "Jansen" not in gestart.doe("audit", "toon", *PLEK)
    assert "Gewist op verzoek: 1 tekst." in gestart.doe("audit", "controleer", *PLEK)


def test_erasing_without_a_reason_is_refused(gestart: Werkmap) -> None:
    antwoord = gestart.run("audit", "wis", *PLEK, "jansen")

    assert antwoord.exit_code == 1
    assert "Bij wissen hoort een reden." in antwoord.stderr


def test_a_year_that_was_not_started_has_no_trail(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("audit", "controleer", *PLEK)

    assert antwoord.exit_code == 1
    assert "is nog niet gestart" in antwoord.stderr

"""A refusal says what, what to do and where; it never shows a traceback by itself."""

import errno
import json
from pathlib import Path

import pytest

from cycle.domain.errors import JaarschijfError
from cycle.library import MapBibliotheek
from tests.cycle.library.builders import plant
from tests.workflows.cli.builders import Werkmap


def test_refusal_says_what_and_what_to_do(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("kalender", "drop", "2024")

    assert antwoord.exit_code == 1
    assert antwoord.stdout == ""
    assert antwoord.stderr == (
        "Fout: De samenwerking 'drop' bestaat niet.\nWat u kunt doen: Bedoelt u 'dorp'?\n"
    )


def test_refusal_is_json_on_standard_output_too(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("kalender", "drop", "2024", "--json")

    assert json.loads(antwoord.stdout) == {
        "fout": {
            "melding": "De samenwerking 'drop' bestaat niet.",
            "advies": "Bedoelt u 'dorp'?",
            "plek": "",
        }
    }
    assert "Fout: De samenwerking" in antwoord.stderr


def test_wrong_use_is_json_too(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("kalender", "dorp", "--json")

    assert antwoord.exit_code == 2
    assert json.loads(antwoord.stdout)["fout"]["melding"] == "Er ontbreekt: 'JAAR'."


def test_every_fault_in_content_is_listed_with_its_line(werkmap: Werkmap) -> None:
    plant(werkmap.pad.parent / "content", "dorp/samenwerking.toml", "gemeente = ", "gemeent = ")

    antwoord = werkmap.run("cyclus", "start", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "dorp/samenwerking.toml:2  I110 fout\n  " in antwoord.stderr
    assert "Bedoelt u 'gemeente'?" in antwoord.stderr


def test_place_of_a_refusal_is_named(werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch) -> None:
    _let_fail(monkeypatch, JaarschijfError("Het is mis.", advies="Doe iets.", plek="map/bestand"))

    antwoord = werkmap.run("kalender", "dorp", "2024")

    assert antwoord.stderr == "Fout: Het is mis.\nWat u kunt doen: Doe iets.\nPlek: map/bestand\n"


@pytest.mark.parametrize(
    ("nummer", "melding"),
    [
        (errno.EACCES, "U mag hier niet lezen of schrijven."),
        (errno.ENOSPC, "De schijf is vol."),
        (errno.EROFS, "Hier kan niet worden geschreven."),
        (errno.ENOTDIR, "Dit is een bestand. Hier past een map."),
    ],
)
def test_what_the_system_refuses_is_told_in_dutch(
    nummer: int, melding: str, werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_fail(monkeypatch, OSError(nummer, "English words", "uit/kalender.ics"))

    antwoord = werkmap.run("kalender", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert f"Fout: {melding}" in antwoord.stderr
    assert "Plek: uit/kalender.ics" in antwoord.stderr
    assert "English" not in antwoord.stderr


def test_unforeseen_failure_is_not_blamed_on_the_user(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_fail(monkeypatch, ZeroDivisionError("division by zero"))

    antwoord = werkmap.run("kalender", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "Er ging iets mis dat niet door u komt (ZeroDivisionError)." in antwoord.stderr
    assert "jaarschijf --debug kalender dorp 2024" in antwoord.stderr
    assert "Traceback" not in antwoord.stderr


def test_details_are_shown_when_asked_for(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    _let_fail(monkeypatch, ZeroDivisionError("division by zero"))

    antwoord = werkmap.run("--debug", "kalender", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "Traceback" in antwoord.stderr
    assert "ZeroDivisionError: division by zero" in antwoord.stderr


def test_setting_that_cannot_be_read_is_named(werkmap: Werkmap) -> None:
    antwoord = werkmap.op("gisteren").run("kalender", "dorp", "2024")

    assert antwoord.exit_code == 2
    assert "JAARSCHIJF_VANDAAG=gisteren" in antwoord.stderr


def test_calendar_in_a_place_that_is_a_file_is_refused_in_dutch(werkmap: Werkmap) -> None:
    Path("stuk").write_text("")

    antwoord = werkmap.run("kalender", "dorp", "2024", "--ics", "stuk/kalender.ics")

    assert antwoord.exit_code == 1
    assert "Fout: Het bestand 'kalender.ics' kan niet worden geschreven." in antwoord.stderr


def _let_fail(monkeypatch: pytest.MonkeyPatch, fout: Exception) -> None:
    """Let reading the content fail with this error."""

    def weiger(_zelf: MapBibliotheek, _samenwerking: str) -> None:
        raise fout

    monkeypatch.setattr(MapBibliotheek, "load", weiger)

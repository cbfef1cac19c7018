"""A new samenwerking: a folder that is right at once, where one may write."""

import os
from pathlib import Path

import pytest

from tests.workflows.cli.builders import Werkmap


def test_new_folder_is_right_at_once_and_can_be_started(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("nieuw", "midden-veld")

    assert "  samenwerking.toml\n" in tekst
    assert "jaarschijf controle midden-veld" in tekst
    bevindingen = werkmap.json("controle", "midden-veld")["bevindingen"]
    assert {b["code"] for b in bevindingen} == {"I603", "I620", "I621"}
    werkmap.doe("cyclus", "start", "midden-veld", "2027")


def test_new_folder_as_json(werkmap: Werkmap) -> None:
    antwoord = werkmap.json("nieuw", "buurt")

    assert Path(antwoord["map"]).name == "buurt"
    assert "samenwerking.toml" in antwoord["bestanden"]


@pytest.mark.parametrize(
    ("naam", "zin"),
    [("dorp", "bestaat al"), ("Mijn Dorp", "kleine letters"), ("../dorp", "kleine letters")],
)
def test_name_that_cannot_be_used_is_refused(naam: str, zin: str, werkmap: Werkmap) -> None:
    antwoord = werkmap.run("nieuw", naam)

    assert antwoord.exit_code == 1
    assert zin in antwoord.stderr


def test_content_of_the_installation_is_left_alone(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    meegeleverd = werkmap.pad.parent / "cycle/_bundled/content"
    meegeleverd.mkdir(parents=True)
    monkeypatch.setenv("JAARSCHIJF_CONTENT", str(meegeleverd))

    antwoord = werkmap.run("nieuw", "buurt")

    assert antwoord.exit_code == 1
    assert "JAARSCHIJF_CONTENT" in antwoord.stderr
    assert list(meegeleverd.iterdir()) == []


def test_content_folder_that_is_not_there_is_named(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAARSCHIJF_CONTENT", "nergens")

    antwoord = werkmap.run("nieuw", "buurt")

    assert antwoord.exit_code == 1
    assert antwoord.stderr.startswith("Fout: De map met inhoud bestaat niet.\n")
    assert antwoord.stderr.endswith("Plek: nergens\n")


def test_folder_that_may_not_be_written_is_refused(
    werkmap: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda _pad, _recht: False)

    antwoord = werkmap.run("nieuw", "buurt")

    assert antwoord.exit_code == 1
    assert "In deze map met inhoud mag u niets toevoegen." in antwoord.stderr

"""Reminders and the daily run: what is due today, once, and honest about it."""

from pathlib import Path

import pytest

from cycle.domain.errors import StapBezet
from tests.workflows.cli.builders import Werkmap

POSTVAK = Path("stukken/dorp-2024/postvak-uit")


@pytest.fixture
def vroeg(werkmap: Werkmap) -> Werkmap:
    """Return a folder in which the biedingen have been open for a while, a week before the end."""
    werkmap.op("2023-09-18").open_biedingen()
    return werkmap


def _brieven() -> set[str]:
    """Return the reminders that were handed over."""
    return {pad.name for pad in POSTVAK.iterdir() if "weekoverzicht" in pad.name}


def test_rehearsal_shows_every_text_and_sends_nothing(vroeg: Werkmap) -> None:
    tekst = vroeg.doe("herinner", "dorp", "2024", "--proef")

    assert "Aan:        afspraken@domesta.example\n" in tekst
    assert "Op:         dinsdag 3 oktober 2023\n" in tekst
    assert "Met vriendelijke groet" in tekst
    assert tekst.endswith("Proef: 3 herinneringen. Er is niets verstuurd.\n")
    gegevens = vroeg.json("herinner", "--proef")
    assert gegevens["proef"] is True
    assert gegevens["fouten"] == {}
    assert [h["datum"] for h in gegevens["herinneringen"]] == ["2023-10-03"] * 3
    assert {h["antwoord_aan"] for h in gegevens["herinneringen"]} == {"wonen@dorp.example"}
    assert all(h["html"].startswith("<!DOCTYPE html>") for h in gegevens["herinneringen"])
    assert _brieven() == set()


def test_rehearsal_looks_ahead_per_person_and_in_order_of_day(vroeg: Werkmap) -> None:
    dagen = ("--proef", "--dag", "2023-10-09", "--dagen", "8")

    mails = vroeg.json("herinner", *dagen)["herinneringen"]

    domesta = [m for m in mails if m["aan"] == "afspraken@domesta.example"]
    assert [m["datum"] for m in domesta] == ["2023-10-09", "2023-10-12", "2023-10-16"]
    assert "dorp/2024/bieding/domesta/laatste" in domesta[0]["sleutels"]
    assert domesta[1]["sleutels"] == ["dorp/2024/bieding/domesta/te-laat"]
    assert [m["aan"] for m in mails] == sorted(m["aan"] for m in mails)
    tekst = vroeg.doe("herinner", *dagen)
    assert tekst.count("Aan:        afspraken@domesta.example\n") == 1
    assert tekst.count("Op:         donderdag 12 oktober 2023\n") == 3


def test_rehearsal_of_quiet_days_says_so(vroeg: Werkmap) -> None:
    weekend = ("--proef", "--dag", "2023-10-07", "--dagen", "2")

    assert vroeg.doe("herinner", *weekend) == "Er is in die dagen geen herinnering aan de beurt.\n"


def test_looking_ahead_is_only_for_a_rehearsal(vroeg: Werkmap) -> None:
    for woorden in (("--dagen", "5"), ("--dag", "2023-10-09")):
        antwoord = vroeg.run("herinner", *woorden)

        assert antwoord.exit_code == 2
        assert "Zet bij --dag en --dagen ook --proef." in antwoord.stderr


def test_reminder_goes_out_once(vroeg: Werkmap) -> None:
    eerste = vroeg.doe("herinner")
    tweede = vroeg.doe("herinner")

    assert f"3 herinneringen klaargezet in {POSTVAK}." in eerste
    assert "Met vriendelijke groet" not in eerste
    assert tweede == "Er is vandaag geen herinnering aan de beurt.\n"
    assert len(_brieven()) == 3


def test_content_with_faults_is_named_and_makes_the_command_fail(vroeg: Werkmap) -> None:
    toml = vroeg.pad.parent / "content" / "dorp" / "samenwerking.toml"
    toml.write_text(toml.read_text("utf-8") + "\n[herinneringen.bieding]\nlaatste = 9\n", "utf-8")

    antwoord = vroeg.run("herinner")

    assert antwoord.exit_code == 1
    assert "dorp is niet gelukt:" in antwoord.stderr
    assert "Er is vandaag geen herinnering aan de beurt." in antwoord.stdout


def test_reminders_without_a_running_cyclus(werkmap: Werkmap) -> None:
    assert werkmap.doe("herinner") == "Er loopt nu geen cyclus.\n"
    assert werkmap.json("herinner") == {
        "proef": False,
        "herinneringen": [],
        "fouten": {},
    }


def test_samenwerking_without_year_is_wrong_use(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("herinner", "dorp")

    assert antwoord.exit_code == 2
    assert "Noem bij de samenwerking ook het jaar." in antwoord.stderr


def test_reminders_of_a_cyclus_that_was_not_started_are_refused(werkmap: Werkmap) -> None:
    assert werkmap.run("herinner", "dorp", "2024").exit_code == 1


def test_daily_run_reminds_and_says_which_step_is_due(vroeg: Werkmap) -> None:
    tekst = vroeg.doe("dagelijks")
    laat = vroeg.op("2023-10-10").json("dagelijks")

    assert tekst.splitlines()[0] == "dorp 2024: 3 herinneringen."
    assert laat["cycli"][0]["stappen"] == ["biedingen sluiten"]
    assert laat["uitvoering"] == "proces"


def test_daily_run_without_a_running_cyclus(werkmap: Werkmap) -> None:
    assert werkmap.doe("dagelijks") == "Er loopt nu geen cyclus. Er is niets gedaan.\n"
    assert werkmap.json("dagelijks")["herinneringen"] == 0


def test_cyclus_that_fails_does_not_hold_up_the_others(
    vroeg: Werkmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    vroeg.doe("cyclus", "start", "dorp", "2025")
    import workflows.dagelijks

    echt = workflows.dagelijks.run_dag

    def weiger_2024(toolkit: object, samenwerking: str, jaar: int) -> object:
        if jaar == 2024:
            raise StapBezet("Een ander is bezig.", advies="Wacht even.")
        return echt(toolkit, samenwerking, jaar)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(workflows.dagelijks, "run_dag", weiger_2024)

    antwoord = vroeg.run("dagelijks")

    assert antwoord.exit_code == 1
    assert "dorp 2025: 0 herinneringen." in antwoord.stdout
    assert "dorp 2024 is niet gelukt:\nFout: Een ander is bezig." in antwoord.stderr

"""Reminders and the daily run: what is due today, once, and honest about it."""

from pathlib import Path

import pytest

from cycle.domain.errors import StapBezet
from tests.workflows.cli.builders import Werkmap

POSTVAK = Path("stukken/dorp-2024/postvak-uit")


@pytest.fixture
def vroeg(werkmap: Werkmap) -> Werkmap:
    """Return a folder in which the biedingen are open, a week before they are due."""
    werkmap.open_biedingen()
    return werkmap


def _brieven() -> set[str]:
    """Return the reminders that were handed over."""
    return {pad.name for pad in POSTVAK.iterdir() if "herinnering" in pad.name}


def test_rehearsal_shows_every_text_and_sends_nothing(vroeg: Werkmap) -> None:
    tekst = vroeg.doe("herinner", "dorp", "2024", "--proef")

    assert "Aan:        afspraken@domesta.example\n" in tekst
    assert "Met vriendelijke groet" in tekst
    assert tekst.endswith("Proef: 3 herinneringen. Er is niets verstuurd.\n")
    assert vroeg.json("herinner", "--proef")["proef"] is True
    assert len(vroeg.json("herinner", "--proef")["herinneringen"]) == 3
    assert not any("domesta" in naam for naam in _brieven())


def test_reminder_goes_out_once(vroeg: Werkmap) -> None:
    eerste = vroeg.doe("herinner")
    tweede = vroeg.doe("herinner")

    assert f"3 herinneringen klaargezet in {POSTVAK}." in eerste
    assert "Met vriendelijke groet" not in eerste
    assert tweede == "Er is vandaag geen herinnering aan de beurt.\n"


def test_reminders_without_a_running_cyclus(werkmap: Werkmap) -> None:
    assert werkmap.doe("herinner") == "Er loopt nu geen cyclus.\n"
    assert werkmap.json("herinner") == {"proef": False, "herinneringen": []}


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

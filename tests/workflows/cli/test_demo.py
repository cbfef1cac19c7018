"""The command demo: progress, what is where, and the next commands; the year itself is faked."""

from collections.abc import Callable
from pathlib import Path

import pytest

import workflows.demo
from tests.workflows.cli.builders import Werkmap
from workflows.demo import Resultaat

BESTANDEN = ("concept-0.1/a.docx", "concept-0.1/b.docx", "kalender-2024.ics", "vastgesteld/a.pdf")


@pytest.fixture(autouse=True)
def gespeeld(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the playing by forty events that leave four files."""

    def play(uit: Path, meld: Callable[[str, int, int], None]) -> tuple[Resultaat, ...]:
        for nummer in range(41):
            meld(f"Gebeurtenis {nummer}", nummer, 40)
        return (Resultaat("dorp", 2024, uit / "dorp-2024", BESTANDEN),)

    monkeypatch.setattr(workflows.demo, "play_demo", play)


def test_what_is_where_is_told_with_commands_to_try(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("demo")

    regels = [" ".join(regel.split()) for regel in tekst.splitlines()]
    assert regels[0] == "demo/dorp-2024"
    assert (
        "concept-0.1 2 het gezamenlijke concept, en per partij een concept en een brief" in regels
    )
    assert "vastgesteld 1 de vastgestelde jaarschijf, in Word en als PDF" in regels
    assert "jaarschijf cyclus status hoogeveen 2024" in regels
    assert "jaarschijf reacties tabel hoogeveen 2024" in regels
    assert "jaarschijf herkomst hoogeveen 2024 --afspraak 1" in regels


def test_progress_is_a_line_per_tenth_when_nobody_watches(werkmap: Werkmap) -> None:
    regels = werkmap.run("demo").stderr.splitlines()

    assert regels[0] == "  0%  Gebeurtenis 0"
    assert regels[-1] == "100%  Gebeurtenis 40"
    assert len(regels) == 11


def test_demo_as_json_lists_every_file(werkmap: Werkmap) -> None:
    assert werkmap.json("demo", "--uit", "oefenen") == {
        "samenwerkingen": [
            {
                "samenwerking": "dorp",
                "jaar": 2024,
                "map": "oefenen/dorp-2024",
                "bestanden": list(BESTANDEN),
            }
        ]
    }


def test_demo_elsewhere_is_found_with_an_option(werkmap: Werkmap) -> None:
    tekst = werkmap.doe("demo", "--uit", "oefenen")

    assert "  jaarschijf --gegevens oefenen/gegevens cyclus status hoogeveen 2024\n" in tekst


def test_demo_beside_own_data_is_found_with_an_option(werkmap: Werkmap) -> None:
    Path("gegevens").mkdir()

    assert "jaarschijf --gegevens demo/gegevens cyclus" in werkmap.doe("demo")


def test_demo_chooses_its_own_folder_for_data(werkmap: Werkmap) -> None:
    antwoord = werkmap.run("--gegevens", "elders", "demo")

    assert antwoord.exit_code == 2
    assert "Kies de map met --uit." in antwoord.stderr

"""Pictures of the figures: files in a folder, and the figures as JSON."""

from pathlib import Path

from tests.workflows.cli.builders import Werkmap


def test_pictures_come_with_the_documents(met_concept: Werkmap) -> None:
    tekst = met_concept.doe("beeld", "dorp", "2024")

    folder = met_concept.pad / "stukken/dorp-2024/beelden"
    assert tekst.startswith("Beelden bij versie 0.1 (code ")
    assert "- Thema 1. " in tekst
    assert tekst.endswith(f"bestanden staan in {folder}.\n")
    assert {pad.suffix for pad in folder.iterdir()} == {".svg", ".png", ".html"}


def test_pictures_go_to_the_folder_that_was_asked_for(met_concept: Werkmap, tmp_path: Path) -> None:
    uit = tmp_path / "elders"

    beeld = met_concept.json("beeld", "dorp", "2024", "--uit", str(uit))

    assert sorted(str(pad) for pad in uit.iterdir()) == sorted(
        pad for thema in beeld["themas"] for pad in thema["bestanden"]
    )


def test_figures_as_json_are_numbers_with_null_for_unknown(met_concept: Werkmap) -> None:
    beeld = met_concept.json("beeld", "dorp", "2024")

    balken = [balk for thema in beeld["themas"] for balk in thema["balken"]]
    domesta = next(b for b in balken if b["partij"] == "Domesta" and b["bod"] == 60)
    assert domesta["tekst"]["bod"] == "60"
    for balk in balken:
        bekend = balk["realisatie"] is not None
        assert bekend == (balk["tekst"]["realisatie"] != "n.b.")


def test_pictures_before_there_is_a_concept_are_refused(werkmap: Werkmap) -> None:
    werkmap.open_biedingen()

    antwoord = werkmap.run("beeld", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "Maak het met: jaarschijf concept dorp 2024" in antwoord.stderr

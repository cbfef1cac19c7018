"""What changed since an earlier version: on screen, as JSON and in Word."""

from pathlib import Path

import pytest

from cycle.documents.package import DOCUMENT, read_parts
from tests.workflows.cli.builders import Werkmap, type_in


@pytest.fixture
def met_twee(met_concept: Werkmap) -> Werkmap:
    """Return a folder with a second draft, in which an offer is higher."""
    sporen = met_concept.json("herkomst", "dorp", "2024", "--afspraak", "1", "--partij", "domesta")
    cel = next(s["cel"] for s in sporen["herkomst"] if s["cijfer"] == "bod" and s["cel"])
    type_in(met_concept.pad / "bieding-2024-domesta.xlsx", cel, 75)
    met_concept.doe("bieding", "lees", "bieding-2024-domesta.xlsx", "--boek")
    met_concept.doe("concept", "dorp", "2024")
    return met_concept


def test_changes_are_listed_and_stand_in_a_word_document(met_twee: Werkmap) -> None:
    tekst = met_twee.doe("verschil", "dorp", "2024")

    assert tekst.startswith("Jaarschijf 2024, versie 0.2: wijzigingen sinds versie 0.1.\n")
    assert "Afspraak 1. De voorraad groeit\n- Actie van Domesta gewijzigd:" in tekst
    assert "Cijfers die zijn veranderd\n" in tekst
    pad = met_twee.pad / "stukken/dorp-2024/wijzigingen/wijzigingen-0.1-0.2.docx"
    assert tekst.endswith(f"De wijzigingen staan in {pad}.\n")
    assert b"<w:delText" in read_parts(pad.read_bytes(), "")[DOCUMENT]


def test_changes_as_json_name_the_document(met_twee: Werkmap, tmp_path: Path) -> None:
    uit = tmp_path / "elders"

    verschil = met_twee.json("verschil", "dorp", "2024", "--met", "0.1", "--uit", str(uit))

    assert (verschil["versie"], verschil["sinds"]) == ("0.2", "versie 0.1")
    assert {"waar": "Afspraak 1", "partij": "Domesta"}.items() <= verschil["getallen"][0].items()
    assert Path(verschil["bestand"]) == uit / "wijzigingen-0.1-0.2.docx"


def test_one_year_is_compared_with_the_adopted_text_of_the_year_before(
    met_concept: Werkmap,
) -> None:
    met_concept.doe("cyclus", "fase", "dorp", "2024", "accordering", "--reden", "Oefening.")
    met_concept.doe("cyclus", "fase", "dorp", "2024", "vaststelling", "--reden", "Oefening.")
    volgend = met_concept.op("2024-09-03")
    volgend.doe("cyclus", "start", "dorp", "2025")
    volgend.doe("concept", "dorp", "2025", "--reden", "Om te vergelijken.")

    tekst = volgend.doe("verschil", "dorp", "2025", "--met", "2024")

    assert "wijzigingen sinds de jaarschijf 2024." in tekst
    assert (volgend.pad / "stukken/dorp-2025/wijzigingen/wijzigingen-2024-2025.docx").exists()


def test_the_first_draft_has_nothing_to_compare_with(met_concept: Werkmap) -> None:
    antwoord = met_concept.run("verschil", "dorp", "2024")

    assert antwoord.exit_code == 1
    assert "Er is nog maar één versie van de jaarschijf 2024." in antwoord.stderr

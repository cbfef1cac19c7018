"""All checks of the content together: each finding once, one fault hides no other."""

from pathlib import Path

import pytest

from cycle.domain.errors import NietGevonden
from cycle.services.check_inhoud import check_inhoud
from tests.builders import echte_bibliotheek
from tests.cycle.library.builders import open_bibliotheek, plant, write_content


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_content(tmp_path / "content")


def codes(content: Path) -> list[str]:
    """Return the codes of all findings about Dorp."""
    return [b.code for b in check_inhoud(open_bibliotheek(content), "dorp").bevindingen]


def test_hoogeveen_gets_figures_smart_wederkerigheid_and_limits() -> None:
    uitkomst = check_inhoud(echte_bibliotheek(), "hoogeveen")

    gevonden = {b.code for b in uitkomst.bevindingen}
    assert gevonden == {"C401", "I601", "I602", "I610", "I621", "I630"}
    assert len(set(uitkomst.bevindingen)) == len(uitkomst.bevindingen)
    assert uitkomst.wederkerigheid is not None


def test_every_finding_of_the_shipped_content_has_a_line_and_a_remedy() -> None:
    for naam in ("hoogeveen", "hogeland"):
        for bevinding in check_inhoud(echte_bibliotheek(), naam).bevindingen:
            assert bevinding.plek.rsplit(":", 1)[1].isdigit(), bevinding
            assert bevinding.advies, bevinding


def test_a_fault_in_a_shared_file_does_not_hide_what_the_content_lacks(content: Path) -> None:
    gaaf = codes(content)
    plant(content, "parameters.toml", "jaar = 2023", "jaar = 23")

    assert codes(content) == [*gaaf, "I166"]


def test_a_fault_in_the_content_does_not_hide_one_in_a_shared_file(content: Path) -> None:
    plant(content, "dorp/samenwerking.toml", "gemeente = ", "gemeent = ")
    plant(content, "parameters.toml", "jaar = 2023", "jaar = 23")
    plant(content, "regelprofielen/woningwet2015.toml", "maand = 7", "maand = 13")

    uitkomst = check_inhoud(open_bibliotheek(content), "dorp")

    assert [b.code for b in uitkomst.bevindingen] == ["I110", "I164", "I166"]
    assert uitkomst.wederkerigheid is None


def test_a_fault_in_an_example_is_named_too(content: Path) -> None:
    plant(content, "dorp/voorbeeld/besluiten-2024.md", "| domesta | rvc", "| domesta | raad")

    assert "I161" in codes(content)


def test_a_year_of_which_the_equated_days_are_not_known_is_told(content: Path) -> None:
    bevindingen = check_inhoud(open_bibliotheek(content), "dorp").bevindingen

    (dagen,) = [b for b in bevindingen if b.code == "I701"]
    assert dagen.melding.startswith("Welke dagen in 2023, 2024 en 2025 gelijk zijn gesteld")


def test_with_a_fault_in_the_days_the_calendar_is_not_judged(content: Path) -> None:
    plant(content, "gelijkgestelde-dagen.toml", "2026-01-02", "2031-01-02")

    gevonden = codes(content)

    assert "I112" in gevonden
    assert not any(code.startswith("I7") for code in gevonden)


def test_an_unknown_samenwerking_is_refused(content: Path) -> None:
    with pytest.raises(NietGevonden):
        check_inhoud(open_bibliotheek(content), "elders")

import pytest

from cycle.forms.meldingen.catalogus import CATALOGUS
from tests.cycle.forms.bestand.valkuilen import VALKUILEN
from tests.cycle.forms.builders import lees


@pytest.mark.parametrize("naam", VALKUILEN)
def test_a_hostile_file_ends_in_findings_of_the_catalogue(naam: str) -> None:
    gelezen = lees(VALKUILEN[naam]())

    assert {b.code for b in gelezen.bevindingen} <= set(CATALOGUS)


@pytest.mark.parametrize(
    "naam", [naam for naam in VALKUILEN if "whole" in naam or "entity" in naam]
)
def test_what_covers_millions_of_cells_is_not_opened(naam: str) -> None:
    assert [b.code for b in lees(VALKUILEN[naam]()).bevindingen] == ["B006"]

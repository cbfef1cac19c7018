import pytest

from cycle.forms.meldingen.catalogus import CATALOGUS
from tests.cycle.forms.bestand.valkuilen import VALKUILEN, ingevoegd
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


@pytest.mark.parametrize("naam", [naam for naam in VALKUILEN if "than any form" in naam])
def test_what_is_more_than_any_form_is_not_opened(naam: str) -> None:
    assert [b.code for b in lees(VALKUILEN[naam]()).bevindingen] == ["B005"]


def test_a_form_with_a_thousand_formatted_rows_on_each_sheet_is_read() -> None:
    rijen = "".join(f'<row r="{rij}" ht="15.75" customHeight="1"/>' for rij in range(900, 20_000))

    gelezen = lees(ingevoegd("xl/worksheets/sheet2.xml", "</sheetData>", rijen))

    assert gelezen.bieding is not None

"""Every planted fault is reported once, at its place; a sound template has no findings."""

from pathlib import Path

import pytest

from cycle.documents.sjabloon import check_sjabloon
from tests.cycle.documents.sjabloon.geplant import GEPLANT, Geplant

TEMPLATES = Path(__file__).parents[4] / "templates"


@pytest.mark.parametrize("geplant", GEPLANT, ids=lambda g: g.naam)
def test_planted_fault_is_reported_once_at_its_place(geplant: Geplant) -> None:
    [bevinding] = check_sjabloon(geplant.sjabloon(), "jaarschijf.docx").bevindingen

    assert bevinding.code == geplant.code
    assert bevinding.plek == geplant.volle_plek
    assert geplant.melding in bevinding.melding
    assert bevinding.advies

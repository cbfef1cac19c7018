import re

import pytest

from cycle.forms.meldingen.catalogus import CATALOGUS, make_bevinding
from cycle.forms.meldingen.melding import Melding

MELDINGEN = list(CATALOGUS.values())


@pytest.mark.parametrize("melding", MELDINGEN, ids=[m.code for m in MELDINGEN])
def test_every_finding_says_what_is_wrong_and_what_to_do_in_short_sentences(
    melding: Melding,
) -> None:
    zinnen = re.split(r"(?<=[.?!])\s", f"{melding.wat} {melding.doe}")

    assert melding.wat
    assert melding.doe
    assert max(len(zin.split()) for zin in zinnen) <= 20
    assert melding.doe.endswith((".", "?"))


def test_a_finding_is_filled_in_with_what_was_written() -> None:
    bevinding = make_bevinding("W301", "Bieding!J5", ruw="veel")

    assert bevinding.melding == "'veel' is geen getal."
    assert bevinding.plek == "Bieding!J5"

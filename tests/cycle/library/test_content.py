"""The content that is shipped has no faults."""

import pytest

from cycle.library.bevindingen import CODES
from tests.cycle.library.builders import open_bibliotheek

BIBLIOTHEEK = open_bibliotheek()


@pytest.mark.parametrize("naam", BIBLIOTHEEK.namen())
def test_every_samenwerking_in_content_loads(naam: str) -> None:
    samenwerking = BIBLIOTHEEK.load(naam)

    assert samenwerking.themas
    assert BIBLIOTHEEK.waarschuwingen(naam) == ()


@pytest.mark.parametrize("naam", ["hogeland", "hoogeveen"])
def test_the_example_year_of_the_demo_loads(naam: str) -> None:
    samenwerking = BIBLIOTHEEK.load(naam)

    voorbeeld = BIBLIOTHEEK.voorbeeld(samenwerking, 2024)

    assert set(voorbeeld.antwoorden) == {partij.code for partij in samenwerking.partijen}


def test_every_unit_that_is_a_plural_has_its_singular() -> None:
    indicatoren = BIBLIOTHEEK.load("hoogeveen").indicatoren.values()

    zonder = {i.eenheid for i in indicatoren if not i.enkelvoud}

    assert zonder == {"%", "euro", "m2"}


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    assert all(meaning.endswith(".") and advice.endswith(".") for meaning, advice in CODES.values())

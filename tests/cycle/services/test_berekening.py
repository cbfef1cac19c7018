"""How a computed figure is explained: the words are true for gains and for losses."""

from decimal import Decimal

import pytest

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.afspraak import DoelSoort
from cycle.services.trace_cijfers import berekening
from tests.builders import (
    JAAR,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_doel,
    een_samenwerking,
)


@pytest.mark.parametrize(
    ("doel", "rest_na_bod", "woorden"),
    [
        ("-2", Decimal(-2), "rest min bod, nooit lager dan het doel: dat is een verwachte afname"),
        ("4", Decimal(0), "rest min bod, nooit lager dan 0"),
    ],
)
def test_rest_after_the_offer_is_explained_as_it_was_computed(
    doel: str, rest_na_bod: Decimal, woorden: str
) -> None:
    dorp = een_samenwerking(
        een_afspraak(1, een_doel(waarde=doel, van=JAAR, soort=DoelSoort.VERWACHT))
    )

    jaarschijf = merge_jaarschijf(dorp, JAAR, [een_bieding(een_antwoord(bod="5"))])

    (regel,) = jaarschijf.regels
    assert regel.na_bod_rest == rest_na_bod
    assert berekening("na_bod_rest", regel) == woorden

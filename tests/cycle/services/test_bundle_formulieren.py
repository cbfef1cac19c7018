"""Who works in several gemeenten gets one workbook."""

from dataclasses import replace

import pytest

from cycle.domain.errors import InvoerError
from cycle.domain.samenwerking import Samenwerking
from cycle.services.bundle_formulieren import bundle_formulieren
from tests.cycle.services.builders import CODE, JAAR, een_dorp, een_opstelling


def _stad(**domesta: str) -> Samenwerking:
    """Return a second samenwerking in which only Domesta is the same partij."""
    dorp = een_dorp()
    gemeente, corporatie, huurders = dorp.partijen
    partijen = (
        replace(gemeente, code="gemeente-stad"),
        replace(corporatie, **domesta),
        replace(huurders, code="huurders-stad"),
    )
    return replace(dorp, code="stad", naam="Stad", gemeente="Stad", partijen=partijen)


def test_one_bundle_per_partij_in_the_order_that_was_asked() -> None:
    opstelling = een_opstelling(een_dorp(), _stad())

    bundels = bundle_formulieren(opstelling.toolkit, (CODE, "stad"), JAAR)

    assert [(b[0].partij, [f.samenwerking for f in b]) for b in bundels] == [
        ("gemeente", ["dorp"]),
        ("domesta", ["dorp", "stad"]),
        ("huurders", ["dorp"]),
        ("gemeente-stad", ["stad"]),
        ("huurders-stad", ["stad"]),
    ]


def test_the_same_samenwerking_twice_counts_once() -> None:
    bundels = bundle_formulieren(een_opstelling().toolkit, (CODE, CODE), JAAR)

    assert [len(bundel) for bundel in bundels] == [1, 1, 1]


def test_two_partijen_with_one_code_are_not_put_together() -> None:
    opstelling = een_opstelling(een_dorp(), _stad(naam="Domesta Zuid"))

    with pytest.raises(InvoerError) as fout:
        bundle_formulieren(opstelling.toolkit, (CODE, "stad"), JAAR)

    assert "Domesta Zuid" in fout.value.melding

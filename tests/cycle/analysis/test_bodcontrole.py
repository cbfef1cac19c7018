"""Answers that cannot be meant so: far above the doel, or about an afspraak that is not there."""

from dataclasses import replace

import pytest

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.afspraak import SAMEN, Doelwaarde
from cycle.domain.afspraakweergave import Namen
from cycle.domain.bevinding import Bevinding
from cycle.domain.verzoekweergave import build_verzoeken
from cycle.domain.wederkerigheid import Verzoek
from tests.builders import (
    JAAR,
    een_afspraak,
    een_antwoord,
    een_bieding,
    een_cel,
    een_doel,
    een_samenwerking,
)


def bevindingen(bod: str, doel: Doelwaarde) -> list[Bevinding]:
    """Return what the merge finds when Domesta offers `bod`."""
    antwoord = een_antwoord(f"A01-{doel.indicator}", bod)
    dorp = een_samenwerking(een_afspraak(1, doel))
    return list(merge_jaarschijf(dorp, JAAR, [een_bieding(antwoord)]).bevindingen)


def test_an_offer_above_the_whole_doel_is_found_on_its_cell() -> None:
    (bevinding,) = bevindingen("3400", een_doel(waarde="115"))

    assert (bevinding.code, bevinding.plek) == ("K509", "bieding.xlsx, Bieding!F7")
    assert bevinding.melding == (
        "Afspraak 1, Nieuwe sociale huurwoningen: het bod van Domesta is 3.400. Dat is meer dan "
        "het hele doel: 115 (2023 t/m 2027)."
    )


@pytest.mark.parametrize(
    ("bod", "doel"),
    [
        ("115", een_doel(waarde="115")),
        ("3400", een_doel(waarde="115", partij=SAMEN)),
        ("3400", een_doel(waarde="115", tot_en_met=None)),
        ("5", een_doel(waarde="-2")),
        ("96", een_doel("KK_P", "95")),
    ],
    ids=["all of it", "shared", "for each year", "expected loss", "share"],
)
def test_other_offers_are_not_too_high(bod: str, doel: Doelwaarde) -> None:
    assert bevindingen(bod, doel) == []


def een_verzoek(nummer: int) -> Verzoek:
    """Return what Domesta needs from the gemeente for this afspraak."""
    return Verzoek("v1", "domesta", "gemeente", nummer, "Locaties", "", None, False, een_cel("B4"))


@pytest.mark.parametrize(
    ("nummer", "codes", "tekst"),
    [(99, ["K510"], "Afspraak 99 (bestaat niet)"), (1, [], "Afspraak 1"), (0, [], "")],
)
def test_a_request_for_an_afspraak_that_does_not_exist_is_found(
    nummer: int, codes: list[str], tekst: str
) -> None:
    dorp = een_samenwerking(een_afspraak())
    bieding = replace(een_bieding(), verzoeken=(een_verzoek(nummer),))

    jaarschijf = merge_jaarschijf(dorp, JAAR, [bieding])

    assert [b.code for b in jaarschijf.bevindingen] == codes
    assert [v.afspraak for v in build_verzoeken(jaarschijf.wederkerigheid, Namen(dorp))] == [tekst]

"""Obligations: what is still owed in each fase, and by when."""

import pendulum
import pytest

from cycle.domain.accordering import list_besluiten
from cycle.domain.fase import VOLGORDE, Fase
from cycle.domain.partij import Orgaan
from cycle.domain.verplichting import Soort, Verplichting, open_verplichtingen
from tests.builders import een_besluit, een_partij, een_termijn

DAGEN = {
    code: pendulum.date(2025, maand, 1)
    for code, maand in (("biedingen_in", 10), ("accordering", 12), ("ondertekening", 11))
}
TERMIJNEN = [een_termijn(code, dag) for code, dag in DAGEN.items()]


def verschuldigd(fase: Fase, *besluiten: object, **vergaderingen: int) -> list[Verplichting]:
    """Return what is owed in this fase; `vergaderingen` are days in November of Domesta."""
    return list(
        open_verplichtingen(
            fase,
            TERMIJNEN,
            zonder_bieding=["domesta", "woonservice"],
            bord=list_besluiten([een_partij()], besluiten, "CODE"),
            zonder_handtekening=["gemeente"],
            vergaderdata={
                ("domesta", orgaan): pendulum.date(2025, 11, dag)
                for orgaan, dag in vergaderingen.items()
            },
        )
    )


def test_while_biedingen_are_open_each_missing_one_is_owed() -> None:
    owed = verschuldigd(Fase.BIEDINGEN)

    assert [v.sleutel for v in owed] == ["bieding/domesta", "bieding/woonservice"]
    assert {v.uiterlijk for v in owed} == {DAGEN["biedingen_in"]}


def test_a_decision_is_owed_on_the_day_its_orgaan_meets() -> None:
    bestuur, rvc = verschuldigd(Fase.ACCORDERING, rvc=28)

    assert (bestuur.sleutel, bestuur.uiterlijk) == (
        "besluit/domesta/bestuur",
        DAGEN["accordering"],
    )
    assert (rvc.sleutel, rvc.uiterlijk) == ("besluit/domesta/rvc", pendulum.date(2025, 11, 28))


def test_a_lapsed_decision_is_owed_again_and_a_given_one_is_not() -> None:
    gegeven = verschuldigd(Fase.ACCORDERING, een_besluit())
    vervallen = verschuldigd(Fase.ACCORDERING, een_besluit(code="OUD"))

    assert [v.orgaan for v in gegeven] == [Orgaan.RVC]
    assert [v.orgaan for v in vervallen] == [Orgaan.BESTUUR, Orgaan.RVC]


def test_a_missing_signature_is_owed_on_the_day_of_signing() -> None:
    assert verschuldigd(Fase.ONDERTEKENING) == [
        Verplichting(Soort.ONDERTEKENING, "gemeente", DAGEN["ondertekening"])
    ]


@pytest.mark.parametrize(
    "fase", [f for f in VOLGORDE if f not in ("biedingen", "accordering", "ondertekening")]
)
def test_in_other_fasen_nothing_is_owed(fase: Fase) -> None:
    assert verschuldigd(fase) == []

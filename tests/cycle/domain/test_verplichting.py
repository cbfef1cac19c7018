"""Obligations: what is still owed in each fase, and by when."""

import pendulum
import pytest

from cycle.domain.accordering import list_besluiten
from cycle.domain.fase import VOLGORDE, Fase, FaseOvergang
from cycle.domain.partij import Orgaan
from cycle.domain.verplichting import (
    Openstand,
    Soort,
    Verplichting,
    find_vraagdag,
    open_verplichtingen,
)
from tests.builders import een_besluit, een_partij, een_termijn

DAGEN = {
    code: pendulum.date(2025, maand, 1)
    for code, maand in (
        ("biedingen_in", 10),
        ("stukken", 11),
        ("accordering", 12),
        ("ondertekening", 11),
    )
}
TERMIJNEN = [een_termijn(code, dag) for code, dag in DAGEN.items()]
SINDS = pendulum.date(2025, 9, 15)
CONCEPT_OP = pendulum.date(2025, 10, 20)
VRAGEND = {Fase.BIEDINGEN, Fase.OVERLEG, Fase.ACCORDERING, Fase.ONDERTEKENING}


def verschuldigd(fase: Fase, *besluiten: object, **vergaderingen: int) -> list[Verplichting]:
    """Return what is owed in this fase; `vergaderingen` are days in November of Domesta."""
    stand = Openstand(
        sinds=SINDS,
        zonder_bieding=["domesta", "woonservice"],
        zonder_reactie=["huurders"],
        bord=list_besluiten([een_partij()], besluiten, "CODE"),
        zonder_handtekening=["gemeente"],
        vergaderdata={
            ("domesta", orgaan): pendulum.date(2025, 11, dag)
            for orgaan, dag in vergaderingen.items()
        },
        versie="0.2",
        code="CODE",
        gevraagd_op=CONCEPT_OP,
    )
    return list(open_verplichtingen(fase, TERMIJNEN, stand))


def test_while_biedingen_are_open_each_missing_one_is_owed() -> None:
    owed = verschuldigd(Fase.BIEDINGEN)

    assert [v.sleutel for v in owed] == ["bieding/domesta", "bieding/woonservice"]
    assert {(v.uiterlijk, v.sinds) for v in owed} == {(DAGEN["biedingen_in"], SINDS)}


def test_a_reaction_is_asked_for_each_version_of_the_draft() -> None:
    assert verschuldigd(Fase.OVERLEG) == [
        Verplichting(Soort.REACTIE, "huurders", DAGEN["stukken"], kenmerk="0.2", sinds=CONCEPT_OP)
    ]


def test_a_decision_is_owed_on_the_day_its_orgaan_meets() -> None:
    bestuur, rvc = verschuldigd(Fase.ACCORDERING, rvc=28)

    assert (bestuur.sleutel, bestuur.uiterlijk) == (
        "besluit/domesta/bestuur/CODE",
        DAGEN["accordering"],
    )
    assert (rvc.sleutel, rvc.uiterlijk) == ("besluit/domesta/rvc/CODE", pendulum.date(2025, 11, 28))
    assert bestuur.sinds == CONCEPT_OP


def test_a_lapsed_decision_is_owed_again_and_a_given_one_is_not() -> None:
    gegeven = verschuldigd(Fase.ACCORDERING, een_besluit())
    vervallen = verschuldigd(Fase.ACCORDERING, een_besluit(code="OUD"))

    assert [v.orgaan for v in gegeven] == [Orgaan.RVC]
    assert [v.orgaan for v in vervallen] == [Orgaan.BESTUUR, Orgaan.RVC]


def test_a_missing_signature_is_owed_on_the_day_of_signing() -> None:
    assert verschuldigd(Fase.ONDERTEKENING) == [
        Verplichting(Soort.ONDERTEKENING, "gemeente", DAGEN["ondertekening"], sinds=SINDS)
    ]


@pytest.mark.parametrize("fase", [f for f in VOLGORDE if f not in VRAGEND])
def test_in_other_fasen_nothing_is_owed(fase: Fase) -> None:
    assert verschuldigd(fase) == []


def test_something_is_late_from_the_day_after_its_deadline() -> None:
    (owed,) = verschuldigd(Fase.ONDERTEKENING)

    assert owed.te_laat_sinds == pendulum.date(2025, 11, 2)
    assert not owed.is_te_laat(owed.uiterlijk)
    assert owed.is_te_laat(owed.te_laat_sinds)


@pytest.mark.parametrize(
    ("keer", "gemaild", "vraagdag"),
    [
        (1, pendulum.date(2025, 10, 31), pendulum.date(2025, 10, 31)),
        (1, None, pendulum.date(2025, 11, 9)),
        (2, pendulum.date(2025, 10, 31), pendulum.date(2025, 11, 9)),
    ],
)
def test_the_mail_tells_when_a_draft_was_asked_about_unless_the_fase_began_again(
    keer: int, gemaild: pendulum.Date | None, vraagdag: pendulum.Date
) -> None:
    overgangen = [FaseOvergang(Fase.OVERLEG, pendulum.date(2025, 11, 9))] * keer

    assert find_vraagdag(overgangen, CONCEPT_OP, gemaild) == vraagdag

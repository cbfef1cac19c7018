"""Decisions: whole, in part or not, with a reason, on the content that counts."""

import pytest

from cycle.domain.accordering import (
    Besluit,
    BesluitStaat,
    Reikwijdte,
    check_besluit,
    is_compleet,
    list_besluiten,
)
from cycle.domain.errors import BesluitError
from cycle.domain.partij import Orgaan
from tests.builders import een_besluit, een_partij

DOMESTA = een_partij()
DEELS = Reikwijdte.OP_ONDERDELEN


@pytest.mark.parametrize(
    "besluit",
    [
        een_besluit(),
        een_besluit(orgaan=Orgaan.RVC, reikwijdte=Reikwijdte.NIET, reden="Te duur."),
        een_besluit(reikwijdte=DEELS, reden="Te vroeg.", uitgezonderd=(1, 19)),
    ],
)
def test_a_sound_decision_is_accepted(besluit: Besluit) -> None:
    check_besluit(besluit, DOMESTA, (1, 2, 19))


@pytest.mark.parametrize(
    ("besluit", "melding", "advies"),
    [
        (een_besluit(orgaan=Orgaan.RAAD), "beslist niet via 'raad'", "Kies uit: bestuur, rvc."),
        (een_besluit(reikwijdte=Reikwijdte.NIET), "Bij 'niet' hoort een reden", "met --reden"),
        (een_besluit(reikwijdte=DEELS, reden=" "), "'op onderdelen' hoort een reden", "--reden"),
        (
            een_besluit(reikwijdte=DEELS, reden="x", uitgezonderd=(7, 3, 1)),
            "Afspraak 3, 7 bestaat niet in deze jaarschijf",
            "Kies uit: 1, 2, 19.",
        ),
        (een_besluit(reikwijdte=DEELS, reden="x"), "hoort welke afspraken niet", "--zonder 19"),
        (een_besluit(uitgezonderd=(1,)), "Bij 'geheel' kunt u geen afspraken", "laat --zonder weg"),
    ],
)
def test_a_decision_that_cannot_count_is_refused_with_the_way_out(
    besluit: Besluit, melding: str, advies: str
) -> None:
    with pytest.raises(BesluitError, match=melding) as fout:
        check_besluit(besluit, DOMESTA, (1, 2, 19))

    assert advies in fout.value.advies


def test_parts_of_an_empty_jaarschijf_are_refused_without_a_crash() -> None:
    besluit = een_besluit(reikwijdte=DEELS, reden="x", uitgezonderd=(1,))

    with pytest.raises(BesluitError, match="Afspraak 1 bestaat niet"):
        check_besluit(besluit, DOMESTA, ())


def test_every_orgaan_has_its_own_place_on_the_board() -> None:
    bord = list_besluiten([DOMESTA], [een_besluit()], "CODE")

    assert [(r.orgaan, r.staat) for r in bord] == [
        (Orgaan.BESTUUR, BesluitStaat.GEHEEL),
        (Orgaan.RVC, BesluitStaat.OPEN),
    ]
    assert not is_compleet(bord)


@pytest.mark.parametrize("reikwijdte", list(Reikwijdte))
def test_any_decision_on_this_content_completes_the_board(reikwijdte: Reikwijdte) -> None:
    partij = een_partij(organen=(Orgaan.BESTUUR,))

    bord = list_besluiten([partij], [een_besluit(reikwijdte=reikwijdte)], "CODE")

    assert bord[0].staat == reikwijdte.value
    assert is_compleet(bord)


def test_a_decision_on_other_content_has_lapsed() -> None:
    bord = list_besluiten([DOMESTA], [een_besluit(code="OUD")], "CODE")

    assert bord[0].staat is BesluitStaat.VERVALLEN
    assert bord[0].besluit == een_besluit(code="OUD")
    assert not is_compleet(bord)


def test_the_latest_decision_on_this_content_counts() -> None:
    niet = een_besluit(reikwijdte=Reikwijdte.NIET, reden="Nee.")

    bord = list_besluiten([DOMESTA], [niet, een_besluit(), een_besluit(code="OUD")], "CODE")

    assert bord[0].staat is BesluitStaat.GEHEEL


def test_a_later_decision_takes_the_place_of_a_lapsed_one() -> None:
    ouder, oud = een_besluit(code="OUDER"), een_besluit(code="OUD")

    assert list_besluiten([DOMESTA], [ouder, oud], "CODE")[0].besluit == oud
    assert list_besluiten([DOMESTA], [oud, een_besluit()], "CODE")[0].besluit == een_besluit()

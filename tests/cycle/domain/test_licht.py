"""The light of an afspraak: from the doel, the figure, the time that passed, and the partij."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.licht import Licht, Meting, compute_licht
from cycle.domain.toets import Toetsmoment, Voortgang
from tests.builders import een_indicator

KWART, TWEEDERDE = Toetsmoment.APRIL.deel, Toetsmoment.SEPTEMBER.deel
GROEN, GEEL, ROOD, GRIJS = Licht.OP_KOERS, Licht.LET_OP, Licht.WIJKT_AF, Licht.NIET_BEKEND


def _meting(cijfer: str | None, doel: str | None = "20", **anders: object) -> Meting:
    """Return something that is under way and grows over the year."""
    velden = {"voortgang": Voortgang.LOOPT} | anders
    return Meting(
        cijfer=None if cijfer is None else Decimal(cijfer),
        doel=None if doel is None else Decimal(doel),
        **velden,
    )


def test_a_quarter_of_the_year_has_passed_in_april_and_two_thirds_in_september() -> None:
    assert (Fraction(1, 4), Fraction(2, 3)) == (KWART, TWEEDERDE)
    assert str(Toetsmoment.APRIL.peildatum(2024)) == "2024-03-31"
    assert str(Toetsmoment.SEPTEMBER.peildatum(2024)) == "2024-08-31"


@pytest.mark.parametrize(
    ("cijfer", "deel", "licht"),
    [
        ("5", KWART, GROEN),
        ("4", KWART, GEEL),
        ("0", KWART, GEEL),  # three months behind
        ("14", TWEEDERDE, GROEN),
        ("13", TWEEDERDE, GEEL),
        ("9", TWEEDERDE, GEEL),
        ("8", TWEEDERDE, ROOD),
        ("0", TWEEDERDE, ROOD),
        ("20", KWART, GROEN),
    ],
)
def test_a_floor_is_held_against_the_part_of_the_year(
    cijfer: str, deel: Fraction, licht: Licht
) -> None:
    assert compute_licht(_meting(cijfer), deel).licht is licht


@pytest.mark.parametrize(
    ("cijfer", "doel", "licht"),
    [("4", "20", GROEN), ("6", "20", GEEL), ("20", "20", GEEL), ("21", "20", ROOD),
     ("0", "0", GROEN), ("1", "0", ROOD)],
)  # fmt: skip
def test_a_ceiling_may_not_be_used_up_too_soon(cijfer: str, doel: str, licht: Licht) -> None:
    assert compute_licht(_meting(cijfer, doel, is_maximum=True), KWART).licht is licht


@pytest.mark.parametrize(
    ("cijfer", "licht"), [("80", GROEN), ("79", GEEL), ("76", GEEL), ("75", ROOD)]
)
def test_a_share_must_be_there_all_year(cijfer: str, licht: Licht) -> None:
    assert compute_licht(_meting(cijfer, "80", telt_op=False), KWART).licht is licht


def test_a_share_above_its_ceiling_deviates() -> None:
    meting = _meting("11", "10", telt_op=False, is_maximum=True)

    assert compute_licht(meting, KWART).licht is ROOD


@pytest.mark.parametrize(("cijfer", "licht"), [("20", GROEN), ("21", ROOD), ("19", GEEL)])
def test_an_exact_amount_deviates_on_both_sides(cijfer: str, licht: Licht) -> None:
    meting = _meting(cijfer, "20", hoogstens=Decimal(20), voortgang=Voortgang.GEREED)

    assert compute_licht(meting, KWART).licht is licht


@pytest.mark.parametrize(("cijfer", "licht"), [("4", GROEN), ("7", GROEN), ("8", ROOD)])
def test_more_of_an_exact_amount_than_the_share_of_this_year_is_ahead_and_not_too_much(
    cijfer: str, licht: Licht
) -> None:
    oordeel = compute_licht(_meting(cijfer, "2", hoogstens=Decimal(7)), KWART)

    assert oordeel.licht is licht
    assert (oordeel.reden == "Meer dan de afgesproken 7.") is (licht is ROOD)


@pytest.mark.parametrize(
    ("anders", "cijfer", "licht"),
    [
        ({"is_verwachting": True}, "0", GEEL),
        ({"is_verwachting": True, "is_maximum": True}, "30", GEEL),
        ({"is_later_gepland": True}, "0", GEEL),
        ({"is_later_gepland": True, "voortgang": Voortgang.GEREED}, "0", ROOD),
    ],
)
def test_what_was_only_expected_or_comes_later_never_deviates_yet(
    anders: dict[str, object], cijfer: str, licht: Licht
) -> None:
    assert compute_licht(_meting(cijfer, **anders), TWEEDERDE).licht is licht


def test_less_than_an_expected_loss_is_no_matter() -> None:
    meting = _meting("1", "34", is_maximum=True, is_verwachting=True)

    assert compute_licht(meting, TWEEDERDE).licht is GROEN


def test_an_expected_loss_below_zero_is_measured_the_same_way() -> None:
    assert compute_licht(_meting("-1", "-4"), KWART).licht is GROEN
    assert compute_licht(_meting("-4", "-4"), KWART).licht is ROOD


@pytest.mark.parametrize(
    ("voortgang", "deel", "licht"),
    [
        (None, KWART, GRIJS),
        (Voortgang.LOOPT, KWART, GROEN),
        (Voortgang.GEREED, KWART, GROEN),
        (Voortgang.VERTRAAGD, KWART, GEEL),
        (Voortgang.VERVALT, KWART, ROOD),
        (Voortgang.NIET_BEGONNEN, KWART, GEEL),
        (Voortgang.NIET_BEGONNEN, TWEEDERDE, ROOD),
    ],
)
def test_without_a_number_the_partij_itself_decides(
    voortgang: Voortgang | None, deel: Fraction, licht: Licht
) -> None:
    assert compute_licht(_meting(None, None, voortgang=voortgang), deel).licht is licht


def test_what_is_planned_later_need_not_have_begun() -> None:
    meting = _meting(None, None, voortgang=Voortgang.NIET_BEGONNEN, is_later_gepland=True)

    assert compute_licht(meting, TWEEDERDE).licht is GROEN


@pytest.mark.parametrize(
    ("voortgang", "licht"),
    [
        (Voortgang.LOOPT, GRIJS),
        (Voortgang.GEREED, GRIJS),
        (Voortgang.VERTRAAGD, GEEL),
        (Voortgang.VERVALT, ROOD),
    ],
)
def test_a_figure_that_is_not_known_is_not_zero(voortgang: Voortgang, licht: Licht) -> None:
    assert compute_licht(_meting(None, voortgang=voortgang), TWEEDERDE).licht is licht


def test_done_is_held_against_the_whole_doel() -> None:
    meting = _meting("16", voortgang=Voortgang.GEREED)

    assert compute_licht(meting, KWART).licht is GEEL


def test_of_two_lights_the_one_that_asks_more_attention_wins() -> None:
    laat = compute_licht(_meting("20", voortgang=Voortgang.VERTRAAGD), KWART)
    achter = compute_licht(_meting("0", voortgang=Voortgang.VERTRAAGD), TWEEDERDE)

    assert (laat.licht, laat.reden) == (GEEL, "De partij meldt vertraging.")
    assert (achter.licht, achter.reden) == (ROOD, "Nodig tot nu: 13,3.")


def test_the_reason_names_the_unit_of_the_figure() -> None:
    aandeel = replace(_meting("20", "30"), telt_op=False, indicator=een_indicator(eenheid="%"))

    assert compute_licht(aandeel, KWART).reden == "Nodig tot nu: 30%."


def test_every_light_has_its_own_symbol() -> None:
    assert len({licht.teken for licht in Licht}) == len(Licht)


@given(
    cijfer=st.integers(-50, 500),
    meer=st.integers(0, 50),
    doel=st.integers(-50, 300),
    deel=st.sampled_from([KWART, TWEEDERDE]),
)
def test_more_of_a_floor_is_never_worse(cijfer: int, meer: int, doel: int, deel: Fraction) -> None:
    minder = compute_licht(_meting(str(cijfer), str(doel)), deel)
    beter = compute_licht(_meting(str(cijfer + meer), str(doel)), deel)

    assert list(Licht).index(beter.licht) <= list(Licht).index(minder.licht)


@given(cijfer=st.integers(0, 300), meer=st.integers(0, 50), doel=st.integers(0, 300))
def test_more_of_a_ceiling_is_never_better(cijfer: int, meer: int, doel: int) -> None:
    minder = compute_licht(_meting(str(cijfer), str(doel), is_maximum=True), KWART)
    erger = compute_licht(_meting(str(cijfer + meer), str(doel), is_maximum=True), KWART)

    assert list(Licht).index(erger.licht) >= list(Licht).index(minder.licht)

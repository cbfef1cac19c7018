"""What remains and what this year must bring, beside an independent calculation."""

import math
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.analysis.restopgave import KOLOMMEN, UITKOMSTEN, add_restopgave
from cycle.domain.jaarschijf import Oordeel

JAAR = 2026
Bedrag = Decimal | None


@dataclass(frozen=True)
class Regel:
    """One line before the arithmetic; the Domesta example unless said otherwise."""

    stroom: bool = True
    maximum: bool = False
    doet_mee: bool = True
    compleet: bool = True
    nvt: bool = False
    afname: bool = False
    doel: Bedrag = Decimal(700)
    realisatie: Bedrag = Decimal(260)
    fasering: Bedrag = None
    bod: Bedrag = Decimal(160)
    van: int | None = 2023
    tot_en_met: int | None = 2027


def bereken(*regels: Regel) -> list[dict[str, object]]:
    """Return the computed lines, unknown as None and numbers exact."""
    velden = {
        naam: [getattr(r, naam) for r in regels]
        for naam in ("stroom", "maximum", "doet_mee", "compleet", "nvt", "afname")
    }
    for naam in ("doel", "realisatie", "fasering", "bod", "van", "tot_en_met"):
        waarden = [getattr(r, naam) for r in regels]
        velden[naam] = [None if w is None else float(w) for w in waarden]
    frame = add_restopgave(pd.DataFrame(velden).astype(KOLOMMEN), JAAR)
    return [
        {
            **{naam: _exact(rij[naam]) for naam in UITKOMSTEN[:-1]},
            "oordeel": rij["oordeel"],
        }
        for rij in frame.to_dict("records")
    ]


def _exact(waarde: object) -> Bedrag:
    """Return a cell of the frame as a number of six decimals."""
    return None if pd.isna(waarde) else round(Decimal(waarde), 6)


def verwacht(r: Regel) -> dict[str, object]:
    """Return the same line by plain exact arithmetic, written without the product."""
    per_jaar = not r.stroom or r.tot_en_met is None
    rest = _rest(r, per_jaar)
    nodig = r.fasering if r.fasering is not None else _nodig(r, per_jaar, rest)
    verschil = None
    if r.bod is not None and nodig is not None and r.compleet:
        verschil = nodig - r.bod if r.maximum else r.bod - nodig
    over = _over(r, rest)
    return {
        "rest": rest,
        "nodig": nodig,
        "verschil": verschil,
        "na_bod_rest": over,
        "tempo": _tempo(r, over),
        "oordeel": _oordeel(r, nodig, verschil).value,
    }


def _over(r: Regel, rest: Bedrag) -> Bedrag:
    bod = Decimal(0) if r.bod is None and not r.doet_mee else r.bod
    if rest is None or r.doel is None or bod is None or not r.compleet:
        return None
    return max(rest - bod, min(r.doel, Decimal(0)))


def _tempo(r: Regel, over: Bedrag) -> Bedrag:
    if over is None or r.doel is None or r.van is None or r.tot_en_met is None:
        return None
    later = [jaar for jaar in range(r.van, r.tot_en_met + 1) if jaar > JAAR]
    if not later:
        return None
    if r.maximum or r.doel < 0:
        return over
    return Decimal(math.ceil(Fraction(over) / len(later)))


def _rest(r: Regel, per_jaar: bool) -> Bedrag:
    if per_jaar or r.doel is None or r.realisatie is None:
        return None
    return max(r.doel - r.realisatie, min(r.doel, Decimal(0)))


def _nodig(r: Regel, per_jaar: bool, rest: Bedrag) -> Bedrag:
    begint_later = r.van is not None and r.van > JAAR
    voorbij = r.tot_en_met is not None and r.tot_en_met < JAAR
    if (per_jaar or r.maximum) and (begint_later or voorbij):
        return None
    if per_jaar:
        return r.doel
    if rest is None:
        return None
    if begint_later:
        return Decimal(0)
    if r.maximum or (r.doel is not None and r.doel < 0):
        return rest
    jaren = max((r.tot_en_met or JAAR) - JAAR + 1, 1)
    return (rest / jaren).to_integral_value(ROUND_CEILING)


def _oordeel(r: Regel, nodig: Bedrag, verschil: Bedrag) -> Oordeel:
    if r.nvt:
        return Oordeel.NIET_VAN_TOEPASSING
    if not r.doet_mee:
        return Oordeel.DOET_NIET_MEE
    if r.bod is None:
        return Oordeel.GEEN_BOD
    if r.doel is None:
        return Oordeel.TOEGEZEGD
    if nodig is None or verschil is None:
        return Oordeel.NIET_TE_BEPALEN
    return _koers(r, r.doel, verschil)


def _koers(r: Regel, doel: Decimal, verschil: Decimal) -> Oordeel:
    if verschil < 0:
        if r.maximum:
            return Oordeel.BOVEN_PLAFOND
        return Oordeel.MINDER_DAN_VERWACHT if r.afname else Oordeel.LOOPT_ACHTER
    if verschil > 0 and not r.maximum and doel > 0:
        return Oordeel.MEER_DAN_VERWACHT if r.afname else Oordeel.LOOPT_VOOR
    return Oordeel.OP_KOERS


BEDRAGEN = st.decimals(-20, 900, places=1)
MISSCHIEN = st.none() | BEDRAGEN


@st.composite
def regels(draw: st.DrawFn) -> Regel:
    """Draw a line; without a doel there is no realisatie, fasering or period."""
    basis = Regel(
        stroom=draw(st.booleans()),
        maximum=draw(st.booleans()),
        doet_mee=draw(st.booleans()),
        compleet=draw(st.booleans()),
        nvt=draw(st.integers(0, 9)) == 0,
        afname=draw(st.booleans()),
        doel=None,
        realisatie=None,
        bod=draw(MISSCHIEN),
        van=None,
        tot_en_met=None,
    )
    if draw(st.integers(0, 5)) == 0:
        return basis
    van = draw(st.integers(2022, 2028))
    return replace(
        basis,
        doel=draw(BEDRAGEN),
        realisatie=draw(MISSCHIEN),
        fasering=draw(st.none() | st.none() | BEDRAGEN),
        van=van,
        tot_en_met=draw(st.none() | st.integers(van, 2032)),
    )


@settings(max_examples=125, deadline=None)  # 1,000 lines or more
@given(lijst=st.lists(regels(), min_size=8, max_size=12))
def test_the_frame_agrees_with_an_independent_exact_calculation(lijst: list[Regel]) -> None:
    assert bereken(*lijst) == [verwacht(regel) for regel in lijst]


@pytest.mark.parametrize(
    ("regel", "rest", "nodig", "verschil", "oordeel"),
    [
        (Regel(), 440, 220, -60, Oordeel.LOOPT_ACHTER),
        (Regel(bod=Decimal(220)), 440, 220, 0, Oordeel.OP_KOERS),
        (Regel(bod=Decimal(221)), 440, 220, 1, Oordeel.LOOPT_VOOR),
        (Regel(realisatie=Decimal(261)), 439, 220, -60, Oordeel.LOOPT_ACHTER),
        (Regel(realisatie=Decimal(800)), 0, 0, 160, Oordeel.LOOPT_VOOR),
        (Regel(fasering=Decimal(160)), 440, 160, 0, Oordeel.OP_KOERS),
        (Regel(tot_en_met=2024), 440, 440, -280, Oordeel.LOOPT_ACHTER),
    ],
)
def test_the_domesta_example_of_2026(
    regel: Regel, rest: int, nodig: int, verschil: int, oordeel: Oordeel
) -> None:
    (uit,) = bereken(regel)

    assert (uit["rest"], uit["nodig"], uit["verschil"]) == (rest, nodig, verschil)
    assert uit["oordeel"] == oordeel.value


@pytest.mark.parametrize(
    ("regel", "na_bod_rest", "tempo"),
    [
        (Regel(), 280, 280),
        (Regel(tot_en_met=2029), 280, 94),
        (Regel(bod=Decimal(500)), 0, 0),
        (Regel(tot_en_met=JAAR), 280, None),
        (Regel(bod=None), None, None),
        (Regel(bod=None, doet_mee=False), 440, 440),
        (Regel(compleet=False), None, None),
        (Regel(realisatie=None), None, None),
        (Regel(van=2027, realisatie=Decimal(0), bod=Decimal(0), tot_en_met=2030), 700, 175),
        (Regel(maximum=True, bod=Decimal(40)), 400, 400),
    ],
)
def test_what_remains_after_the_offer_and_the_pace_it_then_takes(
    regel: Regel, na_bod_rest: int | None, tempo: int | None
) -> None:
    (uit,) = bereken(regel)

    assert (uit["na_bod_rest"], uit["tempo"]) == (na_bod_rest, tempo)


@pytest.mark.parametrize(
    ("bod", "verschil", "oordeel"),
    [("9", 1, Oordeel.OP_KOERS), ("10", 0, Oordeel.OP_KOERS), ("12", -2, Oordeel.BOVEN_PLAFOND)],
)
def test_the_ceiling_of_afspraak_19_is_never_a_floor(
    bod: str, verschil: int, oordeel: Oordeel
) -> None:
    (uit,) = bereken(Regel(stroom=False, maximum=True, doel=Decimal(10), bod=Decimal(bod)))

    assert (uit["nodig"], uit["verschil"], uit["oordeel"]) == (10, verschil, oordeel.value)
    assert uit["rest"] is None


def test_a_ceiling_over_years_leaves_all_room_to_any_year() -> None:
    (uit,) = bereken(Regel(maximum=True, doel=Decimal(91), realisatie=Decimal(50), bod=Decimal(41)))

    assert (uit["rest"], uit["nodig"], uit["oordeel"]) == (41, 41, Oordeel.OP_KOERS.value)


def test_unknown_realisatie_is_not_zero_and_never_behind() -> None:
    (uit,) = bereken(Regel(realisatie=None, bod=Decimal(0)))

    assert uit == {
        "rest": None,
        "nodig": None,
        "verschil": None,
        "na_bod_rest": None,
        "tempo": None,
        "oordeel": Oordeel.NIET_TE_BEPALEN.value,
    }


def test_an_agreed_fasering_can_be_judged_without_realisatie() -> None:
    (uit,) = bereken(Regel(realisatie=None, fasering=Decimal("1.4"), bod=Decimal("1.4")))

    assert (uit["rest"], uit["oordeel"]) == (None, Oordeel.OP_KOERS.value)


def test_a_sum_that_misses_an_offer_is_never_behind() -> None:
    (uit,) = bereken(Regel(compleet=False))

    assert (uit["nodig"], uit["verschil"]) == (220, None)
    assert uit["oordeel"] == Oordeel.NIET_TE_BEPALEN.value


def test_a_doel_without_an_end_holds_for_each_year_by_itself() -> None:
    (uit,) = bereken(Regel(tot_en_met=None, doel=Decimal(30), bod=Decimal(25)))

    assert (uit["rest"], uit["nodig"], uit["verschil"]) == (None, 30, -5)


def test_an_expected_loss_is_needed_at_once_and_a_smaller_loss_is_on_course() -> None:
    verlies = Regel(doel=Decimal(-2), realisatie=Decimal(0))

    uit = bereken(
        replace(verlies, bod=Decimal(-2)),
        replace(verlies, bod=Decimal(0)),
        replace(verlies, bod=Decimal(-3)),
        replace(verlies, bod=Decimal(0), realisatie=Decimal(-2)),
    )

    assert [u["nodig"] for u in uit] == [-2, -2, -2, 0]
    assert [u["oordeel"] for u in uit] == ["op koers", "op koers", "loopt achter", "op koers"]


def test_nothing_is_needed_before_the_period_of_a_doel_begins() -> None:
    later = Regel(van=2027, realisatie=Decimal(0), bod=Decimal(0))

    uit = bereken(later, replace(later, stroom=False), replace(later, maximum=True))

    assert [u["nodig"] for u in uit] == [0, None, None]
    assert [u["oordeel"] for u in uit] == ["op koers", "niet te bepalen", "niet te bepalen"]


def test_a_share_is_not_held_against_a_doel_that_has_ended() -> None:
    (uit,) = bereken(Regel(stroom=False, tot_en_met=2025))

    assert (uit["nodig"], uit["oordeel"]) == (None, "niet te bepalen")


def test_no_offer_and_a_refusal_are_states_and_not_arrears() -> None:
    uit = bereken(Regel(bod=None), Regel(bod=None, doet_mee=False))

    assert [u["oordeel"] for u in uit] == ["geen bod", "doet niet mee"]
    assert [u["verschil"] for u in uit] == [None, None]


def test_an_offer_without_a_doel_is_a_promise() -> None:
    (uit,) = bereken(Regel(doel=None, realisatie=None, van=None, tot_en_met=None))

    assert uit["oordeel"] == Oordeel.TOEGEZEGD.value


@pytest.mark.parametrize(
    ("doel", "realisatie", "nodig"), [("2.2", "1.2", 1), ("4.4", "1.4", 3), ("6.8", "0.8", 6)]
)
def test_tenths_are_not_rounded_up_to_one_too_many(doel: str, realisatie: str, nodig: int) -> None:
    regel = Regel(doel=Decimal(doel), realisatie=Decimal(realisatie), tot_en_met=JAAR)

    (uit,) = bereken(replace(regel, bod=Decimal(nodig)))

    assert (uit["nodig"], uit["oordeel"]) == (nodig, "op koers")


def test_an_offer_of_exactly_the_room_left_is_not_above_the_ceiling() -> None:
    (uit,) = bereken(
        Regel(maximum=True, doel=Decimal("2.3"), realisatie=Decimal("0.3"), bod=Decimal(2))
    )

    assert uit["oordeel"] == "op koers"


def test_a_jaarschijf_without_figures_is_an_empty_frame() -> None:
    assert bereken() == []

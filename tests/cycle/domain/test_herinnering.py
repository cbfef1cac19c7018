"""Reminders: each rung once, only the highest after a silence, never on a day off."""

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.domain.herinnering import Trede, due_herinneringen, plan_herinneringen
from cycle.domain.verplichting import Soort, Verplichting

BIEDING = Verplichting(Soort.BIEDING, "domesta", pendulum.date(2025, 10, 1))
LADDER = {
    Trede.AANKONDIGING: pendulum.date(2025, 9, 17),
    Trede.HERINNERING: pendulum.date(2025, 9, 24),
    Trede.LAATSTE: pendulum.date(2025, 9, 30),
    Trede.TE_LAAT: pendulum.date(2025, 10, 3),
}


def is_werkdag(dag: pendulum.Date) -> bool:
    """Return whether a day is not in the weekend."""
    return dag.isoweekday() < 6


def vervalt(
    dag: pendulum.Date, *verzonden: str, verplichting: Verplichting = BIEDING
) -> list[Trede]:
    """Return the rungs that are due on `dag`."""
    due = due_herinneringen([verplichting], dag, list(verzonden), is_werkdag)
    return [herinnering.trede for herinnering in due]


def test_the_ladder_counts_in_working_days_from_the_deadline() -> None:
    ladder = plan_herinneringen(BIEDING, is_werkdag)

    assert {h.trede: h.op for h in ladder} == LADDER


def test_keys_name_the_obligation_and_the_rung() -> None:
    (herinnering,) = due_herinneringen([BIEDING], LADDER[Trede.LAATSTE], [], is_werkdag)

    assert herinnering.sleutel == "bieding/domesta/laatste"


@pytest.mark.parametrize(("trede", "dag"), list(LADDER.items()))
def test_each_rung_is_due_on_its_day_and_only_once(trede: Trede, dag: pendulum.Date) -> None:
    assert vervalt(dag) == [trede]
    assert vervalt(dag, f"bieding/domesta/{trede.value}") == []


def test_nothing_is_due_before_the_first_rung() -> None:
    assert vervalt(pendulum.date(2025, 9, 16)) == []


def test_after_a_missed_week_only_the_highest_rung_is_due() -> None:
    assert vervalt(pendulum.date(2025, 10, 1), "bieding/domesta/aankondiging") == [Trede.LAATSTE]


def test_no_words_of_before_the_deadline_go_out_after_it() -> None:
    dag_erna = BIEDING.uiterlijk.add(days=1)

    assert is_werkdag(dag_erna)
    assert vervalt(dag_erna) == []


def test_nothing_is_due_on_a_day_off() -> None:
    assert vervalt(pendulum.date(2025, 10, 4)) == []
    assert vervalt(pendulum.date(2025, 10, 6)) == [Trede.TE_LAAT]


def test_nothing_is_due_when_all_is_done() -> None:
    assert due_herinneringen([], LADDER[Trede.TE_LAAT], [], is_werkdag) == ()


def test_a_rung_below_one_that_went_out_is_not_due_again() -> None:
    later = Verplichting(Soort.BIEDING, "domesta", pendulum.date(2025, 11, 3))

    te_laat = "bieding/domesta/te-laat"

    assert vervalt(pendulum.date(2025, 10, 20), te_laat, verplichting=later) == []


@settings(max_examples=300, deadline=None)
@given(dagen=st.sets(st.integers(0, 60)))
def test_however_often_the_daily_run_is_missed_no_rung_goes_out_twice(dagen: set[int]) -> None:
    verzonden: list[str] = []
    for dag in sorted(dagen):
        vandaag = pendulum.date(2025, 9, 1).add(days=dag)
        due = due_herinneringen([BIEDING], vandaag, verzonden, is_werkdag)
        assert len(due) <= 1
        assert is_werkdag(vandaag) or not due
        verzonden += [h.sleutel for h in due]

    treden = [sleutel.rpartition("/")[2] for sleutel in verzonden]
    assert treden == [t.value for t in Trede if t.value in set(treden)]

"""Who is told what about a meeting: never the same twice, never a change missed."""

from collections.abc import Sequence
from dataclasses import replace

import pendulum
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.kloktijd import read_kloktijd
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Bijeenkomst
from cycle.domain.uitnodiging import Uitnodiging, Uitnodigingsoort, plan_uitnodigingen

VANDAAG = pendulum.date(2023, 9, 1)
KICKOFF = Bijeenkomst("kickoff", "Startbijeenkomst", pendulum.date(2023, 9, 12))
OVERLEG = Bijeenkomst("ambtelijk", "Ambtelijk overleg", pendulum.date(2023, 11, 17))


def _plan(
    *bijeenkomsten: Bijeenkomst,
    eerder: Sequence[Uitnodiging] = (),
    dag: pendulum.Date = VANDAAG,
) -> tuple[Uitnodiging, ...]:
    return plan_uitnodigingen(bijeenkomsten, eerder, dag)


def _kort(plannen: Sequence[Uitnodiging]) -> list[tuple[str, int, str]]:
    return [(plan.sleutel, plan.volgnummer, plan.soort.value) for plan in plannen]


def test_a_meeting_that_is_to_come_is_invited_once() -> None:
    eerste = _plan(KICKOFF, OVERLEG)

    assert _kort(eerste) == [("kickoff-1", 0, "uitnodiging"), ("ambtelijk-1", 0, "uitnodiging")]
    assert _plan(KICKOFF, OVERLEG, eerder=eerste) == ()


def test_a_meeting_of_the_past_is_left_alone() -> None:
    eerste = _plan(KICKOFF)
    erna = KICKOFF.datum.add(days=1)

    assert _plan(KICKOFF, dag=erna) == ()
    assert _plan(eerder=eerste, dag=erna) == ()


def test_every_change_gets_a_higher_number() -> None:
    gezegd = list(_plan(KICKOFF))
    for anders in (
        replace(KICKOFF, datum=pendulum.date(2023, 9, 14)),
        replace(KICKOFF, tijd=read_kloktijd("13.30-15.30")),
        replace(KICKOFF, plaats="Raadhuis"),
        replace(KICKOFF, agenda=("Terugblik",)),
        KICKOFF,
    ):
        gezegd += _plan(anders, eerder=gezegd)

    assert [plan.volgnummer for plan in gezegd] == [0, 1, 2, 3, 4, 5]
    assert {plan.sleutel for plan in gezegd} == {"kickoff-1"}


def test_another_line_in_the_content_is_no_change() -> None:
    elders = replace(KICKOFF, plek=Plek("dorp/samenwerking.toml", 99))

    assert _plan(elders, eerder=_plan(KICKOFF)) == ()


def test_a_meeting_that_is_gone_is_called_off_once_and_can_come_back() -> None:
    gezegd = list(_plan(KICKOFF))

    gezegd += (afzegging := _plan(eerder=gezegd))
    assert _kort(afzegging) == [("kickoff-1", 1, "afzegging")]
    assert afzegging[0].bijeenkomst == KICKOFF
    assert _plan(eerder=gezegd) == ()

    assert _kort(_plan(KICKOFF, eerder=gezegd)) == [("kickoff-1", 2, "uitnodiging")]


def test_a_meeting_that_got_a_day_in_the_past_is_called_off_and_can_come_back() -> None:
    gezegd = list(_plan(KICKOFF))
    vroeger = replace(KICKOFF, datum=VANDAAG.subtract(days=1))

    gezegd += (afzegging := _plan(vroeger, eerder=gezegd))
    assert _kort(afzegging) == [("kickoff-1", 1, "afzegging")]
    assert afzegging[0].bijeenkomst == KICKOFF
    assert _plan(vroeger, eerder=gezegd) == ()

    assert _kort(_plan(KICKOFF, eerder=gezegd)) == [("kickoff-1", 2, "uitnodiging")]


def test_two_meetings_of_one_kind_have_their_own_key() -> None:
    tweede = replace(OVERLEG, datum=pendulum.date(2023, 11, 24))

    assert [plan.sleutel for plan in _plan(OVERLEG, tweede)] == ["ambtelijk-1", "ambtelijk-2"]


DAGEN = st.one_of(st.none(), st.integers(0, 40))


@given(dagen=st.lists(DAGEN, max_size=12))
def test_whatever_is_typed_partijen_end_up_with_what_is_true(dagen: list[int | None]) -> None:
    gezegd: list[Uitnodiging] = []
    for dag in dagen:
        nu = () if dag is None else (replace(KICKOFF, datum=VANDAAG.add(days=dag)),)
        gezegd += _plan(*nu, eerder=gezegd)

        assert [plan.volgnummer for plan in gezegd] == list(range(len(gezegd)))
        if nu:
            assert (gezegd[-1].soort, gezegd[-1].bijeenkomst) == (
                Uitnodigingsoort.UITNODIGING,
                nu[0],
            )
        elif gezegd:
            assert gezegd[-1].soort is Uitnodigingsoort.AFZEGGING

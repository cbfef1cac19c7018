"""Reminders: each rung once, only the highest after a silence, never on a quiet day."""

from collections.abc import Callable

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle.domain.herinnering import Herinnering, find_herinnering, plan_herinneringen
from cycle.domain.ladder import LADDERS, Ladder, Ontvanger, Trede, make_ladder
from cycle.domain.verplichting import Soort, Verplichting
from cycle.domain.verzenddag import Verzenddagen

BEGIN = pendulum.date(2025, 9, 1)
BIEDING = Verplichting(Soort.BIEDING, "domesta", pendulum.date(2025, 10, 1))
LADDER = {
    Trede.AANKONDIGING: pendulum.date(2025, 9, 17),
    Trede.HERINNERING: pendulum.date(2025, 9, 24),
    Trede.LAATSTE: pendulum.date(2025, 9, 30),
    Trede.TE_LAAT: pendulum.date(2025, 10, 3),
    Trede.PLAATSVERVANGER: pendulum.date(2025, 10, 7),
    Trede.COORDINATOR: pendulum.date(2025, 10, 9),
}


def is_werkdag(dag: pendulum.Date) -> bool:
    """Return whether a day is not in the weekend."""
    return dag.isoweekday() < 6


def dagen(
    is_stil: Callable[[pendulum.Date], bool] = lambda dag: not is_werkdag(dag),
) -> Verzenddagen:
    return Verzenddagen(is_werkdag, is_stil)


def vakantie(van: pendulum.Date, tot_en_met: pendulum.Date) -> Verzenddagen:
    """Return the days of a samenwerking with one school holiday."""
    return dagen(lambda dag: not is_werkdag(dag) or van <= dag <= tot_en_met)


def ladder_van(
    verplichting: Verplichting = BIEDING,
    verzenddagen: Verzenddagen | None = None,
    ladder: Ladder = LADDERS[Soort.BIEDING],
) -> dict[Trede, pendulum.Date]:
    plan = plan_herinneringen(verplichting, ladder, verzenddagen or dagen())
    return {h.trede: h.op for h in plan}


def vervalt(dag: pendulum.Date, *gestuurd: str, verplichting: Verplichting = BIEDING) -> str:
    """Return the key that is due on `dag`, "" when there is none."""
    plan = plan_herinneringen(verplichting, LADDERS[Soort.BIEDING], dagen())
    herinnering = find_herinnering(plan, dag, gestuurd)
    return herinnering.sleutel if herinnering else ""


def test_the_ladder_counts_in_working_days_from_the_deadline() -> None:
    assert ladder_van() == LADDER


def test_the_last_two_rungs_go_to_somebody_else() -> None:
    wie = {trede: trede.ontvanger for trede in Trede}

    assert wie.pop(Trede.PLAATSVERVANGER) is Ontvanger.PLAATSVERVANGER
    assert wie.pop(Trede.COORDINATOR) is Ontvanger.COORDINATOR
    assert set(wie.values()) == {Ontvanger.PARTIJ}


def test_a_reaction_may_stay_away_so_nobody_hears_that_it_is_late() -> None:
    assert not any(trede.is_te_laat for trede, _ in LADDERS[Soort.REACTIE])


@pytest.mark.parametrize(("trede", "dag"), list(LADDER.items()))
def test_each_rung_is_due_on_its_day_and_only_once(trede: Trede, dag: pendulum.Date) -> None:
    sleutel = f"bieding/domesta/{trede.value}"

    assert vervalt(dag) == sleutel
    assert vervalt(dag, sleutel) == ""


def test_nothing_is_due_before_the_first_rung() -> None:
    assert vervalt(pendulum.date(2025, 9, 16)) == ""


def test_after_a_missed_week_only_the_highest_rung_is_due() -> None:
    dag = pendulum.date(2025, 10, 1)

    assert vervalt(dag, "bieding/domesta/aankondiging") == "bieding/domesta/laatste"


def test_no_words_of_before_the_deadline_go_out_after_it() -> None:
    dag_erna = BIEDING.uiterlijk.add(days=1)

    assert is_werkdag(dag_erna)
    assert vervalt(dag_erna) == ""


def test_a_rung_below_one_that_went_out_is_not_due_again() -> None:
    later = Verplichting(Soort.BIEDING, "domesta", pendulum.date(2025, 11, 3))

    assert vervalt(pendulum.date(2025, 10, 20), "bieding/domesta/te-laat", verplichting=later) == ""


def test_a_decision_on_another_text_has_a_ladder_of_its_own() -> None:
    oud, nieuw = (
        Verplichting(Soort.BESLUIT, "domesta", BIEDING.uiterlijk, kenmerk=code)
        for code in ("3F9A-2C1B-77D0", "0000-1111-2222")
    )
    dag = LADDER[Trede.LAATSTE]

    gestuurd = vervalt(dag, verplichting=oud)

    assert gestuurd == "besluit/domesta/3F9A-2C1B-77D0/laatste"
    assert vervalt(dag, gestuurd, verplichting=oud) == ""
    assert vervalt(dag, gestuurd, verplichting=nieuw) == "besluit/domesta/0000-1111-2222/laatste"


def test_in_a_holiday_an_announcement_moves_before_it_and_lateness_after_it() -> None:
    herfst = vakantie(pendulum.date(2025, 9, 22), pendulum.date(2025, 10, 5))

    ladder = ladder_van(verzenddagen=herfst)

    vrijdag_ervoor, maandag_erna = pendulum.date(2025, 9, 19), pendulum.date(2025, 10, 6)
    assert ladder[Trede.AANKONDIGING] == LADDER[Trede.AANKONDIGING]
    assert ladder[Trede.HERINNERING] == ladder[Trede.LAATSTE] == vrijdag_ervoor
    assert ladder[Trede.TE_LAAT] == maandag_erna
    assert ladder[Trede.PLAATSVERVANGER] == LADDER[Trede.PLAATSVERVANGER]


def test_of_rungs_that_a_holiday_pushes_together_only_the_highest_goes_out() -> None:
    herfst = vakantie(pendulum.date(2025, 9, 22), pendulum.date(2025, 10, 5))
    plan = plan_herinneringen(BIEDING, LADDERS[Soort.BIEDING], herfst)

    herinnering = find_herinnering(plan, pendulum.date(2025, 9, 19), [])

    assert herinnering is not None
    assert herinnering.trede is Trede.LAATSTE


def test_rungs_of_before_the_question_are_left_out() -> None:
    gevraagd = LADDER[Trede.HERINNERING]
    laat = Verplichting(Soort.BIEDING, "domesta", BIEDING.uiterlijk, sinds=gevraagd)

    assert list(ladder_van(laat)) == [t for t in Trede if LADDER[t] > gevraagd]


def test_what_is_asked_just_before_a_holiday_is_announced_on_the_first_day_that_is_left() -> None:
    vrijdag, maandag = pendulum.date(2025, 9, 19), pendulum.date(2025, 9, 29)
    herfst = vakantie(vrijdag.add(days=1), maandag.subtract(days=1))
    gevraagd = Verplichting(Soort.BIEDING, "domesta", pendulum.date(2025, 9, 29), sinds=vrijdag)

    assert ladder_van(gevraagd, herfst)[Trede.LAATSTE] == maandag


def test_what_is_asked_after_its_deadline_is_late_from_the_day_it_was_asked() -> None:
    gevraagd = pendulum.date(2025, 11, 3)
    laat = Verplichting(Soort.BIEDING, "domesta", BIEDING.uiterlijk, sinds=gevraagd)

    ladder = ladder_van(laat)

    assert list(ladder) == [t for t in Trede if t.is_te_laat]
    assert ladder[Trede.TE_LAAT] == pendulum.date(2025, 11, 5)


def test_a_deadline_inside_a_holiday_that_began_before_the_question_has_no_announcement() -> None:
    zomer = vakantie(pendulum.date(2025, 7, 1), pendulum.date(2025, 10, 5))
    gevraagd = Verplichting(Soort.BIEDING, "domesta", BIEDING.uiterlijk, sinds=BEGIN)

    assert all(trede.is_te_laat for trede in ladder_van(gevraagd, zomer))


# Any calendar: quiet stretches of up to 12 days, any deadline, days on which nothing ran.
stiltes = st.lists(st.tuples(st.integers(0, 120), st.integers(1, 12)), max_size=4)
afstanden = st.tuples(
    st.lists(st.integers(-15, 0), min_size=3, max_size=3, unique=True).map(sorted),
    st.lists(st.integers(1, 15), min_size=3, max_size=3, unique=True).map(sorted),
).map(lambda delen: make_ladder(*delen[0], *delen[1]))


@st.composite
def gevallen(draw: st.DrawFn) -> tuple[Verplichting, Verzenddagen, Ladder]:
    """Return an obligation with its calendar and ladder."""
    stil = {dag for van, lengte in draw(stiltes) for dag in range(van, van + lengte)}
    sinds = draw(st.none() | st.integers(0, 90).map(lambda dag: BEGIN.add(days=dag)))
    uiterlijk = BEGIN.add(days=draw(st.integers(20, 80)))
    verplichting = Verplichting(Soort.BIEDING, "domesta", uiterlijk, sinds=sinds)
    return (
        verplichting,
        dagen(lambda dag: not is_werkdag(dag) or (dag - BEGIN).days in stil),
        draw(afstanden),
    )


def speel(
    plan: tuple[Herinnering, ...], verzenddagen: Verzenddagen, draait: list[pendulum.Date]
) -> list[tuple[pendulum.Date, Herinnering]]:
    """Return what goes out when the daily run runs on these days."""
    uit: list[tuple[pendulum.Date, Herinnering]] = []
    for dag in draait:
        herinnering = find_herinnering(plan, dag, [h.sleutel for _, h in uit])
        if herinnering and verzenddagen.has(dag):
            uit.append((dag, herinnering))
    return uit


@settings(max_examples=300, deadline=None)
@given(geval=gevallen(), aan=st.sets(st.integers(0, 150)))
def test_whatever_the_calendar_and_the_downtime_no_rung_is_sent_twice_or_lost(
    geval: tuple[Verplichting, Verzenddagen, Ladder], aan: set[int]
) -> None:
    verplichting, verzenddagen, ladder = geval
    plan = plan_herinneringen(verplichting, ladder, verzenddagen)
    draait = [BEGIN.add(days=dag) for dag in sorted(aan)]

    uit = speel(plan, verzenddagen, draait)

    volgorde = [list(Trede).index(h.trede) for _, h in uit]
    assert volgorde == sorted(set(volgorde)), "each rung once, and never a lower one later"
    for dag, herinnering in uit:
        assert verzenddagen.has(dag)
        assert herinnering.op <= dag
        assert herinnering.is_waar(dag)
    for herinnering in plan:
        kansen = [
            d
            for d in draait
            if verzenddagen.has(d) and d >= herinnering.op and herinnering.is_waar(d)
        ]
        if kansen:
            plaats = list(Trede).index(herinnering.trede)
            gehoord = [d for d, h in uit if list(Trede).index(h.trede) >= plaats]
            assert gehoord, f"{herinnering.trede} was lost"
            assert gehoord[0] <= kansen[0], f"{herinnering.trede} came too late"


@settings(max_examples=200, deadline=None)
@given(geval=gevallen())
def test_every_planned_reminder_lies_on_a_sending_day_and_rises(
    geval: tuple[Verplichting, Verzenddagen, Ladder],
) -> None:
    verplichting, verzenddagen, ladder = geval

    plan = plan_herinneringen(verplichting, ladder, verzenddagen)

    assert [h.op for h in plan] == sorted(h.op for h in plan)
    for herinnering in plan:
        assert verzenddagen.has(herinnering.op)
        assert (herinnering.op > verplichting.uiterlijk) == herinnering.trede.is_te_laat
        assert verplichting.sinds is None or herinnering.op > verplichting.sinds

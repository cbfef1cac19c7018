"""Counting back: decisions, papers, overleg, reactions, draft, and days that suit."""

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.kalender import step_werkdagen
from cycle.domain.partij import Orgaan
from cycle.domain.planning import Agendadagen, Planning, plan_terug
from cycle.domain.regelprofiel import select_regelprofiel
from cycle.domain.samenwerking import Bijeenkomst, Jaar
from cycle.domain.schoolvakantie import Schoolregio, Schoolvakantie, Schoolvakanties
from tests.builders import echte_bibliotheek, een_jaar, een_partij, een_samenwerking

BIBLIOTHEEK = echte_bibliotheek()
IS_WERKDAG = BIBLIOTHEEK.is_werkdag()
PROFIELEN = BIBLIOTHEEK.regelprofielen()
DAGEN = Agendadagen(IS_WERKDAG)
RVC = ("domesta", "rvc")


def planning(jaar: Jaar, dagen: Agendadagen = DAGEN) -> Planning:
    """Return the planning of Dorp for this year, by the shipped rules."""
    termijnen = select_regelprofiel(PROFIELEN, jaar.jaar).termijnen(jaar, IS_WERKDAG)
    return plan_terug(een_samenwerking(jaren={jaar.jaar: jaar}), jaar.jaar, termijnen, dagen)


def dagen_van(jaar: Jaar) -> dict[str, str]:
    """Return the last day of every step."""
    return {stap.code: str(stap.datum) for stap in planning(jaar).stappen}


def test_every_step_is_counted_back_from_the_first_orgaan_that_decides() -> None:
    jaar = een_jaar(
        2027,
        vergaderdata={
            RVC: pendulum.date(2026, 12, 8),
            ("gemeente", "college"): pendulum.date(2026, 12, 1),
        },
    )

    dagen = dagen_van(jaar)

    assert dagen["besluit"] == "2026-12-01"
    assert dagen["stukken"] == "2026-11-17"  # ten working days earlier
    assert dagen["ambtelijk"] == "2026-11-17"
    assert dagen["reacties-1"] == "2026-11-16"
    assert dagen["concept"] == "2026-11-02"  # ten working days to react
    assert dagen["bestuurlijk"] == "2026-11-30"
    assert dagen["ondertekening"] == "2026-12-14"


def test_every_orgaan_has_its_own_last_day_for_papers() -> None:
    jaar = een_jaar(
        2027,
        vergaderdata={
            RVC: pendulum.date(2026, 12, 8),
            ("gemeente", "college"): pendulum.date(2026, 12, 1),
        },
    )

    organen = planning(jaar).organen

    assert [(o.partij.code, o.orgaan, str(o.stukken)) for o in organen] == [
        ("gemeente", Orgaan.COLLEGE, "2026-11-17"),
        ("domesta", Orgaan.RVC, "2026-11-24"),
    ]


def test_without_meeting_days_the_common_deadline_for_decisions_stands_in() -> None:
    dagen = dagen_van(een_jaar(2027))

    assert dagen["besluit"] == "2026-12-07"
    assert not planning(een_jaar(2027)).stap("besluit").is_vast


def test_a_second_round_of_reactions_takes_five_working_days_and_one_to_work_them_in() -> None:
    een, twee = dagen_van(een_jaar(2027)), dagen_van(een_jaar(2027, reactierondes=2))

    assert (een["reacties-1"], een["concept"]) == ("2026-11-20", "2026-11-06")
    assert (twee["reacties-2"], twee["concept-2"]) == ("2026-11-20", "2026-11-13")
    assert (twee["reacties-1"], twee["concept"]) == ("2026-11-12", "2026-10-29")


def test_a_meeting_that_was_agreed_on_stays_and_gets_no_proposals() -> None:
    dag = pendulum.date(2026, 11, 10)
    jaar = een_jaar(2027, bijeenkomsten=(Bijeenkomst("ambtelijk", "Ambtelijk overleg", dag),))

    stap = planning(jaar).stap("ambtelijk")

    assert (stap.datum, stap.is_vast, stap.voorstellen) == (dag, True, ())
    assert str(planning(jaar).stap("reacties-1").datum) == "2026-11-09"


def test_of_two_meetings_of_one_kind_the_last_one_counts() -> None:
    dagen = [pendulum.date(2026, 11, dag) for dag in (16, 10)]
    jaar = een_jaar(
        2027, bijeenkomsten=tuple(Bijeenkomst("ambtelijk", "Overleg", dag) for dag in dagen)
    )

    assert planning(jaar).stap("ambtelijk").datum == dagen[0]


def test_a_partij_that_went_into_another_decides_nothing() -> None:
    weg = een_partij(opvolger="woonservice", opgevolgd_op=pendulum.date(2026, 1, 1))
    jaar = een_jaar(2027, vergaderdata={RVC: pendulum.date(2026, 12, 1)})
    termijnen = select_regelprofiel(PROFIELEN, 2027).termijnen(jaar, IS_WERKDAG)
    dorp = een_samenwerking(partijen=(weg,), jaren={2027: jaar})

    assert plan_terug(dorp, 2027, termijnen, DAGEN).organen == ()


def test_proposals_avoid_a_school_holiday_and_legal_dates_do_not() -> None:
    van, tot = pendulum.date(2026, 11, 30), pendulum.date(2026, 12, 20)
    vakanties = Schoolvakanties((Schoolvakantie("Herfstvakantie", van, tot, "test"),))
    jaar = een_jaar(2027)

    gemeden = planning(jaar, Agendadagen(IS_WERKDAG, vakanties))

    assert gemeden.stap("levering") == planning(jaar).stap("levering")
    assert gemeden.stap("ondertekening").voorstellen == ()
    assert [str(dag) for dag in gemeden.stap("bestuurlijk").voorstellen] == [
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
    ]


def test_rules_that_lack_a_part_of_the_chain_give_no_planning() -> None:
    assert plan_terug(een_samenwerking(), 2027, (), DAGEN) == Planning()


def test_rules_without_a_tripartiet_overleg_give_a_planning_without_it() -> None:
    jaar = een_jaar(2027)
    alle = select_regelprofiel(PROFIELEN, 2027).termijnen(jaar, IS_WERKDAG)
    termijnen = [t for t in alle if not t.code.startswith("tripartiet")]

    stappen = plan_terug(een_samenwerking(), 2027, termijnen, DAGEN).stappen

    weg = {stap.code for stap in planning(jaar).stappen} - {stap.code for stap in stappen}
    assert weg == {"tripartiet_april", "tripartiet_september"}


@pytest.mark.parametrize("regio", Schoolregio)
@given(jaar=st.integers(2024, 2060), orgaandag=st.integers(0, 40), rondes=st.integers(1, 5))
def test_the_chain_holds_in_every_year(
    jaar: int, orgaandag: int, rondes: int, regio: Schoolregio
) -> None:
    besluit = step_werkdagen(pendulum.date(jaar - 1, 10, 31), orgaandag, IS_WERKDAG)
    vakanties = BIBLIOTHEEK.schoolvakanties(regio, range(jaar - 1, jaar + 1))
    dagen = Agendadagen(IS_WERKDAG, vakanties)
    plan = planning(een_jaar(jaar, reactierondes=rondes, vergaderdata={RVC: besluit}), dagen)

    keten = [
        "concept",
        *(f"reacties-{ronde}" for ronde in range(1, rondes + 1)),
        "ambtelijk",
        "stukken",
        "bestuurlijk",
        "besluit",
    ]
    assert [plan.stap(code).datum for code in keten] == sorted(
        plan.stap(code).datum for code in keten
    )
    assert step_werkdagen(plan.stap("stukken").datum, 10, IS_WERKDAG) >= besluit
    voorstellen = [dag for stap in plan.stappen for dag in stap.voorstellen]
    assert all(IS_WERKDAG(dag) and vakanties.op(dag) is None for dag in voorstellen)
    assert all(dag <= stap.datum for stap in plan.stappen for dag in stap.voorstellen)

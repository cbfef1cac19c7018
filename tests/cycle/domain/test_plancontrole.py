"""What cannot hold in a planning: each finding once, on the line where the day stands."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.plancontrole import check_planning
from cycle.domain.planning import Agendadagen, Planning, plan_terug
from cycle.domain.plek import Plek
from cycle.domain.regelprofiel import select_regelprofiel
from cycle.domain.samenwerking import Bijeenkomst, Jaar
from cycle.domain.schoolvakantie import Schoolvakantie, Schoolvakanties
from tests.builders import echte_bibliotheek, een_jaar, een_partij, een_samenwerking

BIBLIOTHEEK = echte_bibliotheek()
IS_WERKDAG = BIBLIOTHEEK.is_werkdag()
PROFIEL = select_regelprofiel(BIBLIOTHEEK.regelprofielen(), 2027)
HERFST = Schoolvakantie(
    "Herfstvakantie", pendulum.date(2026, 10, 10), pendulum.date(2026, 10, 18), "test"
)
DAGEN = Agendadagen(IS_WERKDAG, Schoolvakanties((HERFST,)))
DORP = een_samenwerking(partijen=(een_partij(),))
PLEK = Plek("dorp/samenwerking.toml", 40)
JAARPLEK = Plek("dorp/samenwerking.toml", 30)


def dag(tekst: str) -> pendulum.Date:
    """Return a day of the year in which jaarschijf 2027 is made."""
    return pendulum.Date.fromisoformat(f"2026-{tekst}")


def een_plan(bestuur: str = "12-01", rvc: str = "12-02", **anders: object) -> Jaar:
    """Return jaarschijf 2027 of Dorp with a day for both organen of Domesta."""
    wie = {("domesta", "bestuur"): bestuur, ("domesta", "rvc"): rvc}
    return een_jaar(
        2027,
        plek=JAARPLEK,
        vergaderdata={orgaan: dag(tekst) for orgaan, tekst in wie.items()},
        vergaderplekken={orgaan: replace(PLEK, regel=40 + n) for n, orgaan in enumerate(wie)},
        **anders,
    )


def een_overleg(code: str, tekst: str) -> tuple[Bijeenkomst, ...]:
    """Return one meeting, on line 40."""
    return (Bijeenkomst(code, code.capitalize(), dag(tekst), plek=PLEK),)


def bevindingen(jaar: Jaar) -> tuple[Bevinding, ...]:
    """Return what cannot hold in this year of Dorp."""
    dorp = replace(DORP, jaren={2027: jaar})
    termijnen = PROFIEL.termijnen(jaar, IS_WERKDAG)
    planning = plan_terug(dorp, 2027, termijnen, DAGEN)
    return check_planning(dorp, 2027, termijnen, planning, DAGEN)


def test_a_plan_that_holds_has_no_findings() -> None:
    assert bevindingen(een_plan()) == ()


@pytest.mark.parametrize(
    ("jaar", "code", "regel"),
    [
        (een_plan(rvc="12-11", bijeenkomsten=een_overleg("ondertekening", "12-10")), "I710", 41),
        (een_plan(bestuur="12-15"), "I711", 40),
        (een_plan(rvc="12-14"), "I711", 41),  # its decision goes along with the delivery
        (een_plan(bijeenkomsten=een_overleg("ondertekening", "12-15")), "I712", 40),
        (een_plan(bestuur="11-24"), "I713", 40),
        (een_plan(bijeenkomsten=een_overleg("ambtelijk", "11-10")), "I713", 40),
        (een_plan(reactierondes=2), "I713", 40),
        (een_plan(bijeenkomsten=een_overleg("ambtelijk", "11-18")), "I714", 40),
        (een_plan(bijeenkomsten=een_overleg("bestuurlijk", "12-01")), "I714", 40),
        (een_plan(bijeenkomsten=een_overleg("kickoff", "10-09")), "I714", 40),
        (een_plan(rvc="12-05"), "I715", 41),
        (een_plan(bijeenkomsten=een_overleg("bestuurlijk", "11-28")), "I715", 40),
        (een_plan(overleg_gestart=dag("09-15").add(years=2)), "I718", 30),
        (een_plan(bijeenkomsten=een_overleg("tripartiet_april", "04-15")), "I718", 40),
    ],
)
def test_what_cannot_hold_is_one_finding_with_its_line(jaar: Jaar, code: str, regel: int) -> None:
    (bevinding,) = bevindingen(jaar)

    assert (bevinding.code, bevinding.plek) == (code, f"dorp/samenwerking.toml:{regel}")
    assert bevinding.ernst is Ernst.WAARSCHUWING
    assert bevinding.advies


def test_the_college_may_decide_on_the_day_of_delivery_itself() -> None:
    jaar = een_plan(bestuur="12-14", bijeenkomsten=een_overleg("ondertekening", "12-14"))

    assert bevindingen(jaar) == ()


def test_too_late_a_draft_says_how_many_working_days_are_missing() -> None:
    (bevinding,) = bevindingen(een_plan(bestuur="11-24"))

    assert bevinding.melding == (
        "Het concept moet er op 26 oktober 2026 zijn. In de kalender staat 30 oktober 2026: dat "
        "is 4 werkdagen te laat om de reacties te verwerken en de stukken op tijd te sturen."
    )


def test_one_working_day_is_not_plural() -> None:
    (bevinding,) = bevindingen(een_plan(bestuur="11-27"))

    assert "dat is 1 werkdag te laat" in bevinding.melding


def test_too_many_rounds_without_any_meeting_day_point_at_the_year() -> None:
    jaar = een_jaar(2027, plek=JAARPLEK, reactierondes=3)

    (bevinding,) = bevindingen(jaar)

    assert (bevinding.code, bevinding.plek) == ("I713", str(JAARPLEK))


def test_a_meeting_in_a_school_holiday_is_only_told() -> None:
    (bevinding,) = bevindingen(een_plan(bijeenkomsten=een_overleg("werkbezoek", "10-14")))

    assert (bevinding.code, bevinding.ernst) == ("I716", Ernst.INFO)
    assert "valt in een schoolvakantie (Herfstvakantie)" in bevinding.melding


def test_an_orgaan_without_a_day_is_told_once_another_has_one() -> None:
    jaar = een_plan()
    jaar = replace(jaar, vergaderdata={("domesta", "bestuur"): dag("12-01")})

    (bevinding,) = bevindingen(jaar)

    assert (bevinding.code, bevinding.plek) == ("I717", str(JAARPLEK))
    assert "de raad van commissarissen van Domesta" in bevinding.melding
    assert bevindingen(een_jaar(2027)) == ()


def test_no_day_left_for_a_meeting_is_told_at_the_last_orgaan() -> None:
    gevonden = bevindingen(een_plan(bestuur="12-14"))

    assert [(b.code, b.plek) for b in gevonden] == [("I719", "dorp/samenwerking.toml:40")]


def test_without_a_planning_nothing_is_checked() -> None:
    assert check_planning(DORP, 2027, (), Planning(), DAGEN) == ()

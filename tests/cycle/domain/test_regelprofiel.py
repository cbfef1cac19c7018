"""Which law a jaarschijf falls under: by the date, or by choice, and never by a guess."""

import pendulum
import pytest

from cycle.domain.errors import NietGevonden
from cycle.domain.partij import Orgaan
from cycle.domain.regelprofiel import GESCHIL_TEKST, Geschilsoort, select_regelprofiel
from tests.builders import echte_bibliotheek, een_jaar, een_regelprofiel

WET = een_regelprofiel()
ZONDER_DAG = een_regelprofiel(code="regie", geldig_van=None)


def test_a_law_without_a_known_first_day_never_counts_by_itself() -> None:
    for jaar in range(2016, 2061):
        assert select_regelprofiel((ZONDER_DAG, WET), jaar) is WET


def test_a_samenwerking_may_choose_a_law_before_its_day_is_known() -> None:
    assert select_regelprofiel((WET, ZONDER_DAG), 2027, "regie") is ZONDER_DAG


def test_a_choice_that_is_not_there_names_what_is() -> None:
    with pytest.raises(NietGevonden) as gevangen:
        select_regelprofiel((WET, ZONDER_DAG), 2027, "regi")

    assert gevangen.value.advies == "Kies uit: woningwet2015, regie."


@pytest.mark.parametrize(
    ("eerste_dag", "profiel"), [((2026, 7, 1), "regie"), ((2026, 7, 2), "woningwet2015")]
)
def test_the_law_of_the_first_of_july_of_the_making_counts(
    eerste_dag: tuple[int, int, int], profiel: str
) -> None:
    regie = een_regelprofiel(code="regie", geldig_van=pendulum.date(*eerste_dag))

    assert select_regelprofiel((regie, WET), 2027).code == profiel


def test_a_law_that_ended_gives_way() -> None:
    oud = een_regelprofiel(code="oud", geldig_tot=pendulum.date(2026, 6, 30))
    nieuw = een_regelprofiel(code="nieuw", geldig_van=pendulum.date(2026, 7, 1))

    assert select_regelprofiel((nieuw, oud), 2026) is oud
    assert select_regelprofiel((nieuw, oud), 2027) is nieuw


def test_before_the_first_law_and_after_the_last_there_is_still_a_calendar() -> None:
    ten_einde = een_regelprofiel(geldig_tot=pendulum.date(2020, 1, 1))

    assert select_regelprofiel((WET,), 1999) is WET
    assert not WET.is_geldig(1999)
    assert select_regelprofiel((ten_einde,), 2031) is ten_einde


def test_without_any_first_day_nothing_can_be_chosen() -> None:
    with pytest.raises(NietGevonden, match="Geen enkel regelprofiel heeft een eerste dag"):
        select_regelprofiel((ZONDER_DAG,), 2027)


def test_the_real_start_of_the_overleg_moves_the_geschil_and_nothing_else() -> None:
    bibliotheek = echte_bibliotheek()
    profiel = select_regelprofiel(bibliotheek.regelprofielen(), 2026)
    is_werkdag = bibliotheek.is_werkdag()
    gestart = een_jaar(2026, overleg_gestart=pendulum.date(2025, 9, 15))

    gewoon = {t.code: t.datum for t in profiel.termijnen(een_jaar(2026), is_werkdag)}
    anders = {t.code: t.datum for t in profiel.termijnen(gestart, is_werkdag)}

    verschil = {code: str(dag) for code, dag in anders.items() if gewoon[code] != dag}
    assert verschil == {
        "overleg_start": "2025-09-15",
        "zes_maanden": "2026-03-15",
        "geschil": "2026-04-13",  # four weeks later is a Sunday
    }


def test_the_shipped_profiles_say_what_differs_and_what_nobody_knows() -> None:
    profielen = {p.code: p for p in echte_bibliotheek().regelprofielen()}
    wet, regie = profielen["woningwet2015"], profielen["regie"]

    assert (wet.grondslag, wet.grondslag_orgaan) == ("woonvisie", Orgaan.RAAD)
    assert (regie.grondslag, regie.grondslag_orgaan) == (
        "volkshuisvestingsprogramma",
        Orgaan.COLLEGE,
    )
    assert set(regie.geschil_over) - set(wet.geschil_over) == {Geschilsoort.NAKOMING}
    assert regie.geldig_van is None
    assert "nog niet bekend" in regie.onzeker
    assert all(soort in GESCHIL_TEKST for soort in Geschilsoort)


def test_under_regie_only_what_is_about_a_geschil_reads_differently() -> None:
    profielen = {p.code: p for p in echte_bibliotheek().regelprofielen()}
    wet = {r.code: r for r in profielen["woningwet2015"].regels}

    anders = [r for r in profielen["regie"].regels if wet[r.code] != r]

    assert [r.code for r in anders] == ["zes_maanden", "geschil"]
    assert all("nakoming" in r.melding for r in anders)

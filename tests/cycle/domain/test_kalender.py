"""Deadlines: the table that was worked out by hand, and the rules on their own."""

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.errors import InvoerError
from cycle.domain.kalender import (
    Belang,
    Schuif,
    Soort,
    TermijnRegel,
    compute_termijnen,
    next_werkdag,
    previous_werkdag,
    step_werkdagen,
    termijn,
)
from tests.cycle.library.builders import open_bibliotheek

BIBLIOTHEEK = open_bibliotheek()
IS_WERKDAG = BIBLIOTHEEK.is_werkdag()
PROFIELEN = {p.code: p for p in BIBLIOTHEEK.regelprofielen()}
REGELS = PROFIELEN["woningwet2015"].regels

# K: bod, start of the Overlegwet, last working day before 15 December, 5, 10 and 20 working
# days before it, six months after 1 July, geschil by the calendar and by the ATW
TABEL = [
    (2025, "2025-06-30", "2025-05-02", "2025-12-12", "2025-12-05", "2025-11-28", "2025-11-14"),
    (2026, "2026-06-30", "2026-05-02", "2026-12-14", "2026-12-07", "2026-11-30", "2026-11-16"),
    (2027, "2027-06-30", "2027-05-02", "2027-12-14", "2027-12-07", "2027-11-30", "2027-11-16"),
    (2028, "2028-06-30", "2028-05-02", "2028-12-14", "2028-12-07", "2028-11-30", "2028-11-16"),
    (2029, "2029-06-29", "2029-05-01", "2029-12-14", "2029-12-07", "2029-11-30", "2029-11-16"),
    (2030, "2030-06-28", "2030-04-30", "2030-12-13", "2030-12-06", "2030-11-29", "2030-11-15"),
    (2031, "2031-06-30", "2031-05-02", "2031-12-12", "2031-12-05", "2031-11-28", "2031-11-14"),
]
GESCHIL = [
    (2025, "2026-01-01", "2026-01-29", "2026-01-29"),
    (2026, "2027-01-01", "2027-01-29", "2027-01-29"),
    (2027, "2028-01-01", "2028-01-29", "2028-01-31"),
    (2028, "2029-01-01", "2029-01-29", "2029-01-29"),
    (2029, "2030-01-01", "2030-01-29", "2030-01-29"),
    (2030, "2031-01-01", "2031-01-29", "2031-01-29"),
    (2031, "2032-01-01", "2032-01-29", "2032-01-29"),
]


@pytest.mark.parametrize("profiel", PROFIELEN)
@pytest.mark.parametrize(
    ("maakjaar", "bod", "overlegwet", "ondertekening", "vijf", "tien", "twintig"), TABEL
)
def test_the_year_of_making_has_the_dates_of_the_table(
    maakjaar: int,
    bod: str,
    overlegwet: str,
    ondertekening: str,
    vijf: str,
    tien: str,
    twintig: str,
    profiel: str,
) -> None:
    termijnen = compute_termijnen(PROFIELEN[profiel].regels, maakjaar + 1, IS_WERKDAG)

    dagen = {t.code: str(t.datum) for t in termijnen}
    assert dagen["bod"] == bod
    assert dagen["overlegwet_start"] == overlegwet
    assert dagen["ondertekening"] == ondertekening
    assert dagen["levering"] == ondertekening
    assert dagen["accordering"] == vijf
    assert dagen["bestuurlijk"] == tien
    assert dagen["stukken"] == twintig
    assert str(termijn(termijnen, "ondertekening").datum_wettelijk) == f"{maakjaar}-12-15"


@pytest.mark.parametrize("profiel", PROFIELEN)
@pytest.mark.parametrize(("maakjaar", "zes_maanden", "kalender", "atw"), GESCHIL)
def test_the_geschil_shows_the_day_by_the_calendar_and_by_the_atw(
    maakjaar: int, zes_maanden: str, kalender: str, atw: str, profiel: str
) -> None:
    termijnen = compute_termijnen(PROFIELEN[profiel].regels, maakjaar + 1, IS_WERKDAG)

    assert str(termijn(termijnen, "zes_maanden").datum) == zes_maanden
    geschil = termijn(termijnen, "geschil")
    assert (str(geschil.datum_wettelijk), str(geschil.datum)) == (kalender, atw)
    assert geschil.datum_atw == geschil.datum


def test_the_answer_on_an_advice_is_planned_before_the_bod_whatever_the_extension() -> None:
    antwoord = termijn(compute_termijnen(REGELS, 2027, IS_WERKDAG), "overlegwet_antwoord")

    assert str(antwoord.datum_wettelijk) == "2026-06-27"  # a Saturday
    assert str(antwoord.datum) == "2026-06-26"
    assert str(antwoord.datum_atw) == "2026-06-29"


def test_the_huurdersorganisaties_keep_their_six_weeks_when_the_first_day_is_a_day_off() -> None:
    termijnen = compute_termijnen(REGELS, 2027, IS_WERKDAG)

    assert str(termijn(termijnen, "overlegwet_start").datum) == "2026-05-02"  # a Saturday
    assert str(termijn(termijnen, "overlegwet_stukken").datum) == "2026-05-01"


@pytest.mark.parametrize("profiel", PROFIELEN)
def test_the_letter_of_the_minister_stands_beside_the_law(profiel: str) -> None:
    termijnen = compute_termijnen(PROFIELEN[profiel].regels, 2027, IS_WERKDAG)

    brief, levering = termijn(termijnen, "brief_1_december"), termijn(termijnen, "levering")
    assert (str(brief.datum), str(brief.datum_wettelijk)) == ("2026-11-30", "2026-12-01")
    assert (brief.belang, levering.belang) == (Belang.INFORMATIEF, Belang.HOOFD)
    assert str(levering.datum) == "2026-12-14"


def test_a_rule_does_not_hold_before_its_first_year() -> None:
    codes = {t.code for t in compute_termijnen(REGELS, 2023, IS_WERKDAG)}

    assert "brief_1_december" not in codes
    assert "levering" in codes


def test_the_year_of_execution_has_its_meetings_and_report() -> None:
    dagen = {t.code: str(t.datum) for t in compute_termijnen(REGELS, 2028, IS_WERKDAG)}

    assert dagen["uitvoering"] == "2028-01-01"
    assert dagen["tripartiet_april"] == "2028-04-13"  # 15 April is a Saturday, 14 Goede Vrijdag
    assert dagen["tripartiet_september"] == "2028-09-15"
    assert dagen["verslag"] == "2029-06-29"  # 1 July is a Sunday


def test_deadlines_come_in_order_of_date() -> None:
    dagen = [t.datum for t in compute_termijnen(REGELS, 2025, IS_WERKDAG)]

    assert dagen == sorted(dagen)


def test_the_real_day_of_a_meeting_moves_what_is_counted_from_it() -> None:
    vast = {"overleg_start": pendulum.date(2025, 9, 15)}

    termijnen = compute_termijnen(REGELS, 2026, IS_WERKDAG, vast)

    assert termijn(termijnen, "overleg_start").datum_wettelijk == pendulum.date(2025, 7, 1)
    assert termijn(termijnen, "zes_maanden").datum == pendulum.date(2026, 3, 15)
    assert termijn(termijnen, "geschil").datum == pendulum.date(2026, 4, 13)


def test_a_real_day_also_goes_before_the_algemene_termijnenwet() -> None:
    zaterdag = pendulum.date(2028, 1, 29)

    termijnen = compute_termijnen(REGELS, 2028, IS_WERKDAG, {"geschil": zaterdag})

    assert termijn(termijnen, "geschil").datum == zaterdag


def _regel(*, schuif: Schuif = Schuif.NIET, dag: int = 6, na: str = "") -> TermijnRegel:
    """Return a rule for a day in December of K; the sixth is a Saturday in 2025."""
    return TermijnRegel(
        "test", "concept", "Test.", "planning", Soort.OP, schuif=schuif, maand=12, dag=dag, na=na
    )


@pytest.mark.parametrize(
    ("schuif", "dag"),
    [
        (Schuif.NIET, "2025-12-06"),
        (Schuif.VORIGE_WERKDAG, "2025-12-05"),
        (Schuif.WERKDAG_ERVOOR, "2025-12-05"),
    ],
)
def test_a_day_off_only_shifts_backward(schuif: Schuif, dag: str) -> None:
    (gevonden,) = compute_termijnen([_regel(schuif=schuif)], 2026, IS_WERKDAG)

    assert str(gevonden.datum) == dag


@pytest.mark.parametrize(
    ("schuif", "dag"),
    [(Schuif.VORIGE_WERKDAG, "2025-12-08"), (Schuif.WERKDAG_ERVOOR, "2025-12-05")],
)
def test_before_a_working_day_differs_from_on_it(schuif: Schuif, dag: str) -> None:
    (gevonden,) = compute_termijnen([_regel(schuif=schuif, dag=8)], 2026, IS_WERKDAG)

    assert str(gevonden.datum) == dag


def test_a_rule_that_counts_from_one_below_it_is_refused() -> None:
    with pytest.raises(InvoerError) as gevangen:
        compute_termijnen([_regel(na="later")], 2026, IS_WERKDAG)

    assert gevangen.value.melding == (
        "De termijn 'test' telt vanaf 'later', maar die staat er niet boven."
    )


def test_a_deadline_that_no_rule_gives_is_named() -> None:
    with pytest.raises(InvoerError, match="De termijn 'feest' staat niet in de kalender"):
        termijn((), "feest")


@given(
    dag=st.dates(pendulum.date(2024, 1, 15), pendulum.date(2060, 1, 1)),
    aantal=st.integers(1, 40),
)
def test_stepping_over_working_days_lands_on_one_and_counts_them(
    dag: pendulum.Date, aantal: int
) -> None:
    begin = pendulum.date(dag.year, dag.month, dag.day)

    terug = step_werkdagen(begin, -aantal, IS_WERKDAG)
    heen = step_werkdagen(begin, aantal, IS_WERKDAG)

    tussen = [begin.add(days=n) for n in range(1, (heen - begin).days + 1)]
    ervoor = [begin.subtract(days=n) for n in range(1, (begin - terug).days + 1)]
    assert sum(map(IS_WERKDAG, tussen)) == sum(map(IS_WERKDAG, ervoor)) == aantal
    assert IS_WERKDAG(terug)
    assert IS_WERKDAG(heen)
    assert step_werkdagen(begin, 0, IS_WERKDAG) == begin


@given(dag=st.dates(pendulum.date(2024, 1, 15), pendulum.date(2060, 1, 1)))
def test_a_working_day_is_its_own_neighbour(dag: pendulum.Date) -> None:
    begin = pendulum.date(dag.year, dag.month, dag.day)

    vorige, volgende = previous_werkdag(begin, IS_WERKDAG), next_werkdag(begin, IS_WERKDAG)

    assert (vorige == begin) == (volgende == begin) == IS_WERKDAG(begin)
    assert vorige <= begin <= volgende

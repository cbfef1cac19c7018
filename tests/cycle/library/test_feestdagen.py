"""Working days of any year."""

from itertools import pairwise
from pathlib import Path

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.kalender import Soort, compute_termijnen, termijn
from cycle.domain.regelprofiel import Regelprofiel
from cycle.library.feestdagen import BESTAND
from tests.cycle.library.builders import line_of, open_bibliotheek, plant

BIBLIOTHEEK = open_bibliotheek()
IS_WERKDAG = BIBLIOTHEEK.is_werkdag()
REGELS = {p.code: p.regels for p in BIBLIOTHEEK.regelprofielen()}["woningwet2015"]
JAREN = range(2024, 2061)


@pytest.mark.parametrize("jaar", JAREN)
def test_the_fifth_of_may_is_never_a_working_day(jaar: int) -> None:
    assert not IS_WERKDAG(pendulum.date(jaar, 5, 5))


@pytest.mark.parametrize(
    "dag",
    [
        pendulum.date(2025, 1, 1),  # Nieuwjaarsdag
        pendulum.date(2026, 4, 3),  # Goede Vrijdag
        pendulum.date(2026, 4, 6),  # tweede paasdag
        pendulum.date(2026, 4, 27),  # Koningsdag
        pendulum.date(2025, 4, 26),  # Koningsdag, a day earlier than on a Sunday
        pendulum.date(2026, 5, 14),  # Hemelvaartsdag
        pendulum.date(2026, 5, 25),  # tweede pinksterdag
        pendulum.date(2026, 12, 25),
        pendulum.date(2028, 12, 26),
        pendulum.date(2026, 1, 2),  # equated by royal decree
        pendulum.date(2026, 5, 15),
        pendulum.date(2027, 5, 7),
        pendulum.date(2028, 4, 28),
        pendulum.date(2028, 5, 26),
        pendulum.date(2026, 7, 4),  # Saturday
        pendulum.date(2026, 7, 5),  # Sunday
    ],
)
def test_days_off_of_the_algemene_termijnenwet(dag: pendulum.Date) -> None:
    assert not IS_WERKDAG(dag)


@pytest.mark.parametrize(
    "dag",
    [
        pendulum.date(2027, 4, 30),
        pendulum.date(2029, 5, 11),  # no decree yet for this day after Hemelvaartsdag
        pendulum.date(2026, 12, 24),
        pendulum.date(2026, 11, 11),
    ],
)
def test_other_days_are_working_days(dag: pendulum.Date) -> None:
    assert IS_WERKDAG(dag)


PROFIEL = st.sampled_from(BIBLIOTHEEK.regelprofielen())
JAAR = st.integers(2024, 2060)
WETTELIJK_UIT = ("bod", "overlegwet_stukken", "overlegwet_antwoord", "levering", "verslag")
"""What the law wants sent: on these days somebody waits for it."""


@given(profiel=PROFIEL, jaar=JAAR)
def test_what_goes_out_by_law_never_moves_forward(profiel: Regelprofiel, jaar: int) -> None:
    termijnen = compute_termijnen(profiel.regels, jaar, IS_WERKDAG)

    for code in (*WETTELIJK_UIT, "ondertekening"):
        regel = termijn(termijnen, code)
        assert regel.datum <= regel.datum_wettelijk
        assert IS_WERKDAG(regel.datum)
        if regel.soort is Soort.VOOR:
            assert regel.datum < regel.datum_wettelijk


@given(profiel=PROFIEL, jaar=JAAR)
def test_no_deadline_is_planned_on_a_day_off_unless_its_rule_says_op(
    profiel: Regelprofiel, jaar: int
) -> None:
    termijnen = compute_termijnen(profiel.regels, jaar, IS_WERKDAG)

    vrij = [t for t in termijnen if not IS_WERKDAG(t.datum)]
    assert {t.soort for t in vrij} <= {Soort.OP}


@given(profiel=PROFIEL, jaar=JAAR)
def test_only_the_algemene_termijnenwet_makes_a_deadline_later(
    profiel: Regelprofiel, jaar: int
) -> None:
    later = [
        t
        for t in compute_termijnen(profiel.regels, jaar, IS_WERKDAG)
        if t.datum > t.datum_wettelijk
    ]

    assert all(t.datum == t.datum_atw for t in later)
    assert {t.code for t in later} <= {"geschil"}


@given(profiel=PROFIEL, jaar=JAAR)
def test_the_terms_of_the_overlegwet_add_up_to_the_bod(profiel: Regelprofiel, jaar: int) -> None:
    termijnen = compute_termijnen(profiel.regels, jaar, IS_WERKDAG)

    codes = ("start", "advies", "antwoord", "uitvoering")
    dagen = [termijn(termijnen, f"overlegwet_{code}").datum_wettelijk for code in codes]
    assert [(na - voor).days for voor, na in pairwise(dagen)] == [42, 14, 3]
    assert dagen[-1] == termijn(termijnen, "bod").datum


@given(jaar=st.integers(2024, 2060))
def test_the_steps_of_a_year_follow_each_other(jaar: int) -> None:
    dagen = {t.code: t.datum for t in compute_termijnen(REGELS, jaar, IS_WERKDAG)}

    stappen = [
        "overlegwet_start",
        "bod",
        "overleg_start",
        "kickoff",
        "formulieren_uit",
        "biedingen_in",
        "concept",
        "stukken",
        "bestuurlijk",
        "accordering",
        "ondertekening",
        "uitvoering",
        "geschil",
        "tripartiet_april",
        "tripartiet_september",
        "verslag",
    ]
    assert [dagen[code] for code in stappen] == sorted(dagen[code] for code in stappen)


@pytest.mark.parametrize(
    ("oud", "nieuw", "regel", "code"),
    [
        ("2026-01-02", "2031-01-02", "2031", "I112"),
        ('bron = "Koninklijk besluit"\n', "", "[[dag]]", "I111"),
        ("datum =", "dag =", "dag =", "I110"),
        ("tot_en_met", "tot", "tot", "I110"),
        ("van = 2026", "van = ", "van =", "I104"),
    ],
)
def test_a_fault_in_the_list_of_days_has_file_and_line(
    content: Path, oud: str, nieuw: str, regel: str, code: str
) -> None:
    plant(content, BESTAND, oud, nieuw)

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).is_werkdag()

    (bevinding,) = gevangen.value.bevindingen
    assert bevinding.code == code
    assert bevinding.plek == f"{BESTAND}:{line_of(content, BESTAND, regel)}"


def test_the_same_day_twice_is_a_fault(content: Path) -> None:
    pad = content / BESTAND
    pad.write_text(
        pad.read_text("utf-8") + '\n[[dag]]\ndatum = 2026-01-02\nbron = "x"\n', encoding="utf-8"
    )

    with pytest.raises(InhoudOnbruikbaar) as gevangen:
        open_bibliotheek(content).is_werkdag()

    assert [b.code for b in gevangen.value.bevindingen] == ["I132"]

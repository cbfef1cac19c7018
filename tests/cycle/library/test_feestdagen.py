"""Working days of any year."""

from pathlib import Path

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.domain.errors import InhoudOnbruikbaar
from cycle.domain.kalender import Schuif, compute_termijnen, termijn
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


@pytest.mark.parametrize("jaar", JAREN)
@pytest.mark.parametrize("code", ["bod", "ondertekening", "levering", "verslag"])
def test_what_goes_out_by_law_is_never_late(jaar: int, code: str) -> None:
    regel = termijn(compute_termijnen(REGELS, jaar, IS_WERKDAG), code)

    assert regel.datum < regel.datum_wettelijk


@given(jaar=st.integers(2024, 2060))
def test_no_deadline_is_planned_on_a_day_off_unless_its_rule_says_so(jaar: int) -> None:
    blijft = {r.code for r in REGELS if r.schuif is Schuif.NIET and not r.werkdagen and not r.atw}

    termijnen = compute_termijnen(REGELS, jaar, IS_WERKDAG)

    assert [t.code for t in termijnen if t.code not in blijft and not IS_WERKDAG(t.datum)] == []


@given(jaar=st.integers(2024, 2060))
def test_only_the_algemene_termijnenwet_makes_a_deadline_later(jaar: int) -> None:
    later = {
        t.code for t in compute_termijnen(REGELS, jaar, IS_WERKDAG) if t.datum > t.datum_wettelijk
    }

    assert later <= {"geschil"}


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

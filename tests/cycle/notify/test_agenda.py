"""The calendar file, read back as a calendar programme does."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cycle.domain.kalender import Termijn
from cycle.domain.kloktijd import read_kloktijd
from cycle.domain.samenwerking import Samenwerking
from cycle.notify.agenda import IcsAgenda
from cycle.notify.kalenderbestand import PRODID, list_momenten
from tests.cycle.notify.builders import een_bijeenkomst, een_samenwerking, een_termijn


def _read(samenwerking: Samenwerking, *termijnen: Termijn) -> Calendar:
    """Return what a calendar programme reads."""
    return Calendar.from_ical(IcsAgenda().write(samenwerking, 2024, termijnen))


def test_the_file_tells_what_it_is() -> None:
    kalender = _read(een_samenwerking(voorbeeld="Dit zijn voorbeeldcijfers."))

    assert kalender["METHOD"] == "PUBLISH"
    assert kalender["VERSION"] == "2.0"
    assert kalender["PRODID"] == PRODID
    assert kalender["X-WR-CALNAME"] == "Het Hogeland, jaarschijf 2024"
    assert kalender["X-WR-CALDESC"] == "Dit zijn voorbeeldcijfers."
    assert "X-WR-CALDESC" not in _read(een_samenwerking())


def test_a_deadline_takes_the_whole_day_and_names_its_basis() -> None:
    (event,) = _read(een_samenwerking(), een_termijn(wettelijk_dag=1)).walk("VEVENT")

    assert event["SUMMARY"] == "De biedingen zijn binnen"
    assert event["DESCRIPTION"].splitlines() == [
        "Basis: Woningwet art. 44",
        "Soort: uiterlijk",
        "Datum volgens de regel: 1 oktober 2023",
        "Algemene termijnenwet: nee",
    ]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2023, 10, 1), date(2023, 10, 2))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["UID"] == "termijn-biedingen_in-hogeland-2024@jaarschijf.example"
    assert event["DTSTAMP"].dt == pendulum.datetime(2023, 1, 1)
    assert event["CATEGORIES"].cats == ["Termijn"]
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_shifted_deadline_tells_the_day_of_the_rule() -> None:
    (event,) = _read(een_samenwerking(), een_termijn(wettelijk_dag=3)).walk("VEVENT")

    assert "Datum volgens de regel: 3 oktober 2023" in event["DESCRIPTION"].splitlines()


def test_a_term_that_the_algemene_termijnenwet_extends_names_its_last_day() -> None:
    termijn = replace(een_termijn(), datum_atw=pendulum.date(2023, 10, 2))

    (event,) = _read(een_samenwerking(), termijn).walk("VEVENT")

    assert "Algemene termijnenwet: ja, tot en met 2 oktober 2023" in event["DESCRIPTION"]


def test_a_deadline_without_a_basis_has_no_empty_line_for_it() -> None:
    (event,) = _read(een_samenwerking(), een_termijn(basis="")).walk("VEVENT")

    assert event["DESCRIPTION"].startswith("Soort: uiterlijk")


def test_a_meeting_shows_its_agenda() -> None:
    samenwerking = een_samenwerking(een_bijeenkomst(agenda="Terugblik Vooruitblik"))

    (event,) = _read(samenwerking).walk("VEVENT")

    assert event["SUMMARY"] == "Startbijeenkomst"
    assert event["DESCRIPTION"] == "Agenda:\n1. Terugblik\n2. Vooruitblik"
    assert event["CATEGORIES"].cats == ["Bijeenkomst"]


def test_two_meetings_of_one_kind_stay_apart_and_days_come_in_order() -> None:
    samenwerking = een_samenwerking(
        een_bijeenkomst("ambtelijk", pendulum.date(2023, 10, 10)),
        een_bijeenkomst("ambtelijk", pendulum.date(2023, 9, 20)),
    )

    events = _read(samenwerking, een_termijn()).walk("VEVENT")

    assert [str(e["UID"]).removesuffix("-hogeland-2024@jaarschijf.example") for e in events] == [
        "bijeenkomst-ambtelijk-2",
        "termijn-biedingen_in",
        "bijeenkomst-ambtelijk-1",
    ]


# icalendar takes a backslash with an N for a new line, so backslashes stay out of this
TEKST = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), exclude_characters="\\")
)


@given(basis=TEKST)
def test_any_text_is_folded_at_75_bytes_and_comes_back_whole(basis: str) -> None:
    inhoud = IcsAgenda().write(een_samenwerking(), 2024, [een_termijn(basis=f"{basis}—" * 9)])

    regels = inhoud.removesuffix(b"\r\n").split(b"\r\n")
    (event,) = Calendar.from_ical(inhoud).walk("VEVENT")
    assert max(map(len, regels)) <= 75
    assert all(regel.decode("utf-8") for regel in regels)
    assert event["DESCRIPTION"].startswith(f"Basis: {f'{basis}—' * 9}\nSoort: ")


def test_another_process_writes_the_same_bytes() -> None:
    script = (
        "import sys; from cycle.notify.agenda import IcsAgenda\n"
        "from tests.cycle.notify.builders import *\n"
        "sys.stdout.buffer.write(\n"
        "    IcsAgenda().write(een_samenwerking(een_bijeenkomst()), 2024, [een_termijn()]))"
    )

    daar = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).resolve().parents[3],
        check=True,
        capture_output=True,
        env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    ).stdout

    hier = IcsAgenda().write(een_samenwerking(een_bijeenkomst()), 2024, [een_termijn()])
    assert daar == hier


@pytest.mark.parametrize(
    ("tijd", "begin", "einde"),
    [
        ("02.30-03.30", "2024-03-31T03:30:00+02:00", "2024-03-31T04:30:00+02:00"),
        ("02.30-03.15", "2024-03-31T03:30:00+02:00", "2024-03-31T04:15:00+02:00"),
        ("02.30-04.30", "2024-03-31T03:30:00+02:00", "2024-03-31T04:30:00+02:00"),
        ("13.30-15.30", "2024-03-31T13:30:00+02:00", "2024-03-31T15:30:00+02:00"),
    ],
)
def test_a_meeting_in_the_hour_that_summer_time_skips_has_a_length(
    tijd: str, begin: str, einde: str
) -> None:
    kloktijd = read_kloktijd(tijd)
    assert kloktijd is not None

    momenten = list_momenten(pendulum.date(2024, 3, 31), kloktijd)

    assert [moment.isoformat() for moment in momenten] == [begin, einde]

"""An invitation, read back by two parsers that share no code.

icalendar looks the zone up by its name; vobject builds it from the rules in the file.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pendulum
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from cycle.domain.kloktijd import read_kloktijd
from cycle.domain.samenwerking import Bijeenkomst
from cycle.domain.uitnodiging import Uitnodiging, Uitnodigingsoort, plan_uitnodigingen
from cycle.notify.agenda import IcsAgenda
from cycle.notify.tijdzone import write_tijdzone
from tests import builders
from tests.cycle.notify.builders import een_bijeenkomst

OP = pendulum.date(2023, 9, 1)


def _bijeenkomst(
    dag: pendulum.Date = pendulum.date(2023, 9, 12),  # noqa: B008 - a date cannot change
    tijd: str = "13.30-15.30",
) -> Bijeenkomst:
    return replace(
        een_bijeenkomst(dag=dag, agenda="Terugblik Keuze"),
        tijd=read_kloktijd(tijd),
        plaats="Raadhuis, zaal 2; eerste verdieping",
    )


def _write(
    bijeenkomst: Bijeenkomst,
    volgnummer: int = 0,
    soort: Uitnodigingsoort = Uitnodigingsoort.UITNODIGING,
) -> bytes:
    uitnodiging = Uitnodiging("kickoff-1", volgnummer, soort, bijeenkomst, OP)
    return IcsAgenda().uitnodiging(builders.een_samenwerking(), 2024, uitnodiging)


def _icalendar(inhoud: bytes) -> dict[str, Any]:
    """Return what icalendar makes of the one entry."""
    kalender = Calendar.from_ical(inhoud)
    (event,) = kalender.walk("VEVENT")
    return {
        "method": str(kalender["METHOD"]),
        "uid": str(event["UID"]),
        "sequence": event["SEQUENCE"],
        "status": str(event["STATUS"]),
        "begin": event["DTSTART"].dt,
        "einde": event["DTEND"].dt,
        "titel": str(event["SUMMARY"]),
        "tekst": str(event["DESCRIPTION"]),
        "plaats": str(event["LOCATION"]),
        "organizer": str(event["ORGANIZER"]),
        "genodigden": [(str(a), str(a.params["RSVP"])) for a in event["ATTENDEE"]],
    }


def _vobject(inhoud: bytes) -> dict[str, Any]:
    """Return what vobject makes of the one entry."""
    kalender = vobject.readOne(inhoud.decode())
    event = kalender.vevent
    return {
        "method": kalender.method.value,
        "uid": event.uid.value,
        "sequence": int(event.sequence.value),
        "status": event.status.value,
        "begin": event.dtstart.value,
        "einde": event.dtend.value,
        "titel": event.summary.value,
        "tekst": event.description.value,
        "plaats": event.location.value,
        "organizer": event.organizer.value,
        "genodigden": [(a.value, a.rsvp_param) for a in event.attendee_list],
    }


def test_two_parsers_read_the_same() -> None:
    inhoud = _write(_bijeenkomst())

    gelezen = _icalendar(inhoud)

    assert gelezen == _vobject(inhoud)
    assert gelezen["method"] == "REQUEST"
    assert gelezen["uid"] == "bijeenkomst-kickoff-1-dorp-2024@jaarschijf.example"
    assert gelezen["plaats"] == "Raadhuis, zaal 2; eerste verdieping"
    assert gelezen["tekst"] == "Agenda:\n1. Terugblik\n2. Keuze"
    assert gelezen["organizer"] == "mailto:afspraken@gemeente.example"


def test_all_partijen_are_asked_to_answer_and_who_invites_is_there() -> None:
    genodigden = _icalendar(_write(_bijeenkomst()))["genodigden"]

    assert genodigden == [
        ("mailto:afspraken@gemeente.example", "FALSE"),
        ("mailto:afspraken@domesta.example", "TRUE"),
        ("mailto:afspraken@woonservice.example", "TRUE"),
        ("mailto:afspraken@huurders.example", "TRUE"),
    ]


@pytest.mark.parametrize(
    ("dag", "verschil"),
    [
        (pendulum.date(2026, 12, 15), 1),
        (pendulum.date(2027, 4, 12), 2),
        (pendulum.date(2027, 3, 27), 1),  # the day before summer time
        (pendulum.date(2027, 3, 28), 2),  # the day on which it begins, at 2.00
        (pendulum.date(2027, 10, 30), 2),
        (pendulum.date(2027, 10, 31), 1),
        (pendulum.date(2059, 7, 1), 2),
    ],
    ids=str,
)
def test_half_past_one_in_amsterdam_is_the_same_moment_for_both(
    dag: pendulum.Date, verschil: int
) -> None:
    inhoud = _write(_bijeenkomst(dag))

    for lees in (_icalendar, _vobject):
        begin = lees(inhoud)["begin"]

        assert (begin.date(), begin.hour, begin.minute) == (dag, 13, 30)
        assert begin.utcoffset() == timedelta(hours=verschil)


@given(dag=st.dates(date(2024, 1, 1), date(2060, 12, 31)), uur=st.integers(4, 22))
def test_on_every_day_the_two_rules_are_the_zone(dag: date, uur: int) -> None:
    kloktijd = f"{uur}.00-{uur}.45"
    inhoud = _write(_bijeenkomst(pendulum.date(dag.year, dag.month, dag.day), kloktijd))

    echt = datetime(dag.year, dag.month, dag.day, uur, tzinfo=ZoneInfo("Europe/Amsterdam"))
    begin = _vobject(inhoud)["begin"]
    assert (begin.replace(tzinfo=None), begin.utcoffset()) == (
        echt.replace(tzinfo=None),
        echt.utcoffset(),
    )


def test_the_zone_is_two_rules_without_a_list_of_changes() -> None:
    zone = write_tijdzone().decode()

    assert zone.count("RRULE:FREQ=YEARLY;BYDAY=-1SU") == 2
    assert "RDATE" not in zone
    assert "UNTIL" not in zone


def test_a_meeting_without_a_time_takes_the_day_and_needs_no_zone() -> None:
    inhoud = _write(replace(_bijeenkomst(), tijd=None))

    assert b"VTIMEZONE" not in inhoud
    for lees in (_icalendar, _vobject):
        assert (lees(inhoud)["begin"], lees(inhoud)["einde"]) == (
            date(2023, 9, 12),
            date(2023, 9, 13),
        )


def test_moving_and_calling_off_keep_the_uid_and_raise_the_number() -> None:
    eerst = _bijeenkomst()
    gezegd: list[Uitnodiging] = []
    for nu in ((eerst,), (replace(eerst, datum=pendulum.date(2023, 9, 14)),), ()):
        gezegd += plan_uitnodigingen(nu, gezegd, OP)

    agenda, dorp = IcsAgenda(), builders.een_samenwerking()
    gelezen = [_vobject(agenda.uitnodiging(dorp, 2024, plan)) for plan in gezegd]

    assert {g["uid"] for g in gelezen} == {"bijeenkomst-kickoff-1-dorp-2024@jaarschijf.example"}
    assert [(g["method"], g["sequence"], g["status"]) for g in gelezen] == [
        ("REQUEST", 0, "CONFIRMED"),
        ("REQUEST", 1, "CONFIRMED"),
        ("CANCEL", 2, "CANCELLED"),
    ]


def test_lines_are_folded_at_75_bytes_and_end_as_the_rules_want() -> None:
    lang = "Overleg over de voorraad én de prijs — met iedereen"
    inhoud = _write(replace(_bijeenkomst(), naam=lang, agenda=(lang,) * 9))

    regels = inhoud.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, regels)) <= 75
    assert not any(b"\n" in regel or b"\r" in regel for regel in regels)
    assert _vobject(inhoud)["titel"] == _icalendar(inhoud)["titel"] == lang


def test_the_same_invitation_has_the_same_bytes() -> None:
    assert _write(_bijeenkomst()) == _write(_bijeenkomst())

"""The agenda of the startbijeenkomst: what is on the table, and made again on a change."""

import json
from base64 import b64decode
from dataclasses import replace
from typing import Any

import pytest

from cycle.domain.errors import NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.kalender import Belang
from cycle.services.compose_concept import compose_concept
from cycle.services.hold_kickoff import hold_kickoff
from cycle.services.prepare_kickoff import prepare_kickoff
from cycle.services.record_stem import record_stem
from cycle.services.start_cyclus import start_cyclus
from tests.cycle.services.builders import CODE, JAAR, een_opstelling, in_fase
from tests.fakes import Opstelling


def _agenda(opstelling: Opstelling, jaar: int = JAAR) -> dict[str, Any]:
    """Return what the document says."""
    prepare_kickoff(opstelling.toolkit, CODE, jaar)
    pad = f"{CODE}-{jaar}/startbijeenkomst/agenda-{jaar}.docx"
    gelezen: dict[str, Any] = json.loads(opstelling.uitgifte.bestanden[pad])
    return gelezen


def test_the_document_says_when_who_and_how_far_the_doelen_are() -> None:
    agenda = _agenda(in_fase(Fase.VOORBEREIDING))

    assert (agenda["naam"], agenda["datum"]) == ("Startbijeenkomst", "vrijdag 12 september 2025")
    assert [g["partij"] for g in agenda["genodigden"]] == [
        "Gemeente Dorp",
        "Domesta",
        "Huurders Dorp",
    ]
    assert {"partij": "Domesta", "doel": "min. 200"}.items() <= agenda["doelstanden"][0].items()
    assert agenda["voorbeeld"] == "Dit zijn voorbeeldcijfers."
    assert agenda["momenten"][0]["naam"] == "Termijn kickoff."
    assert agenda["afbeelding"] in agenda["tekeningen"]


def test_the_picture_shows_the_days_of_the_list_and_no_other() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    bibliotheek = opstelling.bibliotheek
    detail = replace(bibliotheek.regels[0], code="alleen_detail", belang=Belang.DETAIL)
    bibliotheek.regels = (*bibliotheek.regels, detail)

    agenda = _agenda(opstelling)

    beeld = b64decode(agenda["tekeningen"][agenda["afbeelding"]]).decode()
    assert beeld.split()[:2] == ["kickoff", "formulieren_uit"]
    assert "alleen_detail" not in beeld


def test_without_a_meeting_in_the_content_the_calendar_says_the_day() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)

    agenda = _agenda(opstelling, JAAR + 1)

    assert (agenda["naam"], agenda["agenda"]) == ("Startbijeenkomst", [])
    assert agenda["datum"] == "dinsdag 15 september 2026"


def test_what_the_year_before_left_open_is_on_the_table() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    compose_concept(opstelling.toolkit, CODE, JAAR, reden="Alvast.")
    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)

    agenda = _agenda(opstelling, JAAR + 1)

    assert ("Afspraak 2", "Domesta") in {
        (punt["afspraak"], punt["partij"]) for punt in agenda["meenemen"]
    }
    assert agenda["voorstellen"][0]["thema"] == "Bouwen"
    assert "bleven open" in agenda["voorstellen"][0]["reden"]


def test_it_is_the_same_until_somebody_votes() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)

    assert prepare_kickoff(opstelling.toolkit, CODE, JAAR).gedaan
    assert not prepare_kickoff(opstelling.toolkit, CODE, JAAR).gedaan
    record_stem(opstelling.toolkit, CODE, JAAR, "domesta", ["bouwen", "2"])

    assert prepare_kickoff(opstelling.toolkit, CODE, JAAR).gedaan
    agenda = _agenda(opstelling)
    assert [(r["onderwerp"], r["punten"]) for r in agenda["stemmen"]] == [
        ("Bouwen", "3"),
        ("Afspraak 2: Titel 2", "2"),
    ]
    assert agenda["zonder_stem"] == "Gemeente Dorp en Huurders Dorp"
    assert (agenda["topdrie"], agenda["topdrie_uitleg"]) == (
        ["Bouwen"],
        "Deze top 3 staat in de afspraken.",
    )


def test_after_the_meeting_it_holds_what_was_chosen() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    start_cyclus(opstelling.toolkit, CODE, JAAR + 1)
    record_stem(opstelling.toolkit, CODE, JAAR + 1, "domesta", ["2", "bouwen"])
    hold_kickoff(opstelling.toolkit, CODE, JAAR + 1)

    agenda = _agenda(opstelling, JAAR + 1)

    assert agenda["topdrie"] == ["Afspraak 2: Titel 2", "Bouwen"]
    assert agenda["topdrie_uitleg"] == "De uitslag van de stemming."


def test_a_tie_is_named() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    record_stem(opstelling.toolkit, CODE, JAAR, "domesta", ["1", "2"])
    record_stem(opstelling.toolkit, CODE, JAAR, "huurders", ["3", "bouwen"])

    assert _agenda(opstelling)["gelijk"] == ["Afspraak 2: Titel 2 en Bouwen"]


def test_a_cyclus_that_was_not_started_has_no_agenda() -> None:
    with pytest.raises(NietGevonden):
        prepare_kickoff(een_opstelling().toolkit, CODE, JAAR)

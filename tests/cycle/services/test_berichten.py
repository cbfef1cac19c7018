"""Mail: planned once, sent once, also when everything stops halfway."""

from collections.abc import Iterator

import pendulum
import pytest

from cycle.domain.errors import NietGevonden
from cycle.domain.fase import Fase
from cycle.services.announce_stap import announce_stap
from cycle.services.cyclus import require_cyclus
from cycle.services.follow_year import hold_april
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.record_besluit import record_besluit
from cycle.services.send_berichten import send_berichten
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    alle_besluiten,
    een_opstelling,
    in_fase,
    stuur_bieding,
)
from tests.fakes import Opstelling

UITERLIJK = pendulum.date(2025, 10, 9)
"""The day on which the biedingen of Dorp must be in."""


def _sleutels(opstelling: Opstelling, *, verzonden: bool | None = None) -> list[str]:
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        return [b.sleutel for b in tx.berichten(cyclus, verzonden=verzonden)]


def _dagen(eerste: pendulum.Date, aantal: int) -> Iterator[pendulum.Date]:
    return (eerste.add(days=dag) for dag in range(aantal))


def _herinner(opstelling: Opstelling, *dagen: pendulum.Date) -> list[str]:
    """Return the keys of the reminders of these days, in order."""
    sleutels = []
    for dag in dagen:
        opstelling.klok.dag = dag
        sleutels += [b.sleutel for b in plan_herinneringen(opstelling.toolkit, CODE, JAAR)]
    return sleutels


def test_a_daily_run_gives_each_rung_once() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))

    sleutels = _herinner(opstelling, *_dagen(UITERLIJK.subtract(days=30), 60))

    treden = ("aankondiging", "herinnering", "laatste", "te-laat")
    assert sleutels == [f"bieding/domesta/{trede}" for trede in treden]


def test_after_missed_weeks_only_the_highest_rung_goes_out() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())

    sleutels = _herinner(opstelling, UITERLIJK.add(weeks=3), UITERLIJK.add(weeks=4))

    assert sleutels == [f"bieding/{p}/te-laat" for p in ("gemeente", "domesta", "huurders")]


def test_nobody_is_reminded_of_what_is_done() -> None:
    opstelling = in_fase(Fase.BIEDINGEN)

    assert _herinner(opstelling, *_dagen(UITERLIJK.subtract(days=30), 60)) == []


def test_a_trial_shows_what_is_due_and_keeps_nothing() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    opstelling.klok.dag = UITERLIJK
    ervoor = opstelling.stand()

    (bericht,) = plan_herinneringen(opstelling.toolkit, CODE, JAAR, proef=True)

    assert (bericht.onderwerp, bericht.aan) == ("herinnering-laatste", "afspraken@domesta.example")
    assert f"wat: de bieding voor {JAAR}" in bericht.tekst
    assert "uiterlijk: donderdag 9 oktober 2025" in bericht.tekst
    assert opstelling.stand() == ervoor


def test_an_orgaan_is_reminded_by_its_own_meeting_and_the_others_by_the_deadline() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    toolkit = opstelling.toolkit
    for besluit in alle_besluiten(opstelling)[:2]:
        record_besluit(toolkit, CODE, JAAR, besluit)

    sleutels = _herinner(opstelling, pendulum.date(2025, 11, 18), pendulum.date(2025, 11, 24))

    assert sleutels == [
        "besluit/domesta/rvc/herinnering",
        "besluit/huurders/bestuur/aankondiging",
        "besluit/domesta/rvc/laatste",
        "besluit/huurders/bestuur/herinnering",
    ]


@pytest.mark.parametrize(
    ("fase", "dag", "wat"),
    [
        (Fase.ACCORDERING, "2025-12-03", "het besluit van het bestuur over de jaarschijf 2026"),
        (Fase.ONDERTEKENING, "2025-12-16", "de handtekening onder de jaarschijf 2026"),
    ],
)
def test_a_reminder_says_what_is_asked(fase: Fase, dag: str, wat: str) -> None:
    opstelling = in_fase(fase)
    opstelling.klok.dag = pendulum.Date.fromisoformat(dag)

    berichten = plan_herinneringen(opstelling.toolkit, CODE, JAAR)

    teksten = [b.tekst for b in berichten if "/huurders" in b.sleutel]
    assert len(teksten) == 1
    assert f"wat: {wat}" in teksten[0]


def test_a_cyclus_that_was_not_started_has_no_mail() -> None:
    toolkit = een_opstelling().toolkit

    for werk in (send_berichten, plan_herinneringen):
        with pytest.raises(NietGevonden):
            werk(toolkit, CODE, JAAR)


def _announce(opstelling: Opstelling, code: str = "tripartiet_april") -> bool:
    return announce_stap(
        opstelling.toolkit, CODE, JAAR, code=code, naam="overleg", termijn_code="tripartiet_april"
    )


def test_the_coordinator_hears_once_that_a_step_is_due_and_how_to_do_it() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    opstelling.klok.dag = pendulum.date(JAAR, 4, 16)
    assert not _announce(opstelling)

    opstelling.klok.dag = pendulum.date(JAAR, 5, 8)
    assert _announce(opstelling)
    assert _announce(opstelling)

    with opstelling.store.transaction() as tx:
        (bericht,) = tx.berichten(require_cyclus(tx, CODE, JAAR))
    assert bericht.aan == "afspraken@gemeente.example"
    assert f"opdracht: jaarschijf cyclus fase {CODE} {JAAR} tripartiet_april" in bericht.tekst


def test_a_meeting_that_was_held_is_not_announced() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    hold_april(opstelling.toolkit, CODE, JAAR)
    opstelling.klok.dag = pendulum.date(JAAR, 5, 8)

    assert not _announce(opstelling)
    assert _sleutels(opstelling) == []


def test_a_late_bieding_ends_the_reminders() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    _herinner(opstelling, UITERLIJK)
    stuur_bieding(opstelling, "domesta")

    assert _herinner(opstelling, *_dagen(UITERLIJK, 30)) == []

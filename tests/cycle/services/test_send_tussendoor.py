"""Sending between two rounds: a reminder that waited for the post still has to be true."""

import pendulum

from cycle.domain.errors import JaarschijfError
from cycle.domain.fase import Fase
from cycle.services.cyclus import require_cyclus
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.send_berichten import send_berichten
from cycle.services.send_tussendoor import send_tussendoor
from tests.cycle.services.builders import CODE, JAAR, PARTIJCODES, in_fase, stuur_bieding
from tests.fakes import Opstelling

DAG = pendulum.date(2025, 10, 8)
"""The last working day before the biedingen are due."""


def _met_wachtende_herinneringen() -> Opstelling:
    """Return a cyclus in which the post was away when everybody was reminded."""
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=())
    opstelling.klok.dag = DAG
    adressen = [p.mail for p in opstelling.bibliotheek.load(CODE).partijen]
    opstelling.postkamer.antwoorden = dict.fromkeys(adressen, JaarschijfError("Geen post."))
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
    plan_herinneringen(opstelling.toolkit, [cyclus])
    assert send_berichten(opstelling.toolkit, CODE, JAAR).storing
    opstelling.postkamer.antwoorden = {}
    return opstelling


def _bezorgd_aan(opstelling: Opstelling) -> list[str]:
    return sorted(bericht.aan for bericht in opstelling.postkamer.bezorgd.values())


def test_a_reminder_that_waited_does_not_go_out_once_its_task_is_done() -> None:
    opstelling = _met_wachtende_herinneringen()
    stuur_bieding(opstelling, "domesta")

    send_tussendoor(opstelling.toolkit, CODE, JAAR)

    assert _bezorgd_aan(opstelling) == ["afspraken@gemeente.example", "afspraken@huurders.example"]


def test_a_reminder_that_waited_into_the_weekend_waits_for_the_next_round() -> None:
    opstelling = _met_wachtende_herinneringen()
    opstelling.klok.dag = DAG.add(days=3)

    send_tussendoor(opstelling.toolkit, CODE, JAAR)

    assert _bezorgd_aan(opstelling) == []


def test_a_reminder_that_waited_and_is_still_true_goes_out_once() -> None:
    opstelling = _met_wachtende_herinneringen()

    send_tussendoor(opstelling.toolkit, CODE, JAAR)
    send_tussendoor(opstelling.toolkit, CODE, JAAR)

    assert len(_bezorgd_aan(opstelling)) == len(PARTIJCODES)

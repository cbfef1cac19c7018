"""Mail: planned once, sent once, also when everything stops halfway."""

import pendulum
import pytest

from cycle.domain.errors import InvoerError, NietGevonden, StapBezet
from cycle.domain.fase import Fase
from cycle.services.announce_stap import announce_stap
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.cyclus import require_cyclus
from cycle.services.follow_year import hold_april
from cycle.services.send_berichten import send_berichten
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    een_opstelling,
    in_fase,
)
from tests.fakes import FakePostkamer, Opstelling
from tests.geheugenstore import GeheugenTransactie


def _sleutels(opstelling: Opstelling, *, verzonden: bool | None = None) -> list[str]:
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        return [b.sleutel for b in tx.berichten(cyclus, verzonden=verzonden)]


def test_messages_go_out_once() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    ask_besluiten(opstelling.toolkit, CODE, JAAR)

    eerste = send_berichten(opstelling.toolkit, CODE, JAAR)
    tweede = send_berichten(opstelling.toolkit, CODE, JAAR)

    assert len(eerste) == 3
    assert tweede == ()
    assert _sleutels(opstelling, verzonden=True) == list(eerste)


def test_a_stop_between_delivery_and_mark_leaves_one_message(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opstelling = in_fase(Fase.OVERLEG)
    ask_besluiten(opstelling.toolkit, CODE, JAAR)
    with monkeypatch.context() as even:
        even.setattr(GeheugenTransactie, "mark_verzonden", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send_berichten(opstelling.toolkit, CODE, JAAR)
    assert (len(opstelling.postkamer.bezorgd), len(_sleutels(opstelling, verzonden=True))) == (1, 0)

    send_berichten(opstelling.toolkit, CODE, JAAR)

    assert [sleutel for _, _, sleutel in opstelling.postkamer.bezorgd] == _sleutels(opstelling)
    assert _sleutels(opstelling, verzonden=False) == []


def test_a_refused_message_does_not_hold_up_the_others() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    ask_besluiten(opstelling.toolkit, CODE, JAAR)
    gemeente, *anderen = _sleutels(opstelling)
    opstelling.postkamer.geweigerd.add("afspraken@gemeente.example")

    with pytest.raises(InvoerError, match="niet bruikbaar"):
        send_berichten(opstelling.toolkit, CODE, JAAR)

    assert _sleutels(opstelling, verzonden=True) == anderen
    opstelling.postkamer.geweigerd.clear()
    assert send_berichten(opstelling.toolkit, CODE, JAAR) == (gemeente,)


def test_a_crash_of_the_postkamer_stops_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    opstelling = in_fase(Fase.OVERLEG)
    ask_besluiten(opstelling.toolkit, CODE, JAAR)
    monkeypatch.setattr(FakePostkamer, "deliver", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        send_berichten(opstelling.toolkit, CODE, JAAR)

    assert _sleutels(opstelling, verzonden=True) == []


def test_two_processes_do_not_send_at_once() -> None:
    opstelling = in_fase(Fase.OVERLEG)

    with opstelling.store.lease(CODE, JAAR, "berichten"), pytest.raises(StapBezet):
        send_berichten(opstelling.toolkit, CODE, JAAR)


def test_a_cyclus_that_was_not_started_has_no_mail() -> None:
    with pytest.raises(NietGevonden):
        send_berichten(een_opstelling().toolkit, CODE, JAAR)


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

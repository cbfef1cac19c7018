"""Mail: planned once, sent once, also when everything stops halfway."""

import pendulum
import pytest

from cycle.domain.errors import NietGevonden
from cycle.domain.fase import Fase
from cycle.services.announce_stap import announce_stap
from cycle.services.cyclus import require_cyclus
from cycle.services.follow_year import hold_april
from cycle.services.send_berichten import send_berichten
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    een_opstelling,
    in_fase,
)
from tests.fakes import Opstelling


def _sleutels(opstelling: Opstelling, *, verzonden: bool | None = None) -> list[str]:
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)
        return [b.sleutel for b in tx.berichten(cyclus, verzonden=verzonden)]


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

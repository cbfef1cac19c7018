"""The year of execution: two tripartite meetings, and the end."""

import pytest

from cycle.domain.errors import FaseError, NietGevonden
from cycle.domain.fase import Fase
from cycle.services.cyclus import require_cyclus
from cycle.services.follow_year import close_cyclus, hold_april, hold_september
from tests.cycle.services.builders import BEGIN, CODE, JAAR, een_opstelling, in_fase
from tests.fakes import Opstelling


def _feiten(opstelling: Opstelling) -> list[tuple[str, str]]:
    with opstelling.store.transaction() as tx:
        feiten = tx.feiten(require_cyclus(tx, CODE, JAAR))
    return [(soort, tekst) for soort, _, tekst in feiten]


def test_each_meeting_is_kept_once() -> None:
    opstelling = in_fase(Fase.UITVOERING)

    for hold in (hold_april, hold_september):
        assert hold(opstelling.toolkit, CODE, JAAR).gedaan
    opstelling.klok.dag = BEGIN.add(days=1)
    for hold in (hold_april, hold_september):
        assert not hold(opstelling.toolkit, CODE, JAAR).gedaan

    assert _feiten(opstelling) == [
        ("tripartiet_april", "tripartiet overleg april gehouden"),
        ("tripartiet_september", "tripartiet overleg september gehouden"),
    ]


@pytest.mark.parametrize("reden", ["", " "])
def test_a_meeting_outside_the_execution_is_refused(reden: str) -> None:
    opstelling = in_fase(Fase.VERZONDEN)

    with pytest.raises(FaseError, match="hoort bij de fase 'uitvoering'") as fout:
        hold_april(opstelling.toolkit, CODE, JAAR, reden=reden)

    assert f"cyclus fase {CODE} {JAAR} uitvoering" in fout.value.advies
    assert _feiten(opstelling) == []


def test_a_meeting_is_forced_with_a_reason_that_is_kept() -> None:
    opstelling = in_fase(Fase.VERZONDEN)

    hold_april(opstelling.toolkit, CODE, JAAR, reden="Vervroegd naar december.")

    assert _feiten(opstelling) == [("tripartiet_april", "Vervroegd naar december.")]


def test_a_meeting_of_a_cyclus_that_was_not_started_is_refused() -> None:
    with pytest.raises(NietGevonden):
        hold_april(een_opstelling().toolkit, CODE, JAAR)


def test_closing_names_the_meeting_that_is_missing() -> None:
    opstelling = in_fase(Fase.UITVOERING)
    hold_april(opstelling.toolkit, CODE, JAAR)

    with pytest.raises(FaseError, match=r"vastgelegd: tripartiet_september\."):
        close_cyclus(opstelling.toolkit, CODE, JAAR)

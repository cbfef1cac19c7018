"""A step of the coordinator that is late is seen, and not one that is done or still to come."""

import pendulum
import pytest

from cycle.domain.fase import Fase
from cycle.services.show_status import show_status
from tests.cycle.services.builders import CODE, JAAR, in_fase
from tests.workflows.cli.builders import Werkmap
from workflows.cli.volgende import list_te_laat


def _te_laat(fase: Fase, dag: pendulum.Date, *gedaan: str) -> list[str]:
    opstelling = in_fase(fase)
    stand = show_status(opstelling.toolkit, CODE, JAAR)
    return list(list_te_laat(stand, gedaan, dag.isoformat()))


@pytest.mark.parametrize("dag", [pendulum.date(2025, 11, 11), pendulum.date(2025, 12, 20)])
def test_a_late_step_is_named_with_its_day_and_command(dag: pendulum.Date) -> None:
    assert _te_laat(Fase.OVERLEG, dag) == [
        "De stap 'besluiten vragen' is te laat. De dag was 10 november 2025. Doe: "
        f"jaarschijf cyclus fase {CODE} {JAAR} accordering"
    ]


def test_on_its_own_day_a_step_is_not_late() -> None:
    assert _te_laat(Fase.OVERLEG, pendulum.date(2025, 11, 10)) == []


def test_a_step_inside_its_fase_that_was_taken_is_not_late() -> None:
    dag = pendulum.date(JAAR, 4, 10)

    assert len(_te_laat(Fase.UITVOERING, dag)) == 1
    assert _te_laat(Fase.UITVOERING, dag, "toets_april") == []


def test_a_finished_year_has_nothing_late() -> None:
    assert _te_laat(Fase.AFGEROND, pendulum.date(JAAR + 5, 1, 1)) == []


def test_the_status_says_which_step_is_late(werkmap: Werkmap) -> None:
    werkmap.open_biedingen()

    tekst = werkmap.op("2023-11-01").doe("cyclus", "status", "dorp", "2024")

    assert "Let op: De stap 'biedingen sluiten' is te laat. De dag was " in tekst

"""Every April each dossier gets a new time stamp by itself, also of a year that is over."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.errors import InvoerError
from cycle.domain.fase import Fase
from cycle.services.build_dossier import build_dossier
from cycle.services.cyclus import require_cyclus
from cycle.services.dossierstempels import last_stempel
from tests.cycle.services.builders import CODE, JAAR, ga_naar, in_fase
from tests.fakes import FakeZegel, Opstelling
from workflows.dagelijks import run_ronde
from workflows.stempelronde import run_stempelronde

APRIL = pendulum.date(JAAR + 3, 4, 2)


class StilleDienst(FakeZegel):
    """A time stamp service that is away."""

    def stamp_digest(self, sha256: str) -> bytes | None:
        raise InvoerError("De tijdstempeldienst gaf geen tijdstempel.")


@pytest.fixture
def opstelling() -> Opstelling:
    """Return a year that is over, with a dossier, and no example."""
    opstelling = in_fase(Fase.ONDERTEKENING)
    build_dossier(opstelling.toolkit, CODE, JAAR)
    ga_naar(opstelling, Fase.AFGEROND)
    dossier = opstelling.store.dossiers[CODE, JAAR]
    dossier.cyclus = replace(dossier.cyclus, voorbeeld=False)
    opstelling.klok.dag = APRIL
    return opstelling


def _laatste(opstelling: Opstelling) -> pendulum.Date | None:
    with opstelling.store.transaction() as tx:
        return last_stempel(tx.stukken(require_cyclus(tx, CODE, JAAR)), 1)


def test_the_daily_run_renews_in_april_though_no_cyclus_is_under_way(
    opstelling: Opstelling,
) -> None:
    run_ronde(opstelling.toolkit)

    assert _laatste(opstelling) == APRIL


def test_the_next_day_nothing_is_due(opstelling: Opstelling) -> None:
    run_stempelronde(opstelling.toolkit)
    opstelling.klok.dag = APRIL.add(days=1)
    stand = opstelling.stand()

    ronde = run_stempelronde(opstelling.toolkit)

    assert (ronde.gedaan, ronde.fouten) == ({}, {})
    assert opstelling.stand() == stand


def test_in_another_month_the_daily_run_leaves_dossiers_alone(opstelling: Opstelling) -> None:
    opstelling.klok.dag = APRIL.add(months=1)
    ervoor = _laatste(opstelling)

    run_ronde(opstelling.toolkit)

    assert _laatste(opstelling) == ervoor


def test_a_service_that_is_away_is_told_and_the_dossier_stays_due(opstelling: Opstelling) -> None:
    toolkit = replace(opstelling.toolkit, zegel=StilleDienst())

    ronde = run_ronde(toolkit)

    assert list(ronde.fouten) == [f"tijdstempel {CODE} {JAAR}"]
    assert run_stempelronde(opstelling.toolkit).gedaan


def test_an_example_is_left_alone(opstelling: Opstelling) -> None:
    dossier = opstelling.store.dossiers[CODE, JAAR]
    dossier.cyclus = replace(dossier.cyclus, voorbeeld=True)

    assert not run_stempelronde(opstelling.toolkit).gedaan

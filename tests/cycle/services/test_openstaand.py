"""What is open: since which day it was asked, also when a clock was wrong."""

import pendulum

from cycle.domain.fase import Fase
from cycle.domain.verplichting import Verplichting
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.list_openstaand import list_openstaand
from cycle.services.share_concept import share_concept
from tests.cycle.services.builders import CODE, JAAR, een_correctie, in_fase, stuur_bieding
from tests.fakes import Opstelling

VANDAAG = pendulum.date(2025, 10, 31)
VERKEERD = VANDAAG.add(days=11)
"""What a clock told that was wrong."""


def _open(opstelling: Opstelling) -> tuple[Verplichting, ...]:
    inhoud = opstelling.bibliotheek.load(CODE)
    with opstelling.store.transaction() as tx:
        return list_openstaand(opstelling.toolkit, tx, require_cyclus(tx, CODE, JAAR), inhoud)


def _deel_concept(opstelling: Opstelling, dag: pendulum.Date) -> None:
    opstelling.klok.dag = dag
    compose_concept(opstelling.toolkit, CODE, JAAR)
    share_concept(opstelling.toolkit, CODE, JAAR)


def test_a_draft_that_is_shared_after_a_clock_was_put_right_is_asked_about_since_that_day() -> None:
    opstelling = in_fase(Fase.CONCEPT)
    _deel_concept(opstelling, VERKEERD)
    stuur_bieding(opstelling, "domesta", een_correctie())

    _deel_concept(opstelling, VANDAAG)

    assert {(v.kenmerk, v.sinds) for v in _open(opstelling)} == {("0.2", VANDAAG)}


def test_decisions_asked_after_a_clock_was_put_right_are_asked_since_that_day() -> None:
    opstelling = in_fase(Fase.CONCEPT)
    _deel_concept(opstelling, VERKEERD)

    opstelling.klok.dag = VANDAAG
    ask_besluiten(opstelling.toolkit, CODE, JAAR)

    assert {v.sinds for v in _open(opstelling)} == {VANDAAG}


def test_a_draft_that_nobody_was_told_of_is_asked_about_since_it_was_made() -> None:
    opstelling = in_fase(Fase.CONCEPT)
    _deel_concept(opstelling, VANDAAG)
    stuur_bieding(opstelling, "domesta", een_correctie())
    opstelling.klok.dag = VERKEERD
    compose_concept(opstelling.toolkit, CODE, JAAR)

    assert {(v.kenmerk, v.sinds) for v in _open(opstelling)} == {("0.2", VERKEERD)}

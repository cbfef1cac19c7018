"""The startbijeenkomst: the top 3 of the year becomes a fact."""

from dataclasses import replace

from cycle.domain.fase import Fase
from cycle.services.cyclus import require_cyclus
from cycle.services.hold_kickoff import hold_kickoff
from tests.cycle.services.builders import BEGIN, CODE, JAAR, een_dorp, in_fase


def test_the_priorities_that_were_chosen_are_kept_and_named() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)

    uitkomst = hold_kickoff(opstelling.toolkit, CODE, JAAR)

    assert uitkomst.melding.endswith("Prioriteiten: Bouwen.")
    with opstelling.store.transaction() as tx:
        assert tx.feiten(require_cyclus(tx, CODE, JAAR)) == (("kickoff", BEGIN, "Bouwen"),)


def test_a_year_without_priorities_says_so_in_the_log() -> None:
    opstelling = in_fase(Fase.VOORBEREIDING)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(een_dorp(), jaren={})

    uitkomst = hold_kickoff(opstelling.toolkit, CODE, JAAR)

    assert uitkomst.melding == "De startbijeenkomst is vastgelegd."
    with opstelling.store.transaction() as tx:
        assert tx.feiten(require_cyclus(tx, CODE, JAAR))[0][2] == "geen top 3 gekozen"

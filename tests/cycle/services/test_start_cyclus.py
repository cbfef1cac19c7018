"""Starting a cyclus: once, and only for a year of the agreement."""

import pytest

from cycle.domain.errors import InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.services.start_cyclus import start_cyclus
from tests.cycle.services.builders import BEGIN, CODE, JAAR, een_opstelling


def test_a_new_cyclus_is_in_preparation_and_remembers_its_content() -> None:
    opstelling = een_opstelling()

    uitkomst = start_cyclus(opstelling.toolkit, CODE, JAAR)

    with opstelling.store.transaction() as tx:
        (cyclus,) = tx.list_cycli()
    assert uitkomst.gedaan
    assert (cyclus.fase, cyclus.gestart_op) == (Fase.VOORBEREIDING, BEGIN)
    assert cyclus.content_hash == opstelling.bibliotheek.load(CODE).content_hash
    assert not cyclus.voorbeeld


def test_starting_again_changes_nothing() -> None:
    opstelling = een_opstelling()
    start_cyclus(opstelling.toolkit, CODE, JAAR)
    ervoor = opstelling.stand()

    uitkomst = start_cyclus(opstelling.toolkit, CODE, JAAR, voorbeeld=True)

    assert not uitkomst.gedaan
    assert "al gestart" in uitkomst.melding
    assert opstelling.stand() == ervoor


@pytest.mark.parametrize("jaar", [2022, 2028])
def test_a_year_outside_the_agreement_is_refused_with_both_ends(jaar: int) -> None:
    opstelling = een_opstelling()

    with pytest.raises(InvoerError, match="van 2023 tot en met 2027") as fout:
        start_cyclus(opstelling.toolkit, CODE, jaar)

    assert "looptijd" in fout.value.advies
    assert opstelling.store.dossiers == {}


def test_an_unknown_samenwerking_is_not_started() -> None:
    opstelling = een_opstelling()

    with pytest.raises(NietGevonden, match="'elders' bestaat niet"):
        start_cyclus(opstelling.toolkit, "elders", JAAR)

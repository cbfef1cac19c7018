"""Biedingen after the concept: everybody hears that the text does not hold them yet."""

import pytest

from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.show_status import show_status
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    een_correctie,
    ga_naar,
    in_fase,
    stuur_bieding,
)
from tests.fakes import Opstelling

NIET_IN_TEKST = (
    "De bieding van Domesta staat nog niet in de tekst van versie 0.1. "
    "Maak een nieuw concept met: jaarschijf concept dorp 2026"
)


def _let_op(opstelling: Opstelling) -> list[str]:
    zinnen = show_status(opstelling.toolkit, CODE, JAAR).let_op
    return [zin for zin in zinnen if "nog niet in de tekst" in zin]


@pytest.mark.parametrize("fase", [Fase.CONCEPT, Fase.OVERLEG])
def test_a_bieding_after_the_concept_is_booked_with_the_command_that_adds_it(fase: Fase) -> None:
    opstelling = in_fase(Fase.OVERLEG)
    ga_naar(opstelling, fase)

    ontvangst = stuur_bieding(opstelling, "domesta", een_correctie())

    assert ontvangst.opmerking == NIET_IN_TEKST
    assert _let_op(opstelling) == [NIET_IN_TEKST]


def test_the_same_form_again_still_says_that_the_text_does_not_hold_it() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())

    ontvangst = stuur_bieding(opstelling, "domesta", een_correctie())

    assert not ontvangst.is_nieuw
    assert ontvangst.opmerking == NIET_IN_TEKST


def test_a_bieding_hears_nothing_about_those_of_others() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())

    assert stuur_bieding(opstelling, "gemeente").opmerking == ""


def test_before_there_is_a_concept_nothing_is_said() -> None:
    opstelling = in_fase(Fase.CONCEPT, biedingen=("gemeente",))

    assert stuur_bieding(opstelling, "domesta").opmerking == ""
    assert _let_op(opstelling) == []


def test_while_the_biedingen_are_open_an_early_concept_lacks_some_of_course() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente",))
    compose_concept(opstelling.toolkit, CODE, JAAR, reden="Om te zien hoe het wordt.")

    assert stuur_bieding(opstelling, "domesta").opmerking == ""
    assert _let_op(opstelling) == []


def test_a_new_concept_holds_the_bieding_and_ends_the_remark() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())

    compose_concept(opstelling.toolkit, CODE, JAAR)

    assert _let_op(opstelling) == []
    assert ask_besluiten(opstelling.toolkit, CODE, JAAR).gedaan


def test_a_later_bieding_that_changes_no_word_of_the_text_holds_nothing_up() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())

    ontvangst = stuur_bieding(opstelling, "domesta")

    assert ontvangst.inzending.versie == 3
    assert ontvangst.opmerking == ""
    assert ask_besluiten(opstelling.toolkit, CODE, JAAR).gedaan


def test_decisions_are_not_asked_while_a_bieding_is_not_in_the_text() -> None:
    opstelling = in_fase(Fase.OVERLEG, biedingen=("gemeente",))
    for partij in ("domesta", "huurders"):
        stuur_bieding(opstelling, partij)
    ervoor = opstelling.stand()

    with pytest.raises(FaseError) as fout:
        ask_besluiten(opstelling.toolkit, CODE, JAAR)

    assert "van Domesta en " in fout.value.melding
    assert "jaarschijf concept dorp 2026" in fout.value.advies
    assert "--reden" in fout.value.advies
    assert opstelling.stand() == ervoor


def test_with_a_reason_decisions_are_asked_and_the_status_keeps_the_remark() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())

    uitkomst = ask_besluiten(opstelling.toolkit, CODE, JAAR, reden="Dat bod komt in een addendum.")

    assert uitkomst.melding == "De besluiten over concept 0.1 zijn gevraagd."
    assert _let_op(opstelling) == [NIET_IN_TEKST]
    with opstelling.store.transaction() as tx:
        laatste = tx.overgangen(require_cyclus(tx, CODE, JAAR))[-1]
    assert laatste.reden == "Dat bod komt in een addendum."


def test_an_adopted_text_is_no_concept_that_lacks_a_bieding() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())
    ga_naar(opstelling, Fase.VASTGESTELD)

    assert _let_op(opstelling) == []

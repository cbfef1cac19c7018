"""Verschil: two kept versions beside each other, whatever the year they belong to."""

import json

import pytest

from cycle.domain.errors import FaseError, InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.compare_versies import compare_versies
from cycle.services.compose_concept import compose_concept
from cycle.services.start_cyclus import start_cyclus
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    een_correctie,
    ga_naar,
    in_fase,
    stuur_bieding,
)
from tests.fakes import FakeTekstverwerker, Opstelling

VOLGEND = JAAR + 1


def _twee_concepten() -> Opstelling:
    opstelling = in_fase(Fase.OVERLEG)
    stuur_bieding(opstelling, "domesta", een_correctie())
    compose_concept(opstelling.toolkit, CODE, JAAR)
    return opstelling


def _volgend_jaar(opstelling: Opstelling) -> None:
    start_cyclus(opstelling.toolkit, CODE, VOLGEND, voorbeeld=True)
    compose_concept(opstelling.toolkit, CODE, VOLGEND, reden="Om te vergelijken.")


def test_the_last_two_drafts_are_compared_in_words_figures_and_word() -> None:
    vergelijking = compare_versies(_twee_concepten().toolkit, CODE, JAAR)

    assert (vergelijking.versie, vergelijking.verschil.sinds) == ("0.2", "versie 0.1")
    assert [v.afspraak[:10] for v in vergelijking.verschil.gewijzigd] == ["Afspraak 1"]
    assert ("bod", "50", "60") in {
        (c.wat.rpartition(": ")[2], c.oud, c.nieuw) for c in vergelijking.verschil.getallen
    }
    assert vergelijking.naam == "wijzigingen-0.1-0.2.docx"
    assert json.loads(vergelijking.docx or b"")["versies"] == ["0.1", "0.2"]


def test_the_adopted_text_is_compared_with_the_draft_that_is_named() -> None:
    opstelling = _twee_concepten()
    ga_naar(opstelling, Fase.ACCORDERING)
    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR, reden="Zonder besluiten.")

    vergelijking = compare_versies(opstelling.toolkit, CODE, JAAR, met="0.1")

    assert json.loads(vergelijking.docx or b"")["versies"] == ["0.1", "1.0"]


def test_a_year_is_compared_with_the_adopted_text_of_another_year() -> None:
    opstelling = in_fase(Fase.VASTGESTELD)
    _volgend_jaar(opstelling)

    vergelijking = compare_versies(opstelling.toolkit, CODE, VOLGEND, met=str(JAAR))

    assert vergelijking.verschil.sinds == f"de jaarschijf {JAAR}"
    assert vergelijking.verschil.getallen
    assert vergelijking.naam == f"wijzigingen-{JAAR}-{VOLGEND}.docx"
    assert json.loads(vergelijking.docx or b"")["versies"] == ["1.0", "0.1"]


def test_a_year_that_was_not_adopted_cannot_be_compared_with() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    _volgend_jaar(opstelling)

    with pytest.raises(FaseError, match="nog niet vastgesteld"):
        compare_versies(opstelling.toolkit, CODE, VOLGEND, met=str(JAAR))
    with pytest.raises(NietGevonden, match="nog niet gestart"):
        compare_versies(opstelling.toolkit, CODE, VOLGEND, met=str(JAAR - 1))


def test_one_version_alone_has_nothing_to_compare_with() -> None:
    with pytest.raises(FaseError, match="nog maar één versie") as fout:
        compare_versies(in_fase(Fase.OVERLEG).toolkit, CODE, JAAR)

    assert "--met" in fout.value.advies


def test_an_unknown_version_is_refused_with_the_choice() -> None:
    with pytest.raises(NietGevonden, match=r"Versie 0\.7") as fout:
        compare_versies(_twee_concepten().toolkit, CODE, JAAR, met="0.7")

    assert fout.value.advies == "Kies uit 0.1, of kies een jaar."


def test_what_word_cannot_show_is_still_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def weigert(*_: object, **__: object) -> bytes:
        raise InvoerError("De twee versies kunnen niet worden vergeleken.")

    monkeypatch.setattr(FakeTekstverwerker, "redline", weigert)

    vergelijking = compare_versies(_twee_concepten().toolkit, CODE, JAAR)

    assert vergelijking.verschil.gewijzigd
    assert (vergelijking.docx, vergelijking.melding) == (
        None,
        "De twee versies kunnen niet worden vergeleken.",
    )


def test_comparing_keeps_nothing() -> None:
    opstelling = _twee_concepten()
    ervoor = opstelling.stand()

    compare_versies(opstelling.toolkit, CODE, JAAR)

    assert opstelling.stand() == ervoor

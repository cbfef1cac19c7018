"""The vote for the top 3: one per partij, ties for the meeting, and into the jaarschijf."""

import json
from dataclasses import replace

import pytest

from cycle.domain.errors import BesluitError, FaseError, NietGevonden
from cycle.domain.fase import Fase
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.hold_kickoff import hold_kickoff
from cycle.services.record_stem import record_stem
from cycle.services.record_topkeuze import record_topkeuze
from cycle.services.show_stemming import show_stemming
from tests import builders
from tests.cycle.services.builders import (
    BEGIN,
    CODE,
    JAAR,
    een_dorp,
    een_jaar,
    een_opstelling,
    ga_naar,
    in_fase,
    stuur_bieding,
)
from tests.fakes import Opstelling


def _opstelling(*prioriteiten: str) -> Opstelling:
    """Return Dorp with four themas, in which nobody chose anything yet."""
    opstelling = in_fase(Fase.VOORBEREIDING)
    dorp = een_dorp()
    andere = tuple(
        builders.een_thema(code=code, naam=code.capitalize())
        for code in ("wonen", "zorg", "energie")
    )
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(
        dorp,
        themas=(*dorp.themas, *andere),
        jaren={JAAR: replace(een_jaar(), prioriteiten=prioriteiten)},
    )
    return opstelling


def _stem(opstelling: Opstelling, partij: str, *woorden: str) -> str:
    return record_stem(opstelling.toolkit, CODE, JAAR, partij, woorden).melding


def _kickoff_feit(opstelling: Opstelling) -> str:
    with opstelling.store.transaction() as tx:
        return tx.feiten(require_cyclus(tx, CODE, JAAR))[0][2]


def _prioriteiten(opstelling: Opstelling) -> list[str]:
    """Return the top 3 of a draft made now."""
    ga_naar(opstelling, Fase.BIEDINGEN)
    stuur_bieding(opstelling, "domesta")
    ga_naar(opstelling, Fase.CONCEPT)
    compose_concept(opstelling.toolkit, CODE, JAAR)
    pad = f"{CODE}-{JAAR}/concept-0.1/jaarschijf-{JAAR}-concept-0.1.docx"
    return list(json.loads(opstelling.uitgifte.bestanden[pad])["prioriteiten"])


def test_a_vote_is_repeated_in_words() -> None:
    melding = _stem(_opstelling(), "domesta", "wonen", "2", "bouwen")

    assert melding == ("De stem van Domesta is vastgelegd: Wonen, Afspraak 2: Titel 2 en Bouwen.")


def test_a_new_vote_replaces_the_old_one_and_both_are_kept() -> None:
    opstelling = _opstelling()
    _stem(opstelling, "domesta", "wonen", "zorg")

    melding = _stem(opstelling, "domesta", "zorg")
    uitkomst = record_stem(opstelling.toolkit, CODE, JAAR, "domesta", ["zorg"])

    assert melding.endswith("Deze stem komt in de plaats van de vorige.")
    assert not uitkomst.gedaan
    stemming = show_stemming(opstelling.toolkit, CODE, JAAR)
    assert [stem.keuzes for stem in stemming.stemmen] == [("zorg",)]
    assert stemming.zonder_stem == ("gemeente", "huurders")
    with opstelling.store.transaction() as tx:
        assert len(tx.stemmen(require_cyclus(tx, CODE, JAAR))) == 2


def test_the_outcome_of_the_vote_becomes_the_top_3_of_the_jaarschijf() -> None:
    opstelling = _opstelling()
    for partij in ("gemeente", "domesta", "huurders"):
        _stem(opstelling, partij, "wonen", "zorg", "bouwen")

    uitkomst = hold_kickoff(opstelling.toolkit, CODE, JAAR)

    assert uitkomst.melding.endswith("Prioriteiten: Wonen, Zorg en Bouwen.")
    stemming = show_stemming(opstelling.toolkit, CODE, JAAR)
    assert stemming.topkeuze is not None
    assert stemming.topkeuze.keuzes == ("wonen", "zorg", "bouwen")
    assert _kickoff_feit(opstelling) == "Wonen, Zorg en Bouwen"
    assert _prioriteiten(opstelling) == ["Wonen", "Zorg", "Bouwen"]


def test_a_tie_is_for_the_meeting_and_its_choice_counts() -> None:
    opstelling = _opstelling()
    _stem(opstelling, "gemeente", "wonen", "zorg", "bouwen")
    _stem(opstelling, "domesta", "wonen", "zorg", "energie")

    with pytest.raises(FaseError, match="gelijk tussen Bouwen en Energie") as fout:
        hold_kickoff(opstelling.toolkit, CODE, JAAR)
    assert "jaarschijf kickoff kies" in fout.value.advies

    keuze = ["wonen", "zorg", "energie"]
    uitkomst = record_topkeuze(opstelling.toolkit, CODE, JAAR, keuze, "De prijs stijgt.")
    assert uitkomst.melding.endswith("vastgelegd: Wonen, Zorg en Energie.")
    hold_kickoff(opstelling.toolkit, CODE, JAAR)
    assert _prioriteiten(opstelling) == ["Wonen", "Zorg", "Energie"]


def test_with_a_reason_the_year_starts_without_a_top_3() -> None:
    opstelling = _opstelling()
    _stem(opstelling, "gemeente", "wonen", "bouwen")
    _stem(opstelling, "domesta", "zorg", "energie")

    hold_kickoff(opstelling.toolkit, CODE, JAAR, reden="Wij kiezen in oktober.")

    assert _kickoff_feit(opstelling) == "geen top 3 gekozen"


def test_priorities_in_the_content_go_before_any_vote() -> None:
    opstelling = _opstelling("zorg")
    _stem(opstelling, "domesta", "wonen")
    keuze = record_topkeuze(opstelling.toolkit, CODE, JAAR, ["wonen"], "Zo besloten.")

    uitkomst = hold_kickoff(opstelling.toolkit, CODE, JAAR)

    assert "Die gaan voor." in keuze.melding
    assert uitkomst.melding.endswith("Prioriteiten: Zorg.")
    assert show_stemming(opstelling.toolkit, CODE, JAAR).prioriteiten == ("zorg",)
    assert _prioriteiten(opstelling) == ["Zorg"]


def test_after_the_meeting_nobody_votes_but_the_choice_can_be_corrected() -> None:
    opstelling = _opstelling()
    hold_kickoff(opstelling.toolkit, CODE, JAAR)

    with pytest.raises(FaseError, match="Stemmen kan niet meer"):
        _stem(opstelling, "domesta", "wonen")
    toolkit = opstelling.toolkit
    assert record_topkeuze(toolkit, CODE, JAAR, ["wonen"], "Verslag gelezen.").gedaan
    assert not record_topkeuze(toolkit, CODE, JAAR, ["wonen"], "Verslag gelezen.").gedaan
    assert _prioriteiten(opstelling) == ["Wonen"]


def test_a_choice_needs_a_reason_and_a_text_that_is_not_adopted() -> None:
    opstelling = _opstelling()
    with pytest.raises(BesluitError, match="hoort een reden"):
        record_topkeuze(opstelling.toolkit, CODE, JAAR, ["wonen"], " ")

    ga_naar(opstelling, Fase.VASTGESTELD)
    with pytest.raises(FaseError, match="al vastgesteld"):
        record_topkeuze(opstelling.toolkit, CODE, JAAR, ["wonen"], "Toch anders.")


def test_nobody_votes_in_a_cyclus_that_was_not_started_or_as_a_stranger() -> None:
    with pytest.raises(NietGevonden):
        _stem(een_opstelling(), "domesta", "bouwen")
    with pytest.raises(NietGevonden):
        _stem(_opstelling(), "vreemd", "bouwen")


def test_a_vote_keeps_its_day() -> None:
    opstelling = _opstelling()
    _stem(opstelling, "domesta", "wonen")

    assert show_stemming(opstelling.toolkit, CODE, JAAR).stemmen[0].op == BEGIN

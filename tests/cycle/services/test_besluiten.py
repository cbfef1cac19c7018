"""Decisions: asked per content, given on the content that counts, and void after a change."""

from dataclasses import replace

import pytest

from cycle.domain.accordering import BesluitStaat, Reikwijdte, list_besluiten
from cycle.domain.errors import BesluitError, FaseError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.partij import Orgaan
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.record_besluit import record_besluit
from cycle.services.share_concept import share_concept
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJEN,
    een_besluit,
    een_correctie,
    geldende_code,
    in_fase,
    stuur_bieding,
)
from tests.fakes import Opstelling


def _staten(opstelling: Opstelling) -> dict[tuple[str, Orgaan], BesluitStaat]:
    with opstelling.store.transaction() as tx:
        besluiten = tx.besluiten(require_cyclus(tx, CODE, JAAR))
    bord = list_besluiten(PARTIJEN, besluiten, geldende_code(opstelling))
    return {(rij.partij, rij.orgaan): rij.staat for rij in bord}


def _gevraagd(opstelling: Opstelling) -> list[str]:
    with opstelling.store.transaction() as tx:
        berichten = tx.berichten(require_cyclus(tx, CODE, JAAR))
    return [b.sleutel for b in berichten if b.sleutel.startswith("besluit/")]


def _maak_nieuwe_versie(opstelling: Opstelling) -> None:
    """Go back to the overleg with a reason, book a correction and make version 0.2."""
    toolkit = opstelling.toolkit
    share_concept(toolkit, CODE, JAAR, reden="Domesta kan meer.")
    stuur_bieding(opstelling, "domesta", een_correctie())
    compose_concept(toolkit, CODE, JAAR)


def test_the_question_names_version_code_organen_and_day() -> None:
    opstelling = in_fase(Fase.OVERLEG)

    ask_besluiten(opstelling.toolkit, CODE, JAAR)

    with opstelling.store.transaction() as tx:
        berichten = tx.berichten(require_cyclus(tx, CODE, JAAR))
    tekst = next(b.tekst for b in berichten if b.sleutel.endswith("/domesta"))
    assert "versie: 0.1" in tekst
    assert f"code: {geldende_code(opstelling)}" in tekst
    assert "organen: het bestuur en de raad van commissarissen" in tekst
    assert "uiterlijk: maandag 1 december 2025" in tekst


def test_a_new_version_voids_decisions_visibly_asks_again_and_takes_new_ones() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    toolkit = opstelling.toolkit
    ask_besluiten(toolkit, CODE, JAAR)
    record_besluit(toolkit, CODE, JAAR, een_besluit(opstelling))

    _maak_nieuwe_versie(opstelling)
    assert _staten(opstelling)["domesta", Orgaan.RVC] is BesluitStaat.VERVALLEN

    assert ask_besluiten(toolkit, CODE, JAAR).gedaan
    assert len(_gevraagd(opstelling)) == 2 * len(PARTIJEN)
    assert record_besluit(toolkit, CODE, JAAR, een_besluit(opstelling)).gedaan
    assert _staten(opstelling)["domesta", Orgaan.RVC] is BesluitStaat.GEHEEL


def test_content_that_changes_during_accordering_is_asked_about_anew() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    toolkit = opstelling.toolkit
    ask_besluiten(toolkit, CODE, JAAR)
    dorp = opstelling.bibliotheek.load(CODE)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(dorp, inleiding="Anders.")
    compose_concept(toolkit, CODE, JAAR)

    uitkomst = ask_besluiten(toolkit, CODE, JAAR)

    assert uitkomst.melding == "De besluiten over concept 0.2 zijn gevraagd."
    assert len(_gevraagd(opstelling)) == 2 * len(PARTIJEN)
    assert not ask_besluiten(toolkit, CODE, JAAR).gedaan


def test_after_adoption_nothing_is_asked_any_more() -> None:
    opstelling = in_fase(Fase.VASTGESTELD)

    uitkomst = ask_besluiten(opstelling.toolkit, CODE, JAAR)

    assert not uitkomst.gedaan
    assert _gevraagd(opstelling) == []


@pytest.mark.parametrize("reikwijdte", Reikwijdte)
def test_a_decision_is_kept_whole_in_part_or_not(reikwijdte: Reikwijdte) -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    besluit = een_besluit(opstelling, reikwijdte=reikwijdte)

    uitkomst = record_besluit(opstelling.toolkit, CODE, JAAR, besluit)

    assert uitkomst.melding == "Het besluit van Domesta (rvc) is vastgelegd."
    assert _staten(opstelling)["domesta", Orgaan.RVC] == reikwijdte


def test_the_same_decision_again_changes_nothing() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    besluit = een_besluit(opstelling)
    record_besluit(opstelling.toolkit, CODE, JAAR, besluit)
    ervoor = opstelling.stand()

    uitkomst = record_besluit(opstelling.toolkit, CODE, JAAR, besluit)

    assert not uitkomst.gedaan
    assert opstelling.stand() == ervoor


def test_a_decision_that_returns_to_an_earlier_one_counts() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    geheel = een_besluit(opstelling)
    niet = een_besluit(opstelling, reikwijdte=Reikwijdte.NIET)

    for besluit in (geheel, niet, geheel):
        assert record_besluit(opstelling.toolkit, CODE, JAAR, besluit).gedaan

    assert _staten(opstelling)["domesta", Orgaan.RVC] is BesluitStaat.GEHEEL


def test_a_decision_that_does_not_count_is_refused_with_what_to_do() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    goed = een_besluit(opstelling, reikwijdte=Reikwijdte.NIET)
    ervoor = opstelling.stand()

    for fout_besluit, melding in (
        (replace(goed, code="0000-0000-0000"), "maar de geldende versie is"),
        (replace(goed, orgaan=Orgaan.RAAD), "beslist niet via 'raad'"),
        (replace(goed, reden=" "), "hoort een reden"),
        (replace(goed, reikwijdte=Reikwijdte.OP_ONDERDELEN, uitgezonderd=(99,)), "99"),
    ):
        with pytest.raises(BesluitError, match=melding) as fout:
            record_besluit(opstelling.toolkit, CODE, JAAR, fout_besluit)
        assert fout.value.advies

    assert opstelling.stand() == ervoor


def test_a_decision_of_an_unknown_partij_lists_the_known_ones() -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    with pytest.raises(NietGevonden, match="'actium' doet niet mee") as fout:
        record_besluit(opstelling.toolkit, CODE, JAAR, een_besluit(opstelling, "actium"))

    assert "domesta" in fout.value.advies


@pytest.mark.parametrize("fase", [Fase.OVERLEG, Fase.VASTGESTELD])
def test_a_decision_outside_accordering_is_refused(fase: Fase) -> None:
    opstelling = in_fase(fase)

    with pytest.raises(FaseError, match=f"in de fase '{fase}'") as fout:
        record_besluit(opstelling.toolkit, CODE, JAAR, een_besluit(opstelling))

    assert f"cyclus fase {CODE} {JAAR} accordering" in fout.value.advies


def test_a_decision_of_a_day_that_must_still_come_is_refused() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    morgen = opstelling.klok.dag.add(days=1)

    with pytest.raises(BesluitError, match="moet nog komen"):
        record_besluit(opstelling.toolkit, CODE, JAAR, replace(een_besluit(opstelling), op=morgen))

"""What was answered before stands in the grey cells of the new form."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cycle.domain.bieding import Bieding, BiedingRegel, Voorraadstand
from cycle.domain.cyclus import Inzending
from cycle.domain.fase import Fase
from cycle.domain.formulier import Formulier
from cycle.domain.wederkerigheid import Verzoek
from cycle.services.cyclus import require_cyclus
from cycle.services.issue_formulieren import build_formulieren
from cycle.services.start_cyclus import start_cyclus
from tests.builders import een_antwoord, een_plek
from tests.cycle.services.builders import CODE, JAAR, een_dorp, een_opstelling, in_fase
from tests.fakes import Opstelling


def _met_bieding(jaar: int, **velden: object) -> Opstelling:
    """Return a village in which Domesta sent a bieding for `jaar`."""
    opstelling = een_opstelling()
    start_cyclus(opstelling.toolkit, CODE, jaar, voorbeeld=True)
    leeg = Bieding("inzending-1", CODE, jaar, "domesta", ())
    inzending = Inzending("inzending-1", "domesta", 1, "b.xlsx", "0" * 64, opstelling.klok.dag)
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, jaar)
        tx.add_bieding(cyclus, inzending, replace(leeg, **velden))
    return opstelling


def _formulier(opstelling: Opstelling, partij: str = "domesta") -> Formulier:
    formulieren = build_formulieren(opstelling.toolkit, een_dorp(), JAAR)
    return next(f for f in formulieren if f.partij == partij)


def _vorig(regel: BiedingRegel) -> str:
    opstelling = _met_bieding(JAAR - 1, regels=(regel,))
    return {r.regelcode: r.vorig for r in _formulier(opstelling).regels}["A01-NETTO"]


def test_the_first_year_has_nothing_to_show() -> None:
    formulier = _formulier(een_opstelling())

    assert {r.vorig for r in formulier.regels} == {""}
    assert {r.vorig for r in formulier.voorraad} == {""}
    assert formulier.verzoeken == ()


def test_last_years_answer_to_the_same_question_is_shown() -> None:
    assert _vorig(een_antwoord("A01-NETTO", "25")) == "25 woningen"


def test_an_answer_to_another_question_is_not_shown() -> None:
    assert _vorig(een_antwoord("A01-NB_DAEB", "25")) == ""


def test_a_year_without_an_answer_of_this_partij_shows_nothing() -> None:
    opstelling = _met_bieding(JAAR - 1, regels=(een_antwoord("A03-INZET"),))

    assert {r.vorig for r in _formulier(opstelling, "huurders").regels} == {""}


def test_an_afspraak_with_a_new_number_is_found_by_its_id() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    eerste, tweede, _ = een_dorp().afspraken
    thema = replace(
        een_dorp().themas[0], afspraken=(replace(eerste, nummer=9), replace(tweede, nummer=1))
    )
    dorp = replace(een_dorp(), themas=(thema,))

    formulieren = build_formulieren(opstelling.toolkit, dorp, JAAR + 1)

    domesta = next(f for f in formulieren if f.partij == "domesta")
    assert {r.regelcode: r.vorig for r in domesta.regels} == {
        "A09-NETTO": "50 woningen",
        "A01-SLVK": "8 woningen",
    }


def test_the_stock_of_last_year_is_shown() -> None:
    stand = Voorraadstand("VRD_DAEB", Decimal(3008), een_plek())

    formulier = _formulier(_met_bieding(JAAR - 1, voorraad=(stand,)))

    assert {r.regelcode: r.vorig for r in formulier.voorraad} == {"V-VRD_DAEB": "3.008"}


@pytest.mark.parametrize(("partij", "aantal"), [("gemeente", 1), ("huurders", 0), ("domesta", 0)])
def test_a_request_stands_in_the_form_of_who_is_asked(partij: str, aantal: int) -> None:
    verzoek = Verzoek(
        "V-1", "domesta", "gemeente", 1, "Een locatie.", "mei", None,
        is_voorwaarde=True, plek=een_plek(),
    )  # fmt: skip
    voorbehoud = replace(verzoek, gevraagde="rvc")

    opstelling = _met_bieding(JAAR, verzoeken=(verzoek, voorbehoud))

    assert len(_formulier(opstelling, partij).verzoeken) == aantal


def test_everybody_but_oneself_can_be_asked_and_the_own_organen_too() -> None:
    assert _formulier(een_opstelling()).gevraagden == {
        "Gemeente Dorp": "gemeente",
        "Huurders Dorp": "huurders",
        "ons bestuur": "bestuur",
        "onze raad van commissarissen": "rvc",
    }


def test_only_a_corporatie_is_asked_about_its_stock() -> None:
    formulieren = build_formulieren(een_opstelling().toolkit, een_dorp(), JAAR)

    assert {f.partij: len(f.voorraad) for f in formulieren} == {
        "gemeente": 0, "domesta": 1, "huurders": 0
    }  # fmt: skip

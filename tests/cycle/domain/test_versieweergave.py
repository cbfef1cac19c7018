"""What a version adds: number, date, decisions, reservations and signatures."""

import pendulum
import pytest

from cycle.domain.accordering import Besluit, Handtekening, Reikwijdte, list_besluiten
from cycle.domain.partij import Orgaan
from cycle.domain.versieweergave import add_accordering, publish_view
from cycle.domain.view import JaarschijfView
from cycle.domain.weergave import content_code
from tests.builders import (
    een_afspraak,
    een_besluit,
    een_bevinding,
    een_handtekening,
    een_jaarschijf,
    een_samenwerking,
    een_view,
)

DORP = een_samenwerking(een_afspraak(1), een_afspraak(19))
DEELS = een_besluit(reikwijdte=Reikwijdte.OP_ONDERDELEN, reden="Te veel.", uitgezonderd=(19,))
DAG = pendulum.date(2025, 12, 1)


def met_besluiten(*besluiten: Besluit, tekens: tuple[Handtekening, ...] = ()) -> JaarschijfView:
    """Return the view of Dorp with these decisions on content ``CODE``."""
    bord = list_besluiten(DORP.partijen, besluiten, "CODE")
    return add_accordering(een_view(DORP), DORP, bord, tekens)


def stand(view: JaarschijfView, orgaan: str = "bestuur") -> tuple[str, str, str]:
    """Return decision, date and reason of an orgaan of Domesta."""
    (rij,) = [b for b in view.besluiten if (b.partij, b.orgaan) == ("Domesta", orgaan)]
    return (rij.besluit, rij.datum, rij.reden)


def test_a_draft_carries_its_number_date_and_findings() -> None:
    view = een_view(jaarschijf=een_jaarschijf(bevindingen=(een_bevinding(),)))

    concept = publish_view(view, versie="0.1", status="Concept", op=DAG)

    assert (concept.versie, concept.status, concept.datum) == ("0.1", "Concept", "1 december 2025")
    assert concept.is_concept
    assert len(concept.bevindingen) == 1


def test_the_adopted_text_carries_no_drafting_findings() -> None:
    view = een_view(jaarschijf=een_jaarschijf(bevindingen=(een_bevinding(),)))

    vast = publish_view(view, versie="1.0", status="Vastgesteld", op=DAG, vastgesteld=True)

    assert (vast.is_concept, vast.bevindingen) == (False, ())
    assert vast.code == content_code(vast) == view.code


@pytest.mark.parametrize(
    ("besluit", "verwacht"),
    [
        (een_besluit(), ("akkoord", "1 december 2025", "")),
        (
            een_besluit(reikwijdte=Reikwijdte.NIET, reden="Te duur."),
            ("niet akkoord", "1 december 2025", "Te duur."),
        ),
        (DEELS, ("akkoord op onderdelen, zonder afspraak 19", "1 december 2025", "Te veel.")),
        (een_besluit(code="OUD"), ("vervallen: de tekst is daarna gewijzigd", "", "")),
    ],
)
def test_each_decision_is_shown_in_words(besluit: Besluit, verwacht: tuple[str, str, str]) -> None:
    assert stand(met_besluiten(besluit)) == verwacht


def test_every_orgaan_has_a_row_also_before_it_decided() -> None:
    view = met_besluiten(een_besluit())

    assert stand(view, "raad van commissarissen") == ("nog geen besluit", "", "")
    assert [b.partij for b in view.besluiten] == [
        "Gemeente Dorp",
        "Domesta",
        "Domesta",
        "Woonservice",
        "Woonservice",
        "Huurders Dorp",
    ]


def test_a_reservation_stands_beside_the_afspraak_it_is_about() -> None:
    een, negentien = met_besluiten(DEELS).themas[0].afspraken

    assert een.voorbehouden == ()
    assert negentien.voorbehouden == ("Domesta (bestuur) stemt hier niet mee in: Te veel.",)


def test_a_reservation_on_older_content_is_gone() -> None:
    oud = een_besluit(
        code="OUD", reikwijdte=Reikwijdte.OP_ONDERDELEN, reden="x", uitgezonderd=(19,)
    )

    assert [a.voorbehouden for a in met_besluiten(oud).themas[0].afspraken] == [(), ()]


def test_decisions_do_not_change_the_code_of_what_was_agreed() -> None:
    view = met_besluiten(DEELS, een_besluit(orgaan=Orgaan.RVC), tekens=(een_handtekening(),))

    assert content_code(view) == view.code == een_view(DORP).code


@pytest.mark.parametrize(
    ("tekens", "staat"),
    [
        ((), ""),
        ((een_handtekening(),), "getekend op 12 december 2025"),
        (
            (een_handtekening(reikwijdte=Reikwijdte.NIET, reden="Geen mandaat."),),
            "tekent niet (12 december 2025): Geen mandaat.",
        ),
        (
            (een_handtekening(reikwijdte=Reikwijdte.OP_ONDERDELEN, reden="Niet 19."),),
            "getekend op onderdelen (12 december 2025): Niet 19.",
        ),
        (
            (een_handtekening(reikwijdte=Reikwijdte.NIET, reden="x"), een_handtekening()),
            "getekend op 12 december 2025",
        ),
        ((een_handtekening(functie="controller"), een_handtekening(partij="actium")), ""),
    ],
)
def test_each_place_to_sign_shows_its_state(tekens: tuple[Handtekening, ...], staat: str) -> None:
    (plek,) = [o for o in met_besluiten(tekens=tekens).ondertekening if o.partij == "Domesta"]

    assert (plek.functie, plek.staat) == ("directeur-bestuurder", staat)

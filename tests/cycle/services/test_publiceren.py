"""Publishing: the copy is only given when nothing that must go is left in the file."""

import json
from dataclasses import replace

import pytest

from cycle.domain.errors import FaseError, InvoerError
from cycle.domain.fase import Fase
from cycle.services.publish_kopie import publish_kopie
from cycle.services.record_handtekening import record_handtekening
from tests.cycle.services.builders import CODE, JAAR, een_handtekening, in_fase
from tests.fakes import FakePdf, Opstelling


class LekkendePdf(FakePdf):
    """An engine that puts an address where no page shows it."""

    def teksten(self, pdf: bytes) -> tuple[str, ...]:
        return (*super().teksten(pdf), "mailto:wonen@gemeente-dorp.example")


@pytest.fixture
def opstelling() -> Opstelling:
    opstelling = in_fase(Fase.ONDERTEKENING)
    record_handtekening(opstelling.toolkit, CODE, JAAR, een_handtekening(opstelling))
    return opstelling


def test_the_copy_says_who_signed_and_holds_no_signature(opstelling: Opstelling) -> None:
    publicatie = publish_kopie(opstelling.toolkit, CODE, JAAR)

    view = json.loads(publicatie.pdf.removeprefix(b"%PDF "))
    staten = {plaats["partij"]: plaats["staat"] for plaats in view["ondertekening"]}
    assert staten["Domesta"].endswith("(handtekening weggelaten)")
    assert publicatie.kopie.handtekeningen == 1
    assert b"velden:" not in publicatie.pdf


def test_the_copy_holds_the_pictures_of_the_figures(opstelling: Opstelling) -> None:
    view = json.loads(publish_kopie(opstelling.toolkit, CODE, JAAR).pdf.removeprefix(b"%PDF "))

    assert view["tekeningen"]


def test_the_description_names_the_category_of_the_woo(opstelling: Opstelling) -> None:
    publicatie = publish_kopie(opstelling.toolkit, CODE, JAAR)

    beschrijving = json.loads(publicatie.beschrijving)
    assert beschrijving["informatiecategorie"] == "convenanten"
    assert beschrijving["weggelaten"]["handtekeningen"] == 1
    assert beschrijving["bytes"] == len(publicatie.pdf)


def test_a_text_can_be_left_out(opstelling: Opstelling) -> None:
    publicatie = publish_kopie(opstelling.toolkit, CODE, JAAR, ["aan de Beek"])

    assert b"Beek" not in publicatie.pdf
    assert publicatie.kopie.teksten > 0


def test_a_file_that_still_holds_an_address_is_not_given(opstelling: Opstelling) -> None:
    toolkit = replace(opstelling.toolkit, pdf=LekkendePdf())

    with pytest.raises(InvoerError, match="wonen@gemeente-dorp") as fout:
        publish_kopie(toolkit, CODE, JAAR)

    assert "--weg" in fout.value.advies


def test_making_the_copy_keeps_nothing_and_changes_nothing(opstelling: Opstelling) -> None:
    stand = opstelling.stand()

    eerste = publish_kopie(opstelling.toolkit, CODE, JAAR)

    assert publish_kopie(opstelling.toolkit, CODE, JAAR).pdf == eerste.pdf
    assert opstelling.stand() == stand


def test_nothing_is_published_before_the_adoption() -> None:
    with pytest.raises(FaseError, match="nog niet vastgesteld"):
        publish_kopie(in_fase(Fase.OVERLEG).toolkit, CODE, JAAR)

"""Adoption: the text of the draft with the decisions in it, as Word and as PDF."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from cycle.domain.accordering import Reikwijdte
from cycle.domain.errors import FaseError, InvoerError
from cycle.domain.fase import Fase
from cycle.domain.handtekenveld import list_velden
from cycle.domain.manifest import read_manifest
from cycle.domain.partij import Orgaan
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.ondertekenport import Bevroren
from cycle.services.record_besluit import record_besluit
from cycle.services.share_concept import share_concept
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    alle_besluiten,
    een_besluit,
    ga_naar,
    geldende_code,
    in_fase,
)
from tests.fakes import FakePdf, FakeZegel, Opstelling

MAP = f"{CODE}-{JAAR}/vastgesteld/jaarschijf-{JAAR}"
MANIFEST = f"{CODE}-{JAAR}/vastgesteld/manifest.json"


def _besloten() -> Opstelling:
    opstelling = in_fase(Fase.ACCORDERING)
    for besluit in alle_besluiten(opstelling):
        record_besluit(opstelling.toolkit, CODE, JAAR, besluit)
    return opstelling


def _tekst(opstelling: Opstelling) -> dict[str, object]:
    velden: dict[str, object] = json.loads(opstelling.uitgifte.bestanden[f"{MAP}.docx"])
    return velden


def test_the_adopted_text_is_version_1_0_with_the_code_of_the_draft() -> None:
    opstelling = _besloten()
    code = geldende_code(opstelling)

    uitkomst = adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    assert uitkomst.melding == f"De jaarschijf is vastgesteld: versie 1.0, code {code}."
    with opstelling.store.transaction() as tx:
        concepten = tx.concepten(require_cyclus(tx, CODE, JAAR))
    assert [(c.versie, c.code, c.vastgesteld) for c in concepten] == [
        ("0.1", code, False),
        ("1.0", code, True),
    ]


def test_the_adopted_text_carries_decisions_and_reservations_and_no_drafting_findings() -> None:
    opstelling = _besloten()

    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    tekst = _tekst(opstelling)
    assert (tekst["status"], tekst["is_concept"], tekst["bevindingen"]) == (
        "Vastgesteld",
        False,
        [],
    )
    assert "akkoord op onderdelen, zonder afspraak 2" in str(tekst["besluiten"])
    assert "Huurders Dorp (bestuur) stemt hier niet mee in: te veel sloop" in str(tekst["themas"])


def test_word_and_pdf_hold_the_same_text_and_the_pdf_a_field_for_everybody_who_signs() -> None:
    opstelling = _besloten()

    uitkomst = adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    docx, pdf = (opstelling.uitgifte.bestanden[f"{MAP}.{einde}"] for einde in ("docx", "pdf"))
    velden = list_velden(opstelling.bibliotheek.load(CODE).partijen)
    assert pdf == FakeZegel().prepare(FakePdf().convert(docx), velden).inhoud
    assert set(uitkomst.stukken) == {f"{MAP}.docx", f"{MAP}.pdf", MANIFEST}


def test_the_manifest_names_the_frozen_bytes_and_every_place_to_sign() -> None:
    opstelling = _besloten()

    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    pdf = opstelling.uitgifte.bestanden[f"{MAP}.pdf"]
    manifest = read_manifest(opstelling.uitgifte.bestanden[MANIFEST])
    assert (manifest.sha256, manifest.bytes) == (sha256(pdf).hexdigest(), len(pdf))
    assert manifest.code == geldende_code(opstelling)
    assert [(v.partij, v.functie) for v in manifest.velden] == [
        (p.code, functie)
        for p in opstelling.bibliotheek.load(CODE).partijen
        for functie in p.ondertekenaars
    ]


def test_a_document_without_room_for_a_signature_is_not_adopted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opstelling = _besloten()
    ervoor = opstelling.stand()["dossiers"]

    def prepare(*_: object) -> Bevroren:
        raise InvoerError("In het document staat ‘Handtekening 1 van 3’ niet.")

    monkeypatch.setattr(FakeZegel, "prepare", prepare)

    with pytest.raises(InvoerError, match="Handtekening 1 van 3"):
        adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    assert opstelling.stand()["dossiers"] == ervoor


def test_the_text_comes_from_the_kept_data_also_when_content_changed_meanwhile() -> None:
    opstelling = _besloten()
    dorp = opstelling.bibliotheek.load(CODE)
    thema = replace(dorp.themas[0], naam="Slopen")
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(
        dorp, inleiding="Heel anders.", themas=(thema,), jaren={}
    )

    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    tekst = _tekst(opstelling)
    assert tekst["inleiding"] == "Inleiding."
    assert tekst["prioriteiten"] == ["Bouwen"]
    assert "Slopen" not in str(tekst)


def test_missing_and_void_decisions_are_named() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    for besluit in alle_besluiten(opstelling)[:2]:
        record_besluit(opstelling.toolkit, CODE, JAAR, besluit)

    with pytest.raises(FaseError, match=r"Domesta \(rvc\) en Huurders Dorp \(bestuur\)") as fout:
        adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    assert "--reden" in fout.value.advies
    assert f"{MAP}.docx" not in opstelling.uitgifte.bestanden


def test_adoption_without_all_decisions_shows_that_they_are_open() -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR, reden="De raad komt niet meer bijeen.")

    assert "nog geen besluit" in str(_tekst(opstelling)["besluiten"])


def test_adopting_again_writes_the_same_documents_out_once_more() -> None:
    opstelling = _besloten()
    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)
    ervoor = opstelling.stand()
    del opstelling.uitgifte.bestanden[f"{MAP}.pdf"]

    uitkomst = adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    assert (uitkomst.gedaan, set(uitkomst.stukken)) == (
        False,
        {f"{MAP}.docx", f"{MAP}.pdf", MANIFEST},
    )
    assert opstelling.stand() == ervoor


def test_a_pdf_that_cannot_be_made_leaves_nothing_adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    opstelling = _besloten()
    dossiers = opstelling.stand()["dossiers"]
    monkeypatch.setattr(FakePdf, "convert", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)

    assert opstelling.stand()["dossiers"] == dossiers
    assert f"{MAP}.docx" not in opstelling.uitgifte.bestanden


def test_a_decision_that_comes_in_while_the_text_is_made_is_not_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opstelling = _besloten()
    laat = een_besluit(opstelling, orgaan=Orgaan.BESTUUR, reikwijdte=Reikwijdte.NIET)

    def convert(_pdf: FakePdf, docx: bytes) -> bytes:
        record_besluit(opstelling.toolkit, CODE, JAAR, laat)
        return docx

    with monkeypatch.context() as even:
        even.setattr(FakePdf, "convert", convert)
        with pytest.raises(FaseError, match="Er kwam een besluit binnen") as fout:
            adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)
    assert "opnieuw" in fout.value.advies

    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)
    assert "niet akkoord" in str(_tekst(opstelling)["besluiten"])


def test_a_year_that_skipped_adoption_does_not_say_it_was_adopted() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    ga_naar(opstelling, Fase.VERZONDEN)

    with pytest.raises(FaseError, match="besluiten zijn er nog niet"):
        adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)
    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR, reden="Alsnog.")

    assert _tekst(opstelling)["versie"] == "1.0"


def test_the_steps_of_the_draft_after_adoption_change_nothing() -> None:
    opstelling = _besloten()
    adopt_jaarschijf(opstelling.toolkit, CODE, JAAR)
    ervoor = opstelling.stand()

    gemaakt = compose_concept(opstelling.toolkit, CODE, JAAR)
    gedeeld = share_concept(opstelling.toolkit, CODE, JAAR)

    assert not gemaakt.gedaan
    assert not gedeeld.gedaan
    assert "sinds concept 0.1" in gemaakt.melding
    assert opstelling.stand() == ervoor

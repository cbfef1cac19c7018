"""Signing with a certificate: behind the latest bytes, kept whole or not at all."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.cyclus import Stuk
from cycle.domain.errors import BesluitError, FaseError, InvoerError, StapBezet
from cycle.domain.fase import Fase
from cycle.domain.handtekenroute import Route
from cycle.domain.mandaat import Mandaat, Mandaatsoort
from cycle.services.cyclus import require_cyclus
from cycle.services.hand_over import hand_over
from cycle.services.ondertekenport import P12, Getekend, Tekenopdracht
from cycle.services.record_handtekening import record_handtekening
from cycle.services.sign_jaarschijf import BEWIJS, Tekenverzoek, sign_jaarschijf
from cycle.services.vastgestelde import GETEKEND, load_vastgestelde
from cycle.settings import Tekenniveau
from tests.cycle.services.builders import CODE, JAAR, een_handtekening, geldende_code, in_fase
from tests.fakes import FakeZegel, Opstelling

VERZOEK = Tekenverzoek(
    "domesta", "directeur-bestuurder", P12(b"sleutel", b"geheim"), Tekenniveau.T, door="secretaris"
)


def stukken(opstelling: Opstelling) -> dict[str, Stuk]:
    with opstelling.store.transaction() as tx:
        return {s.soort: s for s in tx.stukken(require_cyclus(tx, CODE, JAAR))}


def handtekeningen(opstelling: Opstelling) -> tuple[Handtekening, ...]:
    with opstelling.store.transaction() as tx:
        return tx.handtekeningen(require_cyclus(tx, CODE, JAAR))


def een_tekenend_jaar() -> Opstelling:
    return in_fase(Fase.ONDERTEKENING)


def bevroren(opstelling: Opstelling) -> bytes:
    return opstelling.bestanden.get(stukken(opstelling)["vastgesteld-pdf"].sha256)


def test_a_signature_is_registered_with_its_evidence_and_the_pdf_handed_out() -> None:
    opstelling = een_tekenend_jaar()

    gezet = sign_jaarschijf(opstelling.toolkit, CODE, JAAR, replace(VERZOEK, naam="D. Bestuur"))

    assert gezet.uitkomst.melding == (
        "Domesta (directeur-bestuurder) heeft getekend: D. Bestuur, niveau B-T."
    )
    (teken,) = handtekeningen(opstelling)
    assert (teken.route, teken.reikwijdte, teken.code) == (
        Route.CERTIFICAAT,
        Reikwijdte.GEHEEL,
        geldende_code(opstelling),
    )
    assert teken.vastgelegd_door == "secretaris"
    bewijs = json.loads(opstelling.bestanden.get(teken.bewijs))
    assert bewijs["veld"] == "domesta-directeur-bestuurder"
    assert (bewijs["getoond"], bewijs["certificaat"]["uitgever"]) == ("D. Bestuur", "CN=Uitgever")
    assert bewijs["voor"] == stukken(opstelling)["vastgesteld-pdf"].sha256
    assert bewijs["na"] == gezet.sha256 == stukken(opstelling)[GETEKEND].sha256
    assert stukken(opstelling)[f"{BEWIJS}/{bewijs['veld']}"].sha256 == teken.bewijs
    pdf = opstelling.uitgifte.bestanden[f"{CODE}-{JAAR}/ondertekend/jaarschijf-{JAAR}.pdf"]
    assert sha256(pdf).hexdigest() == gezet.sha256


def test_each_signature_comes_behind_the_one_before_and_the_frozen_bytes_stay() -> None:
    opstelling = een_tekenend_jaar()
    begin = bevroren(opstelling)

    sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)
    eerste = opstelling.bestanden.get(stukken(opstelling)[GETEKEND].sha256)
    volgende = replace(VERZOEK, partij="gemeente", functie="wethouder")
    sign_jaarschijf(opstelling.toolkit, CODE, JAAR, volgende)
    tweede = opstelling.bestanden.get(stukken(opstelling)[GETEKEND].sha256)

    assert eerste.startswith(begin)
    assert tweede.startswith(eerste)
    assert bevroren(opstelling) == begin
    assert len(handtekeningen(opstelling)) == 2


def test_a_report_may_be_followed_by_the_signature_itself_but_not_by_another_one() -> None:
    opstelling = een_tekenend_jaar()
    record_handtekening(opstelling.toolkit, CODE, JAAR, een_handtekening(opstelling))

    sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)

    with pytest.raises(InvoerError, match="staat al een handtekening"):
        sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)
    assert [h.route for h in handtekeningen(opstelling)] == [Route.GEMELD, Route.CERTIFICAAT]


def test_what_cannot_be_signed_leaves_everything_as_it_was() -> None:
    opstelling = een_tekenend_jaar()
    ervoor = opstelling.stand()

    for verzoek, soort, melding in (
        (replace(VERZOEK, functie="portier"), BesluitError, "'portier' tekent niet"),
        (replace(VERZOEK, naam="fout"), InvoerError, "gaat niet open"),
    ):
        with pytest.raises(soort, match=melding) as fout:
            sign_jaarschijf(opstelling.toolkit, CODE, JAAR, verzoek)
        assert fout.value.advies or soort is InvoerError

    assert opstelling.stand() == ervoor


@pytest.mark.parametrize("fase", [Fase.ACCORDERING, Fase.VASTGESTELD])
def test_nobody_signs_before_the_ondertekening_is_open(fase: Fase) -> None:
    with pytest.raises(FaseError):
        sign_jaarschijf(in_fase(fase).toolkit, CODE, JAAR, VERZOEK)


def test_a_year_that_was_adopted_without_fields_says_how_to_go_on() -> None:
    opstelling = een_tekenend_jaar()
    dossier = opstelling.store.dossiers[CODE, JAAR]
    dossier.stukken = {k: s for k, s in dossier.stukken.items() if s.soort != "manifest"}
    with opstelling.store.transaction() as tx:
        cyclus = require_cyclus(tx, CODE, JAAR)

        with pytest.raises(FaseError, match="zonder velden") as fout:
            load_vastgestelde(opstelling.toolkit, tx, cyclus)

    assert "jaarschijf onderteken" in fout.value.advies


def test_a_lower_level_is_told_and_kept_with_the_evidence() -> None:
    opstelling = een_tekenend_jaar()

    gezet = sign_jaarschijf(
        opstelling.toolkit, CODE, JAAR, replace(VERZOEK, niveau=Tekenniveau.LTA)
    )

    assert gezet.niveau is Tekenniveau.T
    assert gezet.waarschuwingen == ("Het bewijs zit niet in de PDF (niveau B-T).",)
    (teken,) = handtekeningen(opstelling)
    bewijs = json.loads(opstelling.bestanden.get(teken.bewijs))
    assert bewijs["waarschuwingen"] == list(gezet.waarschuwingen)


def test_a_certificate_of_somebody_else_than_the_mandaat_names_signs_nothing() -> None:
    opstelling = een_tekenend_jaar()
    _mandaat(opstelling, naam="A. Jansen")
    ervoor = opstelling.stand()

    with pytest.raises(InvoerError, match=r"is niet van A\. Jansen"):
        sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)

    assert opstelling.stand() == ervoor


def test_the_certificate_of_whom_the_mandaat_names_may_write_the_name_in_another_way() -> None:
    opstelling = een_tekenend_jaar()
    _mandaat(opstelling, naam="certificaathoudér")

    gezet = sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)

    assert gezet.waarschuwingen == ()


def test_who_stands_in_signs_in_the_field_of_whom_it_is_for() -> None:
    opstelling = een_tekenend_jaar()
    _mandaat(opstelling, functie="manager wonen", vervangt="directeur-bestuurder")

    sign_jaarschijf(opstelling.toolkit, CODE, JAAR, replace(VERZOEK, functie="manager wonen"))

    (teken,) = handtekeningen(opstelling)
    assert (teken.functie, teken.waarnemer) == ("directeur-bestuurder", "manager wonen")
    pdf = opstelling.bestanden.get(stukken(opstelling)[GETEKEND].sha256)
    assert b"domesta-directeur-bestuurder: manager wonen, Domesta" in pdf


def _mandaat(opstelling: Opstelling, functie: str = "directeur-bestuurder", **rest: str) -> None:
    dag = opstelling.klok.dag
    mandaat = Mandaat(
        "domesta", functie, Mandaatsoort.EIGENSTANDIG, dag, None, "ab" * 32, dag, **rest
    )
    with opstelling.store.transaction() as tx:
        tx.add_mandaat(require_cyclus(tx, CODE, JAAR), mandaat)


def test_two_signatures_at_once_do_not_lose_one(monkeypatch: pytest.MonkeyPatch) -> None:
    opstelling = een_tekenend_jaar()
    ander = replace(VERZOEK, partij="gemeente", functie="wethouder")
    zet = FakeZegel.sign

    def sign(zegel: FakeZegel, pdf: bytes, opdracht: Tekenopdracht) -> Getekend:
        with monkeypatch.context() as even:
            even.setattr(FakeZegel, "sign", zet)
            with pytest.raises(StapBezet):
                sign_jaarschijf(opstelling.toolkit, CODE, JAAR, ander)
        return zet(zegel, pdf, opdracht)

    monkeypatch.setattr(FakeZegel, "sign", sign)

    sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)
    monkeypatch.undo()
    sign_jaarschijf(opstelling.toolkit, CODE, JAAR, ander)

    assert len(handtekeningen(opstelling)) == 2
    pdf = opstelling.bestanden.get(stukken(opstelling)[GETEKEND].sha256)
    assert b"domesta-directeur-bestuurder:" in pdf
    assert b"gemeente-wethouder:" in pdf


def test_a_file_that_came_in_another_way_meanwhile_is_not_written_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opstelling = een_tekenend_jaar()
    zet = FakeZegel.sign

    def sign(zegel: FakeZegel, pdf: bytes, opdracht: Tekenopdracht) -> Getekend:
        elders = opstelling.bestanden.put(pdf + b"\nelders getekend")
        with opstelling.store.transaction() as tx:
            cyclus = require_cyclus(tx, CODE, JAAR)
            tx.add_stuk(cyclus, Stuk(GETEKEND, "", "1.0", "ondertekend/j.pdf", elders))
        return zet(zegel, pdf, opdracht)

    monkeypatch.setattr(FakeZegel, "sign", sign)

    with pytest.raises(StapBezet, match="andere handtekening"):
        sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)

    pdf = opstelling.bestanden.get(stukken(opstelling)[GETEKEND].sha256)
    assert pdf.endswith(b"elders getekend")
    assert handtekeningen(opstelling) == ()


def test_the_folder_for_a_service_holds_the_frozen_pdf_who_signs_and_where() -> None:
    opstelling = een_tekenend_jaar()
    sign_jaarschijf(opstelling.toolkit, CODE, JAAR, VERZOEK)

    uitkomst = hand_over(opstelling.toolkit, CODE, JAAR)

    waar = f"{CODE}-{JAAR}/overdracht"
    assert set(uitkomst.stukken) == {
        f"{waar}/{naam}"
        for naam in (f"jaarschijf-{JAAR}.pdf", "ondertekenaars.csv", "manifest.json", "leesmij.txt")
    }
    bestanden = opstelling.uitgifte.bestanden
    assert bestanden[f"{waar}/jaarschijf-{JAAR}.pdf"] == bevroren(opstelling)
    lijst = bestanden[f"{waar}/ondertekenaars.csv"].decode("utf-8-sig").splitlines()
    assert "Handtekening 2 van 3;domesta-directeur-bestuurder;getekend" in lijst[2]
    assert lijst[1].endswith(";nog tekenen")
    assert geldende_code(opstelling) in bestanden[f"{waar}/leesmij.txt"].decode()


def test_there_is_no_folder_before_the_text_is_adopted() -> None:
    with pytest.raises(FaseError, match="nog niet vastgesteld"):
        hand_over(in_fase(Fase.ACCORDERING).toolkit, CODE, JAAR)

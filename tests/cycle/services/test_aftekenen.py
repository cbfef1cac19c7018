"""Signing off as people do it: mandaten, closing, leaving, and undoing an adoption."""

import json
from dataclasses import replace

import pendulum
import pytest

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.aftekenbord import Aftekenbord, Aftekening
from cycle.domain.aftekening import Aftekenstaat
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.errors import BesluitError, FaseError, InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.handtekenroute import Route
from cycle.domain.mandaat import Mandaat, Mandaatsoort
from cycle.services.adopt_jaarschijf import adopt_jaarschijf
from cycle.services.aftekenen import load_aftekenbord
from cycle.services.ask_besluiten import ask_besluiten
from cycle.services.close_ondertekening import close_ondertekening
from cycle.services.compose_concept import compose_concept
from cycle.services.cyclus import require_cyclus
from cycle.services.open_ondertekening import open_ondertekening
from cycle.services.record_besluit import record_besluit
from cycle.services.record_gelezen import Lezing, record_gelezen
from cycle.services.record_handtekening import record_handtekening
from cycle.services.record_mandaat import record_mandaat
from cycle.services.register_verzending import register_verzending
from cycle.services.share_concept import share_concept
from cycle.services.show_status import show_status
from cycle.services.sluiting import Sluitgrond
from cycle.services.vastgestelde import load_vastgestelde
from cycle.services.withdraw_partij import Vertrek, withdraw_partij
from cycle.services.withdraw_vaststelling import Intrekking, withdraw_vaststelling
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    alle_besluiten,
    een_besluit,
    een_handtekening,
    geldende_code,
    in_fase,
)
from tests.fakes import Opstelling

DIRECTEUR = "directeur-bestuurder"
SECRETARIS = Intrekking("secretaris", "Er staat een fout in afspraak 2.")
COORDINATOR = Intrekking("coördinator", "")
PLEKKEN = (("gemeente", "wethouder"), ("domesta", DIRECTEUR), ("huurders", "voorzitter"))


def bord(opstelling: Opstelling) -> Aftekenbord:
    inhoud = opstelling.bibliotheek.load(CODE)
    with opstelling.store.transaction() as tx:
        return load_aftekenbord(tx, require_cyclus(tx, CODE, JAAR), inhoud)


def rij(opstelling: Opstelling, partij: str = "domesta") -> Aftekening:
    return bord(opstelling).rij(partij)


def stappen(opstelling: Opstelling) -> tuple[Aftekenstap, ...]:
    with opstelling.store.transaction() as tx:
        return tx.aftekenstappen(require_cyclus(tx, CODE, JAAR))


def teken(opstelling: Opstelling, *plek: str, **anders: object) -> Handtekening:
    """Register a signature on the version that counts, and return it."""
    tekens = replace(een_handtekening(opstelling, *plek), **anders)
    record_handtekening(opstelling.toolkit, CODE, JAAR, tekens)
    return tekens


def een_mandaat(opstelling: Opstelling, **anders: object) -> Mandaat:
    dag = opstelling.klok.dag
    mandaat = Mandaat(
        partij="domesta",
        functie=DIRECTEUR,
        soort=Mandaatsoort.EIGENSTANDIG,
        van=dag,
        tot_en_met=dag.add(days=10),
        bewijs="",
        op=dag,
        door="secretaris",
    )
    return replace(mandaat, **anders)


def test_every_step_of_a_partij_shows_on_the_board() -> None:
    opstelling = in_fase(Fase.OVERLEG)
    toolkit, staten = opstelling.toolkit, []

    def kijk() -> None:
        staten.append(rij(opstelling).staat)

    kijk()
    ask_besluiten(toolkit, CODE, JAAR)
    kijk()
    for besluit in alle_besluiten(opstelling):
        record_besluit(toolkit, CODE, JAAR, besluit)
        kijk()
    adopt_jaarschijf(toolkit, CODE, JAAR)
    kijk()
    open_ondertekening(toolkit, CODE, JAAR)
    teken(opstelling)
    kijk()

    S = Aftekenstaat  # noqa: N806 - short for the list below
    assert list(dict.fromkeys(staten)) == [
        S.NIET_UITGENODIGD,
        S.UITGENODIGD,
        S.VOORBEHOUD,
        S.AKKOORD,
        S.TEKEN_KLAAR,
        S.GETEKEND,
    ]


def test_a_new_version_says_how_many_decisions_it_voids() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    record_besluit(opstelling.toolkit, CODE, JAAR, een_besluit(opstelling))
    dorp = opstelling.bibliotheek.load(CODE)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(dorp, inleiding="Anders.")

    uitkomst = compose_concept(opstelling.toolkit, CODE, JAAR)

    assert "1 besluit over versie 0.1 is vervallen" in uitkomst.melding
    assert rij(opstelling).staat is Aftekenstaat.NIET_UITGENODIGD


def test_a_signature_needs_a_mandaat_that_holds_on_the_day_of_signing() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    gisteren = opstelling.klok.dag
    record_mandaat(
        *(opstelling.toolkit, CODE, JAAR),
        een_mandaat(opstelling, tot_en_met=gisteren),
        b"uittreksel",
    )
    opstelling.klok.dag = gisteren.add(days=1)

    with pytest.raises(BesluitError, match="geldt niet op"):
        teken(opstelling)

    teken(opstelling, op=gisteren)
    assert rij(opstelling).staat is Aftekenstaat.GETEKEND


def test_who_stands_in_signs_on_the_place_of_the_other_and_is_named() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    waarneming = een_mandaat(opstelling, functie="manager wonen", vervangt=DIRECTEUR)
    record_mandaat(opstelling.toolkit, CODE, JAAR, waarneming, b"besluit")

    teken(opstelling, "domesta", "manager wonen")

    (plek,) = rij(opstelling).plekken
    assert plek.functie == DIRECTEUR
    assert plek.handtekening is not None
    assert plek.handtekening.waarnemer == "manager wonen"


def test_a_mandaat_keeps_its_evidence_and_is_registered_once() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    mandaat = een_mandaat(opstelling)

    eerste = record_mandaat(opstelling.toolkit, CODE, JAAR, mandaat, b"uittreksel")
    tweede = record_mandaat(opstelling.toolkit, CODE, JAAR, mandaat, b"uittreksel")

    assert (eerste.gedaan, tweede.gedaan) == (True, False)
    assert "van 25 augustus 2025 tot en met 4 september 2025" in eerste.melding
    with opstelling.store.transaction() as tx:
        (bewaard,) = tx.mandaten(require_cyclus(tx, CODE, JAAR))
    assert opstelling.toolkit.bestanden.get(bewaard.bewijs) == b"uittreksel"


def test_a_mandaat_without_evidence_is_refused() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)

    with pytest.raises(BesluitError, match="bewijsstuk"):
        record_mandaat(opstelling.toolkit, CODE, JAAR, een_mandaat(opstelling), b"")


def test_partijen_sign_in_the_order_that_the_content_sets() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    dorp = opstelling.bibliotheek.load(CODE)
    volgorde = replace(dorp, tekenvolgorde=("domesta", "gemeente"))
    opstelling.bibliotheek.samenwerkingen[CODE] = volgorde

    with pytest.raises(BesluitError, match="nog niet aan de beurt"):
        teken(opstelling, "gemeente", "wethouder")
    teken(opstelling, "huurders", "voorzitter")
    teken(opstelling)
    teken(opstelling, "gemeente", "wethouder")

    assert {r.staat for r in bord(opstelling).rijen} == {Aftekenstaat.GETEKEND}


def test_a_report_does_not_take_the_place_of_a_signature_with_evidence() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    sterk = teken(opstelling, route=Route.CERTIFICAAT, bewijs="0f" * 32)

    gemeld = replace(sterk, route=Route.GEMELD, bewijs="")
    uitkomst = record_handtekening(opstelling.toolkit, CODE, JAAR, gemeld)
    with pytest.raises(BesluitError, match="handtekening met een bewijsstuk"):
        teken(opstelling, reikwijdte=Reikwijdte.NIET, reden="Toch niet.")

    assert not uitkomst.gedaan
    assert rij(opstelling).plekken[0].handtekening == sterk


def test_evidence_takes_the_place_of_a_report() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    teken(opstelling)

    sterk = teken(opstelling, route=Route.DIENST, bewijs="0f" * 32)

    assert rij(opstelling).plekken[0].handtekening == sterk


def test_closing_names_who_is_missing_and_keeps_the_list() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    teken(opstelling)

    with pytest.raises(BesluitError, match=r"\(wethouder\) en Huurders Dorp \(voorzitter\)"):
        close_ondertekening(opstelling.toolkit, CODE, JAAR, Sluitgrond("secretaris", " "))
    uitkomst = close_ondertekening(
        opstelling.toolkit, CODE, JAAR, Sluitgrond("secretaris", "Het is 15 december.")
    )

    assert "gesloten met 1 van de 3 handtekeningen" in uitkomst.melding
    (stap,) = stappen(opstelling)
    assert (stap.soort, stap.door, stap.versie) == (Stapsoort.SLUITING, "secretaris", "1.0")
    lijst = json.loads(opstelling.toolkit.bestanden.get(stap.bewijs))
    assert (lijst["handtekeningen"], lijst["plekken"]) == (1, 3)
    assert [p["functie"] for p in lijst["ontbreekt"]] == ["wethouder", "voorzitter"]
    assert lijst["ontbreekt"][0]["laatste_herinnering"] is None


def test_closing_again_or_with_everything_there_changes_nothing() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    grond = Sluitgrond("secretaris", "Het is 15 december.")
    close_ondertekening(opstelling.toolkit, CODE, JAAR, grond)

    assert not close_ondertekening(opstelling.toolkit, CODE, JAAR, grond).gedaan
    for plek in PLEKKEN:
        teken(opstelling, *plek)
    uitkomst = close_ondertekening(opstelling.toolkit, CODE, JAAR, grond)

    assert (uitkomst.gedaan, len(stappen(opstelling))) == (False, 1)


def test_nothing_is_closed_before_it_was_opened() -> None:
    opstelling = in_fase(Fase.VASTGESTELD)

    with pytest.raises(FaseError, match="nog niet begonnen"):
        close_ondertekening(opstelling.toolkit, CODE, JAAR, Sluitgrond("secretaris", "Daarom."))


@pytest.mark.parametrize("sluit", [True, False], ids=["closed", "delivered with a reason"])
def test_a_late_signature_counts_on_the_same_version(sluit: bool) -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    toolkit, reden = opstelling.toolkit, "De rest tekent later."
    if sluit:
        close_ondertekening(toolkit, CODE, JAAR, Sluitgrond("secretaris", reden))
    register_verzending(toolkit, CODE, JAAR, reden="" if sluit else reden)

    teken(opstelling)

    stand = show_status(toolkit, CODE, JAAR)
    assert any("1 van de 3 handtekeningen" in zin for zin in stand.let_op)
    assert stand.versie == "1.0"
    assert [s.soort for s in stappen(opstelling)] == [Stapsoort.SLUITING]


def test_nobody_waits_for_a_partij_that_left() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    toolkit = opstelling.toolkit
    vertrek = Vertrek("huurders", "De vereniging houdt op.", b"brief", "secretaris")

    uitkomst = withdraw_partij(toolkit, CODE, JAAR, vertrek)
    for besluit in alle_besluiten(opstelling):
        if besluit.partij != "huurders":
            record_besluit(toolkit, CODE, JAAR, besluit)
    adopt_jaarschijf(toolkit, CODE, JAAR)
    open_ondertekening(toolkit, CODE, JAAR)
    for plek in PLEKKEN[:2]:
        teken(opstelling, *plek)
    register_verzending(toolkit, CODE, JAAR)

    assert "Huurders Dorp doet niet meer mee" in uitkomst.melding
    assert not withdraw_partij(toolkit, CODE, JAAR, vertrek).gedaan
    stand = show_status(toolkit, CODE, JAAR)
    assert [p.staat for p in stand.partijen] == ["getekend", "getekend", "doet_niet_mee"]
    assert "De vereniging houdt op." in " ".join(stand.let_op)
    with opstelling.store.transaction() as tx:
        post = [b.sleutel for b in tx.berichten(require_cyclus(tx, CODE, JAAR))]
    assert "ondertekening/huurders" not in post


@pytest.mark.parametrize(
    ("vertrek", "melding"),
    [
        (Vertrek("huurders", " ", b"brief"), "hoort een reden"),
        (Vertrek("huurders", "Daarom.", b""), "hoort een bewijsstuk"),
    ],
)
def test_leaving_needs_a_reason_and_a_letter(vertrek: Vertrek, melding: str) -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    with pytest.raises(BesluitError, match=melding):
        withdraw_partij(opstelling.toolkit, CODE, JAAR, vertrek)

    assert stappen(opstelling) == ()


def test_who_left_decides_and_signs_no_more() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    withdraw_partij(
        opstelling.toolkit, CODE, JAAR, Vertrek("domesta", "Wij gaan op in een ander.", b"brief")
    )

    with pytest.raises(BesluitError, match="doet niet meer mee"):
        teken(opstelling)


def test_an_unknown_partij_cannot_leave() -> None:
    opstelling = in_fase(Fase.ACCORDERING)

    with pytest.raises(NietGevonden):
        withdraw_partij(opstelling.toolkit, CODE, JAAR, Vertrek("actium", "Daarom.", b"brief"))


def test_one_person_cannot_undo_an_adoption() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    teken(opstelling)

    uitkomst = withdraw_vaststelling(opstelling.toolkit, CODE, JAAR, SECRETARIS)
    with pytest.raises(BesluitError, match="vroeg dit al"):
        withdraw_vaststelling(
            opstelling.toolkit, CODE, JAAR, replace(SECRETARIS, door=" Secretaris")
        )

    assert "een tweede persoon" in uitkomst.melding
    assert rij(opstelling).staat is Aftekenstaat.GETEKEND
    assert any("in te trekken" in z for z in show_status(opstelling.toolkit, CODE, JAAR).let_op)


def test_two_people_undo_an_adoption_and_its_signatures_are_void_visibly() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    toolkit, code = opstelling.toolkit, geldende_code(opstelling)
    tekens = teken(opstelling, route=Route.CERTIFICAAT, bewijs="0f" * 32)
    vastgesteld = f"{CODE}-{JAAR}/vastgesteld/jaarschijf-{JAAR}.pdf"
    assert vastgesteld in opstelling.uitgifte.bestanden

    withdraw_vaststelling(toolkit, CODE, JAAR, SECRETARIS)
    uitkomst = withdraw_vaststelling(toolkit, CODE, JAAR, COORDINATOR)

    assert "ingetrokken" in uitkomst.melding
    assert f"{CODE}-{JAAR}/concept-1.1/jaarschijf-{JAAR}-concept-1.1.docx" in uitkomst.stukken
    assert vastgesteld not in opstelling.uitgifte.bestanden
    concept = bord(opstelling).concept
    assert (concept.versie, concept.code, concept.vastgesteld) == ("1.1", code, False)
    assert rij(opstelling).vervallen == (tekens,)
    stand = show_status(toolkit, CODE, JAAR)
    assert stand.fase == Fase.OVERLEG
    assert any("Vervallen: de handtekening van Domesta" in zin for zin in stand.let_op)
    with opstelling.store.transaction() as tx:
        post = tx.berichten(require_cyclus(tx, CODE, JAAR))[-len(PARTIJCODES) :]
        overgang = tx.overgangen(require_cyclus(tx, CODE, JAAR))[-1]
    assert [b.sleutel for b in post] == [f"intrekking/1.0/{p}" for p in PARTIJCODES]
    assert all(SECRETARIS.reden in b.tekst for b in post)  # the second person gave none
    assert overgang.reden == f"Vaststelling 1.0 ingetrokken. {SECRETARIS.reden}"


def test_after_an_undone_adoption_the_same_content_is_signed_anew_as_version_2_0() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    toolkit = opstelling.toolkit
    for besluit in alle_besluiten(opstelling):
        record_besluit(toolkit, CODE, JAAR, besluit)
    adopt_jaarschijf(toolkit, CODE, JAAR)
    open_ondertekening(toolkit, CODE, JAAR)
    teken(opstelling)
    withdraw_vaststelling(toolkit, CODE, JAAR, SECRETARIS)
    withdraw_vaststelling(toolkit, CODE, JAAR, COORDINATOR)

    ask_besluiten(toolkit, CODE, JAAR)
    assert rij(opstelling).staat is Aftekenstaat.AKKOORD
    adopt_jaarschijf(toolkit, CODE, JAAR)
    open_ondertekening(toolkit, CODE, JAAR)

    assert bord(opstelling).concept.versie == "2.0"
    assert rij(opstelling).staat is Aftekenstaat.TEKEN_KLAAR
    teken(opstelling)
    assert rij(opstelling).staat is Aftekenstaat.GETEKEND
    with opstelling.store.transaction() as tx:
        post = [b.sleutel for b in tx.berichten(require_cyclus(tx, CODE, JAAR))]
    assert {"ondertekening/domesta", "ondertekening/2.0/domesta"} <= set(post)


def test_a_draft_after_an_undone_adoption_counts_on() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    toolkit = opstelling.toolkit
    withdraw_vaststelling(toolkit, CODE, JAAR, SECRETARIS)
    withdraw_vaststelling(toolkit, CODE, JAAR, COORDINATOR)
    dorp = opstelling.bibliotheek.load(CODE)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(dorp, inleiding="Anders.")

    compose_concept(toolkit, CODE, JAAR)
    share_concept(toolkit, CODE, JAAR)

    assert bord(opstelling).concept.versie == "1.2"


@pytest.mark.parametrize(
    ("fase", "fout", "melding"),
    [
        (Fase.ACCORDERING, FaseError, "nog niet vastgesteld"),
        (Fase.VERZONDEN, FaseError, "al verzonden"),
    ],
)
def test_an_adoption_is_undone_only_between_adoption_and_delivery(
    fase: Fase, fout: type[FaseError], melding: str
) -> None:
    opstelling = in_fase(fase)

    with pytest.raises(fout, match=melding):
        withdraw_vaststelling(opstelling.toolkit, CODE, JAAR, SECRETARIS)


@pytest.mark.parametrize(
    ("wie", "melding"),
    [(Intrekking("", "Daarom."), "--door"), (Intrekking("secretaris", ""), "--reden")],
)
def test_who_asks_to_undo_an_adoption_says_who_and_why(wie: Intrekking, melding: str) -> None:
    opstelling = in_fase(Fase.VASTGESTELD)

    with pytest.raises(BesluitError) as fout:
        withdraw_vaststelling(opstelling.toolkit, CODE, JAAR, wie)

    assert melding in fout.value.advies


def test_the_status_says_what_each_signature_rests_on() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    record_mandaat(
        opstelling.toolkit, CODE, JAAR, een_mandaat(opstelling, tot_en_met=None), b"uittreksel"
    )
    teken(opstelling, route=Route.PAPIER, bewijs="0f" * 32)
    teken(opstelling, "gemeente", "wethouder")

    partijen = {p.partij: p for p in show_status(opstelling.toolkit, CODE, JAAR).partijen}

    (papier,), (gemeld,) = (partijen[p].tekenplekken for p in ("domesta", "gemeente"))
    assert (papier.staat, papier.op, papier.sterkte, papier.mandaat) == (
        "getekend",
        "2025-08-25",
        "scan, door twee mensen bevestigd",
        "vanaf 25 augustus 2025",
    )
    assert (gemeld.sterkte, gemeld.mandaat) == ("gemeld, zonder bewijsstuk", "")
    assert partijen["huurders"].tekenplekken[0].staat == "nog niet getekend"
    assert partijen["domesta"].aftekening == "getekend"


def test_a_partij_that_read_the_text_shows_as_such_and_only_for_this_content() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    toolkit, code = opstelling.toolkit, geldende_code(opstelling)

    eerste = record_gelezen(toolkit, CODE, JAAR, Lezing("domesta", code))
    tweede = record_gelezen(toolkit, CODE, JAAR, Lezing("domesta", code))
    with pytest.raises(BesluitError, match="geldende versie"):
        record_gelezen(toolkit, CODE, JAAR, Lezing("gemeente", "0000-0000-0000"))

    assert (eerste.gedaan, tweede.gedaan) == (True, False)
    assert rij(opstelling).staat is Aftekenstaat.GELEZEN
    assert rij(opstelling, "gemeente").staat is Aftekenstaat.NIET_UITGENODIGD


def test_who_left_before_the_text_was_frozen_has_no_place_to_sign_in_it() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    toolkit = opstelling.toolkit
    withdraw_partij(toolkit, CODE, JAAR, Vertrek("huurders", "Wij stoppen.", b"brief"))

    adopt_jaarschijf(toolkit, CODE, JAAR, reden="Zonder besluiten.")

    with opstelling.store.transaction() as tx:
        vast = load_vastgestelde(toolkit, tx, require_cyclus(tx, CODE, JAAR))
    assert {veld.partij for veld in vast.manifest.velden} == {"gemeente", "domesta"}


def test_a_refusal_while_signing_does_not_thaw_the_text() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)

    teken(opstelling, "huurders", "voorzitter", reikwijdte=Reikwijdte.NIET, reden="Te weinig.")
    teken(opstelling)

    staten = {r.partij: r.staat for r in bord(opstelling).rijen}
    assert staten == {
        "gemeente": Aftekenstaat.TEKEN_KLAAR,
        "domesta": Aftekenstaat.GETEKEND,
        "huurders": Aftekenstaat.NIET_AKKOORD,
    }


def test_a_signature_of_a_day_to_come_is_refused() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)

    with pytest.raises(BesluitError, match="moet nog komen"):
        teken(opstelling, op=pendulum.date(2030, 1, 1))


def test_an_adoption_is_not_undone_by_one_person_with_a_name_that_looks_different() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    withdraw_vaststelling(opstelling.toolkit, CODE, JAAR, SECRETARIS)

    for naam, soort in (
        ("secre\u00adtaris", BesluitError),
        ("Secretaris.", BesluitError),
        ("s\u0435cretaris", InvoerError),
    ):
        with pytest.raises(soort):
            withdraw_vaststelling(opstelling.toolkit, CODE, JAAR, Intrekking(naam, ""))

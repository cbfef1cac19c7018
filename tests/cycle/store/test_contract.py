"""What every store must do; the same cases run on each kind of store."""

from dataclasses import replace
from decimal import Decimal

import pendulum
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cycle.domain.accordering import Reikwijdte
from cycle.domain.aftekenstap import Stapsoort
from cycle.domain.bericht import BESLOTEN, Berichtsoort, Berichtstaat
from cycle.domain.bezorging import Afloop
from cycle.domain.bieding import Nuance, Voorraadstand
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError, NietGevonden
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.gelezen import Reden
from cycle.domain.handtekenroute import Route
from cycle.domain.plek import Plek
from cycle.domain.wederkerigheid import Bereidheid, Verzoekantwoord
from cycle.services.opslagport import CyclusStore, Store
from tests.cycle.store.builders import (
    DAG,
    een_aftekenstap,
    een_bericht,
    een_besluit,
    een_bieding,
    een_concept,
    een_cyclus,
    een_handtekening,
    een_inzending,
    een_mandaat,
    een_regel,
    een_stuk,
    een_verzoek,
    gestart,
)

SOORTEN = ("sqlite", "postgresql", "fake")


def test_a_started_cyclus_comes_back_as_it_was(store: Store) -> None:
    cyclus = gestart(store)

    with store.transaction() as tx:
        terug = tx.get("hoogeveen", 2024)
        assert terug == cyclus
        assert type(terug.gestart_op) is pendulum.Date
        assert tx.overgangen(cyclus) == (FaseOvergang(Fase.VOORBEREIDING, DAG),)


def test_a_cyclus_that_was_not_started_is_none(store: Store) -> None:
    gestart(store, "hoogeveen", 2024)

    with store.transaction() as tx:
        assert tx.get("hoogeveen", 2025) is None
        assert tx.get("hogeland", 2024) is None


def test_a_cyclus_cannot_be_started_twice(store: Store) -> None:
    cyclus = gestart(store)

    with pytest.raises(FaseError, match="hoogeveen 2024 bestaat al"), store.transaction() as tx:
        tx.add(cyclus)


def test_what_hangs_on_a_cyclus_needs_a_started_one(store: Store) -> None:
    with pytest.raises(NietGevonden, match="niet gestart") as fout, store.transaction() as tx:
        tx.add_concept(een_cyclus(), een_concept())

    assert "jaarschijf cyclus start hoogeveen 2024" in fout.value.advies


def test_cycli_come_in_order_of_jaar_and_then_name(store: Store) -> None:
    for naam, jaar in (("b-stad", 2025), ("Zuid", 2024), ("a", 2025), ("b stad", 2025)):
        gestart(store, naam, jaar)

    with store.transaction() as tx:
        namen = [(c.jaar, c.samenwerking) for c in tx.list_cycli()]
    assert namen == [(2024, "Zuid"), (2025, "a"), (2025, "b stad"), (2025, "b-stad")]


def test_a_step_changes_the_fase_and_stays_in_the_log(store: Store) -> None:
    cyclus = gestart(store)
    stap = FaseOvergang(Fase.BIEDINGEN, DAG.add(days=1), "kickoff is vervallen")

    with store.transaction() as tx:
        tx.move(cyclus, stap)

    with store.transaction() as tx:
        nu = tx.get("hoogeveen", 2024)
        assert nu == replace(cyclus, fase=Fase.BIEDINGEN)
        assert tx.overgangen(cyclus) == (FaseOvergang(Fase.VOORBEREIDING, DAG), stap)


def test_the_last_version_of_each_partij_is_its_bieding(store: Store) -> None:
    cyclus = gestart(store)
    eerste, ander = een_inzending("woonconcept"), een_inzending("actium")
    tweede = een_inzending("woonconcept", versie=2)
    with store.transaction() as tx:
        for inzending in (eerste, ander, tweede):
            tx.add_bieding(cyclus, inzending, een_bieding(inzending))

    with store.transaction() as tx:
        assert tx.inzendingen(cyclus) == (eerste, ander, tweede)
        assert [b.inzending for b in tx.biedingen(cyclus)] == ["actium-1", "woonconcept-2"]


def test_a_bieding_comes_back_with_every_answer_text_and_cell(store: Store) -> None:
    cyclus = gestart(store)
    inzending = een_inzending()
    leeg = replace(een_regel("A02-SLOOP"), deelname=None, bod=None, bedrag=None, plekken={}, ruw={})
    bieding = een_bieding(inzending, een_regel("A10-NETTO"), leeg, voorstel=True)

    with store.transaction() as tx:
        tx.add_bieding(cyclus, inzending, bieding)

    with store.transaction() as tx:
        assert tx.biedingen(cyclus) == (bieding,)


def test_a_bieding_keeps_what_was_written_around_its_answers(store: Store) -> None:
    cyclus = gestart(store)
    inzending = een_inzending()
    plek = Plek("bieding.xlsx", blad="Voorraad", cel="E5", inzending=inzending.id)
    regel = replace(
        een_regel(),
        nuances={
            "bod": Nuance("circa", hoog=Decimal("15.50")),
            "bedrag": Nuance(reden=Reden.ONBEKEND),
        },
        planning_van=pendulum.date(2024, 7, 1),
        planning_tot=pendulum.date(2024, 9, 30),
    )
    bieding = replace(
        een_bieding(inzending, regel),
        voorraad=(Voorraadstand("VRD_DAEB", Decimal(3008), plek, "met zorg"),),
        verzoeken=(
            een_verzoek(plek=plek),
            een_verzoek(gevraagde="rvc", voor=None, is_voorwaarde=False, plek=plek),
        ),
        antwoorden=(Verzoekantwoord("G0A1B2C", Bereidheid.DEELS, "later", plek),),
    )

    with store.transaction() as tx:
        tx.add_bieding(cyclus, inzending, bieding)

    with store.transaction() as tx:
        (terug,) = tx.biedingen(cyclus)
    assert terug == bieding
    assert (terug.regels[0].kwalificatie, terug.regels[0].bod_hoog) == ("circa", Decimal("15.50"))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(bod=st.decimals(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_exactly_as_it_was(store: Store, bod: Decimal) -> None:
    with store.transaction() as tx:
        jaar = 2000 + len(tx.list_cycli())
    cyclus = gestart(store, jaar=jaar)
    inzending = een_inzending()
    bieding = een_bieding(inzending, een_regel(bod=str(bod)))

    with store.transaction() as tx:
        tx.add_bieding(cyclus, inzending, bieding)
        terug = tx.biedingen(cyclus)[0].regels[0].bod

    assert str(terug) == str(bod)


def test_a_version_of_a_partij_is_kept_once(store: Store) -> None:
    cyclus = gestart(store)
    inzending = een_inzending()
    with store.transaction() as tx:
        tx.add_bieding(cyclus, inzending, een_bieding(inzending))

    zelfde_versie = replace(inzending, id="ander")
    zelfde_id = replace(inzending, versie=2)
    for dubbel in (zelfde_versie, zelfde_id):
        with pytest.raises(FaseError, match="domesta bestaat al"), store.transaction() as tx:
            tx.add_bieding(cyclus, dubbel, een_bieding(dubbel))


def test_versions_of_the_jaarschijf_come_oldest_first(store: Store) -> None:
    cyclus = gestart(store)
    versies = (
        een_concept("0.9"),
        een_concept("0.10"),
        replace(een_concept("1.0"), vastgesteld=True),
    )
    with store.transaction() as tx:
        for concept in versies:
            tx.add_concept(cyclus, concept)

    with store.transaction() as tx:
        assert tx.concepten(cyclus) == versies


def test_a_version_of_the_jaarschijf_is_never_replaced(store: Store) -> None:
    cyclus = gestart(store)

    with store.transaction() as tx:
        tx.add_concept(cyclus, een_concept())
    with pytest.raises(FaseError, match=r"Versie 0\.1"), store.transaction() as tx:
        tx.add_concept(cyclus, replace(een_concept(), code="ANDERS"))


def test_a_document_replaces_the_one_it_was_made_again_for(store: Store) -> None:
    cyclus = gestart(store)
    opnieuw = replace(een_stuk(), sha256="3c" * 32)

    with store.transaction() as tx:
        tx.add_stuk(cyclus, een_stuk())
        tx.add_stuk(cyclus, opnieuw)

    with store.transaction() as tx:
        assert tx.stukken(cyclus) == (opnieuw,)


def test_documents_come_by_version_then_kind_then_partij(store: Store) -> None:
    cyclus = gestart(store)
    gevraagd = (
        een_stuk("", "formulier", "actium"),
        een_stuk("0.9", "brief", "actium"),
        een_stuk("0.9", "brief", "domesta"),
        een_stuk("0.9", "jaarschijf"),
        een_stuk("0.10", "brief", "actium"),
    )
    with store.transaction() as tx:
        for stuk in reversed(gevraagd):
            tx.add_stuk(cyclus, stuk)

    with store.transaction() as tx:
        assert tx.stukken(cyclus) == gevraagd


def test_the_same_decision_twice_is_kept_once(store: Store) -> None:
    cyclus = gestart(store)
    besluit = een_besluit(Reikwijdte.OP_ONDERDELEN, zonder=(19, 3))

    with store.transaction() as tx:
        tx.add_besluit(cyclus, besluit)
    with store.transaction() as tx:
        tx.add_besluit(cyclus, besluit)

        assert tx.besluiten(cyclus) == (besluit,)


def test_a_decision_that_returns_to_an_earlier_one_counts_again(store: Store) -> None:
    cyclus = gestart(store)
    geheel, niet = een_besluit(), een_besluit(Reikwijdte.NIET)

    with store.transaction() as tx:
        for besluit in (geheel, niet, geheel):
            tx.add_besluit(cyclus, besluit)

        assert tx.besluiten(cyclus) == (geheel, niet, geheel)


def test_the_same_decision_on_another_content_is_another_decision(store: Store) -> None:
    cyclus = gestart(store)
    oud, nieuw = een_besluit(code="OUD"), een_besluit(code="NIEUW")

    with store.transaction() as tx:
        for besluit in (oud, nieuw, oud):
            tx.add_besluit(cyclus, besluit)

        assert tx.besluiten(cyclus) == (oud, nieuw)


def test_the_same_signature_twice_is_kept_once_and_a_refusal_is_another(store: Store) -> None:
    cyclus = gestart(store)
    getekend, geweigerd = een_handtekening(), een_handtekening(Reikwijdte.NIET)

    with store.transaction() as tx:
        for handtekening in (geweigerd, geweigerd, getekend, getekend):
            tx.add_handtekening(cyclus, handtekening)

        assert tx.handtekeningen(cyclus) == (geweigerd, getekend)


def test_what_a_signature_rests_on_comes_back_as_it_was(store: Store) -> None:
    cyclus = gestart(store)
    gemeld = een_handtekening()
    getekend = replace(
        gemeld,
        route=Route.CERTIFICAAT,
        bewijs="4d" * 32,
        vastgelegd_door="secretaris",
        versie="2.0",
        waarnemer="directeur Wonen",
    )

    with store.transaction() as tx:
        tx.add_handtekening(cyclus, gemeld)
        tx.add_handtekening(cyclus, getekend)

        assert tx.handtekeningen(cyclus) == (gemeld, getekend)


def test_a_decision_that_was_taken_over_says_from_which_version(store: Store) -> None:
    cyclus = gestart(store)
    besluit = replace(een_besluit(), overgenomen_van="OUD", bewijs="5e" * 32)

    with store.transaction() as tx:
        tx.add_besluit(cyclus, besluit)

        assert tx.besluiten(cyclus) == (besluit,)


def test_steps_of_the_sign_off_are_all_kept_in_order(store: Store) -> None:
    cyclus = gestart(store)
    stappen = tuple(een_aftekenstap(soort) for soort in (*Stapsoort, Stapsoort.SLUITING))

    with store.transaction() as tx:
        for stap in stappen:
            tx.add_aftekenstap(cyclus, stap)

        assert tx.aftekenstappen(cyclus) == stappen


def test_a_mandaat_comes_back_with_and_without_a_name_and_an_end(store: Store) -> None:
    cyclus, ander = gestart(store), gestart(store, "hogeland")
    mandaten = (een_mandaat(), een_mandaat(naam="", tot_en_met=None, vervangt="directeur"))

    with store.transaction() as tx:
        for mandaat in mandaten:
            tx.add_mandaat(cyclus, mandaat)

        assert tx.mandaten(cyclus) == mandaten
        assert tx.mandaten(ander) == ()


def test_the_name_on_a_mandaat_can_be_erased_and_the_mandaat_stays(store: Store) -> None:
    cyclus, ander = gestart(store), gestart(store, "hogeland")
    with store.transaction() as tx:
        tx.add_mandaat(cyclus, een_mandaat())
        tx.add_mandaat(cyclus, een_mandaat(naam="Een Ander"))
        tx.add_mandaat(ander, een_mandaat())

    with store.transaction() as tx:
        assert tx.wis_mandaatnaam(cyclus, "Een Naam") == 1
        assert tx.wis_mandaatnaam(cyclus, "Een Naam") == 0

        assert [m.naam for m in tx.mandaten(cyclus)] == ["", "Een Ander"]
        assert [m.naam for m in tx.mandaten(ander)] == ["Een Naam"]


def test_a_fact_is_kept_once_and_facts_come_oldest_first(store: Store) -> None:
    cyclus = gestart(store)
    lang = "Verzonden aan de minister. " * 500

    with store.transaction() as tx:
        tx.add_feit(cyclus, "verzending", DAG.add(days=1), lang)
        tx.add_feit(cyclus, "bijeenkomst", DAG, "Startbijeenkomst")
        tx.add_feit(cyclus, "verzending", DAG.add(days=1), lang)

        assert tx.feiten(cyclus) == (
            ("bijeenkomst", DAG, "Startbijeenkomst"),
            ("verzending", DAG.add(days=1), lang),
        )


def test_a_message_is_planned_once(store: Store) -> None:
    cyclus, ander = gestart(store), gestart(store, "hogeland")
    bericht = een_bericht()

    with store.transaction() as tx:
        assert tx.plan_bericht(cyclus, bericht) is True
        assert tx.plan_bericht(cyclus, replace(bericht, tekst="anders")) is False
        assert tx.plan_bericht(ander, bericht) is True

        assert tx.berichten(cyclus) == (bericht,)


def test_a_message_comes_back_with_all_it_carries(store: Store) -> None:
    cyclus = gestart(store)
    bericht = replace(
        een_bericht(),
        html="<p>Wilt u uw bieding insturen?</p>",
        antwoord_aan="afspraken@gemeente.example",
        agenda=b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
        soort=Berichtsoort.HERINNERING,
    )

    with store.transaction() as tx:
        tx.plan_bericht(cyclus, bericht)

    with store.transaction() as tx:
        assert tx.berichten(cyclus) == (bericht,)


def test_a_reminder_that_waits_gets_the_words_of_today_and_keeps_its_attempts(
    store: Store,
) -> None:
    cyclus = gestart(store)
    nieuw = replace(een_bericht("nieuw"), tekst="Vandaag", gepland_op=DAG.add(days=1))
    with store.transaction() as tx:
        tx.add_herinnering(
            cyclus, replace(een_bericht("oud"), soort=Berichtsoort.HERINNERING), ("een", "twee")
        )
        post = tx.claim_bericht(cyclus, DAG)
        assert post is not None
        tx.settle_bericht(cyclus, post, Afloop(Berichtstaat.GEPLAND, 1, "Nu niet.", "451"), DAG)
        tx.renew_herinnering(cyclus, "oud", replace(nieuw, soort=Berichtsoort.HERINNERING))

    with store.transaction() as tx:
        (wachtend,) = tx.post(cyclus)
        assert (wachtend.bericht.sleutel, wachtend.bericht.tekst) == ("nieuw", "Vandaag")
        assert (wachtend.pogingen, wachtend.code) == (1, "451")
        assert tx.wachtende_herinneringen(cyclus) == ((wachtend.bericht, ("een", "twee")),)


def test_a_reminder_settles_its_keys_over_all_cycli(store: Store) -> None:
    cyclus = gestart(store)
    bericht = replace(een_bericht(), soort=Berichtsoort.HERINNERING)
    sleutels = ("hoogeveen/2024/bieding/domesta/laatste", "stad/2024/bieding/domesta/te-laat")

    with store.transaction() as tx:
        tx.add_herinnering(cyclus, bericht, sleutels)

    with store.transaction() as tx:
        assert tx.known_herinneringen([sleutels[1], "iets/anders"]) == {sleutels[1]}
        assert tx.known_herinneringen([f"geen/{n}" for n in range(1200)]) == set()
        assert tx.wachtende_herinneringen(cyclus) == ((bericht, sleutels),)


def test_a_reminder_is_planned_once(store: Store) -> None:
    cyclus, bericht = gestart(store), een_bericht()
    with store.transaction() as tx:
        tx.plan_bericht(cyclus, bericht)

    with pytest.raises(FaseError, match="bestaat al"), store.transaction() as tx:
        tx.add_herinnering(cyclus, bericht, ("een",))


def test_a_reminder_on_which_a_person_decided_is_left_to_that_person(store: Store) -> None:
    cyclus = gestart(store)
    bericht = replace(een_bericht(), soort=Berichtsoort.HERINNERING)
    with store.transaction() as tx:
        tx.add_herinnering(cyclus, bericht, ("een",))
        post = tx.claim_bericht(cyclus, DAG)
        assert post is not None
        opnieuw = Afloop(Berichtstaat.GEPLAND, 0, f"{BESLOTEN} opnieuw.")
        tx.settle_bericht(cyclus, post, opnieuw, DAG)

    with store.transaction() as tx:
        assert tx.wachtende_herinneringen(cyclus) == ()


def test_only_reminders_that_did_not_go_out_wait(store: Store) -> None:
    cyclus = gestart(store)
    soort = Berichtsoort.HERINNERING
    with store.transaction() as tx:
        tx.plan_bericht(cyclus, een_bericht("uitvraag"))
        tx.plan_bericht(cyclus, replace(een_bericht("zonder sleutels"), soort=soort))
        for naam in ("een", "twee"):
            tx.add_herinnering(cyclus, replace(een_bericht(naam), soort=soort), (f"s/{naam}",))
        for _ in ("uitvraag", "zonder sleutels", "een"):
            tx.claim_bericht(cyclus, DAG)

    with store.transaction() as tx:
        assert [b.sleutel for b, _ in tx.wachtende_herinneringen(cyclus)] == ["twee"]


def test_a_reminder_that_is_withdrawn_leaves_its_keys_free(store: Store) -> None:
    cyclus = gestart(store)
    bericht = replace(een_bericht(), soort=Berichtsoort.HERINNERING)
    with store.transaction() as tx:
        tx.add_herinnering(cyclus, bericht, ("een", "twee"))

    with store.transaction() as tx:
        tx.withdraw_herinnering(cyclus, bericht.sleutel)
        assert tx.known_herinneringen(["een", "twee"]) == set()
        assert tx.berichten(cyclus) == ()
        tx.add_herinnering(cyclus, bericht, ("een",))

    with store.transaction() as tx:
        assert tx.known_herinneringen(["een", "twee"]) == {"een"}


def _change_everything(tx: CyclusStore, cyclus: Cyclus) -> None:
    """Write, move, and then fail."""
    tx.add_besluit(cyclus, een_besluit())
    tx.move(cyclus, FaseOvergang(Fase.KICKOFF, DAG))
    raise ZeroDivisionError


def test_an_error_inside_a_transaction_leaves_nothing(store: Store) -> None:
    cyclus = gestart(store)

    with pytest.raises(ZeroDivisionError), store.transaction() as tx:
        _change_everything(tx, cyclus)

    with store.transaction() as tx:
        assert tx.besluiten(cyclus) == ()
        assert tx.get("hoogeveen", 2024) == cyclus
        assert len(tx.overgangen(cyclus)) == 1

"""The status: for every partij what it did and what it still owes, and never a ranking."""

import json
from dataclasses import asdict, replace

import pendulum
import pytest

from cycle.domain.accordering import Reikwijdte
from cycle.domain.errors import NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.kalender import Belang
from cycle.domain.stand import STAAT_TEKST, PartijStand, TeLaat
from cycle.services.compose_concept import compose_concept
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.publish_overzichten import publish_overzichten
from cycle.services.record_besluit import record_besluit
from cycle.services.record_handtekening import record_handtekening
from cycle.services.send_berichten import send_berichten
from cycle.services.share_concept import share_concept
from cycle.services.show_status import show_status
from tests.cycle.services.builders import (
    CODE,
    JAAR,
    PARTIJCODES,
    alle_besluiten,
    een_correctie,
    een_handtekening,
    een_opstelling,
    een_termijn,
    geldende_code,
    in_fase,
    stuur_bieding,
)
from tests.fakes import Opstelling


def _partijen(opstelling: Opstelling) -> dict[str, PartijStand]:
    return {p.partij: p for p in show_status(opstelling.toolkit, CODE, JAAR).partijen}


def _staten(opstelling: Opstelling) -> list[str]:
    return [p.staat for p in _partijen(opstelling).values()]


def test_before_the_start_the_status_is_there_already() -> None:
    opstelling = een_opstelling()

    stand = show_status(opstelling.toolkit, CODE, JAAR)

    assert (stand.fase, stand.versie, stand.code, stand.berichten) == ("niet_gestart", "", "", 0)
    assert [p.staat for p in stand.partijen] == ["niet_gestart"] * 3
    assert (stand.volgende_termijn, stand.volgende_datum) == ("Termijn kickoff.", "2025-09-12")


def test_every_deadline_is_in_the_status_and_what_is_no_rule_is_never_next() -> None:
    brief = replace(een_termijn("brief", 9, 1), belang=Belang.INFORMATIEF)
    opstelling = een_opstelling()
    opstelling.bibliotheek.regels = (brief, *opstelling.bibliotheek.regels)

    stand = show_status(opstelling.toolkit, CODE, JAAR)

    assert stand.regels == "Woningwet 2015"
    assert (stand.termijnen[0].code, stand.termijnen[0].soort) == ("brief", "uiterlijk")
    assert stand.volgende_termijn == "Termijn kickoff."


def test_after_the_last_deadline_there_is_no_next_one() -> None:
    opstelling = een_opstelling(dag=pendulum.date(2028, 1, 1))

    stand = show_status(opstelling.toolkit, CODE, JAAR)

    assert (stand.volgende_termijn, stand.volgende_datum) == ("", "")


@pytest.mark.parametrize("fase", [Fase.VOORBEREIDING, Fase.KICKOFF])
def test_nothing_is_asked_before_the_forms_are_out(fase: Fase) -> None:
    assert _staten(in_fase(fase)) == ["niet_gestart"] * 3


def test_a_bieding_shows_its_last_version_and_day() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))
    stuur_bieding(opstelling, "domesta", een_correctie())

    partijen = _partijen(opstelling)

    assert _staten(opstelling) == ["wacht_op_bieding", "bieding_binnen", "wacht_op_bieding"]
    assert partijen["domesta"].bieding == "versie 2, 25 augustus 2025"
    assert partijen["gemeente"].bieding == ""


def test_a_partij_waits_until_all_its_organen_decided() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    for besluit in alle_besluiten(opstelling):
        if besluit.orgaan != "rvc":
            record_besluit(opstelling.toolkit, CODE, JAAR, besluit)

    partijen = _partijen(opstelling)

    assert _staten(opstelling) == ["besloten", "wacht_op_besluit", "besloten"]
    assert [(o.orgaan, o.staat) for o in partijen["domesta"].besluiten] == [
        ("bestuur", "geheel"),
        ("rvc", "open"),
    ]
    assert asdict(partijen["huurders"].besluiten[0]) == {
        "orgaan": "bestuur",
        "naam": "bestuur",
        "staat": "op onderdelen",
        "op": "2025-08-25",
        "reden": "te veel sloop",
        "uitgezonderd": (2,),
    }


def test_a_new_version_shows_earlier_decisions_as_void() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    toolkit = opstelling.toolkit
    for besluit in alle_besluiten(opstelling):
        record_besluit(toolkit, CODE, JAAR, besluit)
    share_concept(toolkit, CODE, JAAR, reden="Domesta kan meer.")
    stuur_bieding(opstelling, "domesta", een_correctie())
    compose_concept(toolkit, CODE, JAAR)

    stand = show_status(toolkit, CODE, JAAR)

    assert (stand.versie, stand.code) == ("0.2", geldende_code(opstelling))
    assert {o.staat for p in stand.partijen for o in p.besluiten} == {"vervallen"}


def test_signatures_and_refusals_are_told_apart() -> None:
    opstelling = in_fase(Fase.ONDERTEKENING)
    for partij, functie, reikwijdte in (
        ("domesta", "directeur-bestuurder", Reikwijdte.GEHEEL),
        ("huurders", "voorzitter", Reikwijdte.NIET),
    ):
        tekens = een_handtekening(opstelling, partij, functie, reikwijdte)
        record_handtekening(opstelling.toolkit, CODE, JAAR, tekens)

    partijen = _partijen(opstelling)

    assert _staten(opstelling) == ["wacht_op_handtekening", "getekend", "tekent_niet"]
    assert [p.ondertekening for p in partijen.values()] == [
        "0 van 1 getekend",
        "1 van 1 getekend",
        "tekent niet",
    ]


@pytest.mark.parametrize("fase", Fase)
def test_every_state_has_words_for_a_reader(fase: Fase) -> None:
    assert set(_staten(in_fase(fase))) <= set(STAAT_TEKST)


def test_what_is_late_says_since_when_and_when_the_next_mail_goes() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))
    opstelling.klok.dag = pendulum.date(2025, 10, 14)

    partijen = _partijen(opstelling)

    assert partijen["huurders"].te_laat == (TeLaat("bieding", "2025-10-10"),)
    assert partijen["huurders"].volgende_mail == "2025-10-14"
    assert (partijen["domesta"].te_laat, partijen["domesta"].volgende_mail) == ((), "")


def test_before_the_deadline_nobody_is_late_and_the_next_mail_is_known() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("domesta",))
    opstelling.klok.dag = pendulum.date(2025, 9, 12)
    with opstelling.store.transaction() as tx:
        cycli = tx.list_cycli()
    plan_herinneringen(opstelling.toolkit, cycli)
    for cyclus in cycli:
        send_berichten(opstelling.toolkit, cyclus.samenwerking, cyclus.jaar)

    huurders = _partijen(opstelling)["huurders"]

    assert huurders.te_laat == ()
    assert (huurders.volgende_mail, huurders.volgende_mail_soort) == ("2025-09-15", "weekoverzicht")


def test_each_orgaan_that_is_late_is_named() -> None:
    opstelling = in_fase(Fase.ACCORDERING)
    opstelling.klok.dag = pendulum.date(2025, 12, 3)

    assert _partijen(opstelling)["domesta"].te_laat == (
        TeLaat("besluit van het bestuur", "2025-12-02"),
        TeLaat("besluit van de raad van commissarissen", "2025-11-26"),
    )


def test_an_unknown_samenwerking_has_no_status() -> None:
    with pytest.raises(NietGevonden):
        show_status(een_opstelling().toolkit, "elders", JAAR)


def test_page_json_and_calendar_are_written_beside_the_documents() -> None:
    opstelling = in_fase(Fase.BIEDINGEN)

    stand = publish_overzichten(opstelling.toolkit, CODE, JAAR)

    geschreven = opstelling.uitgifte.bestanden
    assert {naam for naam in geschreven if "/agenda/" not in naam} == {
        f"{CODE}-{JAAR}/{naam}"
        for naam in ("stand-van-zaken.html", "stand-van-zaken.json", f"kalender-{JAAR}.ics")
    }
    gegevens = json.loads(geschreven[f"{CODE}-{JAAR}/stand-van-zaken.json"])
    assert gegevens["fase"] == stand.fase == "biedingen"
    assert [p["partij"] for p in gegevens["partijen"]] == list(PARTIJCODES)
    assert b"2025-10-09 biedingen_in" in geschreven[f"{CODE}-{JAAR}/kalender-{JAAR}.ics"]

"""What needs a person after sending, and what a person may say of it."""

from dataclasses import replace

import pendulum
import pytest

from cycle.domain.bericht import Bericht, Berichtsoort, Berichtstaat, Postbericht
from cycle.domain.bezorging import Bezorging, Uitslag
from cycle.domain.errors import FaseError, InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.services.cyclus import require_cyclus
from cycle.services.decide_bericht import Postkeuze, decide_bericht
from cycle.services.plan_herinneringen import plan_herinneringen
from cycle.services.reconcile_post import reconcile_post
from cycle.services.send_berichten import send_berichten
from cycle.services.show_status import show_status
from tests.cycle.services.builders import CODE, JAAR, in_fase
from tests.cycle.store.builders import Wijzer
from tests.fakes import Opstelling

UITERLIJK = pendulum.date(2025, 10, 9)
SLEUTEL = f"{CODE}/{JAAR}/drie"


@pytest.fixture
def opstelling() -> Opstelling:
    """Return a cyclus in which one reminder is uncertain."""
    opstelling = in_fase(Fase.OVERLEG)
    bericht = Bericht(
        "drie",
        "drie@partij.example",
        "Uw besluit",
        "Tekst",
        opstelling.klok.vandaag(),
        soort=Berichtsoort.HERINNERING,
    )
    with opstelling.store.transaction() as tx:
        tx.plan_bericht(require_cyclus(tx, CODE, JAAR), bericht)
    opstelling.postkamer.antwoorden["drie@partij.example"] = Bezorging(
        Uitslag.ONBEKEND, "Geen antwoord."
    )
    send_berichten(opstelling.toolkit, CODE, JAAR)
    opstelling.postkamer.antwoorden.clear()
    return opstelling


def _post(opstelling: Opstelling) -> Postbericht:
    with opstelling.store.transaction() as tx:
        return tx.post(require_cyclus(tx, CODE, JAAR))[-1]


def _codes(opstelling: Opstelling) -> list[str]:
    return [b.code for b in reconcile_post(opstelling.toolkit, CODE, JAAR)]


def test_a_person_says_that_an_uncertain_mail_arrived(opstelling: Opstelling) -> None:
    decide_bericht(opstelling.toolkit, SLEUTEL, Postkeuze.VERZONDEN, "Domesta heeft hem.")

    assert _post(opstelling).staat is Berichtstaat.VERZONDEN
    assert _post(opstelling).antwoord == "Besloten: verzonden. Domesta heeft hem."
    assert send_berichten(opstelling.toolkit, CODE, JAAR).verzonden == ()
    with opstelling.store.transaction() as tx:
        (feit,) = [f for f in tx.feiten(require_cyclus(tx, CODE, JAAR)) if f[0] == "post"]
    assert feit[2] == "drie: verzonden (poging 1, was onzeker). Domesta heeft hem."


def test_a_person_lets_a_mail_go_out_again_to_another_address(opstelling: Opstelling) -> None:
    decide_bericht(
        opstelling.toolkit, SLEUTEL, Postkeuze.OPNIEUW, "Oud adres.", aan="nieuw@partij.example"
    )

    assert send_berichten(opstelling.toolkit, CODE, JAAR).verzonden == ("drie",)
    assert opstelling.postkamer.bezorgd[CODE, JAAR, "drie"].aan == "nieuw@partij.example"


@pytest.mark.parametrize(
    ("sleutel", "reden", "fout"),
    [
        (SLEUTEL, "  ", InvoerError),
        ("drie", "Zo is het.", InvoerError),
        (f"{CODE}/jaar/drie", "Zo is het.", InvoerError),
        (f"{CODE}/{JAAR}/vier", "Zo is het.", NietGevonden),
        (f"{CODE}/{JAAR + 1}/drie", "Zo is het.", NietGevonden),
    ],
)
def test_a_decision_needs_a_reason_and_a_mail(
    opstelling: Opstelling, sleutel: str, reden: str, fout: type[Exception]
) -> None:
    with pytest.raises(fout):
        decide_bericht(opstelling.toolkit, sleutel, Postkeuze.VERZONDEN, reden)

    assert _post(opstelling).staat is Berichtstaat.ONZEKER


def test_there_is_nothing_to_decide_on_a_mail_that_was_sent(opstelling: Opstelling) -> None:
    decide_bericht(opstelling.toolkit, SLEUTEL, Postkeuze.VERZONDEN, "Zo is het.")

    with pytest.raises(FaseError, match="valt niets te beslissen"):
        decide_bericht(opstelling.toolkit, SLEUTEL, Postkeuze.OPNIEUW, "Toch niet.")


def test_the_status_shows_mail_that_needs_a_person_without_its_address(
    opstelling: Opstelling,
) -> None:
    stand = show_status(opstelling.toolkit, CODE, JAAR)

    (post,) = stand.post
    assert (post.sleutel, post.onderwerp, post.staat) == ("drie", "Uw besluit", "onzeker")
    assert "partij.example" not in repr(stand.post)
    assert (stand.berichten, stand.verzonden) == (1, 0)


def _herinner(opstelling: Opstelling) -> None:
    """Plan and send what is due on the day of the clock."""
    with opstelling.store.transaction() as tx:
        cycli = tx.list_cycli()
    plan_herinneringen(opstelling.toolkit, cycli)
    send_berichten(opstelling.toolkit, CODE, JAAR)


def test_nobody_is_forgotten_between_two_mails_on_a_day_off_or_long_after_the_deadline() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    for dagen in range(-30, 40):
        opstelling.klok.dag = UITERLIJK.add(days=dagen)
        _herinner(opstelling)

        assert _codes(opstelling) == []


def test_when_no_mail_to_a_partij_arrived_somebody_must_call_though_more_will_be_tried() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    opstelling.klok.dag = UITERLIJK.subtract(days=2)
    inhoud = opstelling.bibliotheek.samenwerkingen[CODE]
    adres = inhoud.partij("domesta").mail
    opstelling.postkamer.antwoorden[adres] = Bezorging(Uitslag.GEWEIGERD, "Dit adres is er niet.")
    _herinner(opstelling)

    assert _codes(opstelling) == ["P002", "P004"]


def test_a_partij_without_an_address_is_told_of_from_the_first_day() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    inhoud = opstelling.bibliotheek.samenwerkingen[CODE]
    partijen = tuple(replace(p, mail="") if p.code == "domesta" else p for p in inhoud.partijen)
    opstelling.bibliotheek.samenwerkingen[CODE] = replace(inhoud, partijen=partijen)

    assert _codes(opstelling) == ["P001"]


def test_uncertain_mail_is_found(opstelling: Opstelling) -> None:
    assert "P005" in _codes(opstelling)


def test_a_reminder_that_is_refused_day_after_day_keeps_its_attempts_and_is_told_of() -> None:
    opstelling = in_fase(Fase.BIEDINGEN, biedingen=("gemeente", "huurders"))
    adres = opstelling.bibliotheek.samenwerkingen[CODE].partij("domesta").mail
    opstelling.postkamer.antwoorden[adres] = Bezorging(Uitslag.UITGESTELD, "Nu niet.", "451")
    wijzer = Wijzer()
    opstelling.store.tijdstip = wijzer
    maandag = pendulum.date(2025, 10, 20)
    gezien = []
    for dag in range(4):
        opstelling.klok.dag = maandag.add(days=dag)
        wijzer.nu = wijzer.nu.add(days=1)
        _herinner(opstelling)
        gezien.append(_codes(opstelling))

    assert gezien == [[], [], ["P006"], ["P006"]]

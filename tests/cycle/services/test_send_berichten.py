"""Sending: once, also when everything stops halfway, and one refusal hurts one message."""

import pendulum
import pytest

from cycle.domain.bericht import Bericht, Berichtsoort, Berichtstaat, Postbericht
from cycle.domain.bezorging import PAUZES, Bezorging, Uitslag
from cycle.domain.errors import JaarschijfError
from cycle.domain.fase import Fase
from cycle.domain.postverslag import Postverslag
from cycle.services.cyclus import require_cyclus
from cycle.services.send_berichten import send_berichten
from tests.cycle.services.builders import CODE, JAAR, in_fase
from tests.cycle.store.builders import Wijzer
from tests.fakes import FakePostkamer, Opstelling
from tests.geheugenstore import GeheugenTransactie

UITGESTELD = Bezorging(Uitslag.UITGESTELD, "Nu niet.", "451 later")
GEWEIGERD = Bezorging(Uitslag.GEWEIGERD, "Bestaat niet.", "550 no such user")
ONBEKEND = Bezorging(Uitslag.ONBEKEND, "Geen antwoord.")


@pytest.fixture
def wijzer() -> Wijzer:
    return Wijzer()


@pytest.fixture
def opstelling(wijzer: Wijzer) -> Opstelling:
    """Return a cyclus in which two invitations and a reminder stand ready."""
    opstelling = in_fase(Fase.OVERLEG)
    opstelling.store.tijdstip = wijzer
    opstelling.postkamer.is_map = False
    for sleutel in ("een", "twee"):
        _plan(opstelling, sleutel)
    _plan(opstelling, "drie", Berichtsoort.HERINNERING)
    return opstelling


def _plan(
    opstelling: Opstelling, sleutel: str, soort: Berichtsoort = Berichtsoort.UITNODIGING
) -> None:
    dag = opstelling.klok.vandaag()
    bericht = Bericht(sleutel, f"{sleutel}@partij.example", "Onderwerp", "Tekst", dag, soort=soort)
    with opstelling.store.transaction() as tx:
        tx.plan_bericht(require_cyclus(tx, CODE, JAAR), bericht)


def _send(opstelling: Opstelling) -> Postverslag:
    return send_berichten(opstelling.toolkit, CODE, JAAR)


def _post(opstelling: Opstelling, sleutel: str) -> Postbericht:
    with opstelling.store.transaction() as tx:
        alle = tx.post(require_cyclus(tx, CODE, JAAR))
    return next(p for p in alle if p.bericht.sleutel == sleutel)


def _bezorgd(opstelling: Opstelling) -> list[str]:
    return [sleutel for _, _, sleutel in opstelling.postkamer.bezorgd]


def test_messages_go_out_once(opstelling: Opstelling) -> None:
    assert _send(opstelling).verzonden == ("een", "twee", "drie")
    assert _send(opstelling) == Postverslag()

    assert _bezorgd(opstelling) == ["een", "twee", "drie"]
    assert _post(opstelling, "een").verzonden_op == opstelling.klok.vandaag()


def test_a_bad_address_hurts_only_itself(opstelling: Opstelling) -> None:
    opstelling.postkamer.geweigerd.add("een@partij.example")

    verslag = _send(opstelling)

    assert (verslag.mislukt, verslag.verzonden) == (("een",), ("twee", "drie"))
    assert "niet bruikbaar" in _post(opstelling, "een").antwoord


def test_a_permanent_refusal_is_the_end_and_keeps_the_words_of_the_server(
    opstelling: Opstelling, wijzer: Wijzer
) -> None:
    opstelling.postkamer.antwoorden["drie@partij.example"] = GEWEIGERD
    _send(opstelling)
    wijzer.nu = wijzer.nu.add(years=1)

    assert _send(opstelling) == Postverslag()
    post = _post(opstelling, "drie")
    assert (post.staat, post.antwoord, post.code) == (
        Berichtstaat.MISLUKT,
        "Bestaat niet.",
        "550 no such user",
    )


def test_a_refusal_for_now_is_tried_again_after_growing_pauses_and_then_ends(
    opstelling: Opstelling, wijzer: Wijzer
) -> None:
    opstelling.postkamer.antwoorden["drie@partij.example"] = UITGESTELD

    for pauze in PAUZES:
        assert _send(opstelling).uitgesteld == ("drie",)
        wijzer.nu = wijzer.nu.add(minutes=pauze, seconds=-1)
        assert _send(opstelling) == Postverslag()
        wijzer.nu = wijzer.nu.add(seconds=1)

    assert _send(opstelling).mislukt == ("drie",)
    assert sorted(PAUZES) == list(PAUZES)
    assert _post(opstelling, "drie").antwoord == "Nu niet. Na 8 pogingen houdt het programma op."


def test_a_message_that_was_put_off_goes_out_later(opstelling: Opstelling, wijzer: Wijzer) -> None:
    opstelling.postkamer.antwoorden["drie@partij.example"] = UITGESTELD
    _send(opstelling)
    opstelling.postkamer.antwoorden.clear()
    wijzer.nu = wijzer.nu.add(minutes=5)

    assert _send(opstelling).verzonden == ("drie",)


def test_silence_of_the_server_makes_a_reminder_uncertain_for_good(
    opstelling: Opstelling, wijzer: Wijzer
) -> None:
    opstelling.postkamer.antwoorden["drie@partij.example"] = ONBEKEND

    assert _send(opstelling).onzeker == ("drie",)
    opstelling.postkamer.antwoorden.clear()
    wijzer.nu = wijzer.nu.add(years=1)

    assert _send(opstelling) == Postverslag()
    assert "drie" not in _bezorgd(opstelling)


def test_after_silence_an_invitation_goes_out_again(opstelling: Opstelling, wijzer: Wijzer) -> None:
    opstelling.postkamer.antwoorden["een@partij.example"] = ONBEKEND
    assert _send(opstelling).uitgesteld == ("een",)
    opstelling.postkamer.antwoorden.clear()
    wijzer.nu = wijzer.nu.add(minutes=5)

    assert _send(opstelling).verzonden == ("een",)


def test_when_nothing_can_be_sent_all_messages_wait_and_no_attempt_counts(
    opstelling: Opstelling,
) -> None:
    storing = JaarschijfError("De mailserver is niet bereikbaar.", advies="Wacht.")
    opstelling.postkamer.antwoorden["een@partij.example"] = storing

    for _ in range(20):
        assert _send(opstelling).storing == "De mailserver is niet bereikbaar. Wacht."

    assert _bezorgd(opstelling) == []
    post = _post(opstelling, "een")
    assert (post.staat, post.pogingen) == (Berichtstaat.GEPLAND, 0)
    assert post.antwoord == "De mailserver is niet bereikbaar."
    opstelling.postkamer.antwoorden.clear()
    assert _send(opstelling).verzonden == ("een", "twee", "drie")


@pytest.mark.parametrize(("sleutel", "komt_twee_keer"), [("een", True), ("drie", False)])
def test_a_stop_between_sending_and_writing_it_down_never_repeats_a_reminder(
    opstelling: Opstelling,
    wijzer: Wijzer,
    monkeypatch: pytest.MonkeyPatch,
    sleutel: str,
    komt_twee_keer: bool,
) -> None:
    gestuurd = []
    bezorg, schrijf = FakePostkamer.deliver, GeheugenTransactie.settle_bericht

    def deliver(self: FakePostkamer, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        gestuurd.append(bericht.sleutel)
        return bezorg(self, samenwerking, jaar, bericht)

    def stop(self: GeheugenTransactie, *args: Postbericht) -> bool:
        if args[1].bericht.sleutel == sleutel:
            raise ZeroDivisionError
        return schrijf(self, *args)

    monkeypatch.setattr(FakePostkamer, "deliver", deliver)
    with monkeypatch.context() as even:
        even.setattr(GeheugenTransactie, "settle_bericht", stop)
        with pytest.raises(ZeroDivisionError):
            _send(opstelling)
    _send(opstelling)
    wijzer.nu = wijzer.nu.add(minutes=15)
    _send(opstelling)

    assert gestuurd.count(sleutel) == (2 if komt_twee_keer else 1)
    staat = Berichtstaat.VERZONDEN if komt_twee_keer else Berichtstaat.ONZEKER
    assert _post(opstelling, sleutel).staat is staat


def test_in_a_folder_nothing_is_ever_uncertain(
    opstelling: Opstelling, wijzer: Wijzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opstelling.postkamer.is_map = True
    with monkeypatch.context() as even:
        even.setattr(GeheugenTransactie, "settle_bericht", lambda *_: 1 / 0)
        for _ in range(3):
            with pytest.raises(ZeroDivisionError):
                _send(opstelling)
    wijzer.nu = wijzer.nu.add(minutes=15)

    assert _send(opstelling).verzonden == ("een", "twee", "drie")
    assert _post(opstelling, "drie").pogingen == 1


def test_a_crash_of_the_postkamer_stops_at_once(
    opstelling: Opstelling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakePostkamer, "deliver", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        _send(opstelling)

    assert _post(opstelling, "een").staat is Berichtstaat.BEZIG
    assert _post(opstelling, "twee").staat is Berichtstaat.GEPLAND


def test_nothing_leaves_before_its_day(opstelling: Opstelling) -> None:
    _send(opstelling)
    opstelling.klok.dag = pendulum.date(JAAR + 1, 1, 1)
    _plan(opstelling, "later")
    opstelling.klok.dag = pendulum.date(JAAR, 12, 31)

    assert _send(opstelling) == Postverslag()

"""The way out over a real mail server: what it answers, and who may listen in."""

import logging
import ssl
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from time import sleep

import pendulum
import pytest

from cycle.domain.bericht import Bericht, Berichtsoort
from cycle.domain.bezorging import Bezorging, Uitslag
from cycle.domain.errors import InvoerError
from cycle.notify.smtp import SmtpPostkamer
from cycle.notify.smtpantwoord import PostStoring
from cycle.settings import Beveiliging, Settings
from tests.mailserver import OK, WEG, Mailserver, make_certificaat, running_mailserver

BERICHT = Bericht(
    sleutel="bieding/domesta/herinnering",
    aan="bieding@domesta.example",
    onderwerp="Herinnering: uw bieding vóór 2 oktober",
    tekst="Geachte heer/mevrouw,\n\n.Een regel die met een punt begint.\n\nMet groet\n",
    gepland_op=pendulum.date(2023, 9, 25),
    html="<p>Geachte heer/mevrouw</p>\n",
    antwoord_aan="afspraken@gemeente.example",
    soort=Berichtsoort.HERINNERING,
)
WACHTWOORD = "zeer-geheim-91"


@pytest.fixture
def server() -> Iterator[Mailserver]:
    with running_mailserver() as server:
        yield server


def _settings(server: Mailserver, **anders: object) -> Settings:
    basis = {
        "post_host": "127.0.0.1",
        "post_poort": server.poort,
        "post_beveiliging": Beveiliging.GEEN,
        "post_afzender": "Afspraken één <afzender@gemeente.example>",
        "post_wachttijd": 5,
    }
    return Settings.model_validate(basis | anders)


def _deliver(settings: Settings, *berichten: Bericht) -> list[Bezorging]:
    """Return what became of each message, sent in one conversation."""
    with SmtpPostkamer(settings).open() as bezorger:
        return [bezorger.deliver("hoogeveen", 2024, bericht) for bericht in berichten]


def _aan(adres: str) -> Bericht:
    return replace(BERICHT, aan=adres, sleutel=f"bieding/{adres}")


def test_a_mail_arrives_as_it_was_meant(server: Mailserver) -> None:
    (bezorging,) = _deliver(_settings(server), BERICHT)

    assert bezorging == Bezorging(Uitslag.AANGENOMEN, "De mailserver heeft de mail aangenomen.", OK)
    (mail,) = server.mails
    tekst, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert tekst is not None
    assert html is not None
    assert tekst.get_content().replace("\r\n", "\n") == BERICHT.tekst
    assert (mail["To"], mail["Subject"]) == (BERICHT.aan, BERICHT.onderwerp)
    assert mail["From"] == "Afspraken één <afzender@gemeente.example>"
    assert mail["Reply-To"] == "afspraken@gemeente.example"
    assert mail["Message-ID"].endswith("@gemeente.example>")
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]) == ("auto-generated", "All")
    assert mail["Content-Language"] == "nl"


@pytest.mark.parametrize("naam", ["afspraken", "een-heel-lange-naam-van-een-afdeling-in-een-adres"])
def test_only_a_reminder_says_whom_to_ask_for_no_more_of_them(
    server: Mailserver, naam: str
) -> None:
    adres = f"{naam}@gemeente.example"
    herinnering = replace(BERICHT, antwoord_aan=adres)

    _deliver(
        _settings(server),
        herinnering,
        replace(herinnering, soort=Berichtsoort.UITNODIGING),
        replace(herinnering, antwoord_aan=""),
    )

    gevraagd = [mail["List-Unsubscribe"] for mail in server.mails]
    assert gevraagd == [f"<mailto:{adres}?subject=Afmelden>", None, None]


def test_the_same_message_has_the_same_message_id(server: Mailserver) -> None:
    _deliver(_settings(server), BERICHT, BERICHT)

    assert len(set(server.kenmerken)) == 1


def test_many_messages_go_in_one_conversation(server: Mailserver) -> None:
    _deliver(_settings(server), *(_aan(f"{n}@partij.example") for n in range(20)))

    assert len(server.ontvangen) == 20
    assert server.verbindingen == 1


@pytest.mark.parametrize(
    ("antwoord", "uitslag", "woorden"),
    [
        ("450 4.2.1 mailbox busy", Uitslag.UITGESTELD, "nu niet bereikbaar"),
        ("451 4.7.1 greylisted", Uitslag.UITGESTELD, "nu niet aannemen"),
        ("421 closing", Uitslag.UITGESTELD, "nu niet bereikbaar"),
        ("499 strange", Uitslag.UITGESTELD, "nu niet aan"),
        ("550 5.1.1 no such user", Uitslag.GEWEIGERD, "bestaat niet"),
        ("552 5.2.2 mailbox full", Uitslag.GEWEIGERD, "vol"),
        ("599 strange", Uitslag.GEWEIGERD, "weigert"),
    ],
)
@pytest.mark.parametrize("stap", ["rcpt", "data"])
def test_a_refusal_is_for_now_or_for_good_and_hurts_only_itself(
    server: Mailserver, stap: str, antwoord: str, uitslag: Uitslag, woorden: str
) -> None:
    setattr(server, stap, lambda adres: antwoord if adres.startswith("slecht") else OK)

    bezorgingen = _deliver(
        _settings(server), _aan("a@x.example"), _aan("slecht@x.example"), _aan("b@x.example")
    )

    assert [b.uitslag for b in bezorgingen] == [Uitslag.AANGENOMEN, uitslag, Uitslag.AANGENOMEN]
    assert woorden in bezorgingen[1].antwoord
    assert bezorgingen[1].code == antwoord
    assert [adres for adres, _ in server.ontvangen] == ["a@x.example", "b@x.example"]


@pytest.mark.parametrize("stap", ["mail", "rcpt"])
def test_a_connection_lost_before_the_text_is_a_refusal_for_now(
    server: Mailserver, stap: str
) -> None:
    setattr(server, stap, lambda _: WEG)

    (bezorging,) = _deliver(_settings(server), BERICHT)

    assert bezorging.uitslag is Uitslag.UITGESTELD
    assert "viel weg" in bezorging.antwoord
    assert server.ontvangen == []


def test_a_connection_that_fell_asleep_between_two_messages_is_made_anew(
    server: Mailserver,
) -> None:
    antwoorden = iter([OK, WEG, OK])
    server.mail = lambda _: next(antwoorden)

    bezorgingen = _deliver(_settings(server), _aan("a@x.example"), _aan("b@x.example"))

    assert [b.uitslag for b in bezorgingen] == [Uitslag.AANGENOMEN] * 2
    assert server.verbindingen == 2


def test_a_connection_lost_after_the_text_is_a_message_of_which_nobody_knows(
    server: Mailserver,
) -> None:
    server.data = lambda adres: WEG if adres.startswith("stil") else OK

    stil, ander = _deliver(_settings(server), _aan("stil@x.example"), _aan("b@x.example"))

    assert (stil.uitslag, ander.uitslag) == (Uitslag.ONBEKEND, Uitslag.AANGENOMEN)
    assert len(server.ontvangen) == 2  # it did arrive


@pytest.mark.parametrize("antwoord", ["abc wat is dit", "999 wat is dit", "354 ga door"])
def test_a_server_that_says_something_odd_after_the_text_leaves_the_outcome_open(
    server: Mailserver, antwoord: str
) -> None:
    server.data = lambda _: antwoord

    (bezorging,) = _deliver(_settings(server), BERICHT)

    assert bezorging.uitslag is Uitslag.ONBEKEND


@pytest.mark.parametrize("eerst", ["abc wat is dit", "450 4.2.1 mailbox busy"])
def test_a_mail_of_which_the_text_never_left_is_never_taken_for_sent(
    server: Mailserver, eerst: str
) -> None:
    """A server that says one line too many answers every next question one too early."""
    server.rcpt = lambda adres: f"{eerst}\r\n250 ok" if adres.startswith("slecht") else OK
    adressen = ["slecht@x.example", "b@x.example", "c@x.example"]

    bezorgingen = _deliver(_settings(server, post_wachttijd=5), *map(_aan, adressen))

    verzonden = [
        adres
        for adres, bezorging in zip(adressen, bezorgingen, strict=True)
        if bezorging.uitslag is Uitslag.AANGENOMEN
    ]
    assert verzonden == [adres for adres, _ in server.ontvangen]
    assert "c@x.example" in verzonden


class TrageServer(ThreadingTCPServer):
    """A mail server that answers one question byte by byte, for three seconds."""

    daemon_threads = True
    trage_vraag = ""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: the sender hung up, as it should."""


class TraagGesprek(StreamRequestHandler):
    """One conversation with it."""

    def handle(self) -> None:
        self._answer("begin", "220 dag")
        for regel in self.rfile:
            vraag = regel.decode().split()[0].lower()
            self._answer(vraag, "354 toe maar" if vraag == "data" else OK)
            if vraag == "data":
                list(iter(self.rfile.readline, b".\r\n"))
                self._answer("tekst", OK)

    def _answer(self, vraag: str, antwoord: str) -> None:
        assert isinstance(self.server, TrageServer)
        if vraag != self.server.trage_vraag:
            self.wfile.write(f"{antwoord}\r\n".encode())
            return
        for teken in f"{antwoord.ljust(60, '.')}\r\n":
            self.wfile.write(teken.encode())
            sleep(0.05)


@contextmanager
def _slow_server(trage_vraag: str) -> Iterator[int]:
    """Yield the port of a server that is slow at one question."""
    with TrageServer(("127.0.0.1", 0), TraagGesprek) as server:
        server.trage_vraag = trage_vraag
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.mark.parametrize(
    ("vraag", "uitslag"),
    [
        ("mail", Uitslag.UITGESTELD),
        ("rcpt", Uitslag.UITGESTELD),
        ("data", Uitslag.UITGESTELD),
        ("tekst", Uitslag.ONBEKEND),
        ("quit", Uitslag.AANGENOMEN),
    ],
)
def test_an_answer_that_comes_byte_by_byte_is_no_answer(vraag: str, uitslag: Uitslag) -> None:
    with _slow_server(vraag) as poort:
        server = Mailserver(poort=poort)

        (bezorging,) = _deliver(_settings(server, post_wachttijd=0.5), BERICHT)

    assert bezorging.uitslag is uitslag


@pytest.mark.parametrize("vraag", ["begin", "ehlo"])
def test_a_server_that_takes_for_ever_to_greet_stops_all_mail(vraag: str) -> None:
    with _slow_server(vraag) as poort:
        settings = _settings(Mailserver(poort=poort), post_wachttijd=0.5)

        with pytest.raises(PostStoring, match="niet bereikbaar"):
            _deliver(settings, BERICHT)


def test_a_sender_that_the_server_refuses_stops_all_mail(server: Mailserver) -> None:
    server.mail = lambda _: "553 5.7.1 sender rejected"

    with pytest.raises(PostStoring, match="deze afzender") as fout:
        _deliver(_settings(server), BERICHT)

    assert "553 5.7.1 sender rejected" in fout.value.advies


def test_a_bad_address_never_reaches_the_server(server: Mailserver) -> None:
    with pytest.raises(InvoerError, match="niet bruikbaar"):
        _deliver(_settings(server), _aan("a@x.example\r\nRCPT TO:<b@x.example>"))

    assert server.verbindingen == 0


def test_a_rehearsal_sends_all_mail_to_one_address(server: Mailserver) -> None:
    _deliver(_settings(server, post_proefadres="proef@gemeente.example"), BERICHT)

    ((adres, _),) = server.ontvangen
    (mail,) = server.mails
    assert (adres, mail["To"]) == ("proef@gemeente.example", "proef@gemeente.example")
    assert mail["Subject"] == f"[voor {BERICHT.aan}] {BERICHT.onderwerp}"


def test_a_server_that_is_not_there_stops_all_mail() -> None:
    with running_mailserver() as weg:
        pass

    with pytest.raises(PostStoring, match="niet bereikbaar") as fout:
        _deliver(_settings(weg), BERICHT)

    assert fout.value.plek == f"127.0.0.1:{weg.poort}"
    assert "blijven klaarstaan" in fout.value.advies


def test_the_post_opens_no_connection_when_there_is_no_mail(server: Mailserver) -> None:
    assert _deliver(_settings(server)) == []
    assert server.verbindingen == 0


@pytest.fixture(scope="module")
def certificaat(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    return make_certificaat(tmp_path_factory.mktemp("certificaat"))


@pytest.fixture
def dicht(certificaat: tuple[Path, ssl.SSLContext]) -> Iterator[Mailserver]:
    """Yield a server that wants STARTTLS and a login."""
    geheim = (b"afspraken", WACHTWOORD.encode())
    with running_mailserver(context=certificaat[1], geheim=geheim) as server:
        yield server


def _dichte_settings(server: Mailserver, certificaat: Path | None, **anders: object) -> Settings:
    basis = {
        "post_beveiliging": Beveiliging.STARTTLS,
        "post_certificaat": certificaat,
        "post_gebruiker": "afspraken",
        "post_wachtwoord": WACHTWOORD,
    }
    return _settings(server, **(basis | anders))


def test_mail_goes_encrypted_and_with_a_login(
    dicht: Mailserver, certificaat: tuple[Path, ssl.SSLContext]
) -> None:
    (bezorging,) = _deliver(_dichte_settings(dicht, certificaat[0]), BERICHT)

    assert bezorging.uitslag is Uitslag.AANGENOMEN
    assert dicht.aanmeldingen == [b"afspraken"]


def test_the_password_may_stand_in_a_file(
    dicht: Mailserver, certificaat: tuple[Path, ssl.SSLContext], tmp_path: Path
) -> None:
    bestand = tmp_path / "wachtwoord"
    bestand.write_text(f"{WACHTWOORD}\n")
    anders = {"post_wachtwoord": "", "post_wachtwoord_bestand": bestand}

    (bezorging,) = _deliver(_dichte_settings(dicht, certificaat[0], **anders), BERICHT)

    assert bezorging.uitslag is Uitslag.AANGENOMEN


def test_a_certificate_of_an_unknown_issuer_is_refused_before_the_login(
    dicht: Mailserver,
) -> None:
    with pytest.raises(PostStoring, match="certificaat") as fout:
        _deliver(_dichte_settings(dicht, None), BERICHT)

    assert "JAARSCHIJF_POST_CERTIFICAAT" in fout.value.advies
    assert dicht.aanmeldingen == []


def test_a_certificate_for_another_name_is_refused(tmp_path: Path) -> None:
    bestand, context = make_certificaat(tmp_path, "mail.elders.example")
    with running_mailserver(context=context) as server:
        settings = _dichte_settings(server, bestand, post_gebruiker="")

        with pytest.raises(PostStoring, match="certificaat"):
            _deliver(settings, BERICHT)


def test_a_server_without_encryption_is_never_trusted_with_mail(server: Mailserver) -> None:
    with pytest.raises(PostStoring, match="biedt de gevraagde beveiliging"):
        _deliver(_settings(server, post_beveiliging=Beveiliging.STARTTLS), BERICHT)

    assert server.ontvangen == []


def test_encryption_from_the_first_byte_works_too(
    certificaat: tuple[Path, ssl.SSLContext],
) -> None:
    with running_mailserver(context=certificaat[1], meteen_dicht=True) as server:
        settings = _settings(
            server, post_beveiliging=Beveiliging.TLS, post_certificaat=certificaat[0]
        )
        (bezorging,) = _deliver(settings, BERICHT)

    assert bezorging.uitslag is Uitslag.AANGENOMEN


@pytest.mark.parametrize("wachtwoord", ["fout-wachtwoord-17", "géheim-wachtwoord-17"])
def test_a_refused_login_says_so_and_shows_the_password_nowhere(
    dicht: Mailserver,
    certificaat: tuple[Path, ssl.SSLContext],
    caplog: pytest.LogCaptureFixture,
    wachtwoord: str,
) -> None:
    settings = _dichte_settings(dicht, certificaat[0], post_wachtwoord=wachtwoord)

    with caplog.at_level(logging.DEBUG), pytest.raises(PostStoring) as fout:
        _deliver(settings, BERICHT)

    gezien = "".join(traceback.format_exception(fout.value)) + caplog.text + repr(settings)
    assert "aanmelden" in fout.value.melding or "wachtwoord" in fout.value.melding
    assert wachtwoord not in gezien + fout.value.advies
    assert dicht.ontvangen == []


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"post_afzender": "zonder adres"}, "afzender"),
        ({"post_afzender": ""}, "afzender"),
        ({"post_gebruiker": "wie"}, "anderen lezen mee"),
        ({"post_certificaat": Path("nergens.pem")}, "certificaat"),
        (
            {
                "post_gebruiker": "wie",
                "post_beveiliging": Beveiliging.STARTTLS,
                "post_wachtwoord_bestand": Path("nergens"),
            },
            "bestand met het wachtwoord",
        ),
    ],
)
def test_settings_that_cannot_work_are_refused_in_words(
    certificaat: tuple[Path, ssl.SSLContext], anders: dict[str, object], woorden: str
) -> None:
    with running_mailserver(context=certificaat[1]) as server:
        settings = _settings(server, **({"post_certificaat": certificaat[0]} | anders))

        with pytest.raises(PostStoring, match=woorden) as fout:
            _deliver(settings, BERICHT)

    assert fout.value.plek.startswith("JAARSCHIJF_POST_")
    assert server.ontvangen == []

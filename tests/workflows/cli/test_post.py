"""The command `post`: what went astray is seen, sent again, and decided on."""

import pytest

from tests.mailserver import Mailserver, running_mailserver
from tests.workflows.cli.builders import Werkmap

SLEUTEL = "dorp/2024/uitvraag/domesta"


def _env(server: Mailserver) -> dict[str, str]:
    """Return the settings of a rehearsal with a real mail server."""
    return {
        "JAARSCHIJF_POST_HOST": "127.0.0.1",
        "JAARSCHIJF_POST_POORT": str(server.poort),
        "JAARSCHIJF_POST_BEVEILIGING": "geen",
        "JAARSCHIJF_POST_AFZENDER": "Jaarschijf <jaarschijf@gemeente.example>",
        "JAARSCHIJF_POST_PROEFADRES": "proef@gemeente.example",
    }


@pytest.fixture
def mislukt(werkmap: Werkmap) -> Werkmap:
    """Return a folder in which the forms went out, and the mail server refused all mail."""
    with running_mailserver() as server:
        server.rcpt = lambda _: "550 5.1.1 no such user"
        for stap in ("start", "fase"):
            for woord in ("kickoff", "uitvraag") if stap == "fase" else ("",):
                woorden = [w for w in ("cyclus", stap, "dorp", "2024", woord) if w]
                assert werkmap.run(*woorden, env=_env(server)).exit_code == 0
    return werkmap


def test_without_mail_there_is_nothing_to_see(werkmap: Werkmap) -> None:
    assert werkmap.json("post") == {"cycli": [], "bevindingen": []}
    assert werkmap.doe("post") == "0 mails zijn verzonden.\nEr staat geen mail klaar.\n"
    assert werkmap.doe("post", "verstuur") == "Er loopt nu geen cyclus.\n"


def test_mail_that_was_only_written_as_a_file_is_not_called_sent(werkmap: Werkmap) -> None:
    werkmap.doe("cyclus", "start", "dorp", "2024")
    werkmap.doe("cyclus", "fase", "dorp", "2024", "kickoff")
    werkmap.doe("cyclus", "fase", "dorp", "2024", "uitvraag")

    gezegd = werkmap.doe("post", "dorp", "2024")

    assert gezegd.startswith("0 mails zijn verzonden.\n")
    assert "als bestand in de map postvak-uit. Die gingen niet per mail de deur uit." in gezegd


def test_failed_mail_is_listed_with_its_key_and_the_words_of_the_server(mislukt: Werkmap) -> None:
    antwoord = mislukt.run("post", "dorp", "2024")
    gegevens = mislukt.json("post")

    assert antwoord.exit_code == 1
    assert SLEUTEL in antwoord.stdout
    assert "De mailbox bestaat niet of neemt deze mail niet aan. (550 5.1.1 no such user)" in (
        antwoord.stdout
    )
    bericht = next(b for b in gegevens["cycli"][0]["berichten"] if b["sleutel"] == SLEUTEL)
    assert (bericht["staat"], bericht["code"]) == ("mislukt", "550 5.1.1 no such user")
    assert {b["code"] for b in gegevens["bevindingen"]} == {"P004"}


def test_the_status_tells_of_failed_mail(mislukt: Werkmap) -> None:
    tekst = mislukt.doe("cyclus", "status", "dorp", "2024")
    pagina = (mislukt.pad / "stukken/dorp-2024/stand-van-zaken.html").read_text("utf-8")

    assert "Mail mislukt: Uw formulier voor de jaarschijf 2024." in tekst
    assert "jaarschijf post dorp 2024" in tekst
    assert "Uw formulier voor de jaarschijf 2024: mislukt." in pagina


def test_mail_goes_out_again_after_a_decision(mislukt: Werkmap) -> None:
    gezegd = mislukt.doe("post", "beslis", SLEUTEL, "opnieuw", "--reden", "Het adres klopt nu.")

    with running_mailserver() as server:
        antwoord = mislukt.run("post", "verstuur", env=_env(server))

    assert "gaat bij het volgende versturen opnieuw uit" in gezegd
    assert antwoord.stdout == "dorp 2024: 1 verzonden.\n"
    (mail,) = server.mails
    assert mail["Subject"].startswith("[voor afspraken@domesta.example] ")
    assert mislukt.json("post")["cycli"][0]["verzonden"] == 1


def test_a_decision_without_a_reason_is_refused(mislukt: Werkmap) -> None:
    antwoord = mislukt.run("post", "beslis", SLEUTEL, "verzonden")

    assert antwoord.exit_code == 1
    assert "--reden" in antwoord.stderr


def test_a_mail_server_that_is_away_is_told_and_loses_nothing(mislukt: Werkmap) -> None:
    mislukt.doe("post", "beslis", SLEUTEL, "opnieuw", "--reden", "Nog eens.")
    with running_mailserver() as weg:
        pass

    antwoord = mislukt.run("post", "verstuur", env=_env(weg))

    assert antwoord.exit_code == 1
    assert "De mailserver is niet bereikbaar." in antwoord.stderr
    with running_mailserver() as terug:
        verslag = mislukt.run("post", "verstuur", "--json", env=_env(terug)).stdout
    assert '"verzonden": [\n        "uitvraag/domesta"' in verslag
    assert len(terug.ontvangen) == 1


def test_without_an_address_for_rehearsals_no_mail_leaves_on_a_played_day(
    werkmap: Werkmap,
) -> None:
    with running_mailserver() as server:
        env = _env(server) | {"JAARSCHIJF_POST_PROEFADRES": ""}
        for woorden in (("start",), ("fase", "kickoff"), ("fase", "uitvraag")):
            assert (
                werkmap.run("cyclus", woorden[0], "dorp", "2024", *woorden[1:], env=env).exit_code
                == 0
            )

    assert server.verbindingen == 0
    assert list((werkmap.pad / "stukken/dorp-2024/postvak-uit").iterdir()) != []

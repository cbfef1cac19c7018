"""The outbox folder: one file per message, readable by any mail programme."""

import subprocess
import sys
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pendulum
import pytest

from cycle.domain.bericht import Bericht
from cycle.domain.errors import InvoerError
from cycle.notify.postkamer import MapPostkamer

BERICHT = Bericht(
    sleutel="bieding/domesta/herinnering",
    aan="prestatieafspraken@domesta.example",
    onderwerp="Herinnering: uw bieding wordt vóór 2 oktober verwacht, ook als u niets aanbiedt",
    tekst="Geachte heer/mevrouw,\n\nWilt u uw bieding – € 450.000 – insturen?\n\nMet groet",
    gepland_op=pendulum.date(2023, 9, 25),
)


def _deliver(map_uit: Path, *berichten: Bericht) -> list[Path]:
    """Return the files in the outbox after handing over these messages."""
    for bericht in berichten:
        MapPostkamer(map_uit).deliver("hoogeveen", 2024, bericht)
    return sorted((map_uit / "hoogeveen-2024" / "postvak-uit").iterdir())


def _read(pad: Path) -> EmailMessage:
    return message_from_bytes(pad.read_bytes(), policy=SMTP)


def test_a_message_can_be_read_back_by_a_mail_programme(tmp_path: Path) -> None:
    (pad,) = _deliver(tmp_path, BERICHT)

    mail = _read(pad)
    assert pad.suffix == ".eml"
    assert mail["To"] == BERICHT.aan
    assert mail["Subject"] == BERICHT.onderwerp
    assert mail.get_content().replace("\r\n", "\n").rstrip() == BERICHT.tekst
    assert mail["Date"].datetime == pendulum.datetime(2023, 9, 25, 7, tz="Europe/Amsterdam")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["From"].addresses[0].domain == "jaarschijf.example"
    assert mail.defects == []


UITNODIGING = replace(
    BERICHT,
    html="<p>Geachte heer/mevrouw,</p>\n<p>Wilt u komen? Graag – vóór 2 oktober.</p>\n",
    antwoord_aan="afspraken@gemeente.example",
    agenda="BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Één overleg\r\nEND:VCALENDAR\r\n".encode(),
)


def test_answers_go_to_the_coordinator(tmp_path: Path) -> None:
    (pad,) = _deliver(tmp_path, UITNODIGING)

    assert _read(pad)["Reply-To"] == "afspraken@gemeente.example"


def test_a_mail_programme_may_choose_between_the_text_and_the_same_in_html(tmp_path: Path) -> None:
    (pad,) = _deliver(tmp_path, replace(UITNODIGING, agenda=b""))

    mail = _read(pad)
    assert mail.get_content_type() == "multipart/alternative"
    for soort, inhoud in (("plain", BERICHT.tekst), ("html", UITNODIGING.html)):
        deel = mail.get_body((soort,))
        assert deel is not None
        assert deel.get_content().replace("\r\n", "\n").rstrip() == inhoud.rstrip()


def test_an_invitation_goes_along_with_its_method_and_as_a_file(tmp_path: Path) -> None:
    (pad,) = _deliver(tmp_path, UITNODIGING)

    mail = _read(pad)
    (agenda,) = [deel for deel in mail.walk() if deel.get_content_type() == "text/calendar"]
    (bestand,) = mail.iter_attachments()
    assert agenda.get_param("method") == "REQUEST"
    assert agenda.get_payload(decode=True) == UITNODIGING.agenda
    assert bestand.get_filename() == "uitnodiging.ics"
    assert bestand.get_content() == UITNODIGING.agenda
    assert mail.get_body(("plain",)) is not None
    assert mail.defects == []


def test_an_answer_address_that_is_not_one_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvoerError, match="mailadres"):
        _deliver(tmp_path, replace(BERICHT, antwoord_aan="a@b.example, c@d.example"))


def test_lines_fit_a_mail_server(tmp_path: Path) -> None:
    (pad,) = _deliver(tmp_path, replace(BERICHT, tekst="é" * 3000))

    regels = pad.read_bytes().split(b"\r\n")

    assert max(map(len, regels)) <= 78
    assert b"\n" not in b"".join(regels)


def test_the_same_message_twice_leaves_one_untouched_file(tmp_path: Path) -> None:
    (pad,) = _deliver(tmp_path, BERICHT)
    voor = pad.read_bytes(), pad.stat().st_ino

    assert _deliver(tmp_path, BERICHT, replace(BERICHT, tekst="anders")) == [pad]

    assert (pad.read_bytes(), pad.stat().st_ino) == voor


def test_keys_that_look_alike_make_different_messages(tmp_path: Path) -> None:
    paden = _deliver(
        tmp_path,
        *(replace(BERICHT, sleutel=s) for s in ("a/b", "a-b", "A/B", "../a/b", "x" * 400)),
    )

    assert len(paden) == 5
    assert len({_read(pad)["Message-ID"] for pad in paden}) == 5


def test_the_message_id_differs_per_cyclus(tmp_path: Path) -> None:
    (eerste,) = _deliver(tmp_path, BERICHT)
    MapPostkamer(tmp_path).deliver("hogeland", 2024, BERICHT)

    (tweede,) = (tmp_path / "hogeland-2024" / "postvak-uit").iterdir()
    assert _read(eerste)["Message-ID"] != _read(tweede)["Message-ID"]


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    (hier,) = _deliver(tmp_path / "hier", UITNODIGING)
    script = (
        "import sys; from pathlib import Path\n"
        "from tests.cycle.notify.test_postkamer import UITNODIGING, _deliver\n"
        "_deliver(Path(sys.argv[1]), UITNODIGING)"
    )

    subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "daar")],
        cwd=Path(__file__).resolve().parents[3],
        check=True,
        env={"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
    )

    daar = tmp_path / "daar" / hier.relative_to(tmp_path / "hier")
    assert daar.read_bytes() == hier.read_bytes()


@pytest.mark.parametrize(
    "aan",
    [
        "",
        "domesta",
        "een@domesta.example, twee@domesta.example",
        "een@domesta.example\r\nBcc: twee@domesta.example",
        "een@domesta.example\n",
        "Een <een@domesta.example>",
        "één@domesta.example",
    ],
)
def test_an_address_that_is_not_exactly_one_address_is_refused(tmp_path: Path, aan: str) -> None:
    with pytest.raises(InvoerError, match="mailadres") as fout:
        MapPostkamer(tmp_path).deliver("hoogeveen", 2024, replace(BERICHT, aan=aan))

    assert fout.value.plek == BERICHT.sleutel
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("teken", ["\r\n", "\n", "\r", "\x00", "\x0b", "\x85", "\u2028"])
def test_a_subject_that_adds_a_header_is_refused(tmp_path: Path, teken: str) -> None:
    onderwerp = f"Uw bieding{teken}Bcc: een@elders.example"

    with pytest.raises(InvoerError, match="onderwerp"):
        MapPostkamer(tmp_path).deliver("hoogeveen", 2024, replace(BERICHT, onderwerp=onderwerp))

    assert list(tmp_path.iterdir()) == []

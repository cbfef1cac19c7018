"""Mailbericht: one message as the bytes that travel over the mail."""

import re
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final

import pendulum

from cycle.domain.bericht import Bericht
from cycle.domain.errors import InvoerError

_VERZENDUUR: Final = 7
_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_STUURTEKEN = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_METHODE = re.compile(rb"^METHOD:([A-Z]+)\r?$", re.MULTILINE)


def compose(bericht: Bericht, kenmerk: str, afzender: str) -> bytes:
    """Return the message as bytes; the same message gives the same bytes.

    `kenmerk` is the Message-ID, with its angle brackets.

    Raises:
        InvoerError: an address or the subject cannot stand in a mail header.
    """
    _check_koppen(bericht)
    dag = bericht.gepland_op
    moment = pendulum.datetime(dag.year, dag.month, dag.day, _VERZENDUUR, tz="Europe/Amsterdam")
    mail = EmailMessage(policy=SMTP)
    mail["From"] = afzender
    mail["To"] = bericht.aan
    if bericht.antwoord_aan:
        mail["Reply-To"] = bericht.antwoord_aan
    mail["Subject"] = bericht.onderwerp
    mail["Date"] = format_datetime(moment)
    mail["Message-ID"] = kenmerk
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["Content-Language"] = "nl"
    _fill(mail, bericht)
    for nummer, deel in enumerate(d for d in mail.walk() if d.is_multipart()):
        # A boundary of our own: the standard library would draw one by lot.
        deel.set_boundary(f"=-deel-{nummer}-{kenmerk[1:17]}")
    return mail.as_bytes()


def _fill(mail: EmailMessage, bericht: Bericht) -> None:
    """Put the text in, the same text as HTML, and the invitation where there is one.

    An invitation goes along twice: as a part that a mail programme shows with buttons, and
    as a file for the programme that only knows files.
    """
    mail.set_content(bericht.tekst, charset="utf-8", cte="quoted-printable")
    if bericht.html:
        mail.add_alternative(bericht.html, subtype="html", charset="utf-8", cte="quoted-printable")
    if bericht.agenda:
        methode = _METHODE.search(bericht.agenda)
        mail.add_alternative(
            bericht.agenda.decode(),
            subtype="calendar",
            charset="utf-8",
            cte="base64",
            params={"method": methode[1].decode() if methode else "PUBLISH"},
        )
        mail.add_attachment(
            bericht.agenda, maintype="application", subtype="ics", filename="uitnodiging.ics"
        )


def _check_koppen(bericht: Bericht) -> None:
    """Refuse an address or subject with which someone could add headers or receivers."""
    for adres in (bericht.aan, *([bericht.antwoord_aan] if bericht.antwoord_aan else [])):
        if not _ADRES.fullmatch(adres):
            raise InvoerError(
                f"Het mailadres {adres!r} is niet bruikbaar.",
                advies="Geef precies een adres op, zonder spaties, zoals naam@gemeente.example.",
                plek=bericht.sleutel,
            )
    if _STUURTEKEN.search(bericht.onderwerp):
        raise InvoerError(
            f"Het onderwerp {bericht.onderwerp!r} heeft een regeleinde of ander stuurteken.",
            advies="Zet het onderwerp op een regel.",
            plek=bericht.sleutel,
        )

"""Mailbericht: one message as the bytes that travel over the mail."""

import re
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from typing import Final
from urllib.parse import quote

import pendulum

from cycle.domain.bericht import Bericht, Berichtsoort
from cycle.domain.errors import InvoerError

_VERZENDUUR: Final = 7
_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_STUURTEKEN = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_METHODE = re.compile(rb"^METHOD:([A-Z]+)\r?$", re.MULTILINE)


def make_code(samenwerking: str, jaar: int, sleutel: str) -> str:
    """Return the code of a message: the same message has the same code everywhere."""
    return sha256(f"{samenwerking}/{jaar}/{sleutel}".encode()).hexdigest()


def compose(bericht: Bericht, code: str, afzender: str) -> bytes:
    """Return the message as bytes; the same message gives the same bytes.

    The Message-ID is made of `code` and the domain of `afzender`, so a receiver can tell
    that a mail came twice.

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
    domein = parseaddr(afzender)[1].rpartition("@")[2]
    mail["Message-ID"] = f"<{code[:32]}@{domein}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    _fill(mail, bericht)
    mail["Content-Language"] = "nl"  # set last: filling moves such headers into the first part
    for nummer, deel in enumerate(d for d in mail.walk() if d.is_multipart()):
        # A boundary of our own: the standard library would draw one by lot.
        deel.set_boundary(f"=-deel-{nummer}-{code[:16]}")
    return _afmelden(bericht) + mail.as_bytes()


def _afmelden(bericht: Bericht) -> bytes:
    """Return the header of a reminder that says whom to ask for no more of them.

    It is written by hand: the standard library would encode a long address, and no mail
    programme reads it then.
    """
    if bericht.soort is not Berichtsoort.HERINNERING or not bericht.antwoord_aan:
        return b""
    adres = quote(bericht.antwoord_aan, safe="@")
    return f"List-Unsubscribe: <mailto:{adres}?subject=Afmelden>\r\n".encode()


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


def is_adres(adres: str) -> bool:
    """Return whether this is exactly one address, without a name or spaces."""
    return _ADRES.fullmatch(adres) is not None


def _check_koppen(bericht: Bericht) -> None:
    """Refuse an address or subject with which someone could add headers or receivers."""
    for adres in (bericht.aan, *([bericht.antwoord_aan] if bericht.antwoord_aan else [])):
        if not is_adres(adres):
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

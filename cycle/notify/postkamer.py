"""Postkamer: puts each message in a folder as a file that every mail programme opens."""

import re
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

import pendulum

from cycle.domain.bericht import Bericht
from cycle.domain.errors import InvoerError
from cycle.schijf import write_whole

AFZENDER: Final = "jaarschijf <niet-beantwoorden@jaarschijf.example>"

_VERZENDUUR: Final = 7
_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_STUURTEKEN = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


class MapPostkamer:
    """Hands berichten over to ``<map>/<samenwerking>-<jaar>/postvak-uit/``."""

    def __init__(self, map_uit: Path) -> None:
        """Keep the folder; it is made with the first message."""
        self._map = map_uit

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> None:
        """Write the message once; the same message twice leaves one file.

        A message that was handed over before stays as it was, whatever the new text says.

        Raises:
            InvoerError: the address or the subject cannot stand in a mail header.
            BestandNietGeschreven: the disk refuses.
        """
        sleutel = f"{samenwerking}/{jaar}/{bericht.sleutel}"
        code = sha256(sleutel.encode()).hexdigest()
        naam = re.sub(r"[^a-z0-9]+", "-", bericht.sleutel.lower()).strip("-")[:80]
        postvak = self._map / f"{samenwerking}-{jaar}" / "postvak-uit"
        pad = postvak / f"{bericht.gepland_op}-{naam}-{code[:8]}.eml"
        inhoud = _compose(bericht, code)
        if not pad.exists():
            write_whole(pad, inhoud)


def _compose(bericht: Bericht, code: str) -> bytes:
    """Return the message as bytes; the same message gives the same bytes."""
    _check_koppen(bericht)
    dag = bericht.gepland_op
    moment = pendulum.datetime(dag.year, dag.month, dag.day, _VERZENDUUR, tz="Europe/Amsterdam")
    mail = EmailMessage(policy=SMTP)
    mail["From"] = AFZENDER
    mail["To"] = bericht.aan
    mail["Subject"] = bericht.onderwerp
    mail["Date"] = format_datetime(moment)
    mail["Message-ID"] = f"<{code[:32]}@jaarschijf.example>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["Content-Language"] = "nl"
    mail.set_content(bericht.tekst, charset="utf-8", cte="quoted-printable")
    return mail.as_bytes()


def _check_koppen(bericht: Bericht) -> None:
    """Refuse an address or subject with which someone could add headers or receivers."""
    if not _ADRES.fullmatch(bericht.aan):
        raise InvoerError(
            f"Het mailadres {bericht.aan!r} is niet bruikbaar.",
            advies="Geef precies een adres op, zonder spaties, zoals naam@gemeente.example.",
            plek=bericht.sleutel,
        )
    if _STUURTEKEN.search(bericht.onderwerp):
        raise InvoerError(
            f"Het onderwerp {bericht.onderwerp!r} heeft een regeleinde of ander stuurteken.",
            advies="Zet het onderwerp op een regel.",
            plek=bericht.sleutel,
        )

"""Smtp: hands berichten over to a mail server, and tells apart what it may answer.

The steps of a conversation are taken one by one, because they differ in what a failure
means: until the text of the mail has left, nothing was sent; once it has left and no answer
comes, nobody knows.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from email.utils import parseaddr
from smtplib import SMTP, SMTPException
from typing import Final

from cycle.domain.bericht import Bericht
from cycle.domain.bezorging import Bezorging, Uitslag
from cycle.notify.mailbericht import compose, make_code
from cycle.notify.mailserver import open_verbinding
from cycle.notify.smtpantwoord import (
    SLUIT,
    PostStoring,
    format_code,
    is_blijvend,
    is_duidelijk,
    is_goed,
    is_weigering,
    read_antwoord,
    read_weigering,
)
from cycle.settings import Settings

_BEGIN_MAAR: Final = 354
_GEEN_ANTWOORD: Final = "De mailserver kreeg de mail, en gaf daarna geen duidelijk antwoord."
_PUNT: Final = re.compile(rb"^\.", re.MULTILINE)


class SmtpPostkamer:
    """The way out over a mail server."""

    def __init__(self, settings: Settings) -> None:
        """Keep where the server is; nothing is opened yet."""
        self._settings = settings

    def is_herhaalbaar(self) -> bool:
        """Return False: a mail server delivers what it is given, each time."""
        return False

    @contextmanager
    def open(self) -> Iterator["SmtpBezorger"]:
        """Yield a conversation that begins with the first message and ends with the block."""
        bezorger = SmtpBezorger(self._settings)
        try:
            yield bezorger
        finally:
            bezorger.close()


class SmtpBezorger:
    """Hands over messages on one connection, and makes a new one when it was lost."""

    def __init__(self, settings: Settings) -> None:
        """Keep where the server is."""
        self._settings = settings
        self._verbinding: SMTP | None = None

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        """Offer the message to the server and return its answer.

        Raises:
            InvoerError: an address or the subject cannot stand in a mail header.
            PostStoring: the server does not answer, does not know us, or refuses us.
        """
        bericht = _redirect(bericht, self._settings.post_proefadres)
        code = make_code(samenwerking, jaar, bericht.sleutel)
        return self._offer(bericht.aan, compose(bericht, code, self._settings.post_afzender))

    def _offer(self, aan: str, inhoud: bytes) -> Bezorging:
        """Return the answer of the server; a connection that fell asleep is made anew once."""
        was_open = self._verbinding is not None
        verbinding = self._open()
        try:
            weigering = self._announce(verbinding, aan)
        except (SMTPException, OSError):
            self._drop()
            if was_open:
                return self._offer(aan, inhoud)
            return Bezorging(Uitslag.UITGESTELD, "De verbinding met de mailserver viel weg.")
        return weigering or self._hand_over(verbinding, inhoud)

    def close(self) -> None:
        """End the conversation politely, when there is one."""
        if self._verbinding is not None:
            # The mail is settled by now; a server that is gone cannot change that.
            with suppress(SMTPException, OSError):
                self._verbinding.quit()
            self._drop()

    def _open(self) -> SMTP:
        """Return the connection; make it when there is none."""
        if self._verbinding is None:
            self._verbinding = open_verbinding(self._settings)
        return self._verbinding

    def _drop(self) -> None:
        """Forget the connection."""
        if self._verbinding is not None:
            self._verbinding.close()
        self._verbinding = None

    def _announce(self, verbinding: SMTP, aan: str) -> Bezorging | None:
        """Name sender and receiver and ask to begin; return a refusal, None when welcome.

        A server that will not have our sender refuses all mail, so that is no fault of
        this one.
        """
        code, tekst = verbinding.mail(parseaddr(self._settings.post_afzender)[1])
        if is_blijvend(code):
            self._drop()
            raise PostStoring(
                "De mailserver neemt geen mail aan van deze afzender.",
                advies="Controleer de afzender en het aanmelden bij de mailserver. "
                f"De mailserver zegt: {format_code(code, tekst)}",
                plek="JAARSCHIJF_POST_AFZENDER",
            )
        if is_goed(code):
            code, tekst = verbinding.rcpt(aan)
        if is_goed(code):
            code, tekst = verbinding.docmd("DATA")
            if code == _BEGIN_MAAR:
                return None
        self._recover(verbinding, code)
        return read_weigering(code, tekst)

    def _recover(self, verbinding: SMTP, code: int) -> None:
        """Clear the conversation for the next message, or drop it when the server ends it.

        A server that says anything but no may be answering another question, and would go
        on doing so.
        """
        try:
            schoon = is_weigering(code) and code != SLUIT and is_goed(verbinding.rset()[0])
        except (SMTPException, OSError):
            schoon = False
        if not schoon:
            self._drop()

    def _hand_over(self, verbinding: SMTP, inhoud: bytes) -> Bezorging:
        """Send the text; from here on no clear answer means that nobody knows."""
        try:
            verbinding.send(_PUNT.sub(b"..", inhoud) + b".\r\n")
            code, tekst = verbinding.getreply()
        except (SMTPException, OSError):
            self._drop()
            return Bezorging(Uitslag.ONBEKEND, _GEEN_ANTWOORD)
        if code == SLUIT:
            self._drop()
        if is_duidelijk(code):
            return read_antwoord(code, tekst)
        self._drop()
        return Bezorging(Uitslag.ONBEKEND, _GEEN_ANTWOORD, format_code(code, tekst))


def _redirect(bericht: Bericht, proefadres: str) -> Bericht:
    """Return the message, to the address for rehearsals when there is one."""
    if not proefadres:
        return bericht
    return replace(bericht, aan=proefadres, onderwerp=f"[voor {bericht.aan}] {bericht.onderwerp}")

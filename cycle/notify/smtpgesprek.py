"""Smtpgesprek: a conversation with a mail server in which every answer has to end in time.

The time-out of smtplib counts from the last byte: a server that sends one byte now and then
could hold a sender for ever. Here it counts for the whole answer, so a conversation of so
many questions never takes longer than so many time-outs.
"""

from io import BufferedReader, RawIOBase
from smtplib import SMTP, SMTP_SSL
from socket import socket
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class _Antwoord(RawIOBase):
    """The bytes that a server sends, until the time for this answer is over."""

    def __init__(self, sock: socket) -> None:
        """Read from this socket; `begin` comes before the first byte."""
        self._sock = sock
        self._einde = 0.0

    def readable(self) -> bool:
        """Return True: there is nothing else to do with it."""
        return True

    def begin(self, seconden: float) -> None:
        """Give the next answer this many seconds from now."""
        self._einde = monotonic() + seconden

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Return how many bytes came; raises TimeoutError when the time is over."""
        rest = self._einde - monotonic()
        if rest <= 0:
            raise TimeoutError("the answer of the mail server takes too long")
        self._sock.settimeout(rest)
        return self._sock.recv_into(buffer)


class Smtpgesprek(SMTP):
    """A conversation that is open, or becomes encrypted on the way."""

    _antwoord: _Antwoord

    def getreply(self) -> tuple[int, bytes]:
        """Return code and text of one answer.

        Raises:
            SMTPServerDisconnected: it did not come whole within the time-out.
        """
        if self.sock is None:
            return super().getreply()
        if self.file is None:  # a new connection, or encryption just began
            self._antwoord = _Antwoord(self.sock)
            self.file = BufferedReader(self._antwoord)
        self._antwoord.begin(self.timeout)
        antwoord = super().getreply()
        if self.sock is not None:
            self.sock.settimeout(self.timeout)
        return antwoord


class VersleuteldSmtpgesprek(Smtpgesprek, SMTP_SSL):
    """A conversation that is encrypted from the first byte."""

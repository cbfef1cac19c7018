"""Postport: the texts of mails, and the way out for them."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from cycle.domain.bericht import Bericht, Berichttekst
from cycle.domain.bezorging import Bezorging


class Berichtteksten(Protocol):
    """Texts of mails from ``templates/mail/``."""

    def write(self, soort: str, velden: Mapping[str, object]) -> Berichttekst:
        """Return the text of this kind of message with its fields filled in.

        Raises:
            SjabloonOnbruikbaar: there is no such text, or it names an unknown field.
        """
        ...


class Bezorger(Protocol):
    """Hands berichten over, as long as the post is open."""

    def deliver(self, samenwerking: str, jaar: int, bericht: Bericht) -> Bezorging:
        """Hand the message over and return what became of it.

        Raises:
            InvoerError: this message cannot be sent as it is.
            JaarschijfError: nothing can be sent now; the message did not leave.
        """
        ...


class Postkamer(Protocol):
    """The way out for berichten: a folder, or a mail server."""

    def is_herhaalbaar(self) -> bool:
        """Return whether the same message handed over twice leaves one."""
        ...

    def open(self) -> AbstractContextManager[Bezorger]:
        """Open the post for a number of messages; a connection is made when one is sent."""
        ...

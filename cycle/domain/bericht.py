"""Berichten: mails on their way out, as plain values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pendulum


class Berichtsoort(StrEnum):
    """What may happen to a mail of which nobody knows whether it arrived.

    An `UITNODIGING` may be handed over again, under the same Message-ID. A `HERINNERING`
    goes out at most once: nobody is chased twice.
    """

    UITNODIGING = "uitnodiging"
    HERINNERING = "herinnering"


class Berichtstaat(StrEnum):
    """Where a mail is; `ONZEKER` means that it may or may not have arrived."""

    GEPLAND = "gepland"
    BEZIG = "bezig"
    VERZONDEN = "verzonden"
    MISLUKT = "mislukt"
    ONZEKER = "onzeker"


IN_MAP: Final = "Staat in de map postvak-uit."
"""The answer of the folder that stands in for a mail server: nothing left the house."""

BESLOTEN: Final = "Besloten:"
"""Opens the answer of a mail on which a person decided; no round changes that one."""


@dataclass(frozen=True, slots=True)
class Bericht:
    """One mail in the outbox; `sleutel` is its business key and never repeats.

    `html` says the same as `tekst`, for mail programmes that show it. `antwoord_aan` is the
    address that gets the answers. `agenda` is an iCalendar with its METHOD inside.
    """

    sleutel: str
    aan: str
    onderwerp: str
    tekst: str
    gepland_op: pendulum.Date
    html: str = ""
    antwoord_aan: str = ""
    agenda: bytes = b""
    soort: Berichtsoort = Berichtsoort.UITNODIGING


@dataclass(frozen=True, slots=True)
class Berichttekst:
    """Subject and text of one mail, in plain Dutch; `html` is the same text."""

    onderwerp: str
    tekst: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class Postbericht:
    """A mail with how far it is; `antwoord` says so in Dutch, `code` as the server put it.

    `kenmerk` is the mark of the process that took it last, empty when none did.
    """

    bericht: Bericht
    staat: Berichtstaat
    pogingen: int = 0
    antwoord: str = ""
    code: str = ""
    volgende_poging: pendulum.DateTime | None = None
    verzonden_op: pendulum.Date | None = None
    kenmerk: str = ""

    @property
    def is_bestand(self) -> bool:
        """Return whether it was put in a folder as a file, and never left by mail."""
        return self.antwoord == IN_MAP

    @property
    def vraagt_besluit(self) -> bool:
        """Return whether a person must say what is to be done."""
        return self.staat in (Berichtstaat.MISLUKT, Berichtstaat.ONZEKER)

"""Smtpantwoord: what the codes of a mail server mean, in Dutch."""

from typing import Final

from cycle.domain.bezorging import Bezorging, Uitslag
from cycle.domain.errors import JaarschijfError

_LENGTE: Final = 300
_OK: Final = 200
_VERDER: Final = 300
_TIJDELIJK: Final = 400
_BLIJVEND: Final = 500
_EINDE: Final = 600

SLUIT: Final = 421
"""The server ends the conversation."""

_UITLEG: Final = {
    SLUIT: "De mailserver is nu niet bereikbaar.",
    450: "De mailbox is nu niet bereikbaar.",
    451: "De mailserver kan de mail nu niet aannemen.",
    452: "De mailserver heeft nu geen ruimte.",
    550: "De mailbox bestaat niet of neemt deze mail niet aan.",
    551: "De ontvanger zit niet meer bij deze mailserver.",
    552: "De mailbox van de ontvanger is vol, of de mail is te groot.",
    553: "De mailserver kent dit adres niet.",
    554: "De mailserver weigert deze mail.",
}


class PostStoring(JaarschijfError):
    """The mail server cannot be used now; no message left."""


def read_antwoord(code: int, tekst: bytes) -> Bezorging:
    """Return what the answer to a whole message means for it."""
    if is_goed(code):
        ruw = format_code(code, tekst)
        return Bezorging(Uitslag.AANGENOMEN, "De mailserver heeft de mail aangenomen.", ruw)
    return read_weigering(code, tekst)


def read_weigering(code: int, tekst: bytes) -> Bezorging:
    """Return what an answer means that is not the one that was needed to go on.

    One that is none of the standard is taken as a refusal for now, and so is a yes to
    something else: the message itself did not leave.
    """
    ruw = format_code(code, tekst)
    if is_blijvend(code):
        uitleg = _UITLEG.get(code, "De mailserver weigert deze mail.")
        return Bezorging(Uitslag.GEWEIGERD, uitleg, ruw)
    uitleg = _UITLEG.get(code, "De mailserver neemt de mail nu niet aan.")
    return Bezorging(Uitslag.UITGESTELD, uitleg, ruw)


def is_goed(code: int) -> bool:
    """Return whether the server says yes."""
    return _OK <= code < _VERDER


def is_weigering(code: int) -> bool:
    """Return whether the server says no, for now or for good."""
    return _TIJDELIJK <= code < _EINDE


def is_duidelijk(code: int) -> bool:
    """Return whether this is an answer to a mail at all: taken, or refused."""
    return is_goed(code) or is_weigering(code)


def is_blijvend(code: int) -> bool:
    """Return whether the server says no, and will say so again."""
    return _BLIJVEND <= code < _EINDE


def format_code(code: int, tekst: bytes) -> str:
    """Return the answer of the server on one line, as it put it."""
    woorden = " ".join(tekst.decode("utf-8", "replace").split())
    return f"{code} {woorden}".strip()[:_LENGTE]

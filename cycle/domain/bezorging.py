"""Bezorging: what became of handing over one mail, and what that makes of the mail."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cycle.domain.bericht import Berichtsoort, Berichtstaat, Postbericht

PAUZES: Final = (5, 15, 60, 240, 720, 1440, 1440)
"""Minutes between attempts; after the last pause one more attempt is made."""

_AFGEBROKEN: Final = "Het programma stopte tijdens het versturen."
_MISSCHIEN: Final = "Misschien is de mail aangekomen."
_OP: Final = f"Na {len(PAUZES) + 1} pogingen houdt het programma op."


class Uitslag(StrEnum):
    """What the other side made of a mail.

    `ONBEKEND` means that it had the whole mail in hand and never answered.
    """

    AANGENOMEN = "aangenomen"
    UITGESTELD = "uitgesteld"
    GEWEIGERD = "geweigerd"
    ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Bezorging:
    """One attempt: the outcome, in Dutch, and the code as the server gave it."""

    uitslag: Uitslag
    antwoord: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Afloop:
    """What a mail is after an attempt; `pauze` is in minutes, before a next attempt."""

    staat: Berichtstaat
    pogingen: int
    antwoord: str
    code: str = ""
    pauze: int = 0


def settle(post: Postbericht, bezorging: Bezorging) -> Afloop:
    """Return what becomes of a mail that was tried.

    A refusal for now gets another attempt, after a pause that grows, until there were
    enough. A mail of which nobody knows whether it arrived goes out again only when its
    kind allows that.
    """
    antwoord, code, pogingen = bezorging.antwoord, bezorging.code, post.pogingen
    if bezorging.uitslag is Uitslag.AANGENOMEN:
        return Afloop(Berichtstaat.VERZONDEN, pogingen, antwoord, code)
    if bezorging.uitslag is Uitslag.GEWEIGERD:
        return Afloop(Berichtstaat.MISLUKT, pogingen, antwoord, code)
    if bezorging.uitslag is Uitslag.ONBEKEND and not _mag_opnieuw(post):
        return Afloop(Berichtstaat.ONZEKER, pogingen, f"{antwoord} {_MISSCHIEN}", code)
    if pogingen > len(PAUZES):
        return Afloop(Berichtstaat.MISLUKT, pogingen, f"{antwoord} {_OP}", code)
    return Afloop(Berichtstaat.GEPLAND, pogingen, antwoord, code, PAUZES[max(pogingen - 1, 0)])


def settle_afgebroken(post: Postbericht, *, is_herhaalbaar: bool) -> Afloop:
    """Return what becomes of a mail whose sender is gone: it may or may not be sent.

    Where the same mail twice leaves one, as in a folder, there is no doubt to keep.
    """
    if is_herhaalbaar:
        return put_back(post, _AFGEBROKEN)
    if _mag_opnieuw(post):
        return Afloop(Berichtstaat.GEPLAND, post.pogingen, _AFGEBROKEN)
    return Afloop(Berichtstaat.ONZEKER, post.pogingen, f"{_AFGEBROKEN} {_MISSCHIEN}")


def put_back(post: Postbericht, antwoord: str) -> Afloop:
    """Return what becomes of a mail that never left because the post as a whole is out.

    It did not fail itself, so the attempt does not count.
    """
    return Afloop(Berichtstaat.GEPLAND, max(post.pogingen - 1, 0), antwoord)


def _mag_opnieuw(post: Postbericht) -> bool:
    """Return whether a mail that may have arrived goes out again by itself."""
    return post.bericht.soort is Berichtsoort.UITNODIGING and post.pogingen <= len(PAUZES)

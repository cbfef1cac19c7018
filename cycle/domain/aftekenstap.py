"""Aftekenstap: what happened around the sign-off and is kept nowhere else.

Decisions, signatures and versions have logs of their own. Here stands the rest: a partij that
read the text or left, the two halves of an undone adoption, and a close without all signatures.
"""

from dataclasses import dataclass
from enum import StrEnum

import pendulum


class Stapsoort(StrEnum):
    """What happened."""

    GELEZEN = "gelezen"
    ONTTREKKING = "onttrekking"
    INTREKVERZOEK = "intrekverzoek"
    INTREKKING = "intrekking"
    SLUITING = "sluiting"


@dataclass(frozen=True, slots=True)
class Aftekenstap:
    """One step; `partij` is empty when it is about all of them.

    `versie` and `code` are those of the version it was about. `door` is who did it, and
    `bewijs` the sha256 of a kept file: the letter of a partij, or the list at a close.
    """

    soort: Stapsoort
    versie: str
    code: str
    op: pendulum.Date
    partij: str = ""
    door: str = ""
    reden: str = ""
    bewijs: str = ""

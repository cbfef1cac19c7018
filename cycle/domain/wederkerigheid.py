"""Wederkerigheid: what a partij needs from another one to do what it offers."""

from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.plek import Plek


class Bereidheid(StrEnum):
    """Answer of a partij to what was asked of it; `OPEN` as long as there is none."""

    JA = "ja"
    DEELS = "deels"
    NEE = "nee"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Verzoek:
    """Something that `vrager` needs from `gevraagde` for its bod.

    `gevraagde` is the code of a partij, or that of an orgaan of the vrager itself ("rvc"):
    then its own approval is still needed, a reservation. `nummer` is that of the afspraak, 0
    when it hangs on none. `voor` is the last day on which it is needed and `planning` that
    day as typed. With `is_voorwaarde` the bod does not hold without it. `code` follows from
    what is asked, so it stays the same when a form is sent again.
    """

    code: str
    vrager: str
    gevraagde: str
    nummer: int
    inzet: str
    planning: str
    voor: pendulum.Date | None
    is_voorwaarde: bool
    plek: Plek


@dataclass(frozen=True, slots=True)
class Verzoekantwoord:
    """What the asked partij said to the request with this `code`."""

    code: str
    bereidheid: Bereidheid
    toelichting: str
    plek: Plek

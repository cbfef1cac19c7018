"""Partijen: who takes part, in which role, and which organen decide for them."""

from dataclasses import dataclass
from enum import StrEnum

import pendulum


class PartijSoort(StrEnum):
    """Kind of organisation; the law gives each its own place (Woningwet art. 44)."""

    GEMEENTE = "gemeente"
    CORPORATIE = "corporatie"
    HUURDERSORGANISATIE = "huurdersorganisatie"


class Orgaan(StrEnum):
    """Body that decides inside a partij, each on its own meeting dates."""

    COLLEGE = "college"
    RAAD = "raad"
    BESTUUR = "bestuur"
    RVC = "rvc"
    LEDENRAAD = "ledenraad"


ORGAAN_NAAM: dict[Orgaan, str] = {
    Orgaan.COLLEGE: "college van burgemeester en wethouders",
    Orgaan.RAAD: "gemeenteraad",
    Orgaan.BESTUUR: "bestuur",
    Orgaan.RVC: "raad van commissarissen",
    Orgaan.LEDENRAAD: "ledenraad",
}

ORGAAN_MET_LIDWOORD: dict[Orgaan, str] = {
    orgaan: f"{'het' if orgaan in (Orgaan.COLLEGE, Orgaan.BESTUUR) else 'de'} {naam}"
    for orgaan, naam in ORGAAN_NAAM.items()
}

EIGEN_ORGAAN: dict[Orgaan, str] = {
    orgaan: f"{'ons' if orgaan in (Orgaan.COLLEGE, Orgaan.BESTUUR) else 'onze'} {naam}"
    for orgaan, naam in ORGAAN_NAAM.items()
}
"""How a partij calls its own orgaan: ``onze raad van commissarissen``."""


def uw_orgaan(naam: str) -> str:
    """Return an own orgaan as somebody else calls it: ``uw raad van commissarissen``."""
    return f"uw {naam.partition(' ')[2]}"


@dataclass(frozen=True, slots=True)
class Partij:
    """One organisation in a samenwerking.

    `code` is the stable short name used in files and commands. `contact` is a function,
    never a person's name, and `mail` an address. `plaatsvervanger` steps in when something
    is late; it is a function too, and empty when there is none. `vertegenwoordigt` links a
    huurdersorganisatie to corporaties and may be empty: not every source says it.
    `is_voorbeeld` marks a partij whose name the source does not give. `opvolger` is the
    partij into which this one went on `opgevolgd_op`; see `cycle.domain.opvolging`.
    """

    code: str
    naam: str
    soort: PartijSoort
    organen: tuple[Orgaan, ...]
    contact: str
    mail: str
    ondertekenaars: tuple[str, ...]
    vertegenwoordigt: tuple[str, ...] = ()
    is_voorbeeld: bool = False
    opvolger: str = ""
    opgevolgd_op: pendulum.Date | None = None
    plaatsvervanger: str = ""
    plaatsvervanger_mail: str = ""

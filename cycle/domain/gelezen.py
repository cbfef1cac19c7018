"""Gelezen: one cell of a returned form, with everything that was written in it."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

import pendulum

from cycle.domain.plek import Plek


class Reden(StrEnum):
    """Why a field has no value; never the same as zero."""

    LEEG = "leeg"
    STREEPJE = "streepje"
    ONBEKEND = "onbekend"
    NVT = "nvt"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True)
class GelezenWaarde:
    """What was read from one yellow cell, with the text as typed and the cell itself.

    `tabel` and `veld` are those of the form (``bieding`` and ``bod``), `regel` is the code of
    the row. `waarde` is a number in the unit of the question (euros for an amount), a text, a
    choice, or the first day of a period; None when there is none to use, and then `reden`
    says why. `kwalificatie` is "circa", "ruim", "minimaal" and the like; `hoog` is the upper
    bound of a range whose lowest number counts; `tot` is the last day of a period.
    """

    tabel: str
    regel: str
    veld: str
    waarde: Decimal | pendulum.Date | str | None
    ruw: str
    plek: Plek
    kwalificatie: str = ""
    hoog: Decimal | None = None
    tot: pendulum.Date | None = None
    reden: Reden | None = None

"""Afspraken: the numbered promises of a meerjarige agreement, and what they aim for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from cycle.domain.plek import Plek

SAMEN = "samen"
"""Party code of a doel that all taking part reach together."""


class Aard(StrEnum):
    """What kind of promise an afspraak is."""

    PRESTATIE = "prestatie"
    INSPANNING = "inspanning"
    PROCES = "proces"
    ACTIEPUNT = "actiepunt"


class Rol(StrEnum):
    """What a partij does for an afspraak; `trekker` answers for joint work."""

    TREKKER = "trekker"
    UITVOERDER = "uitvoerder"
    MEEWERKEND = "meewerkend"
    GEINFORMEERD = "geinformeerd"


class Teken(StrEnum):
    """Operator of a doel: at least, at most, about, or exactly."""

    MINSTENS = ">="
    HOOGSTENS = "<="
    CIRCA = "ca."
    PRECIES = "="


class DoelSoort(StrEnum):
    """A `norm` is what was agreed; `verwacht` is what partijen think will happen."""

    NORM = "norm"
    VERWACHT = "verwacht"


@dataclass(frozen=True, slots=True)
class Doelwaarde:
    """One target: indicator, partij (or `SAMEN`), operator, value and period.

    `waarde` is in the unit of the indicator. `van` and `tot_en_met` are calendar years,
    both included; `tot_en_met` is None for a doel without an end. `tekst` keeps how the
    source says it when that carries meaning ("ruim 200"). `gebied` is filled when the
    doel covers more than this gemeente; such a doel is shown, never added up.
    `fasering` holds agreed amounts per year, read at `fasering_plek`, and replaces the
    straight line. `delen` are the places of other doelen that this one is the sum of.
    """

    indicator: str
    partij: str
    teken: Teken
    waarde: Decimal
    van: int
    tot_en_met: int | None
    soort: DoelSoort
    plek: Plek
    tekst: str = ""
    gebied: str = ""
    fasering: Mapping[int, Decimal] = field(default_factory=dict)
    fasering_plek: Plek | None = None
    delen: tuple[Plek, ...] = ()


@dataclass(frozen=True, slots=True)
class Afspraak:
    """One numbered afspraak: its text, who takes part and in which role, and its doelen.

    `id` is stable over the years, also when the number changes. `tekst` and
    `toelichting` are Markdown. `inzet` maps party codes to a `Rol`: the applicability.
    `twijfels` are doubts about the source that a reader must see.
    """

    id: str
    nummer: int
    titel: str
    tekst: str
    toelichting: str
    aard: Aard
    inzet: Mapping[str, Rol]
    doelen: tuple[Doelwaarde, ...]
    plek: Plek
    voorwaarden: tuple[str, ...] = ()
    begrippen: Mapping[str, str] = field(default_factory=dict)
    termijn: str = ""
    elk_jaar: bool = False
    dossier: str = ""
    twijfels: tuple[str, ...] = ()

    def doet_mee(self, partij: str) -> bool:
        """Return whether `partij` has to do something for this afspraak."""
        rol = self.inzet.get(partij)
        return rol is not None and rol is not Rol.GEINFORMEERD

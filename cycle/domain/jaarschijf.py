"""Jaarschijf: who does what in one jaar, and how far that brings the meerjarige doelen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from cycle.domain.afspraak import Teken
from cycle.domain.behoefte import Wederkerigheid
from cycle.domain.bevinding import Bevinding
from cycle.domain.bieding import ExtraVoorstel, Voorraadstand
from cycle.domain.plek import Plek


class Oordeel(StrEnum):
    """State of one line: the tone is "stand van zaken", never a ranking of partijen."""

    GEEN_BOD = "geen bod"
    LOOPT_ACHTER = "loopt achter"
    OP_KOERS = "op koers"
    LOOPT_VOOR = "loopt voor"
    MEER_DAN_VERWACHT = "meer dan verwacht"
    MINDER_DAN_VERWACHT = "minder dan verwacht"
    BOVEN_PLAFOND = "boven het maximum"
    NIET_TE_BEPALEN = "niet te bepalen"
    TOEGEZEGD = "toegezegd"
    DOET_NIET_MEE = "doet niet mee"
    NIET_VAN_TOEPASSING = "niet van toepassing"


@dataclass(frozen=True, slots=True)
class JaarschijfRegel:
    """One figure line: a doel of one partij (or of all together) beside the offer.

    All amounts are in the unit of the indicator. `realisatie` is what was reached before
    this jaar, None when unknown (n.b.). `rest` = doel - realisatie, never below zero.
    `nodig` = what this jaar must bring: the agreed fasering, else rest spread evenly over
    the years that remain, rounded up. `bod` of all together is the sum so far; while an
    offer is missing `verschil` is None. `verschil` is positive when the offer is more than
    needed, or leaves room below a ceiling. `na_bod_rest` is what remains once the offer is
    done, `tempo` what each later year must then bring. `herkomst` maps doel, realisatie,
    nodig and bod to the places they came from. `is_gedeeld` says that the doel shown beside
    this partij is that of all together. `realisatie_jaar` is of which year a share or stock
    is, None for what adds up over the years. `bod_tekst` is filled when more was offered than
    a plain number: "circa 60", or "10 tot 20" of which the lowest number counts.
    """

    afspraak_id: str
    nummer: int
    indicator: str
    partij: str
    teken: Teken | None
    doel: Decimal | None
    realisatie: Decimal | None
    rest: Decimal | None
    nodig: Decimal | None
    bod: Decimal | None
    verschil: Decimal | None
    oordeel: Oordeel
    herkomst: Mapping[str, tuple[Plek, ...]] = field(default_factory=dict)
    is_gedeeld: bool = False
    na_bod_rest: Decimal | None = None
    tempo: Decimal | None = None
    realisatie_jaar: int | None = None
    bod_tekst: str = ""


@dataclass(frozen=True, slots=True)
class Activiteit:
    """One action of one partij this jaar; amounts as text in Dutch notation come later.

    `bod_tekst` is filled when the number alone does not say what was offered: "circa 700
    woningen".
    """

    afspraak_id: str
    nummer: int
    partij: str
    regelcode: str
    indicator: str
    tekst: str
    planning: str
    bod: Decimal | None
    bedrag: Decimal | None
    herkomst: Mapping[str, Plek] = field(default_factory=dict)
    bod_tekst: str = ""


@dataclass(frozen=True, slots=True)
class ZonderBod:
    """A question that a partij left open: an afspraak without an offer."""

    afspraak_id: str
    nummer: int
    partij: str
    indicator: str
    reden: str


@dataclass(frozen=True, slots=True)
class Jaarschijf:
    """The merged result: lines, actions, both lists of gaps, findings, and who needs what.

    `voorraad` is per partij the stock that it stated on its form.
    """

    samenwerking: str
    jaar: int
    regels: tuple[JaarschijfRegel, ...]
    activiteiten: tuple[Activiteit, ...]
    zonder_bod: tuple[ZonderBod, ...]
    zonder_afspraak: tuple[ExtraVoorstel, ...]
    bevindingen: tuple[Bevinding, ...]
    wederkerigheid: Wederkerigheid = field(default_factory=Wederkerigheid)
    voorraad: Mapping[str, tuple[Voorraadstand, ...]] = field(default_factory=dict)

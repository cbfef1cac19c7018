"""Voorbeeld: invented answers and decisions with which the demo plays a year."""

from collections.abc import Mapping
from dataclasses import dataclass

import pendulum

from cycle.domain.accordering import Reikwijdte
from cycle.domain.partij import Orgaan
from cycle.domain.reactietabel import Reactiekeuze
from cycle.domain.toets import Toetsmoment


@dataclass(frozen=True, slots=True)
class Antwoord:
    """What a partij types in one row of its form, as text, exactly as typed."""

    regelcode: str
    deelname: str
    bod: str
    planning: str
    bedrag: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class ExtraAntwoord:
    """One row on the sheet ``Extra``: an offer without an afspraak."""

    voorstel: str
    bod: str
    planning: str


@dataclass(frozen=True, slots=True)
class Voorraadantwoord:
    """One row on the sheet ``Voorraad``: how many homes of one kind."""

    regelcode: str
    stand: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Wederkerigheidantwoord:
    """One row on the sheet ``Wederkerigheid``; `gevraagde` is a name from its list."""

    gevraagde: str
    inzet: str
    afspraak: str
    voor: str
    voorwaarde: str


@dataclass(frozen=True, slots=True)
class Gevraagdantwoord:
    """One answer on the sheet ``Vragen aan u``; `vrager` is the name of who asks."""

    vrager: str
    afspraak: str
    status: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """Everything one partij types in its form."""

    partij: str
    regels: tuple[Antwoord, ...]
    extra: tuple[ExtraAntwoord, ...] = ()
    voorraad: tuple[Voorraadantwoord, ...] = ()
    wederkerigheid: tuple[Wederkerigheidantwoord, ...] = ()
    gevraagd: tuple[Gevraagdantwoord, ...] = ()


@dataclass(frozen=True, slots=True)
class Standantwoord:
    """What a partij types in one row of the form of a check, as text, exactly as typed."""

    regelcode: str
    status: str
    cijfer: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Standantwoorden:
    """Everything one partij types in the form of a check."""

    partij: str
    regels: tuple[Standantwoord, ...]


@dataclass(frozen=True, slots=True)
class VoorbeeldBesluit:
    """One decision in the played year; the content code is filled in while playing."""

    partij: str
    orgaan: Orgaan
    reikwijdte: Reikwijdte
    op: pendulum.Date
    reden: str
    uitgezonderd: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class VoorbeeldReactie:
    """Words that a partij changes in the text of one afspraak, and what is decided on it."""

    partij: str
    nummer: int
    oud: str
    nieuw: str
    keuze: Reactiekeuze
    antwoord: str


@dataclass(frozen=True, slots=True)
class VoorbeeldStand:
    """One row of a played check that does not go as planned; the others do."""

    moment: Toetsmoment
    partij: str
    antwoord: Standantwoord


@dataclass(frozen=True, slots=True)
class VoorbeeldStem:
    """What one partij puts first at the startbijeenkomst: codes of themas or afspraken."""

    partij: str
    keuzes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """The played year of one samenwerking: votes, answers, reactions and decisions.

    `standen` holds the rows of both checks that do not go as planned.
    """

    antwoorden: Mapping[str, Antwoorden]
    besluiten: tuple[VoorbeeldBesluit, ...]
    reacties: tuple[VoorbeeldReactie, ...] = ()
    standen: tuple[VoorbeeldStand, ...] = ()
    stemmen: tuple[VoorbeeldStem, ...] = ()

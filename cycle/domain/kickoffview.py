"""Kickoffview: the fields of the document for the startbijeenkomst."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cycle.domain.view import MomentView


@dataclass(frozen=True, slots=True)
class DoelstandView:
    """How far one doel is before the new year: in figures, with what that year must bring."""

    afspraak: str
    partij: str
    indicator: str
    doel: str
    realisatie: str
    rest: str
    nodig: str


@dataclass(frozen=True, slots=True)
class MeenemenView:
    """One point that the year before left; `afspraak` is empty when it hangs on none."""

    afspraak: str
    partij: str
    punt: str


@dataclass(frozen=True, slots=True)
class VoorstelView:
    """One thema to think of for the top 3, and why; no advice about a partij."""

    thema: str
    reden: str


@dataclass(frozen=True, slots=True)
class PuntenView:
    """One subject in the outcome of the vote."""

    onderwerp: str
    punten: str
    eerste: str


@dataclass(frozen=True, slots=True)
class GenodigdeView:
    """One partij that is invited, with the function of its contact."""

    partij: str
    soort: str
    contact: str


@dataclass(frozen=True, slots=True)
class KickoffView:
    """The agenda of the startbijeenkomst with everything that is on the table.

    `momenten` is the planning as a list, `afbeelding` the same as a picture among the
    `tekeningen` (base64 by name). `stemmen` is empty as long as nobody voted, `topdrie` as
    long as nothing was decided; `topdrie_uitleg` says where it comes from.
    """

    samenwerking: str
    gemeente: str
    jaar: str
    maakjaar: str
    naam: str
    datum: str
    tijd: str
    plaats: str
    coordinator: str
    agenda: tuple[str, ...]
    doelstanden: tuple[DoelstandView, ...]
    meenemen: tuple[MeenemenView, ...]
    heropend: tuple[str, ...]
    voorstellen: tuple[VoorstelView, ...]
    keuzes: tuple[str, ...]
    stemmen: tuple[PuntenView, ...]
    gelijk: tuple[str, ...]
    zonder_stem: str
    topdrie: tuple[str, ...]
    topdrie_uitleg: str
    momenten: tuple[MomentView, ...]
    afbeelding: str
    beschrijving: str
    genodigden: tuple[GenodigdeView, ...]
    voorbeeld: str
    tekeningen: Mapping[str, str] = field(default_factory=dict)

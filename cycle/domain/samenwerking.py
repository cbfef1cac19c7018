"""Samenwerking: everything the content folder says about one group of partijen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

import pendulum

from cycle.domain.afspraak import Afspraak
from cycle.domain.archief import Archiefregels
from cycle.domain.errors import NietGevonden
from cycle.domain.indicator import Indicator
from cycle.domain.kloktijd import Kloktijd
from cycle.domain.ladder import Herinnerregels
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.plek import Plek
from cycle.domain.thema import Thema
from cycle.domain.verdeling import Verdeling

HOOFDPLEK: Final = Plek("samenwerking.toml")
"""Where a samenwerking is described, when no line is known."""


class Niveau(StrEnum):
    """Who made a kader."""

    LANDELIJK = "landelijk"
    REGIONAAL = "regionaal"
    LOKAAL = "lokaal"


@dataclass(frozen=True, slots=True)
class Kader:
    """A framework the agreement leans on; `geldig_tot` is its last day when known."""

    titel: str
    niveau: Niveau
    plek: Plek
    datum: pendulum.Date | None = None
    geldig_tot: pendulum.Date | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A conditional matter: when `trigger` happens, the named afspraken re-open.

    `heropend` says when and why that was, empty as long as it did not happen.
    """

    code: str
    naam: str
    tekst: str
    trigger: str
    gevolg: str
    afspraken: tuple[str, ...]
    plek: Plek
    heropend: str = ""


@dataclass(frozen=True, slots=True)
class Bijeenkomst:
    """A meeting of the year: kickoff, ambtelijk, bestuurlijk or tripartiet.

    Without a `tijd` only the day is known.
    """

    code: str
    naam: str
    datum: pendulum.Date
    agenda: tuple[str, ...] = ()
    tijd: Kloktijd | None = None
    plaats: str = ""
    plek: Plek = HOOFDPLEK


@dataclass(frozen=True, slots=True)
class Specificatie:
    """One row of the specification annex: the detail behind an afspraak."""

    afspraak: str
    onderwerp: str
    waarde: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Jaar:
    """What a samenwerking decided for one jaarschijf: top 3, meetings and specifications.

    `vergaderdata` maps (partij, orgaan) to the day on which that orgaan decides, and
    `vergaderplekken` to where that stands. `overleg_gestart` is the day on which the overleg
    really began, from which the six months of the law run. `reactierondes` is how often
    partijen react before the papers go out.
    """

    jaar: int
    prioriteiten: tuple[str, ...]
    bijeenkomsten: tuple[Bijeenkomst, ...]
    specificaties: tuple[Specificatie, ...] = ()
    vergaderdata: Mapping[tuple[str, str], pendulum.Date] = field(default_factory=dict)
    vergaderplekken: Mapping[tuple[str, str], Plek] = field(default_factory=dict)
    overleg_gestart: pendulum.Date | None = None
    reactierondes: int = 1
    plek: Plek = HOOFDPLEK

    @property
    def vaste_datums(self) -> dict[str, pendulum.Date]:
        """Return the real days that replace the day of a rule, by the code of that rule.

        Of more meetings of one kind the last one counts, in whatever order they stand.
        """
        dagen = {b.code: b.datum for b in sorted(self.bijeenkomsten, key=lambda b: b.datum)}
        if self.overleg_gestart is not None:
            dagen["overleg_start"] = self.overleg_gestart
        return dagen


@dataclass(frozen=True, slots=True)
class Realisatie:
    """A result of one partij in one year; `waarde` None means "n.b." and is not zero."""

    indicator: str
    partij: str
    jaar: int
    waarde: Decimal | None
    bron: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Samenwerking:
    """All content of one samenwerking, loaded and checked.

    `content_hash` is the sha256 over every file it was read from. `voorbeeld` is filled
    when example figures are in use; every document then carries that text. `beelden` are
    the pictures that texts use, by file name. `verdelingen` are tasks shared naar rato.
    `herinnerregels` say how its partijen are reminded.
    `archief` says how its dossiers are kept, None when the content does not say.
    `regelprofiel` is the profile that this samenwerking chose, empty for the one of the date.
    `tekenvolgorde` are the partijen that sign one after another; others sign when they like.
    """

    code: str
    naam: str
    gemeente: str
    titel: str
    inleiding: str
    van: pendulum.Date
    tot_en_met: pendulum.Date
    peildatum: pendulum.Date | None
    partijen: tuple[Partij, ...]
    themas: tuple[Thema, ...]
    indicatoren: Mapping[str, Indicator]
    kaders: tuple[Kader, ...]
    dossiers: tuple[Dossier, ...]
    jaren: Mapping[int, Jaar]
    realisaties: tuple[Realisatie, ...]
    content_hash: str
    voorbeeld: str = ""
    schoolregio: str = ""
    beelden: Mapping[str, bytes] = field(default_factory=dict)
    verdelingen: tuple[Verdeling, ...] = ()
    herinnerregels: Herinnerregels = field(default_factory=Herinnerregels)
    regelprofiel: str = ""
    archief: Archiefregels | None = None
    tekenvolgorde: tuple[str, ...] = ()

    @property
    def afspraken(self) -> tuple[Afspraak, ...]:
        """Return all afspraken in the order of their numbers."""
        return tuple(sorted((a for t in self.themas for a in t.afspraken), key=lambda a: a.nummer))

    def partij(self, code: str) -> Partij:
        """Return the partij with this code.

        Raises:
            NietGevonden: there is no such partij; the advice lists the known codes.
        """
        for partij in self.partijen:
            if partij.code == code:
                return partij
        bekend = ", ".join(p.code for p in self.partijen)
        raise NietGevonden(
            f"De partij '{code}' doet niet mee in {self.naam}.", advies=f"Kies uit: {bekend}."
        )

    def van_soort(self, soort: PartijSoort) -> Iterator[Partij]:
        """Yield the partijen of one kind, in the order of the content file."""
        return (p for p in self.partijen if p.soort is soort)

    def jaar(self, jaar: int) -> Jaar:
        """Return the choices for `jaar`, empty ones when nothing was decided yet."""
        return self.jaren.get(jaar) or Jaar(jaar=jaar, prioriteiten=(), bijeenkomsten=())

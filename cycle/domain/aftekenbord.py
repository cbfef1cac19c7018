"""Aftekenbord: for every partij where it stands with the version that counts.

The board is computed from what was kept: versions, who was asked, decisions, signatures, and
the few steps that have no home elsewhere. Nothing of it is stored.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cycle.domain.accordering import (
    Besluit,
    BesluitStaat,
    GevraagdBesluit,
    Handtekening,
    Reikwijdte,
    is_compleet,
    list_besluiten,
)
from cycle.domain.aftekening import Aftekendaad, Aftekenstaat, replay
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.cyclus import Concept
from cycle.domain.mandaat import Mandaat
from cycle.domain.partij import Partij


@dataclass(frozen=True, slots=True)
class Aftekenbronnen:
    """What was kept, each oldest first; `gevraagd` holds (content code, partij)."""

    concepten: Sequence[Concept]
    gevraagd: frozenset[tuple[str, str]] = frozenset()
    besluiten: Sequence[Besluit] = ()
    handtekeningen: Sequence[Handtekening] = ()
    stappen: Sequence[Aftekenstap] = ()
    mandaten: Sequence[Mandaat] = ()

    @property
    def onttrokken(self) -> frozenset[str]:
        """Return the partijen that left."""
        return frozenset(s.partij for s in self.stappen if s.soort is Stapsoort.ONTTREKKING)


@dataclass(frozen=True, slots=True)
class Tekenplek:
    """One place to sign: the last signature or refusal on it, None while it is open."""

    partij: str
    functie: str
    handtekening: Handtekening | None

    @property
    def is_getekend(self) -> bool:
        """Return whether somebody signed here, whole or in part."""
        return self.handtekening is not None and not self.is_geweigerd

    @property
    def heeft_bewijs(self) -> bool:
        """Return whether a file shows what happened here."""
        return self.handtekening is not None and bool(self.handtekening.bewijs)

    @property
    def is_geweigerd(self) -> bool:
        """Return whether somebody declined to sign here."""
        return self.handtekening is not None and self.handtekening.reikwijdte is Reikwijdte.NIET


@dataclass(frozen=True, slots=True)
class Aftekening:
    """Where one partij stands.

    `besluiten` is the board of its organen, on which a decision on older content shows as void;
    `vervallen` are its signatures on an adoption that was undone. `onttrekking` is filled when
    it left.
    """

    partij: str
    staat: Aftekenstaat
    besluiten: tuple[GevraagdBesluit, ...]
    plekken: tuple[Tekenplek, ...]
    vervallen: tuple[Handtekening, ...] = ()
    onttrekking: Aftekenstap | None = None

    @property
    def doet_mee(self) -> bool:
        """Return whether this partij still takes part."""
        return self.onttrekking is None

    @property
    def open_besluiten(self) -> tuple[GevraagdBesluit, ...]:
        """Return the organen that have not decided on this content."""
        return tuple(b for b in self.besluiten if b.is_open)


@dataclass(frozen=True, slots=True)
class Aftekenbord:
    """Where everybody stands with one version; `sluiting` when it was closed incomplete.

    `intrekverzoek` is filled while somebody asks to undo the adoption and nobody else agreed.
    """

    concept: Concept
    rijen: tuple[Aftekening, ...]
    sluiting: Aftekenstap | None = None
    intrekverzoek: Aftekenstap | None = None

    @property
    def deelnemers(self) -> tuple[Aftekening, ...]:
        """Return the rows of partijen that still take part."""
        return tuple(rij for rij in self.rijen if rij.doet_mee)

    @property
    def plekken(self) -> tuple[Tekenplek, ...]:
        """Return every place that is to be signed."""
        return tuple(plek for rij in self.deelnemers for plek in rij.plekken)

    @property
    def ontbreekt(self) -> tuple[Tekenplek, ...]:
        """Return the places at which nobody signed or declined yet."""
        return tuple(plek for plek in self.plekken if plek.handtekening is None)

    @property
    def heeft_besluiten(self) -> bool:
        """Return whether every orgaan of those who take part has decided."""
        return is_compleet(besluit for rij in self.deelnemers for besluit in rij.besluiten)

    def is_aan_de_beurt(self, partij: str, volgorde: Sequence[str]) -> bool:
        """Return whether everybody who signs before this partij has spoken.

        A partij that is not in `volgorde` signs when it likes.
        """
        eerst = volgorde[: volgorde.index(partij)] if partij in volgorde else ()
        return not any(plek.partij in eerst for plek in self.ontbreekt)

    def rij(self, partij: str) -> Aftekening:
        """Return the row of a partij that is in the content."""
        return next(rij for rij in self.rijen if rij.partij == partij)


def build_aftekenbord(partijen: Iterable[Partij], bronnen: Aftekenbronnen) -> Aftekenbord:
    """Return where everybody stands with the last version; there must be one."""
    concept = bronnen.concepten[-1]
    return Aftekenbord(
        concept=concept,
        rijen=tuple(_rij(partij, bronnen, concept) for partij in partijen),
        sluiting=_laatste(bronnen, concept, Stapsoort.SLUITING),
        intrekverzoek=_laatste(bronnen, concept, Stapsoort.INTREKVERZOEK),
    )


def _laatste(bronnen: Aftekenbronnen, concept: Concept, soort: Stapsoort) -> Aftekenstap | None:
    """Return the last step of this kind on this version."""
    eigen = (s for s in bronnen.stappen if s.soort is soort and s.versie == concept.versie)
    return next(reversed(tuple(eigen)), None)


def _rij(partij: Partij, bronnen: Aftekenbronnen, concept: Concept) -> Aftekening:
    """Return the row of one partij."""
    eigen = [h for h in bronnen.handtekeningen if h.partij == partij.code]
    huidig = [h for h in eigen if _geldt(h, concept)]
    weg = [s for s in bronnen.stappen if _is_weg(s, partij)]
    return Aftekening(
        partij=partij.code,
        staat=replay(_daden(partij, bronnen, concept)),
        besluiten=list_besluiten([partij], bronnen.besluiten, concept.code),
        plekken=fill_plekken(partij, huidig),
        vervallen=tuple(h for h in eigen if not _geldt(h, concept)),
        onttrekking=weg[-1] if weg else None,
    )


def _is_weg(stap: Aftekenstap, partij: Partij) -> bool:
    """Return whether with this step the partij left."""
    return stap.soort is Stapsoort.ONTTREKKING and stap.partij == partij.code


def _geldt(handtekening: Handtekening, concept: Concept) -> bool:
    """Return whether a signature is on this very version."""
    return (handtekening.code, handtekening.versie) == (concept.code, concept.versie)


def fill_plekken(partij: Partij, handtekeningen: Iterable[Handtekening]) -> tuple[Tekenplek, ...]:
    """Return the places of a partij, each with the last of these signatures on it."""
    laatste = {h.functie: h for h in handtekeningen}
    return tuple(Tekenplek(partij.code, f, laatste.get(f)) for f in partij.ondertekenaars)


def _daden(partij: Partij, bronnen: Aftekenbronnen, concept: Concept) -> Iterator[Aftekendaad]:
    """Yield what happened to a partij and a version, in the only order in which it can."""
    besluiten = [b for b in bronnen.besluiten if (b.partij, b.code) == (partij.code, concept.code)]
    is_gelezen = any(_is_gelezen(stap, partij, concept) for stap in bronnen.stappen)
    if besluiten or is_gelezen or (concept.code, partij.code) in bronnen.gevraagd:
        yield Aftekendaad.UITNODIGEN
    if is_gelezen:
        yield Aftekendaad.OPENEN
    for aantal in range(1, len(besluiten) + 1):
        yield besluit_daad(list_besluiten([partij], besluiten[:aantal], concept.code))
    if concept.vastgesteld:
        yield Aftekendaad.BEVRIEZEN
        huidig = [
            h for h in bronnen.handtekeningen if h.partij == partij.code and _geldt(h, concept)
        ]
        for aantal in range(1, len(huidig) + 1):
            yield teken_daad(fill_plekken(partij, huidig[:aantal]))
    if partij.code in bronnen.onttrokken:
        yield Aftekendaad.ONTTREKKEN


def _is_gelezen(stap: Aftekenstap, partij: Partij, concept: Concept) -> bool:
    """Return whether with this step the partij read this content."""
    zelfde = (stap.partij, stap.code) == (partij.code, concept.code)
    return zelfde and stap.soort is Stapsoort.GELEZEN


def besluit_daad(bord: Iterable[GevraagdBesluit]) -> Aftekendaad:
    """Return what the decisions of one partij come to.

    One orgaan that says no is a refusal. As long as another orgaan has yet to decide, a yes is
    one under reservation of its approval.
    """
    rijen = tuple(bord)
    if any(rij.staat is BesluitStaat.NIET for rij in rijen):
        return Aftekendaad.WEIGEREN
    return Aftekendaad.AKKOORD if is_compleet(rijen) else Aftekendaad.VOORBEHOUD


def teken_daad(plekken: Sequence[Tekenplek]) -> Aftekendaad:
    """Return what the places to sign of one partij come to; a refusal at one is a refusal."""
    if any(plek.is_geweigerd for plek in plekken):
        return Aftekendaad.WEIGEREN
    compleet = all(plek.is_getekend for plek in plekken)
    return Aftekendaad.VOLTOOIEN if compleet else Aftekendaad.TEKENEN

"""Cijferregels: which figure lines a jaarschijf has, before any arithmetic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cycle.analysis.vraag import Vraag
from cycle.domain.activiteittekst import bod_kort
from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Doelwaarde, Teken
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname
from cycle.domain.formulier import regelcode, vragen
from cycle.domain.indicator import INZET, Indicator, IndicatorAard, Richting
from cycle.domain.plek import Plek
from cycle.domain.realisatie import gemeld, realisatie_jaar, realisatie_tot
from cycle.domain.samenwerking import Samenwerking

Antwoorden = Mapping[tuple[str, str], BiedingRegel]
"""Answers by (party code, regelcode)."""

_DOET_NIET_MEE = (Deelname.NEE, Deelname.NVT)


@dataclass(frozen=True, slots=True)
class Cijferregel:
    """One line to compute: whose doel, and which answers count towards it.

    `partij` is `SAMEN` for the line of all `leveranciers` together, and the opvolger of
    every leverancier that went into it. `doel` is None when there is only a shared amount,
    which cannot be held against one partij.
    """

    afspraak: Afspraak
    indicator: Indicator
    partij: str
    leveranciers: tuple[str, ...]
    doel: Doelwaarde | None
    antwoorden: tuple[BiedingRegel, ...]

    @property
    def bod(self) -> Decimal | None:
        """Return the sum of the offers, None when nobody offered a number.

        Shares are never added: several are only one when they are equal.
        """
        boden = [a.bod for a in self.antwoorden if a.bod is not None]
        if self.indicator.aard is IndicatorAard.AANDEEL:
            return boden[0] if len(set(boden)) == 1 else None
        return sum(boden, Decimal(0)) if boden else None

    @property
    def bod_tekst(self) -> str:
        """Return the offer as it was meant when that is more than a number; a sum is one."""
        boden = [a for a in self.antwoorden if a.bod is not None]
        return bod_kort(boden[0]) if len(boden) == 1 else ""

    @property
    def doet_mee(self) -> bool:
        """Return whether at least one leverancier did not answer "nee" or "n.v.t."."""
        nee = [a for a in self.antwoorden if a.deelname in _DOET_NIET_MEE]
        return len(nee) < len(self.leveranciers)

    @property
    def is_compleet(self) -> bool:
        """Return whether every leverancier gave a number or does not take part."""
        klaar = [a for a in self.antwoorden if a.bod is not None or a.deelname in _DOET_NIET_MEE]
        return len(klaar) == len(self.leveranciers)

    @property
    def is_nvt(self) -> bool:
        """Return whether every answer is "n.v.t."."""
        return bool(self.antwoorden) and all(a.deelname is Deelname.NVT for a in self.antwoorden)

    @property
    def is_maximum(self) -> bool:
        """Return whether the doel is a ceiling; the operator goes before the catalogue.

        What partijen only expect is never a ceiling.
        """
        if self.doel is None or self.doel.soort is DoelSoort.VERWACHT:
            return False
        if self.doel.teken in (Teken.MINSTENS, Teken.HOOGSTENS):
            return self.doel.teken is Teken.HOOGSTENS
        return self.indicator.richting is Richting.MAX

    @property
    def is_gedeeld(self) -> bool:
        """Return whether this partij is shown beside the doel of all together."""
        return self.doel is not None and self.doel.partij == SAMEN and self.partij != SAMEN

    @property
    def is_verwachte_afname(self) -> bool:
        """Return whether the doel only says how much loss is expected, as with demolition."""
        verwacht = self.doel is not None and self.doel.soort is DoelSoort.VERWACHT
        return verwacht and self.indicator.richting is Richting.MAX

    def realisatie(self, samenwerking: Samenwerking, jaar: int) -> Decimal | None:
        """Return what was reached before `jaar`, None when unknown or without a doel."""
        if self.doel is None:
            return None
        return realisatie_tot(samenwerking, self.doel, self.leveranciers, jaar)

    def realisatie_jaar(self, samenwerking: Samenwerking, jaar: int) -> int | None:
        """Return of which year a share or stock is, None for what adds up or is unknown."""
        if self.doel is None:
            return None
        return realisatie_jaar(samenwerking, self.doel, self.leveranciers, jaar)

    def herkomst(self, samenwerking: Samenwerking, jaar: int) -> dict[str, tuple[Plek, ...]]:
        """Return the places of doel, realisatie, fasering and bod, for walking back."""
        boden = tuple(a.plekken["bod"] for a in self.antwoorden if a.bod is not None)
        if self.doel is None:
            return {"bod": boden}
        meldingen = gemeld(samenwerking, self.doel, self.leveranciers, jaar)
        bron = self.doel.fasering_plek if jaar in self.doel.fasering else None
        return {
            "doel": (self.doel.plek, *self.doel.delen),
            "realisatie": tuple(m.plek for m in meldingen),
            "nodig": (bron,) if bron else (),
            "bod": boden,
        }


def index_antwoorden(biedingen: Sequence[Bieding]) -> Antwoorden:
    """Return every answer by party and regelcode."""
    return {(b.partij, r.regelcode): r for b in biedingen for r in b.regels}


def list_cijferregels(
    samenwerking: Samenwerking, jaar: int, antwoorden: Antwoorden
) -> list[Cijferregel]:
    """Return the lines in order: per afspraak and indicator each partij, then all together."""
    return [
        regel for vraag in list_vragen(samenwerking, jaar) for regel in _regels(vraag, antwoorden)
    ]


def list_vragen(samenwerking: Samenwerking, jaar: int) -> list[Vraag]:
    """Return what is asked for a number, in order of afspraken and indicatoren."""
    return [
        Vraag(samenwerking, afspraak, indicator, tuple(partijen), jaar)
        for afspraak in samenwerking.afspraken
        for indicator, partijen in _gevraagd(samenwerking, afspraak).items()
    ]


def _gevraagd(samenwerking: Samenwerking, afspraak: Afspraak) -> dict[Indicator, list[str]]:
    """Return per indicator with a number which partijen were asked about it."""
    gevraagd: dict[Indicator, list[str]] = {}
    for partij in samenwerking.partijen:
        for indicator in vragen(samenwerking, afspraak, partij.code):
            if indicator != INZET:
                gevraagd.setdefault(indicator, []).append(partij.code)
    return gevraagd


def _regels(vraag: Vraag, antwoorden: Antwoorden) -> Iterator[Cijferregel]:
    """Yield the lines of one indicator: each partij, and all together for a shared amount.

    A doel for a larger area than this gemeente stays out of the sum. Joint work that counts
    once is that of its trekker; without one its sum is not known.
    """
    afspraak, indicator = vraag.afspraak, vraag.indicator
    code = regelcode(afspraak.nummer, indicator.code)
    gegeven = {p: antwoorden[p, code] for p in vraag.partijen if (p, code) in antwoorden}
    for partij, groep in vraag.groepen().items():
        eigen = tuple(gegeven[lid] for lid in groep if lid in gegeven)
        yield Cijferregel(afspraak, indicator, partij, groep, vraag.doel_van(groep), eigen)
    samen = vraag.doel(SAMEN)
    leveranciers = vraag.leveranciers()
    if samen and not samen.gebied and not vraag.is_aandeel and leveranciers:
        telbaar = leveranciers if vraag.has_trekker() else ()
        alle = tuple(gegeven[p] for p in telbaar if p in gegeven)
        yield Cijferregel(afspraak, indicator, SAMEN, leveranciers, samen, alle)

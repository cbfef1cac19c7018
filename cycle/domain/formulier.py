"""Formulier: which questions a partij gets, derived from the afspraken that apply to it."""

from dataclasses import dataclass

from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Doelwaarde, Rol
from cycle.domain.indicator import INZET, Indicator, IndicatorAard
from cycle.domain.samenwerking import Samenwerking


@dataclass(frozen=True, slots=True)
class FormulierRegel:
    """One question of the form: an afspraak and an indicator for this partij.

    `regelcode` is unique inside the form and stable as long as the afspraak keeps its
    number. `doel`, `realisatie` and `vorig` are prefilled texts in Dutch notation;
    `realisatie` is "n.b." when any year is unknown. `vorig` is what the partij answered to
    the same question a year ago, empty when it was not asked.
    """

    regelcode: str
    afspraak_id: str
    nummer: int
    omschrijving: str
    indicator: Indicator
    doel: str
    realisatie: str
    vorig: str = ""


@dataclass(frozen=True, slots=True)
class Formulier:
    """The form of one partij for one jaar."""

    samenwerking: str
    samenwerking_naam: str
    gemeente: str
    jaar: int
    partij: str
    partij_naam: str
    contact: str
    inleveren_voor: str
    versie: str
    regels: tuple[FormulierRegel, ...]
    voorbeeld: str = ""


def regelcode(nummer: int, indicator: str) -> str:
    """Return the code that ties a row of the form to its afspraak, like ``A01-NETTO``."""
    return f"A{nummer:02d}-{indicator}"


def vragen(samenwerking: Samenwerking, afspraak: Afspraak, partij: str) -> tuple[Indicator, ...]:
    """Return the indicators `partij` is asked about for `afspraak`.

    Every own target gives a question. A shared target gives one to every trekker and
    uitvoerder, once for each indicator. Without any number the one question is
    `INZET`: what will you do this year?
    """
    if not afspraak.doet_mee(partij):
        return ()
    eigen = [d.indicator for d in afspraak.doelen if d.partij == partij]
    samen = [
        d.indicator for d in afspraak.doelen if d.partij == SAMEN and _levert(afspraak, partij)
    ]
    codes = dict.fromkeys(eigen + samen)
    gevraagd = tuple(
        samenwerking.indicatoren[code]
        for code in codes
        if samenwerking.indicatoren[code].aard is not IndicatorAard.PROCES
    )
    return gevraagd or (INZET,)


def _levert(afspraak: Afspraak, partij: str) -> bool:
    """Return whether a shared target is asked of `partij`: trekkers and uitvoerders."""
    return afspraak.inzet[partij] in (Rol.TREKKER, Rol.UITVOERDER)


def doel_voor(afspraak: Afspraak, indicator: str, partij: str, jaar: int) -> Doelwaarde | None:
    """Return the target that counts for `partij` in `jaar`: its own, else the shared one.

    The one whose period holds `jaar` goes before one that is nearest to it, and an agreed
    norm before an expectation.
    """
    kandidaten = [
        d for d in afspraak.doelen if d.indicator == indicator and d.partij in (partij, SAMEN)
    ]
    kandidaten.sort(
        key=lambda d: (d.partij == SAMEN, _afstand(d, jaar), d.soort is not DoelSoort.NORM)
    )
    return kandidaten[0] if kandidaten else None


def _afstand(doel: Doelwaarde, jaar: int) -> int:
    """Return how many years `jaar` lies outside the period of a target, 0 inside it."""
    einde = jaar if doel.tot_en_met is None else doel.tot_en_met
    return max(doel.van - jaar, jaar - einde, 0)

"""Formulier: which questions a partij gets, derived from the afspraken that apply to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cycle.domain.activiteittekst import bod_tekst
from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Doelwaarde, Rol
from cycle.domain.bieding import BiedingRegel, Deelname
from cycle.domain.indicator import (
    INZET,
    UITKOMSTDELEN,
    UITKOMSTEN,
    Indicator,
    IndicatorAard,
    find_verband,
)
from cycle.domain.partij import PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toetsvraag import Toetsuitvraag
from cycle.domain.wederkerigheid import Verzoek

VOORRAADSOORTEN: Final = {
    "VRD_DAEB": "Sociale huurwoningen (DAEB), zelfstandig",
    "VRD_NDAEB": "Huurwoningen in de vrije sector (niet-DAEB)",
    "VRD_ONZ": "Onzelfstandige eenheden, zoals kamers",
    "VRD_ZORG": "Zorgwoningen en zorgplaatsen, samen verhuurd aan zorgpartijen",
    "VRD_WW": "Huurwoonwagens",
    "VRD_SP": "Standplaatsen",
    "VRD_VHE": "Totaal: alles wat u verhuurt",
    "KK_N": "Sociale huur: tot en met de kwaliteitskortingsgrens",
    "AT1_N": "Sociale huur: daarboven, tot en met de lage aftoppingsgrens",
    "AT2_N": "Sociale huur: daarboven, tot en met de hoge aftoppingsgrens",
    "LIB_N": "Sociale huur: daarboven, tot en met de liberalisatiegrens",
}
"""The stock by kind and then the social homes by rent class, in the order of the form."""


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
class Voorraadregel:
    """One kind of home of which a corporatie gives the stand; `vorig` is that of a year ago."""

    regelcode: str
    indicator: Indicator
    omschrijving: str
    vorig: str = ""


@dataclass(frozen=True, slots=True)
class Formulier:
    """The form of one partij for one jaar.

    `voorraad` is only asked of a corporatie. `gevraagden` maps the name by which a partij
    or an own orgaan can be chosen to its code: everybody whom this partij can ask for
    something. `verzoeken` is what others asked of this partij. `afspraken` are the numbers of
    all afspraken of the samenwerking, also those that this partij has no part in. `toets` is
    filled for the form of a check, which asks nothing else.
    """

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
    soort: PartijSoort = PartijSoort.CORPORATIE
    voorraad: tuple[Voorraadregel, ...] = ()
    gevraagden: Mapping[str, str] = field(default_factory=dict)
    verzoeken: tuple[Verzoek, ...] = ()
    afspraken: tuple[int, ...] = ()
    toets: Toetsuitvraag | None = None

    @property
    def is_kort(self) -> bool:
        """Return whether this is the short edition in plain words, for tenants."""
        return self.soort is PartijSoort.HUURDERSORGANISATIE

    @property
    def vraagt_getallen(self) -> bool:
        """Return whether any question asks for a number."""
        if self.toets is not None:
            return self.toets.vraagt_getallen
        return any(r.indicator.aard is not IndicatorAard.PROCES for r in self.regels)

    def naam(self, partij: str) -> str:
        """Return the name of another partij, its code when it is not known."""
        return next((naam for naam, code in self.gevraagden.items() if code == partij), partij)


def regelcode(nummer: int, indicator: str) -> str:
    """Return the code that ties a row of the form to its afspraak, like ``A01-NETTO``."""
    return f"A{nummer:02d}-{indicator}"


def voorraadcode(indicator: str) -> str:
    """Return the code of a row of the stock, like ``V-VRD_DAEB``."""
    return f"V-{indicator}"


def split_regelcode(code: str) -> tuple[int, str]:
    """Return the number of the afspraak and the indicator of a code like ``A01-NETTO``."""
    groep, _, indicator = code.partition("-")
    nummer = groep.removeprefix("A")
    return int(nummer) if nummer.isdecimal() else 0, indicator


def antwoord_in_woorden(regel: BiedingRegel, indicator: Indicator) -> str:
    """Return an answer in a few words: ``25 woningen``, ``circa 30 woningen``, ``nee``."""
    if regel.deelname in (Deelname.NEE, Deelname.NVT) or regel.bod is None:
        return regel.deelname.value if regel.deelname else ""
    return bod_tekst(regel, indicator)


def controle_op(code: str, codes: frozenset[str]) -> str:
    """Return of which other rows this one is the outcome, in words of regelcodes.

    Like ``A01-NB_DAEB - A01-SLVK``. Empty when it is the outcome of nothing, or when a part
    is not asked: only rows of the same afspraak, or of the stock, belong together.
    """
    groep, _, indicator = code.partition("-")
    if indicator not in UITKOMSTEN:
        return ""
    aanwezig = {deel for deel in UITKOMSTDELEN if f"{groep}-{deel}" in codes}
    verband = find_verband(indicator, aanwezig)
    if verband is None:
        return ""
    plus = " + ".join(f"{groep}-{deel}" for deel in verband.plus)
    return plus + "".join(f" - {groep}-{deel}" for deel in verband.min)


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

"""Themabeeld: per thema what was agreed, reached, offered and what then remains.

The one source of the picture, its words and the table beside it: every figure stands here
as a number, to draw, and as a Dutch text, to print. What is not known is never zero.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from typing import Final

from cycle.domain import notatie
from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Doelwaarde, Teken
from cycle.domain.afspraakweergave import Namen, bod_met_telling, doel_kort, realisatie_kort
from cycle.domain.formulier import doel_voor
from cycle.domain.indicator import Indicator, IndicatorAard, Richting
from cycle.domain.jaarschijf import Jaarschijf, JaarschijfRegel, Oordeel
from cycle.domain.samenwerking import Samenwerking

MEESTE_REGELS: Final = 16
"""Bars and headings in one picture; with more it does not fit a page in letters to read."""
_STREEPJE: Final = "–"
_ZONDER_BOD: Final = (Oordeel.DOET_NIET_MEE, Oordeel.NIET_VAN_TOEPASSING)


class BalkSoort(StrEnum):
    """How a line is drawn.

    `stapel` adds up over the years to its doel. `niveau` holds for each year by itself:
    last year and this year stand below each other. `geen` has a doel of zero or less, or
    a negative figure, and stands in the table only.
    """

    STAPEL = "stapel"
    NIVEAU = "niveau"
    GEEN = "geen"


@dataclass(frozen=True, slots=True)
class Balk:
    """One figure line with a doel, in the unit of its indicator.

    `onderwerp` names afspraak, indicator and unit. `realisatie` and `bod` are None when
    not known or not there. `rest` is what remains of the doel after the bod, or the room
    that is left below a maximum; None when it cannot be known or when nothing adds up.
    `meer` is what goes beyond the doel. `stand` says in words how the line stands. With
    `telt_bod` false there is no offer to wait for. With `is_ouder` what was reached is not of
    last year; its year stands in the text.
    """

    onderwerp: str
    partij: str
    soort: BalkSoort
    is_maximum: bool
    telt_bod: bool
    doel: Decimal
    realisatie: Decimal | None
    bod: Decimal | None
    rest: Decimal | None
    meer: Decimal
    doel_tekst: str
    realisatie_tekst: str
    bod_tekst: str
    rest_tekst: str
    stand: str
    is_ouder: bool = False

    @property
    def zin(self) -> str:
        """Return all figures as one sentence, for who does not see the picture."""
        return (
            f"{self.onderwerp}, {self.partij}: doel {self.doel_tekst}, gerealiseerd "
            f"{self.realisatie_tekst}, bod {self.bod_tekst}, "
            f"rest na bod {self.rest_tekst.rstrip('.')}."
        )


@dataclass(frozen=True, slots=True)
class Themabeeld:
    """The figures of one thema, or of one part of it when there are too many for a picture.

    `nummer` is the place of the thema in the jaarschijf; `deel` counts from 1.
    """

    nummer: int
    code: str
    naam: str
    jaar: int
    balken: tuple[Balk, ...]
    deel: int = 1
    delen: int = 1

    @property
    def bestandsnaam(self) -> str:
        """Return the name of its files, without an ending: ``thema-1-bouwopgave``."""
        deel = f"-deel-{self.deel}" if self.delen > 1 else ""
        return f"thema-{self.nummer}-{self.code}{deel}"

    @property
    def titel(self) -> str:
        """Return the heading."""
        deel = f" (deel {self.deel} van {self.delen})" if self.delen > 1 else ""
        return f"Thema {self.nummer}. {self.naam}: stand bij het bod van {self.jaar}{deel}"

    @property
    def getekend(self) -> tuple[Balk, ...]:
        """Return the lines that are in the picture."""
        return tuple(b for b in self.balken if b.soort is not BalkSoort.GEEN)

    @property
    def noot(self) -> str:
        """Return which lines are in the table only, empty when there are none."""
        over = len(self.balken) - len(self.getekend)
        if not over:
            return ""
        regels = "1 regel staat" if over == 1 else f"{over} regels staan"
        return f"{regels} alleen in de tabel: een doel van 0 of een getal onder 0 heeft geen balk."

    @property
    def samenvatting(self) -> str:
        """Return in short what the picture shows, for who does not see it."""
        balken = self.getekend
        onbekend = sum("n.b." in (b.realisatie_tekst, b.rest_tekst) for b in balken)
        aantal = "1 doel" if len(balken) == 1 else f"{len(balken)} doelen"
        tellen = [aantal] + ([f"bij {onbekend} is een cijfer niet bekend"] if onbekend else [])
        return (
            f"Staafdiagram. {self.titel}. Een balk per doel, met wat is gerealiseerd, het bod en "
            f"wat dan nog rest: {', '.join(tellen)}."
        )

    @property
    def beschrijving(self) -> str:
        """Return the text in place of the picture where the table stands right below it."""
        return f"{self.samenvatting} De cijfers staan in de tabel hieronder."

    @property
    def uitleg(self) -> str:
        """Return every figure in words, line by line."""
        return " ".join([balk.zin for balk in self.balken])


def build_themabeelden(
    samenwerking: Samenwerking, jaarschijf: Jaarschijf
) -> tuple[Themabeeld, ...]:
    """Return the pictures in the order of the themas; none for a thema without a bar."""
    namen = Namen(samenwerking)
    beelden: list[Themabeeld] = []
    for nummer, thema in enumerate(samenwerking.themas, start=1):
        balken = tuple(
            _balk(regel, afspraak, jaarschijf.jaar, namen)
            for afspraak in thema.afspraken
            for regel in jaarschijf.regels
            if regel.nummer == afspraak.nummer and regel.doel is not None
        )
        heel = Themabeeld(nummer, thema.code, thema.naam, jaarschijf.jaar, balken)
        if heel.getekend:
            beelden += _in_delen(heel)
    return tuple(beelden)


def _in_delen(beeld: Themabeeld) -> list[Themabeeld]:
    """Return the picture in parts of at most `MEESTE_REGELS`, subjects kept together."""
    delen: list[list[Balk]] = [[]]
    for groep in _groepen(beeld.balken):
        if delen[-1] and _hoogte(delen[-1]) + _hoogte(groep) > MEESTE_REGELS:
            delen.append([])
        delen[-1] += groep
    return [
        replace(beeld, balken=tuple(deel), deel=nummer, delen=len(delen))
        for nummer, deel in enumerate(delen, start=1)
    ]


def _groepen(balken: Sequence[Balk]) -> Iterator[list[Balk]]:
    """Yield the lines of each subject, a long row of them in pieces."""
    for _, groep in groupby(balken, key=lambda balk: balk.onderwerp):
        stuk: list[Balk] = []
        for balk in groep:
            if _hoogte([*stuk, balk]) > MEESTE_REGELS:
                yield stuk
                stuk = []
            stuk.append(balk)
        yield stuk


def _hoogte(balken: Sequence[Balk]) -> int:
    """Return how many bars and headings these lines take in a picture."""
    getekend = [balk.onderwerp for balk in balken if balk.soort is not BalkSoort.GEEN]
    return len(getekend) + len(set(getekend))


def _balk(regel: JaarschijfRegel, afspraak: Afspraak, jaar: int, namen: Namen) -> Balk:
    """Return one line; its `stand` follows from the figures."""
    indicator = namen.indicator(regel.indicator)
    doelwaarde = doel_voor(afspraak, regel.indicator, regel.partij, jaar)
    eenheid = f" ({indicator.eenheid})" if indicator.eenheid else ""
    telt_bod = regel.bod is not None or regel.oordeel not in _ZONDER_BOD
    balk = Balk(
        onderwerp=f"Afspraak {regel.nummer}. {indicator.naam}{eenheid}",
        partij=namen.partij(regel.partij),
        soort=_soort(regel, doelwaarde, indicator),
        is_maximum=_is_maximum(regel, doelwaarde, indicator),
        telt_bod=telt_bod,
        doel=regel.doel or Decimal(0),
        realisatie=regel.realisatie,
        bod=regel.bod,
        rest=None,
        meer=Decimal(0),
        doel_tekst=doel_kort(regel),
        realisatie_tekst=realisatie_kort(regel, jaar),
        bod_tekst=_STREEPJE if regel.bod is None else bod_met_telling(regel),
        rest_tekst=_STREEPJE,
        stand="",
        is_ouder=regel.realisatie_jaar not in (None, jaar - 1),
    )
    mist_bod = _mist_bod(regel)
    if _telt_op(doelwaarde, indicator):
        balk = _met_rest(balk, is_compleet=not mist_bod)
    return replace(balk, stand=_stand(balk, is_compleet=not mist_bod))


def _telt_op(doel: Doelwaarde | None, indicator: Indicator) -> bool:
    """Return whether amounts add up over the years to this doel."""
    heeft_einde = doel is not None and doel.tot_en_met is not None
    return indicator.aard is IndicatorAard.STROOM and heeft_einde


def _soort(regel: JaarschijfRegel, doel: Doelwaarde | None, indicator: Indicator) -> BalkSoort:
    """Return how a line is drawn."""
    getallen = [g for g in (regel.realisatie, regel.bod) if g is not None]
    if regel.doel is None or regel.doel <= 0 or any(g < 0 for g in getallen):
        return BalkSoort.GEEN
    return BalkSoort.STAPEL if _telt_op(doel, indicator) else BalkSoort.NIVEAU


def _is_maximum(regel: JaarschijfRegel, doel: Doelwaarde | None, indicator: Indicator) -> bool:
    """Return whether the doel is a ceiling; what is only expected never is one."""
    if doel is not None and doel.soort is DoelSoort.VERWACHT:
        return False
    if regel.teken in (Teken.MINSTENS, Teken.HOOGSTENS):
        return regel.teken is Teken.HOOGSTENS
    return indicator.richting is Richting.MAX


def _mist_bod(regel: JaarschijfRegel) -> bool:
    """Return whether an offer is still to come, of this partij or of one of all together."""
    if regel.bod is None:
        return regel.oordeel not in _ZONDER_BOD
    return regel.partij == SAMEN and regel.verschil is None


def _met_rest(balk: Balk, *, is_compleet: bool) -> Balk:
    """Return the line with what remains after the bod; unknown parts make it unknown."""
    if balk.realisatie is None or not is_compleet:
        return replace(balk, rest_tekst=notatie.NIET_BEKEND)
    over = balk.doel - balk.realisatie - (balk.bod or Decimal(0))
    rest = max(over, min(balk.doel, Decimal(0)))
    meer = rest - over
    tekst = notatie.getal(rest) + (f" ({notatie.getal(meer)} meer)" if meer else "")
    return replace(balk, rest=rest, meer=meer, rest_tekst=tekst)


def _stand(balk: Balk, *, is_compleet: bool) -> str:
    """Return the figures of a line in a few words, to stand beside its bar."""
    bod = _bod(balk, is_compleet=is_compleet)
    if balk.soort is BalkSoort.NIVEAU:
        return f"was {balk.realisatie_tekst}, {bod}, doel {balk.doel_tekst}"
    tekens = " + " if balk.bod is not None else ", "
    samen = f"{balk.realisatie_tekst}{tekens}{bod.removeprefix('bod ')}"
    return f"{samen}, {_rest(balk)}"


def _bod(balk: Balk, *, is_compleet: bool) -> str:
    """Return the offer, or why there is none; a sum that misses one says so."""
    if balk.bod is not None:
        return f"bod {balk.bod_tekst}{'' if is_compleet else ' tot nu toe'}"
    return "nog geen bod" if balk.telt_bod else "doet niet mee"


def _rest(balk: Balk) -> str:
    """Return what remains, in the words that fit a doel or a maximum."""
    if balk.meer:
        return f"{notatie.getal(balk.meer)} {'boven' if balk.is_maximum else 'meer dan'} " + (
            balk.doel_tekst
        )
    if balk.rest == 0:
        return f"{balk.doel_tekst} bereikt"
    woord = "ruimte" if balk.is_maximum and balk.rest is not None else "rest na bod"
    return f"{woord} {balk.rest_tekst} van {balk.doel_tekst}"

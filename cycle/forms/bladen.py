"""Bladen: which sheets, columns and rows a form has; written, described and read from here.

The writer, the hidden sheet and the veldkaart all follow this plan, so they cannot differ
on what stands where.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cycle.domain.formulier import Formulier, FormulierRegel, Voorraadregel, controle_op
from cycle.domain.indicator import INZET, Indicator, IndicatorAard
from cycle.domain.notatie import datum
from cycle.domain.toetsvraag import Toetsuitvraag, Toetsvraag
from cycle.domain.wederkerigheid import Verzoek
from cycle.forms.indeling import (
    BIEDING,
    EXTRA,
    EXTRA_RIJEN,
    GEVRAAGD,
    KOPRIJ,
    STAND,
    TOEZEGGINGEN,
    VOORRAAD,
    WEDERKERIGE_RIJEN,
    WEDERKERIGHEID,
    Tabel,
)

_LANGSTE_BLADNAAM: Final = 31
_NIET_IN_BLADNAAM: Final = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_INZET_VRAAG: Final = "Wat gaat u doen? Schrijf het bij Toelichting."
_KORT: Final = {"regel", "afspraak", "omschrijving", "status", "planning", "toelichting"}
_KORT_MET_GETAL: Final = {*_KORT, "indicator", "eenheid", "doel", "realisatie", "bod"}
_KORTE_BREEDTE: Final = {"omschrijving": 38, "status": 13, "planning": 20, "toelichting": 52}
_KORTE_BREEDTE_MET_GETAL: Final = {"status": 11, "planning": 16, "toelichting": 40}
_KORTE_STAND: Final = {
    *("regel", "afspraak", "omschrijving", "toezegging", "planning", "status", "toelichting"),
}
_KORTE_STAND_MET_GETAL: Final = {*_KORTE_STAND, "indicator", "eenheid", "bod", "cijfer"}
_KORTE_STAND_BREEDTE: Final = {
    "omschrijving": 30,
    "toezegging": 42,
    "planning": 16,
    "status": 17,
    "toelichting": 44,
}
_LANGSTE_TOEZEGGING: Final = 300


@dataclass(frozen=True, slots=True)
class Vraagrij:
    """One row with a code: its grey texts by field, and what is asked.

    `controle` says of which rows the answer is the outcome; empty for most.
    """

    code: str
    vast: Mapping[str, str]
    indicator: Indicator
    verplicht: bool = True
    controle: str = ""

    @property
    def is_proces(self) -> bool:
        """Return whether this row asks for words and no number."""
        return self.indicator.aard is IndicatorAard.PROCES


@dataclass(frozen=True, slots=True)
class Tabelblad:
    """One sheet: its table with the columns of this edition, and its rows.

    `leeg` is the number of yellow rows without a code. `gemeente` is empty in a workbook
    for one gemeente. Rows count from 1, as Excel shows them.
    """

    tabel: Tabel
    vragen: tuple[Vraagrij, ...] = ()
    leeg: int = 0
    gemeente: str = ""

    @property
    def eerste(self) -> int:
        """Return the first row below the headings."""
        return KOPRIJ + 1

    @property
    def laatste(self) -> int:
        """Return the last row of the table; a table without rows still has one."""
        return KOPRIJ + max(len(self.vragen) + self.leeg, 1)


def plan_bladen(formulieren: Sequence[Formulier]) -> tuple[tuple[Tabelblad, ...], ...]:
    """Return the sheets of each form; with several gemeenten their names say which."""
    bezet: set[str] = set()
    return tuple(
        tuple(
            _met_gemeente(blad, formulier, bezet) if len(formulieren) > 1 else blad
            for blad in _bladen(formulier)
        )
        for formulier in formulieren
    )


def _bladen(formulier: Formulier) -> list[Tabelblad]:
    """Return the sheets of one form, in their order."""
    if formulier.toets is not None:
        return list(_toetsbladen(formulier, formulier.toets))
    codes = frozenset(r.regelcode for r in formulier.regels)
    bladen = [Tabelblad(_bieding(formulier), tuple(_vraag(r, codes) for r in formulier.regels))]
    if formulier.voorraad:
        codes = frozenset(r.regelcode for r in formulier.voorraad)
        bladen.append(Tabelblad(VOORRAAD, tuple(_soort(r, codes) for r in formulier.voorraad)))
    bladen.append(Tabelblad(WEDERKERIGHEID, leeg=WEDERKERIGE_RIJEN))
    if formulier.verzoeken:
        vragen = tuple(_verzoek(v, formulier.naam(v.vrager)) for v in formulier.verzoeken)
        bladen.append(Tabelblad(GEVRAAGD, vragen))
    return [*bladen, Tabelblad(EXTRA, leeg=EXTRA_RIJEN)]


def _bieding(formulier: Formulier) -> Tabel:
    """Return the table of questions; the short edition leaves out what is not used there."""
    if not formulier.is_kort:
        return BIEDING
    velden = _KORT_MET_GETAL if formulier.vraagt_getallen else _KORT
    breedtes = _KORTE_BREEDTE_MET_GETAL if formulier.vraagt_getallen else _KORTE_BREEDTE
    vorig = {"vorig"} if any(r.vorig for r in formulier.regels) else set()
    kort = BIEDING.met(BIEDING.blad, velden | vorig)
    kolommen = (replace(k, breedte=breedtes.get(k.veld, k.breedte)) for k in kort.kolommen)
    return replace(kort, kolommen=tuple(kolommen))


def _toetsbladen(formulier: Formulier, toets: Toetsuitvraag) -> Iterator[Tabelblad]:
    """Yield the sheets of a check: the afspraken, and what was promised beside them."""
    eigen = [v for v in toets.vragen if not v.is_toezegging]
    toezeggingen = [v for v in toets.vragen if v.is_toezegging]
    vorig = {"vorig"} if toets.vorig else set()
    if eigen:
        stand = _kort_stand(formulier, vorig) if formulier.is_kort else _stand(vorig)
        yield Tabelblad(stand, tuple(_toetsrij(v, toets) for v in eigen))
    if toezeggingen:
        velden = {k.veld for k in TOEZEGGINGEN.kolommen} - {"vorig"} | vorig
        tabel = TOEZEGGINGEN.met(TOEZEGGINGEN.blad, velden)
        yield Tabelblad(tabel, tuple(_toetsrij(v, toets) for v in toezeggingen))


def _stand(vorig: Collection[str]) -> Tabel:
    """Return the table of a check in full."""
    return STAND.met(STAND.blad, {k.veld for k in STAND.kolommen} - {"vorig"} | {*vorig})


def _kort_stand(formulier: Formulier, vorig: Collection[str]) -> Tabel:
    """Return the table of a check with only the columns that tenants need."""
    velden = _KORTE_STAND_MET_GETAL if formulier.vraagt_getallen else _KORTE_STAND
    kort = STAND.met(STAND.blad, {*velden, *vorig})
    if formulier.vraagt_getallen:
        return kort
    kolommen = (
        replace(k, breedte=_KORTE_STAND_BREEDTE.get(k.veld, k.breedte)) for k in kort.kolommen
    )
    return replace(kort, kolommen=tuple(kolommen))


def _toetsrij(vraag: Toetsvraag, toets: Toetsuitvraag) -> Vraagrij:
    """Return one row of a check."""
    vast = {
        "regel": vraag.regelcode,
        "afspraak": str(vraag.nummer) if vraag.nummer else "",
        "omschrijving": vraag.titel,
        "toezegging": _kort_gezegd(vraag.toezegging),
        "planning": vraag.planning,
        "indicator": vraag.indicator.naam if vraag.vraagt_getal else "",
        "eenheid": vraag.indicator.eenheid,
        "doel": vraag.doel_tekst,
        "bod": vraag.bod,
        "vorig": toets.vorig.get(vraag.regelcode, ""),
        "aan": vraag.aan or ("Eigen voorstel" if vraag.is_toezegging else ""),
    }
    return Vraagrij(vraag.regelcode, vast, vraag.indicator)


def _kort_gezegd(tekst: str) -> str:
    """Return a text on one line, cut when it is long: the whole stands in the jaarschijf."""
    kort = " ".join(tekst.split())
    return kort if len(kort) <= _LANGSTE_TOEZEGGING else f"{kort[: _LANGSTE_TOEZEGGING - 1]}…"


def _vraag(regel: FormulierRegel, codes: frozenset[str]) -> Vraagrij:
    """Return one question of the bieding."""
    is_proces = regel.indicator.aard is IndicatorAard.PROCES
    vast = {
        "regel": regel.regelcode,
        "afspraak": str(regel.nummer),
        "omschrijving": regel.omschrijving,
        "indicator": _INZET_VRAAG if is_proces else regel.indicator.naam,
        "eenheid": regel.indicator.eenheid,
        "doel": regel.doel,
        "realisatie": regel.realisatie,
        "vorig": regel.vorig,
    }
    controle = controle_op(regel.regelcode, codes)
    return Vraagrij(regel.regelcode, vast, regel.indicator, controle=controle)


def _soort(regel: Voorraadregel, codes: frozenset[str]) -> Vraagrij:
    """Return one kind of home; nobody has to know every number."""
    vast = {
        "regel": regel.regelcode,
        "omschrijving": regel.omschrijving,
        "eenheid": regel.indicator.eenheid,
        "vorig": regel.vorig,
    }
    controle = controle_op(regel.regelcode, codes)
    return Vraagrij(regel.regelcode, vast, regel.indicator, verplicht=False, controle=controle)


def _verzoek(verzoek: Verzoek, vrager: str) -> Vraagrij:
    """Return one request of another partij, to be answered in words."""
    vast = {
        "regel": verzoek.code,
        "vrager": vrager,
        "afspraak": str(verzoek.nummer) if verzoek.nummer else "",
        "inzet": verzoek.inzet,
        "voor": verzoek.planning or (datum(verzoek.voor) if verzoek.voor else ""),
    }
    return Vraagrij(verzoek.code, vast, INZET)


def _met_gemeente(blad: Tabelblad, formulier: Formulier, bezet: set[str]) -> Tabelblad:
    """Return the sheet under a name with the gemeente in it, unique in the workbook."""
    naam = f"{blad.tabel.blad} {formulier.gemeente}".translate(_NIET_IN_BLADNAAM)
    kort = naam[:_LANGSTE_BLADNAAM].rstrip(" '")
    nummer = 1
    while kort.casefold() in bezet:
        nummer += 1
        staart = f" {nummer}"
        kort = naam[: _LANGSTE_BLADNAAM - len(staart)].rstrip(" '") + staart
    bezet.add(kort.casefold())
    tabel = replace(blad.tabel, blad=kort)
    return replace(blad, tabel=tabel, gemeente=formulier.gemeente)

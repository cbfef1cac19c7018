"""Tekstcijfers: the numbers with a unit in a text, and what their sentence says about them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from cycle.analysis.trefwoorden import list_woorden
from cycle.domain.afspraak import Teken
from cycle.domain.indicator import Indicator
from cycle.domain.samenwerking import Samenwerking

WONING: Final = "woning"
PROCENT: Final = "%"
ONBEKEND: Final = ""
"""Unit of a number in a heading that names none."""

_OPMAAK = re.compile(r"[*_`~]|\]\([^)]*\)|\[|\^")
_ALINEA = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+\.)\s)")
_ZIN = re.compile(r"(?<=[.!?:])\s+(?=[A-Z0-9‘'\"(])")
_AFKORTING = re.compile(r"\b(?P<kort>ca|min|max|bijv|nr|mln)\.\s", re.IGNORECASE)
_CIJFER = re.compile(r"[0-9]")
_GETAL = re.compile(
    r"(?<![\w.,/€-])(?P<geheel>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<breuk>\d+))?"
    r"(?P<procent>\s?%|\s+procent\b)?(?![\w/-])"
)
_VOOR: Final = {
    Teken.MINSTENS: re.compile(r"(?:ten ?minste|minimaal|minstens|min|≥|>=)\s*$", re.IGNORECASE),
    Teken.HOOGSTENS: re.compile(
        r"(?:hoogstens|maximaal|ten hoogste|niet meer dan|max|≤|<=)\s*$", re.IGNORECASE
    ),
    Teken.CIRCA: re.compile(r"(?:circa|ca|ongeveer|rond de|zo’n|±)\s*$", re.IGNORECASE),
}
_RUIM = re.compile(r"(?:ruim|meer dan)\s*$", re.IGNORECASE)
_BIJNA = re.compile(r"(?:bijna|krap|minder dan)\s*$", re.IGNORECASE)
_BREUKDEEL = re.compile(r"\bop de\s*$", re.IGNORECASE)
_PER_JAAR = re.compile(r"\b(?:per|elk|ieder) jaar\b|\bjaarlijks", re.IGNORECASE)
_JAAR = re.compile(r"\b(?:19[9]\d|20\d\d)\b")
_WOORDEN_VOOR_EENHEID: Final = 3
_WONINGWOORDEN: Final = ("woning", "woningen", "eenheid", "eenheden", "appartementen", "huizen")


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence: its words, those of its paragraph, and who and when it is about.

    `partijen` are the codes of those that the sentence names, else of those that its
    paragraph named last.
    """

    tekst: str
    woorden: tuple[str, ...]
    alinea: tuple[str, ...]
    partijen: tuple[str, ...]
    jaren: tuple[int, ...]
    is_per_jaar: bool


@dataclass(frozen=True, slots=True)
class Tekstcijfer:
    """One number in a text, with its unit and the sentence around it.

    `teken` is how the text qualifies it, None for a plain number; `laag` and `hoog` are the
    bounds that "ruim", "bijna" or "circa" leave.
    """

    waarde: Decimal
    gedrukt: str
    eenheid: str
    teken: Teken | None
    laag: Decimal
    hoog: Decimal
    zin: Zin


def eenheid_van(indicator: Indicator) -> str:
    """Return the unit in which a text counts an indicator; every kind of home is a home."""
    return eenheid_van_woord(indicator.eenheid)


def eenheid_van_woord(woord: str) -> str:
    """Return the unit that a word stands for."""
    return WONING if woord.lower().endswith(_WONINGWOORDEN) else woord


def read_getallen(tekst: str) -> tuple[Decimal, ...]:
    """Return every number in a text, whatever it counts."""
    return tuple(_waarde(gevonden) for gevonden in _GETAL.finditer(tekst))


def read_jaren(tekst: str) -> tuple[int, ...]:
    """Return every calendar year in a text."""
    return tuple(int(jaar) for jaar in _JAAR.findall(tekst))


def list_tekstcijfers(
    samenwerking: Samenwerking, tekst: str, *, is_kop: bool = False
) -> Iterator[Tekstcijfer]:
    """Yield the numbers with a unit, in order; in a heading also a qualified one without."""
    if not _CIJFER.search(tekst):
        return
    eenheden = {
        woord.lower(): eenheid_van(indicator)
        for indicator in samenwerking.indicatoren.values()
        for woord in (indicator.eenheid, indicator.enkelvoud)
        if woord and woord != PROCENT
    }
    for zin in _zinnen(samenwerking, _OPMAAK.sub("", tekst)):
        for gevonden in _GETAL.finditer(zin.tekst):
            cijfer = _cijfer(zin, gevonden, eenheden)
            is_los = cijfer.eenheid == ONBEKEND and not (is_kop and cijfer.teken)
            if not is_los and not _BREUKDEEL.search(zin.tekst[: gevonden.start()]):
                yield cijfer


def _zinnen(samenwerking: Samenwerking, tekst: str) -> Iterator[Zin]:
    """Yield the sentences with a digit, paragraph by paragraph."""
    for alinea in filter(_CIJFER.search, _ALINEA.split(tekst)):
        partijen: tuple[str, ...] = ()
        for zin in _ZIN.split(_AFKORTING.sub(r"\g<kort> ", " ".join(alinea.split()))):
            partijen = _partijen(samenwerking, zin) or partijen
            if not _CIJFER.search(zin):
                continue
            yield Zin(
                tekst=zin,
                woorden=list_woorden(zin),
                alinea=list_woorden(alinea),
                partijen=partijen,
                jaren=read_jaren(zin),
                is_per_jaar=bool(_PER_JAAR.search(zin)),
            )


def _cijfer(zin: Zin, gevonden: re.Match[str], eenheden: Mapping[str, str]) -> Tekstcijfer:
    """Return one number with its qualifier and unit."""
    waarde = _waarde(gevonden)
    voor, na = zin.tekst[: gevonden.start()], zin.tekst[gevonden.end() :]
    bepaling, teken = next(
        ((m[0], t) for t, patroon in _VOOR.items() if (m := patroon.search(voor))), ("", None)
    )
    laag = hoog = waarde
    if teken is Teken.CIRCA:
        laag, hoog = waarde * Decimal("0.95"), waarde * Decimal("1.05")
    elif teken is None and (ruim := _RUIM.search(voor)):
        bepaling, hoog = ruim[0], waarde * Decimal("1.15")
    elif teken is None and (bijna := _BIJNA.search(voor)):
        bepaling, laag = bijna[0], waarde * Decimal("0.85")
    eenheid, woord = (PROCENT, "") if gevonden["procent"] else _eenheid(na, eenheden)
    gedrukt = " ".join(f"{bepaling} {gevonden[0]} {woord}".split())
    return Tekstcijfer(waarde, gedrukt, eenheid, teken, laag, hoog, zin)


def _waarde(gevonden: re.Match[str]) -> Decimal:
    """Return the number that was found, in Dutch notation."""
    geheel, breuk = gevonden["geheel"].replace(".", ""), gevonden["breuk"]
    return Decimal(f"{geheel}.{breuk}" if breuk else geheel)


def _eenheid(na: str, eenheden: Mapping[str, str]) -> tuple[str, str]:
    """Return the unit that follows a number, and the words up to it; nothing when none does."""
    stuk = re.split(r"[.,;:()]|\d", na)[0]
    for aantal, woord in enumerate(list_woorden(stuk)[:_WOORDEN_VOOR_EENHEID], start=1):
        if woord.endswith(_WONINGWOORDEN):
            return WONING, " ".join(stuk.split()[:aantal])
        for bekend, eenheid in eenheden.items():
            if woord.endswith(bekend):
                return eenheid, " ".join(stuk.split()[:aantal])
    return ONBEKEND, ""


def _partijen(samenwerking: Samenwerking, zin: str) -> tuple[str, ...]:
    """Return the codes of the partijen whose name stands in a sentence."""
    return tuple(
        p.code for p in samenwerking.partijen if re.search(rf"\b{re.escape(p.naam)}\b", zin)
    )

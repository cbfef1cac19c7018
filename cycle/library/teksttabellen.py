"""Teksttabellen: every other table in the content files, made ready for the same checks.

A table in running text has no list of gegevens. What it claims is read from its own words:
a row or column called "Totaal" holds totals, and "Netto" is what comes in minus what goes
out. Where the words leave doubt, nothing is claimed and nothing is checked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from cycle.domain.cijfertabel import Cel, Cijfertabel, Verband
from cycle.library.bestand import read_bestand
from cycle.library.bestandenlijst import list_bestanden
from cycle.library.bevindingen import Bevindingen
from cycle.library.cijfertabel import KOP
from cycle.library.getallen import read_cel
from cycle.library.markdown import Sectie, list_blokken, split_bestand
from cycle.library.tabel import Tabel, read_tabel

_GEGEVENS: Final = (("indicator", "partij"), ("afspraak", "onderwerp"))
"""First columns of the tables that the programme reads itself: doelen, fasering, bijlagen."""

_TOTAAL = re.compile(r"totaal\b.*|totalen|samen|som", re.IGNORECASE)
_GEEN_DEEL = re.compile(
    r"(?:sub-?totaal|waarvan|gemiddelde?|mediaan|saldo|netto)\b.*", re.IGNORECASE
)
_GEEN_SOM = re.compile(r"gemiddeld|mediaan|\bper\b|prijs|\bjaar\b|norm|grens", re.IGNORECASE)
_ANDERE_EENHEID = re.compile(r"euro|€|\bm2\b|m²|\buren\b", re.IGNORECASE)
_EENHEID = re.compile(r"(?<=[0-9]) [a-z]{3,}(?: [a-z]{3,})?$", re.IGNORECASE)
_JAREN: Final = range(1990, 2101)
_OPMAAK = re.compile(r"[*_`~\s\u00a0]+")
_ERBIJ = re.compile(r"nieuwbouw|aankoop|toevoeging(?:en)?", re.IGNORECASE)
_ERAF = re.compile(
    r"sloop(?:\W+(?:en\W+)?verkoop)?|verkoop(?:\W+(?:en\W+)?sloop)?|onttrekking(?:en)?",
    re.IGNORECASE,
)
_NETTO = re.compile(r"netto\b.*", re.IGNORECASE)


def read_teksttabellen(content: Path, naam: str) -> tuple[Cijfertabel, ...]:
    """Return the tables with figures in the files of one samenwerking, in order.

    The tables below ``## Tabel.`` are not among them: those carry their own gegevens. Faults
    of the files themselves are told when the samenwerking is loaded, not here.
    """
    tabellen: list[Cijfertabel] = []
    for bestandsnaam in list_bestanden(content / naam):
        if not bestandsnaam.endswith(".md"):
            continue
        bestand = read_bestand(content, f"{naam}/{bestandsnaam}", Bevindingen())
        for sectie in split_bestand(bestand, (1, 2, 3, 4)) if bestand else ():
            if not KOP.fullmatch(sectie.titel):
                tabellen += _list_tabellen(sectie)
    return tuple(tabellen)


def _list_tabellen(sectie: Sectie) -> Iterator[Cijfertabel]:
    """Yield the tables of a section that hold figures."""
    for blok in list_blokken(sectie):
        if blok.soort != "table":
            continue
        tabel = read_tabel(sectie, blok, Bevindingen())
        is_uniek = len(set(tabel.kolommen)) == len(tabel.kolommen)
        if is_uniek and tabel.kolommen[:2] not in _GEGEVENS:
            gelezen = build_teksttabel(sectie.titel or sectie.bestand.naam, tabel)
            if gelezen is not None:
                yield gelezen


def build_teksttabel(titel: str, tabel: Tabel) -> Cijfertabel | None:
    """Return a table with the claims that its words make, None when it holds no figures.

    Columns without any figure, or with only years, are left out. A cell that is no figure
    is unknown.
    """
    eerste = tabel.kolommen[0]
    namen = [_kaal(rij.cellen[eerste]) for rij in tabel.rijen]
    if len(set(namen)) < len(namen):
        return None
    cellen = {
        (naam, kolom): Cel(_read_figuur(rij.cellen[kolom]), _kaal(rij.cellen[kolom]), rij.plek)
        for naam, rij in zip(namen, tabel.rijen, strict=True)
        for kolom in tabel.kolommen[1:]
    }
    kolommen = [k for k in tabel.kolommen[1:] if _is_telbaar([cellen[n, k] for n in namen])]
    if not kolommen:
        return None
    gebleven = {(n, k): cel for (n, k), cel in cellen.items() if k in kolommen}
    gelezen = Cijfertabel(
        code="",
        titel=titel,
        eenheid="",
        rijen=tuple(namen),
        kolommen=tuple(kolommen),
        cellen=gebleven,
        totaalkolom=_totaal(kolommen) if _is_een_eenheid(kolommen) else "",
        totaalrij=_totaal(namen),
        verbanden=(*_netto(namen), *_netto(kolommen)),
        plek=tabel.plek,
    )
    return _without_twijfel(gelezen)


def _kaal(tekst: str) -> str:
    """Return the words of a cell without emphasis."""
    return _OPMAAK.sub(" ", tekst).strip()


def _read_figuur(tekst: str) -> Decimal | None:
    """Return the figure in a cell, also with a euro sign or a unit; None when it is no figure."""
    kaal = _EENHEID.sub("", _kaal(tekst).removeprefix("€").strip())
    try:
        return read_cel(kaal.removesuffix(",-"))
    except ValueError:
        return None


def _is_telbaar(cellen: Sequence[Cel]) -> bool:
    """Return whether a column holds figures that are not all years."""
    waarden = [cel.waarde for cel in cellen if cel.waarde is not None]
    return bool(waarden) and not all(waarde in _JAREN for waarde in waarden)


def _is_een_eenheid(kolommen: Sequence[str]) -> bool:
    """Return whether no heading says that its column has another unit than the rest."""
    return len({bool(_ANDERE_EENHEID.search(k) or _GEEN_SOM.search(k)) for k in kolommen}) == 1


def _totaal(namen: Sequence[str]) -> str:
    """Return the one name that says total, "" when there is none, more, or a part of a part."""
    totalen = [naam for naam in namen if _TOTAAL.fullmatch(_kaal(naam))]
    delen = len(namen) - len(totalen)
    if len(totalen) != 1 or delen < 2 or any(map(_GEEN_DEEL.fullmatch, map(_kaal, namen))):
        return ""
    return totalen[0]


def _netto(namen: Sequence[str]) -> Iterator[Verband]:
    """Yield the relation "netto" when every other name is plainly in, out or a total."""
    netto = [naam for naam in namen if _NETTO.fullmatch(_kaal(naam))]
    erbij = tuple(naam for naam in namen if _ERBIJ.fullmatch(_kaal(naam)))
    eraf = tuple(naam for naam in namen if _ERAF.fullmatch(_kaal(naam)))
    if len(netto) == 1 and erbij and eraf and len(namen) == len(erbij) + len(eraf) + 1:
        yield Verband(netto[0], erbij, eraf)


def _without_twijfel(tabel: Cijfertabel) -> Cijfertabel:
    """Return the table without the totals that are likely no sums.

    A row of totals over means, prices or years is no sum, and a sum of amounts is never
    less than one of them. Such a total is made unknown, so that nothing is claimed of it.
    """
    onbekend = set()
    for kolom in tabel.kolommen:
        delen = [tabel.cellen[r, kolom].waarde for r in tabel.rijen if r != tabel.totaalrij]
        cel = (tabel.totaalrij, kolom)
        if tabel.totaalrij and (_GEEN_SOM.search(kolom) or _is_te_laag(tabel, cel, delen)):
            onbekend.add(cel)
    for rij in tabel.rijen:
        delen = [tabel.cellen[rij, k].waarde for k in tabel.kolommen if k != tabel.totaalkolom]
        cel = (rij, tabel.totaalkolom)
        if tabel.totaalkolom and (_GEEN_SOM.search(rij) or _is_te_laag(tabel, cel, delen)):
            onbekend.add(cel)
    cellen = {
        naam: replace(cel, waarde=None) if naam in onbekend else cel
        for naam, cel in tabel.cellen.items()
    }
    return replace(tabel, cellen=cellen)


def _is_te_laag(
    tabel: Cijfertabel, totaal: tuple[str, str], delen: Sequence[Decimal | None]
) -> bool:
    """Return whether a total is less than one of its parts, though none is negative."""
    bekend = [deel for deel in delen if deel is not None]
    waarde = tabel.cellen[totaal].waarde
    return waarde is not None and bool(bekend) and min(bekend) >= 0 and waarde < max(bekend)

"""Buiten: filled cells that nobody reads: beside a table, below it, or on a sheet of its own.

Nothing that a partij writes gets lost without a word. What we wrote ourselves is known by
its words, not by its place, so that a line typed over it is seen too.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from cycle.domain.bevinding import Celbevinding
from cycle.forms.bestand.raster import Blad, Raster, Vak, cel_naam
from cycle.forms.bovenschrift import is_bovenschrift
from cycle.forms.eigenwoorden import list_vreemd
from cycle.forms.indeling import (
    KENMERKEN,
    LIJSTEN,
    TABELLEN,
    TOETSTABELLEN,
    UITLEG,
    VERBETERPUNTEN,
    sleutel,
)
from cycle.forms.kenmerkblad import read_formuliercode
from cycle.forms.lezen.herkenning import Kenmerken, one_line
from cycle.forms.lezen.vinden import Vondst
from cycle.forms.meldingen.bouwmeldingen import MEER_BUITEN_TABEL, VREEMD_BLAD
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.melding import Waar

_MEESTE: Final = 10
_EIGEN: Final = re.compile(
    rf"(?:{UITLEG}|{LIJSTEN}|{KENMERKEN}(?:_\d+)?|{VERBETERPUNTEN})", re.IGNORECASE
)


def check_buiten(
    vondst: Vondst, los: Collection[int], afgewezen: Collection[int], kenmerken: Kenmerken
) -> list[Celbevinding]:
    """Return a finding for each filled cell on the sheet of a table that is not read.

    `los` are rows below the heading of which no answer is read; `afgewezen` those that have a
    finding as a whole. After ten cells one finding says how many more there are.
    """
    plekken = sorted(
        vak for vak in _verdacht(vondst, los, afgewezen) if not _is_van_ons(vondst, vak, kenmerken)
    )
    return _meld(vondst.blad, plekken)


def check_eigen_bladen(raster: Raster) -> Iterator[Celbevinding]:
    """Yield a finding for what a partij wrote on our sheets without answers."""
    for naam in (UITLEG, VERBETERPUNTEN):
        blad = raster.blad(naam)
        if blad is not None:
            yield from _meld(blad, sorted(list_vreemd(blad)))
            for vak, tekst in sorted(blad.opmerkingen.items()):
                yield make_bevinding("S109", Waar(blad.naam, cel_naam(*vak)), ruw=tekst)


def _meld(blad: Blad, plekken: Sequence[Vak]) -> list[Celbevinding]:
    """Return a finding for each of the first ten cells, and one for the others together."""
    bevindingen = [
        make_bevinding("S107", Waar(blad.naam, cel_naam(*vak)), ruw=blad.cellen[vak].ruw)
        for vak in plekken[:_MEESTE]
    ]
    if len(plekken) > _MEESTE:
        eerste, meer = plekken[_MEESTE], len(plekken) - _MEESTE
        waar = Waar(blad.naam, cel_naam(*eerste))
        ruw = blad.cellen[eerste].ruw
        bevindingen.append(make_bevinding(MEER_BUITEN_TABEL, waar, ruw=ruw, meer=str(meer)))
    return bevindingen


def check_vreemde_bladen(
    raster: Raster, bezet: Collection[str], kenmerken: Sequence[Kenmerken]
) -> tuple[Celbevinding, ...]:
    """Return a finding for each filled sheet that is none of ours; `bezet` are those in use."""
    bekend = (*TABELLEN, *TOETSTABELLEN)
    tabellen = [*bekend, *(t for eigen in kenmerken for t in eigen.tabellen.values())]
    namen = {tabel.blad.casefold() for tabel in tabellen}
    return tuple(
        make_bevinding(VREEMD_BLAD, Waar(blad.naam, cel_naam(*vak)), blad=blad.naam, ruw=ruw)
        for blad in (() if raster.is_los else raster.bladen)
        if blad.naam not in bezet
        and blad.naam.strip().casefold() not in namen
        and not _EIGEN.fullmatch(blad.naam.strip())
        for vak, ruw in _eerste(blad)
    )


def _eerste(blad: Blad) -> Iterator[tuple[Vak, str]]:
    """Yield the first filled cell of a sheet with its text, nothing for an empty sheet."""
    if blad.cellen:
        vak = min(blad.cellen)
        yield vak, blad.cellen[vak].ruw


def _verdacht(vondst: Vondst, los: Collection[int], afgewezen: Collection[int]) -> Iterator[Vak]:
    """Yield the cells outside the columns and rows that are read.

    When a heading of ours is gone, a column without one is that column: S103 says so.
    """
    kolommen, kop = frozenset(vondst.kop.kolommen.values()), vondst.kop.rij
    is_compleet = all(kolom.veld in vondst.kop.kolommen for kolom in vondst.tabel.kolommen)
    has_codes = vondst.tabel.sleutel in vondst.kop.kolommen
    for vak in vondst.blad.cellen:
        rij, kolom = vak
        is_los = rij < kop or (has_codes and rij in los)
        if rij not in afgewezen and (is_los or (is_compleet and kolom not in kolommen)):
            yield vak


def _is_van_ons(vondst: Vondst, vak: Vak, kenmerken: Kenmerken) -> bool:
    """Return whether we wrote this cell, or another finding tells of it."""
    rij, kolom = vak
    tekst = vondst.blad.cellen[vak].ruw
    if rij < vondst.kop.rij:
        return is_bovenschrift(tekst) or read_formuliercode(tekst) is not None
    if kolom not in vondst.kop.kolommen.values():
        kop = vondst.blad.cellen.get((vondst.kop.rij, kolom))
        return kop is not None and sleutel(kop.ruw) in _koppen(vondst)
    veld = next(v for v, k in vondst.kop.kolommen.items() if k == kolom)
    vragen = kenmerken.vragen_van(vondst.tabel.naam).values()
    return any(vraag.vast.get(veld) == one_line(tekst) for vraag in vragen)


def _koppen(vondst: Vondst) -> set[str]:
    """Return the headings that were found; the second of two has a finding of its own."""
    blad, kop = vondst.blad, vondst.kop
    return {sleutel(blad.cellen[kop.rij, kolom].ruw) for kolom in kop.kolommen.values()}

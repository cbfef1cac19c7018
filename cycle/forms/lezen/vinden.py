"""Vinden: the sheets of a form in a returned file, by their text rather than their name.

A sheet that was renamed, moved or copied is found by the code above its table and by its
headings. Whatever is wrong with sheets and headings becomes a finding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cycle.domain.bevinding import Celbevinding, Ernst
from cycle.forms.bestand.raster import Blad, Raster, cel_naam
from cycle.forms.indeling import (
    BIEDING,
    EXTRA,
    KOPRIJEN,
    STAND,
    TABELLEN,
    TOETSTABELLEN,
    Kop,
    Tabel,
    find_kop,
    sleutel,
)
from cycle.forms.lezen.herkenning import Kenmerken
from cycle.forms.lezen.herkomst import find_code
from cycle.forms.meldingen.bouwmeldingen import VER_BUITEN_TABEL
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.melding import Waar

_ALTIJD: Final = (BIEDING.naam, EXTRA.naam)


@dataclass(frozen=True, slots=True)
class Vondst:
    """A table that was found: the sheet it stands on and its heading row."""

    tabel: Tabel
    blad: Blad
    kop: Kop

    def waar(self, rij: int, veld: str, regel: str = "") -> Waar:
        """Return the cell of a field; the sheet alone when its column is gone."""
        kolom = self.kop.kolommen.get(veld)
        cel = cel_naam(rij, kolom) if kolom else ""
        return Waar(self.blad.naam, cel, regel, veld)


def find_tabellen(
    raster: Raster, kenmerken: Kenmerken, bezet: set[str]
) -> tuple[dict[str, Vondst], list[Celbevinding]]:
    """Return each table of one form by name, and what is wrong with sheets and headings.

    `bezet` holds the sheets that another form in the same workbook uses; those found are
    added to it.
    """
    vondsten: dict[str, Vondst] = {}
    bevindingen: list[Celbevinding] = []
    for tabel in _tabellen(kenmerken):
        vondst = _find(raster, tabel, kenmerken, bezet)
        if vondst is not None:
            vondsten[tabel.naam] = vondst
            bezet.add(vondst.blad.naam)
            bevindingen += _check_blad(vondst, raster)
        else:
            bevindingen += _check_weg(raster, tabel, kenmerken)
    if raster.is_los and not vondsten:
        bevindingen.append(_blad_weg(STAND if kenmerken.moment else BIEDING))
    return vondsten, bevindingen


def _tabellen(kenmerken: Kenmerken) -> Sequence[Tabel]:
    """Return the tables that this edition has; all that exist when nobody knows."""
    alle = TOETSTABELLEN if kenmerken.moment else TABELLEN
    return tuple(kenmerken.tabellen.values()) or alle


def _find(raster: Raster, tabel: Tabel, kenmerken: Kenmerken, bezet: set[str]) -> Vondst | None:
    """Return a table on the sheet that fits best: by its code, by its name, by its headings."""
    eigen = raster.blad(tabel.blad)
    if eigen is not None and not _is_vreemd(eigen, kenmerken):
        kop = find_kop(eigen.teksten(KOPRIJEN), tabel, aan_sleutel=True)
        if kop is not None:
            return Vondst(tabel, eigen, kop)
    kandidaten = list(_kandidaten(raster, tabel, kenmerken, bezet))
    return min(kandidaten, key=lambda paar: paar[0])[1] if kandidaten else None


def _kandidaten(
    raster: Raster, tabel: Tabel, kenmerken: Kenmerken, bezet: set[str]
) -> Iterator[tuple[tuple[bool, bool, int], Vondst]]:
    """Yield sheets with these headings, each with its order of preference."""
    eigen_naam = tabel.blad.casefold()
    andere = {t.blad.casefold() for t in _tabellen(kenmerken)} - {eigen_naam}
    for nummer, blad in enumerate(raster.bladen):
        naam = blad.naam.strip().casefold()
        if blad.naam in bezet or naam in andere:
            continue
        kop = find_kop(blad.teksten(KOPRIJEN), tabel, aan_sleutel=naam == eigen_naam)
        if kop is None:
            continue
        vreemd = _is_vreemd(blad, kenmerken)
        yield (vreemd, naam != eigen_naam, nummer), Vondst(tabel, blad, kop)


def _is_vreemd(blad: Blad, kenmerken: Kenmerken) -> bool:
    """Return whether the code above a table says that it belongs to another samenwerking."""
    code = find_code(blad)
    return code is not None and code.samenwerking != kenmerken.samenwerking


def _check_blad(vondst: Vondst, raster: Raster) -> Iterator[Celbevinding]:
    """Yield what is wrong with a sheet that was found."""
    tabel, blad, kop = vondst.tabel, vondst.blad, vondst.kop
    if not raster.is_los and blad.naam.strip().casefold() != tabel.blad.casefold():
        yield make_bevinding("S102", Waar(blad.naam), blad=tabel.blad, ruw=blad.naam)
    if blad.buiten:
        yield make_bevinding(VER_BUITEN_TABEL, Waar(blad.naam, blad.buiten))
    nodig = (*((tabel.sleutel,) if tabel.sleutel else ()), *tabel.invoer)
    for veld in nodig:
        if veld not in kop.kolommen:
            waar = Waar(blad.naam, cel_naam(kop.rij, 1), veld=veld)
            yield make_bevinding("S103", waar, kop=tabel.kop(veld))
    for veld in kop.dubbel:
        yield make_bevinding("S104", _tweede_kop(vondst, veld), kop=tabel.kop(veld))


def _tweede_kop(vondst: Vondst, veld: str) -> Waar:
    """Return the last cell of the heading row that says the same as an earlier one."""
    blad, kop = vondst.blad, vondst.kop
    eerste = sleutel(blad.cellen[kop.rij, kop.kolommen[veld]].ruw)
    kolommen = [
        k for (r, k), cel in blad.cellen.items() if r == kop.rij and sleutel(cel.ruw) == eerste
    ]
    return Waar(blad.naam, cel_naam(kop.rij, max(kolommen)), veld=veld)


def _check_weg(raster: Raster, tabel: Tabel, kenmerken: Kenmerken) -> Iterator[Celbevinding]:
    """Yield what to say of a table that was not found."""
    eigen = raster.blad(tabel.blad)
    if eigen is not None:
        waar = Waar(eigen.naam, veld=tabel.kolommen[0].veld)
        yield make_bevinding("S103", waar, kop=tabel.kop(tabel.kolommen[0].veld))
    elif not raster.is_los and (tabel.naam in kenmerken.tabellen or tabel.naam in _ALTIJD):
        yield _blad_weg(tabel)


def _blad_weg(tabel: Tabel) -> Celbevinding:
    """Return the finding on a sheet that is gone.

    A form without one that holds no questions, like Extra, says no more than that the partij
    has nothing to put there.
    """
    weg = make_bevinding("S101", Waar(tabel.blad), blad=tabel.blad)
    return weg if tabel.sleutel else replace(weg, ernst=Ernst.WAARSCHUWING)

"""Samengevoegd: merged cells in which nobody knows to which row an answer belongs."""

from collections.abc import Iterator, Mapping

from cycle.forms.bestand.raster import Samenvoeging, Vak
from cycle.forms.lezen.vinden import Vondst


def list_samengevoegd(vondst: Vondst, codes: Mapping[int, str]) -> frozenset[Vak]:
    """Return the yellow cells that were merged so that their answer can be of more than one."""
    return frozenset(
        vak for blok in list_blokken(vondst, codes) for vak in _geel(vondst, blok, codes)
    )


def list_blokken(vondst: Vondst, codes: Mapping[int, str]) -> Iterator[Samenvoeging]:
    """Yield the merged blocks that hold more than one yellow cell, or one and a grey one."""
    for blok in vondst.blad.samengevoegd:
        geel = _geel(vondst, blok, codes)
        if len(geel) > 1 or (geel and blok.eerste not in geel):
            yield blok


def _geel(vondst: Vondst, blok: Samenvoeging, codes: Mapping[int, str]) -> list[Vak]:
    """Return the yellow cells of rows with a code that a merged block holds."""
    if blok.laatste[0] <= vondst.kop.rij:
        return []
    kolommen = [
        kolom
        for veld, kolom in vondst.kop.kolommen.items()
        if veld in vondst.tabel.invoer and blok.eerste[1] <= kolom <= blok.laatste[1]
    ]
    rijen = [nr for nr, code in codes.items() if code and blok.eerste[0] <= nr <= blok.laatste[0]]
    return [(rij, kolom) for rij in rijen for kolom in kolommen]

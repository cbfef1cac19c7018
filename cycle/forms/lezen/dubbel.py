"""Dubbel: a second sheet with one of our tables, of which the answers are not read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Final

from cycle.domain.bevinding import Bevinding, Celbevinding, Ernst
from cycle.forms.bestand.raster import Blad, Raster
from cycle.forms.indeling import KOPRIJEN, find_kop
from cycle.forms.kenmerkblad import kenmerkblad_naam
from cycle.forms.lezen.herkenning import Kenmerken, is_niet_nodig
from cycle.forms.lezen.herkomst import find_code
from cycle.forms.lezen.rijen import Bron, list_rijen
from cycle.forms.lezen.vinden import Vondst
from cycle.forms.meldingen.catalogus import make_bevinding
from cycle.forms.meldingen.melding import Waar

CODE: Final = "S111"


def is_dubbel(bevinding: Bevinding) -> bool:
    """Return whether a finding says that a sheet repeats one of our tables."""
    return bevinding.code == CODE


def check_dubbel(
    raster: Raster, vondsten: Mapping[str, Vondst], kenmerken: Kenmerken, bezet: Collection[str]
) -> Iterator[Celbevinding]:
    """Yield a finding for each sheet that repeats a table we read from another sheet.

    One that says the same does no harm; with other answers nobody can tell which count.
    `bezet` holds the sheets that are read, those of other gemeenten too.
    """
    is_bundel = raster.blad(kenmerkblad_naam(2)) is not None
    for blad in raster.bladen:
        if blad.naam in bezet or not _is_eigen(blad, kenmerken, is_bundel=is_bundel):
            continue
        for vondst in vondsten.values():
            kop = find_kop(blad.teksten(KOPRIJEN), vondst.tabel, aan_sleutel=False)
            if kop is not None:
                yield _melding(vondst, replace(vondst, blad=blad, kop=kop))
                break


def _is_eigen(blad: Blad, kenmerken: Kenmerken, *, is_bundel: bool) -> bool:
    """Return whether a sheet can be of this form; in a bundle only its code tells."""
    code = find_code(blad)
    if code is None:
        return not is_bundel
    return code.samenwerking == kenmerken.samenwerking


def _melding(gelezen: Vondst, ander: Vondst) -> Celbevinding:
    """Return the finding on the sheet that is not read."""
    is_gelijk = _antwoorden(gelezen) == _antwoorden(ander)
    bevinding = make_bevinding(
        "S111",
        Waar(ander.blad.naam),
        blad=gelezen.blad.naam,
        verschil="dezelfde" if is_gelijk else "andere",
    )
    return replace(bevinding, ernst=Ernst.WAARSCHUWING) if is_gelijk else bevinding


def _antwoorden(vondst: Vondst) -> dict[tuple[str, str], str]:
    """Return what stands in the yellow cells, by the code or else the number of a row."""
    return {
        (rij.regel or str(rij.nummer), veld): rij.ruw(veld)
        for rij in list_rijen(vondst, Bron("", ""))
        for veld in vondst.tabel.invoer
        if rij.ruw(veld) and not is_niet_nodig(rij.ruw(veld))
    }

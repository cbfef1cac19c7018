"""Voorbeeldstemmen: the file ``voorbeeld/stemmen-JJJJ.md``, which an example may leave out."""

from typing import Final

from cycle.domain.errors import InvoerError
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stem import find_keuzes
from cycle.domain.voorbeeld import VoorbeeldStem
from cycle.library.bestand import Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tabel import Rij
from cycle.library.tabelbestand import read_rijen

KOLOMMEN: Final = ("partij", "eerste", "tweede", "derde")


def read_stemmen(
    bestand: Bestand, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> tuple[VoorbeeldStem, ...]:
    """Return the votes in the order of the file; each must be one that can be cast."""
    rijen = read_rijen(bestand, bevindingen, KOLOMMEN)
    stemmen = (_read_stem(rij, samenwerking, bevindingen) for rij in rijen)
    return tuple(stem for stem in stemmen if stem is not None)


def _read_stem(
    rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> VoorbeeldStem | None:
    """Return one vote, None with a finding when something in the row is wrong."""
    partijen = [partij.code for partij in samenwerking.partijen]
    partij, *woorden = (rij.cellen[naam] for naam in KOLOMMEN)
    if partij not in partijen:
        melding = f"De partij '{partij}' is niet bekend."
        bevindingen.fout("I120", rij.plek, melding, advies(partij, partijen))
        return None
    try:
        keuzes = find_keuzes(samenwerking, [woord for woord in woorden if woord])
    except InvoerError as fout:
        bevindingen.fout("I120", rij.plek, fout.melding, fout.advies)
        return None
    return VoorbeeldStem(partij, keuzes)

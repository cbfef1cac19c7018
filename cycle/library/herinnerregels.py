"""Herinnerregels: the block ``[herinneringen]`` of a samenwerking, which may be absent.

A distance is a number of working days: before the deadline for the first three rungs, after
it for the others. What is left out keeps its default.
"""

from typing import Final

from cycle.domain.ladder import LADDERS, Herinnerregels, Ladder, Trede, Weekdag
from cycle.domain.verplichting import Soort
from cycle.library.bevindingen import Bevindingen
from cycle.library.tomltabel import TomlTabel

_GEEN: Final = -1
"""Stands for a rung that is not sent."""


def read_herinnerregels(bron: TomlTabel, bevindingen: Bevindingen) -> Herinnerregels:
    """Return how this samenwerking reminds."""
    tabel = bron.tabel("herinneringen")
    if tabel is None:
        return Herinnerregels()
    weekdag = tabel.keuze("weekoverzicht", Weekdag, Weekdag.MAANDAG)
    eigen = {soort: tabel.tabel(soort.value) for soort in Soort}
    tabel.close()
    return Herinnerregels(
        ladders={
            soort: _read_ladder(deel, soort, bevindingen) if deel else LADDERS[soort]
            for soort, deel in eigen.items()
        },
        weekoverzicht=weekdag,
    )


def _read_ladder(tabel: TomlTabel, soort: Soort, bevindingen: Bevindingen) -> Ladder:
    """Return the ladder of one kind of obligation; its rungs must rise.

    What may stay away has no rungs after its deadline.
    """
    gewoon = {trede: abs(afstand) for trede, afstand in LADDERS[soort]}
    treden = [t for t in Trede if not (t.is_te_laat and soort.is_vrijblijvend)]
    gekozen = {t: tabel.geheel(t.value, standaard=gewoon.get(t, _GEEN)) for t in treden}
    for trede in tabel.keuzes("zonder", Trede, verplicht=False):
        gekozen[trede] = _GEEN
    tabel.close()
    ladder = tuple(
        (trede, afstand if trede.is_te_laat else -afstand)
        for trede, afstand in gekozen.items()
        if afstand != _GEEN
    )
    if tabel.is_gaaf and not _rises(ladder):
        bevindingen.fout(
            "I180",
            tabel.plek(),
            "Deze herinneringen lopen niet op.",
            "Voor de laatste dag gaat het aantal werkdagen omlaag tot 0 of meer. Daarna gaat "
            "het omhoog, vanaf 1.",
        )
    return ladder


def _rises(ladder: Ladder) -> bool:
    """Return whether each rung is later than the one before it, on its side of the deadline."""
    afstanden = [afstand for _, afstand in ladder]
    juiste_kant = all((afstand > 0) == trede.is_te_laat for trede, afstand in ladder)
    return juiste_kant and afstanden == sorted(set(afstanden))

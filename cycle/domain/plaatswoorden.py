"""Plaatswoorden: where a finding is about, for a reader who does not know the files."""

from typing import Final

from cycle.domain.samenwerking import Samenwerking

BIEDING: Final = "Bieding"
OVERIG: Final = "Algemeen"


def describe_plaats(plek: str, samenwerking: Samenwerking) -> str:
    """Return the afspraak, table, thema or kader that a place like ``file:line`` is in.

    A line belongs to the last afspraak or table that began before it.
    """
    if "!" in plek:
        return BIEDING
    bestand, _, cijfers = plek.rpartition(":")
    regel = int(cijfers) if bestand and cijfers.isdecimal() else 0
    bestand = bestand if regel else plek
    for kader in samenwerking.kaders:
        if str(kader.plek) == plek:
            return f"Kader '{kader.titel}'"
    if any(str(r.plek) == plek for r in samenwerking.realisaties):
        return "Gerealiseerd"
    return _in_thema(bestand, regel, samenwerking)


def _in_thema(bestand: str, regel: int, samenwerking: Samenwerking) -> str:
    """Return the afspraak or table at a line of the file of a thema, else the thema itself."""
    for nummer, thema in enumerate(samenwerking.themas, start=1):
        naam = f"Thema {nummer}. {thema.naam}"
        begin = [
            *((a.plek, f"Afspraak {a.nummer}") for a in thema.afspraken),
            *((t.plek, f"{naam}, tabel '{t.titel}'") for t in thema.tabellen),
        ]
        eerder = [(p.regel, woorden) for p, woorden in begin if p.bestand == bestand]
        if eerder:
            return max((e for e in eerder if e[0] <= regel), default=(0, naam))[1]
    return "Inleiding" if bestand.endswith("/inleiding.md") else OVERIG

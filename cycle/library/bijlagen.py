"""Bijlagen: the files ``specificaties-JJJJ.md`` and ``realisatie.md``."""

from collections.abc import Sequence

from cycle.domain.samenwerking import Realisatie, Specificatie
from cycle.library.bestand import Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.getallen import read_getal_of_onbekend
from cycle.library.markdown import split_bestand
from cycle.library.register import Naamsoort, Register
from cycle.library.tabel import Rij, read_tabellen


def read_specificaties(
    bestand: Bestand, register: Register, bevindingen: Bevindingen
) -> tuple[Specificatie, ...]:
    """Return the specification annex of one year."""
    specificaties = []
    for rij in _list_rijen(bestand, ("afspraak", "onderwerp", "waarde"), bevindingen):
        register.refer(Naamsoort.AFSPRAAK, rij.cellen["afspraak"], rij.plek)
        specificaties.append(
            Specificatie(
                afspraak=rij.cellen["afspraak"],
                onderwerp=rij.cellen["onderwerp"],
                waarde=rij.cellen["waarde"],
                plek=rij.plek,
            )
        )
    return tuple(specificaties)


def read_realisaties(
    bestand: Bestand, register: Register, bevindingen: Bevindingen
) -> tuple[Realisatie, ...]:
    """Return what was reached per partij and year; the same one twice is a fault."""
    kolommen = ("indicator", "partij", "jaar", "waarde", "bron")
    realisaties: dict[tuple[str, str, int], Realisatie] = {}
    for rij in _list_rijen(bestand, kolommen, bevindingen):
        register.refer(Naamsoort.PARTIJ, rij.cellen["partij"], rij.plek)
        register.refer(Naamsoort.INDICATOR, rij.cellen["indicator"], rij.plek)
        jaar = rij.jaar("jaar", bevindingen)
        waarde = rij.getal("waarde", read_getal_of_onbekend, bevindingen)
        if jaar is None:
            continue
        sleutel = (rij.cellen["indicator"], rij.cellen["partij"], jaar)
        if sleutel in realisaties:
            bevindingen.fout("I132", rij.plek, "Deze realisatie staat er dubbel.")
        realisaties[sleutel] = Realisatie(*sleutel, waarde, rij.cellen["bron"], rij.plek)
    return tuple(realisaties.values())


def _list_rijen(bestand: Bestand, kolommen: Sequence[str], bevindingen: Bevindingen) -> list[Rij]:
    """Return the rows of all tables in a file; a file without any table is a fault."""
    fouten = len(bevindingen)
    geheel = split_bestand(bestand, ())[0]
    tabellen = read_tabellen(geheel, bevindingen, kolommen=kolommen)
    if not tabellen and len(bevindingen) == fouten:
        bevindingen.fout("I143", bestand.plek(), "In dit bestand staat geen tabel.")
    return [rij for tabel in tabellen for rij in tabel.rijen]

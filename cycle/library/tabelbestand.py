"""Tabelbestand: a content file that holds one kind of table and nothing else."""

from collections.abc import Iterator, Sequence

from cycle.library.bestand import Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.markdown import split_bestand
from cycle.library.tabel import Rij, read_tabellen


def read_rijen(
    bestand: Bestand, bevindingen: Bevindingen, kolommen: Sequence[str]
) -> Iterator[Rij]:
    """Yield the rows of all tables with these columns; a file without a table is a fault."""
    fouten = len(bevindingen)
    tabellen = read_tabellen(split_bestand(bestand, ())[0], bevindingen, kolommen=kolommen)
    if not tabellen and len(bevindingen) == fouten:
        bevindingen.fout("I143", bestand.plek(), "In dit bestand staat geen tabel.")
    for tabel in tabellen:
        yield from tabel.rijen

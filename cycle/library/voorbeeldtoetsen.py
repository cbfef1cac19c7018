"""Voorbeeldtoetsen: the file ``voorbeeld/toetsen-JJJJ.md``, which an example may leave out."""

from typing import Final

from cycle.domain.formulier import regelcode, vragen
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment, Voortgang
from cycle.domain.voorbeeld import Standantwoord, VoorbeeldStand
from cycle.library.bestand import Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tabel import Rij
from cycle.library.tabelbestand import read_rijen

KOLOMMEN: Final = ("moment", "partij", "regelcode", "stand", "bereikt", "toelichting")


def read_standen(
    bestand: Bestand, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> tuple[VoorbeeldStand, ...]:
    """Return the rows that do not go as planned, in the order of the file."""
    rijen = read_rijen(bestand, bevindingen, KOLOMMEN)
    standen = (_read_stand(rij, samenwerking, bevindingen) for rij in rijen)
    return tuple(stand for stand in standen if stand is not None)


def _read_stand(
    rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> VoorbeeldStand | None:
    """Return one row, None with a finding when something in it is wrong."""
    partijen = [partij.code for partij in samenwerking.partijen]
    partij, code = rij.cellen["partij"], rij.cellen["regelcode"]
    moment = rij.keuze("moment", Toetsmoment, bevindingen)
    stand = rij.keuze("stand", Voortgang, bevindingen)
    if partij not in partijen:
        melding = f"De partij '{partij}' is niet bekend."
        bevindingen.fout("I120", rij.plek, melding, advies(partij, partijen))
        return None
    codes = [
        regelcode(afspraak.nummer, indicator.code)
        for afspraak in samenwerking.afspraken
        for indicator in vragen(samenwerking, afspraak, partij)
    ]
    if code not in codes:
        melding = f"De regelcode '{code}' staat niet op het formulier."
        bevindingen.fout("I126", rij.plek, melding, advies(code, codes))
        return None
    if moment is None or stand is None:
        return None
    antwoord = Standantwoord(code, stand.value, rij.cellen["bereikt"], rij.cellen["toelichting"])
    return VoorbeeldStand(moment, partij, antwoord)

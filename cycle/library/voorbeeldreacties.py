"""Voorbeeldreacties: the file ``voorbeeld/reacties-JJJJ.md``, which an example may leave out."""

from typing import Final

from cycle.domain.reactietabel import Reactiekeuze
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.voorbeeld import VoorbeeldReactie
from cycle.library.bestand import Bestand
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tabel import Rij
from cycle.library.tabelbestand import read_rijen

KOLOMMEN: Final = ("partij", "afspraak", "oud", "nieuw", "besluit", "antwoord")


def read_reacties(
    bestand: Bestand, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> tuple[VoorbeeldReactie, ...]:
    """Return the reactions in the order of the file; each must be one that can be played."""
    rijen = read_rijen(bestand, bevindingen, KOLOMMEN)
    reacties = (_read_reactie(rij, samenwerking, bevindingen) for rij in rijen)
    return tuple(reactie for reactie in reacties if reactie is not None)


def _read_reactie(
    rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> VoorbeeldReactie | None:
    """Return one reaction, None with a finding when something in the row is wrong."""
    partijen = [partij.code for partij in samenwerking.partijen]
    partij, nummer, oud = (rij.cellen[naam] for naam in ("partij", "afspraak", "oud"))
    keuze = rij.keuze("besluit", Reactiekeuze, bevindingen)
    afspraak = next((a for a in samenwerking.afspraken if str(a.nummer) == nummer), None)
    if partij not in partijen:
        melding = f"De partij '{partij}' is niet bekend."
        bevindingen.fout("I120", rij.plek, melding, advies(partij, partijen))
    elif afspraak is None:
        raad = "Schrijf het nummer van een afspraak."
        bevindingen.fout("I124", rij.plek, f"Afspraak '{nummer}' bestaat niet.", raad)
    elif not oud or (afspraak.tekst + afspraak.toelichting).count(oud) != 1:
        bevindingen.fout(
            "I165",
            rij.plek,
            f"De woorden '{oud}' staan niet precies een keer in afspraak {nummer}.",
            "Neem woorden over die op een regel van de tekst of de toelichting staan.",
        )
    elif keuze is Reactiekeuze.AFWIJZEN and not rij.cellen["antwoord"]:
        bevindingen.fout("I165", rij.plek, "Bij 'afwijzen' hoort een antwoord.")
    elif keuze is not None:
        return VoorbeeldReactie(
            partij, int(nummer), oud, rij.cellen["nieuw"], keuze, rij.cellen["antwoord"]
        )
    return None

"""Stand: the rows of the form of a check become regels of a Standmelding, with findings.

An empty row is a question that is still open, and no fault. A figure that is not known stays
unknown: it is never zero.
"""

from functools import partial
from typing import Final

from cycle.domain.bevinding import Ernst
from cycle.domain.bieding import Nuance
from cycle.domain.gelezen import Reden
from cycle.domain.toets import Standregel, Voortgang
from cycle.forms.indeling import NIET_NODIG
from cycle.forms.lezen.getalcel import Getalvraag, read_getalcel
from cycle.forms.lezen.herkenning import Kenmerken, Vraag, is_niet_nodig
from cycle.forms.lezen.rijen import Bron, Gelezen, Rij, gather, is_gevuld, list_gevraagd, list_rijen
from cycle.forms.lezen.vinden import Vondst
from cycle.forms.lezen.waarden import LEEG, Lezing, keuzelijst, read_keuze, read_tekst

_KEUZES: Final = keuzelijst(
    Voortgang,
    {"klaar": Voortgang.GEREED, "afgerond": Voortgang.GEREED, "bezig": Voortgang.LOOPT,
     "nog niet begonnen": Voortgang.NIET_BEGONNEN, "vervallen": Voortgang.VERVALT},
)  # fmt: skip
_UITLEGGEN: Final = (Voortgang.VERTRAAGD, Voortgang.VERVALT)
_MET_CIJFER: Final = (Voortgang.LOOPT, Voortgang.VERTRAAGD, Voortgang.GEREED)


def read_standen(vondst: Vondst, kenmerken: Kenmerken, bron: Bron) -> Gelezen[Standregel]:
    """Return the answered rows of one table of a check."""
    rijen = list_rijen(vondst, bron)
    regels = [_read_rij(rij, vraag) for rij, vraag in list_gevraagd(vondst, rijen, kenmerken)]
    return gather(regels, vondst, rijen, kenmerken)


def _read_rij(rij: Rij, vraag: Vraag) -> Standregel:
    """Return the answers of one row, after each cell and then the row as a whole was checked."""
    vraagt_getal = "cijfer" in rij.vondst.tabel.invoer and not vraag.is_proces
    keuze = rij.lees("status", partial(read_keuze, keuzes=_KEUZES))
    cijfer = _read_cijfer(rij, vraag) if vraagt_getal else _check_niet_nodig(rij)
    toelichting = rij.lees("toelichting", read_tekst)
    regel = Standregel(
        regelcode=vraag.regelcode,
        voortgang=Voortgang(keuze.tekst) if keuze.tekst else None,
        cijfer=cijfer.getal,
        toelichting=toelichting.tekst,
        plekken={
            _naar_domein(veld): rij.plek(veld)
            for veld in rij.vondst.tabel.invoer
            if veld in rij.cellen and not (veld == "cijfer" and not vraagt_getal)
        },
        nuance=_nuance(cijfer),
    )
    _check_compleet(rij, regel, vraagt_getal=vraagt_getal)
    return regel


def _naar_domein(veld: str) -> str:
    """Return the name by which a report knows a field of the form."""
    return "voortgang" if veld == "status" else veld


def _read_cijfer(rij: Rij, vraag: Vraag) -> Lezing:
    """Return the figure of a row, in the unit of its question."""
    getal = Getalvraag(vraag.eenheid, onder_nul=vraag.onder_nul)
    return rij.lees("cijfer", partial(read_getalcel, vraag=getal))


def _check_niet_nodig(rij: Rij) -> Lezing:
    """Set aside what was typed as the figure of a question without one, and say so."""
    ruw = rij.ruw("cijfer")
    if ruw and not is_niet_nodig(ruw):
        rij.bewaar("cijfer", Lezing(reden=Reden.GEWEIGERD))
        rij.meld("S108", "cijfer", ruw=ruw, verwacht=NIET_NODIG)
    return LEEG


def _nuance(cijfer: Lezing) -> Nuance | None:
    """Return what was written around a figure, None for a plain number or an empty cell."""
    reden = None if cijfer.reden is Reden.LEEG else cijfer.reden
    nuance = Nuance(cijfer.kwalificatie, cijfer.hoog, reden)
    return None if nuance == Nuance() else nuance


def _check_compleet(rij: Rij, regel: Standregel, *, vraagt_getal: bool) -> None:
    """Report what misses in a row; what was said of a cell itself is not repeated here."""
    if "status" not in rij.cellen:
        if rij.has_kolom("status"):
            ernst = Ernst.FOUT if is_gevuld(rij) else Ernst.WAARSCHUWING
            rij.meld("W313", "status", ernst=ernst, kop="hoe staat het?")
        return
    if regel.voortgang in _UITLEGGEN and "toelichting" not in rij.cellen:
        rij.meld("W317", "toelichting", ruw=rij.ruw("status"))
    mist_cijfer = vraagt_getal and "cijfer" not in rij.cellen and rij.has_kolom("cijfer")
    if mist_cijfer and regel.voortgang in _MET_CIJFER:
        rij.meld("W313", "cijfer", ernst=Ernst.WAARSCHUWING, kop="wat is er bereikt?")

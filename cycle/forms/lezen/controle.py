"""Controle: the rows of the sheet Bieding become regels of a Bieding, with findings.

Every answer keeps the cell it was read from. After each cell the row is checked as a whole:
what misses, and what contradicts itself.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Final

from cycle.domain.bevinding import Ernst
from cycle.domain.bieding import BiedingRegel, Deelname, Nuance
from cycle.domain.gelezen import Reden
from cycle.forms.bestand.raster import Waarde
from cycle.forms.indeling import BIEDING, NIET_NODIG, naar_domein
from cycle.forms.lezen.getalcel import Getalvraag, read_getalcel
from cycle.forms.lezen.herkenning import Kenmerken, Vraag, is_niet_nodig
from cycle.forms.lezen.rijen import Bron, Gelezen, Rij, gather, is_gevuld, list_gevraagd, list_rijen
from cycle.forms.lezen.vinden import Vondst
from cycle.forms.lezen.waarden import Lezing, keuzelijst, read_keuze, read_periode, read_tekst
from cycle.forms.meldingen.melding import Waar

_DOET_MEE: Final = (Deelname.JA, Deelname.DEELS)
_KEUZES: Final = keuzelijst(
    Deelname,
    {"j": Deelname.JA, "n": Deelname.NEE, "gedeeltelijk": Deelname.DEELS,
     "niet van toepassing": Deelname.NVT},
)  # fmt: skip
_EURO: Final = Getalvraag("euro")


def read_regels(vondst: Vondst, kenmerken: Kenmerken, bron: Bron) -> Gelezen[BiedingRegel]:
    """Return the answered rows of the sheet Bieding."""
    rijen = list_rijen(vondst, bron)
    regels = [
        _read_rij(rij, vraag, kenmerken.jaar)
        for rij, vraag in list_gevraagd(vondst, rijen, kenmerken)
    ]
    return gather(regels, vondst, rijen, kenmerken)


def _read_rij(rij: Rij, vraag: Vraag, jaar: int) -> BiedingRegel:
    """Return the answers of one row, after each cell and then the row as a whole was checked."""
    lezers: dict[str, Callable[[Waarde | None, Waar], Lezing]] = {
        "status": partial(read_keuze, keuzes=_KEUZES),
        "planning": partial(read_periode, jaar=jaar, in_jaar=True),
        "bedrag": partial(read_getalcel, vraag=_EURO),
        "toelichting": read_tekst,
    }
    if vraag.is_proces:
        _check_niet_nodig(rij)
    else:
        getal = Getalvraag(vraag.eenheid, onder_nul=vraag.onder_nul)
        lezers["bod"] = partial(read_getalcel, vraag=getal)
    lezingen = {veld: rij.lees(veld, lezers[veld]) for veld in BIEDING.invoer if veld in lezers}
    regel = _regel(rij, vraag, lezingen)
    _check_compleet(rij, vraag, regel)
    return regel


def _regel(rij: Rij, vraag: Vraag, lezingen: dict[str, Lezing]) -> BiedingRegel:
    """Return a row as it is kept in a bieding."""
    leeg = Lezing()
    keuze, bod = lezingen["status"].tekst, lezingen.get("bod", leeg)
    planning = lezingen["planning"]
    gevuld = {w.veld: w for w in rij.waarden if _is_antwoord(rij, w.veld, vraag)}
    return BiedingRegel(
        regelcode=vraag.regelcode,
        deelname=Deelname(keuze) if keuze else None,
        bod=bod.getal,
        planning=rij.ruw("planning"),
        bedrag=lezingen["bedrag"].getal,
        toelichting=lezingen["toelichting"].tekst,
        plekken={naar_domein(veld): waarde.plek for veld, waarde in gevuld.items()},
        ruw={naar_domein(veld): waarde.ruw for veld, waarde in gevuld.items()},
        nuances={
            naar_domein(veld): Nuance(lezing.kwalificatie, lezing.hoog, lezing.reden)
            for veld, lezing in lezingen.items()
            if lezing.kwalificatie or lezing.hoog is not None or _is_reden(lezing)
        },
        planning_van=planning.dag,
        planning_tot=planning.tot,
    )


def _is_reden(lezing: Lezing) -> bool:
    """Return whether a partij wrote something that says why there is no answer."""
    return lezing.reden is not None and lezing.reden is not Reden.LEEG


def _is_antwoord(rij: Rij, veld: str, vraag: Vraag) -> bool:
    """Return whether the partij typed something in this field."""
    if veld == "bod" and vraag.is_proces:
        return False
    return veld in rij.cellen


def _check_niet_nodig(rij: Rij) -> None:
    """Set aside what was typed in the bod of a question without a number, and say so."""
    ruw = rij.ruw("bod")
    if ruw and not is_niet_nodig(ruw):
        rij.bewaar("bod", Lezing(reden=Reden.GEWEIGERD))
        rij.meld("S108", "bod", ruw=ruw, verwacht=NIET_NODIG)


def _check_compleet(rij: Rij, vraag: Vraag, regel: BiedingRegel) -> None:
    """Report missing answers and answers that contradict each other.

    A row left wholly empty is an open question, not a fault: the bieding may be booked and
    the row is listed as "zonder bod". What was said of a cell itself is not repeated here.
    """
    if "status" not in rij.cellen:
        if rij.has_kolom("status"):
            ernst = Ernst.FOUT if is_gevuld(rij) else Ernst.WAARSCHUWING
            rij.meld("W313", "status", ernst=ernst, kop="doet u mee?")
    elif regel.deelname in _DOET_MEE:
        _check_antwoord(rij, vraag, regel.bod)
    elif regel.deelname is not None:
        if _mist(rij, "toelichting"):
            rij.meld("W317", "toelichting", ruw=rij.ruw("status"))
        if regel.bod:
            rij.meld("W322", "bod", keuze=rij.ruw("status"), ruw=rij.ruw("bod"))


def _mist(rij: Rij, veld: str) -> bool:
    """Return whether a cell is empty that is still there to be filled in."""
    return veld not in rij.cellen and rij.has_kolom(veld)


def _check_antwoord(rij: Rij, vraag: Vraag, bod: Decimal | None) -> None:
    """Report a "ja" of which nobody can tell what it means."""
    if vraag.is_proces:
        if _mist(rij, "toelichting"):
            rij.meld("W313", "toelichting", kop="wat gaat u doen?")
    elif bod is None and rij.has_kolom("bod"):
        plek = rij.waar("bod").plek
        if not any(b.plek == plek for b in rij.bevindingen):
            ernst = Ernst.WAARSCHUWING if "toelichting" in rij.cellen else Ernst.FOUT
            rij.meld("W313", "bod", ernst=ernst, ruw=rij.ruw("bod"), kop="wat is uw bod?")

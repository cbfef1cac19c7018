"""Bijtabellen: the tables beside the bieding: stock, requests, answers to them, extra offers."""

import hashlib
import re
from decimal import Decimal
from functools import partial
from typing import Final

from cycle.domain.bieding import ExtraVoorstel, Voorraadstand
from cycle.domain.notatie import opsomming
from cycle.domain.wederkerigheid import Bereidheid, Verzoek, Verzoekantwoord
from cycle.forms.bestand.raster import Waarde
from cycle.forms.indeling import EXTRA
from cycle.forms.lezen.getalcel import Getalvraag, read_getalcel
from cycle.forms.lezen.herkenning import Kenmerken, one_line
from cycle.forms.lezen.rijen import (
    Bron,
    Gelezen,
    Rij,
    check_verborgen,
    gather,
    is_gevuld,
    list_gevraagd,
    list_rijen,
)
from cycle.forms.lezen.vinden import Vondst
from cycle.forms.lezen.waarden import (
    LEEG,
    Lezing,
    geweigerd,
    keuzelijst,
    read_keuze,
    read_periode,
    read_tekst,
)
from cycle.forms.meldingen.melding import Waar

_BEREID: Final = keuzelijst(
    [b for b in Bereidheid if b is not Bereidheid.OPEN],
    {"j": Bereidheid.JA, "n": Bereidheid.NEE, "gedeeltelijk": Bereidheid.DEELS},
)
_JA_NEE: Final = keuzelijst(("ja", "nee"), {"j": "ja", "n": "nee"})
_NUMMER = re.compile(r"(?:afspra(?:ak|ken)|nr\.?|a)? ?([0-9]{1,3})(?:,0+)?", re.IGNORECASE)
_EN = re.compile(r"\s*(?:,\s|;|\+|&|\ben\b)\s*", re.IGNORECASE)
_LANGSTE_LIJST: Final = 100
_LIDWOORD = re.compile(r"(?:(?:onze|ons|de|het|eigen) )+")


def read_voorraad(vondst: Vondst, kenmerken: Kenmerken, bron: Bron) -> Gelezen[Voorraadstand]:
    """Return the numbers of homes; an empty row says nothing."""
    rijen = list_rijen(vondst, bron)
    standen = []
    for rij, vraag in list_gevraagd(vondst, rijen, kenmerken):
        stand = rij.lees("stand", partial(read_getalcel, vraag=Getalvraag(vraag.eenheid)))
        toelichting = rij.lees("toelichting", read_tekst)
        if stand.getal is not None:
            indicator = vraag.vast.get("indicator") or rij.regel.rpartition("-")[2]
            standen.append(
                Voorraadstand(indicator, stand.getal, rij.plek("stand"), toelichting.tekst)
            )
    return gather(standen, vondst, rijen, kenmerken)


def read_antwoorden(vondst: Vondst, kenmerken: Kenmerken, bron: Bron) -> Gelezen[Verzoekantwoord]:
    """Return what the partij says to requests of others; an empty answer is still open."""
    rijen = list_rijen(vondst, bron)
    antwoorden = []
    for rij, vraag in list_gevraagd(vondst, rijen, kenmerken):
        keuze = rij.lees("status", partial(read_keuze, keuzes=_BEREID))
        toelichting = rij.lees("toelichting", read_tekst)
        if keuze.tekst == Bereidheid.NEE and "toelichting" not in rij.cellen:
            rij.meld("W317", "toelichting", ruw=rij.ruw("status"))
        antwoorden.append(
            Verzoekantwoord(
                vraag.regelcode,
                Bereidheid(keuze.tekst) if keuze.tekst else Bereidheid.OPEN,
                toelichting.tekst,
                rij.plek("status"),
            )
        )
    return gather(antwoorden, vondst, rijen, kenmerken)


def read_verzoeken(vondst: Vondst, kenmerken: Kenmerken, bron: Bron) -> Gelezen[Verzoek]:
    """Return what the partij needs from others."""
    rijen = [rij for rij in list_rijen(vondst, bron) if is_gevuld(rij)]
    verzoeken = [verzoek for rij in rijen for verzoek in _read_verzoek(rij, kenmerken)]
    return gather(verzoeken, vondst, rijen, kenmerken)


def _read_verzoek(rij: Rij, kenmerken: Kenmerken) -> list[Verzoek]:
    """Return the request of one row, once for each afspraak that it names.

    A row without the asked partij or the request itself is a fout.
    """
    check_verborgen(rij)
    gevraagde = rij.lees("gevraagde", partial(_read_gevraagde, kenmerken=kenmerken))
    inzet = rij.lees("inzet", read_tekst)
    nummer = rij.lees("afspraak", partial(_read_nummers, kenmerken=kenmerken))
    voor = rij.lees("voor", partial(read_periode, jaar=kenmerken.jaar, in_jaar=False))
    voorwaarde = rij.lees("voorwaarde", partial(read_keuze, keuzes=_JA_NEE))
    for veld, kop in (("gevraagde", "van wie hebt u iets nodig?"), ("inzet", "wat hebt u nodig?")):
        if veld not in rij.cellen and rij.has_kolom(veld):
            rij.meld("W313", veld, kop=kop)
    nummers = () if nummer.reden else _list_nummers(rij.ruw("afspraak"))
    return [
        Verzoek(
            code=verzoek_code(kenmerken.partij, gevraagde.tekst, getal, inzet.tekst),
            vrager=kenmerken.partij,
            gevraagde=gevraagde.tekst,
            nummer=getal,
            inzet=inzet.tekst,
            planning=rij.ruw("voor"),
            voor=voor.tot,
            is_voorwaarde=voorwaarde.tekst == "ja",
            plek=rij.plek("inzet"),
        )
        for getal in nummers or (0,)
    ]


def verzoek_code(vrager: str, gevraagde: str, nummer: int, inzet: str) -> str:
    """Return a code that follows from what is asked, so it stays when a form comes again."""
    inhoud = "\t".join((vrager, gevraagde, str(nummer), one_line(inzet).lower()))
    return f"V-{hashlib.sha256(inhoud.encode()).hexdigest()[:8].upper()}"


def _read_gevraagde(cel: Waarde | None, waar: Waar, kenmerken: Kenmerken) -> Lezing:
    """Return the code of who is asked, typed as a name or as the code itself.

    An own orgaan may be called "RvC", "onze RvC" or "raad van commissarissen". Without the
    list of names what was typed counts as it stands, as long as it is somebody else.
    """
    if cel is None:
        return LEEG
    naam = _kale_naam(cel.ruw)
    bekend = {_kale_naam(naam): code for naam, code in kenmerken.gevraagden.items()}
    bekend |= {code.casefold(): code for code in (kenmerken.partij, *bekend.values())}
    code = bekend.get(naam)
    if code == kenmerken.partij and code:
        return geweigerd("W324", waar, cel)
    if not kenmerken.gevraagden:
        return read_tekst(cel, waar)
    return Lezing(code) if code else geweigerd("W316", waar, cel, keuzes="een naam uit de lijst")


def _kale_naam(tekst: str) -> str:
    """Return a name without capitals and dots, and without "de" or "onze" before it."""
    return _LIDWOORD.sub("", one_line(tekst).casefold().replace(".", ""), count=1)


def _read_nummers(cel: Waarde | None, waar: Waar, kenmerken: Kenmerken) -> Lezing:
    """Return the number of an afspraak, or more of them as ``1 en 3``; each must exist."""
    if cel is None:
        return LEEG
    nummers = _list_nummers(cel.ruw)
    if not nummers:
        return geweigerd("W301", waar, cel)
    onbekend = [str(n) for n in nummers if n not in kenmerken.afspraken]
    if onbekend and kenmerken.afspraken:
        return geweigerd("W323", waar, cel, nummers=opsomming(onbekend))
    if len(nummers) == 1:
        return Lezing(Decimal(nummers[0]))
    return Lezing(opsomming([str(n) for n in nummers]))


def _list_nummers(tekst: str) -> tuple[int, ...]:
    """Return the numbers in a list like ``1, 3 en 5``, each once; empty when it is no list."""
    if len(tekst) > _LANGSTE_LIJST:
        return ()
    delen = [_NUMMER.fullmatch(deel) for deel in _EN.split(one_line(tekst))]
    gevonden = [int(deel[1]) for deel in delen if deel]
    return tuple(dict.fromkeys(gevonden)) if len(gevonden) == len(delen) else ()


def read_extra(vondst: Vondst, kenmerken: Kenmerken, bron: Bron) -> Gelezen[ExtraVoorstel]:
    """Return the offers on the sheet Extra; a bod without a proposal is a fout."""
    rijen = [rij for rij in list_rijen(vondst, bron) if is_gevuld(rij)]
    voorstellen = []
    for rij in rijen:
        check_verborgen(rij)
        velden = {veld: rij.lees(veld, read_tekst).tekst for veld in EXTRA.invoer}
        if "voorstel" not in rij.cellen and rij.has_kolom("voorstel"):
            rij.meld("W313", "voorstel", kop="wat is uw voorstel?")
        voorstellen.append(
            ExtraVoorstel(
                kenmerken.partij,
                velden["voorstel"],
                velden["bod"],
                velden["planning"],
                rij.plek("voorstel"),
            )
        )
    return gather(voorstellen, vondst, rijen, kenmerken)

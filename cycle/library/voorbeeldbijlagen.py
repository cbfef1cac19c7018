"""Voorbeeldbijlagen: the tables below the answers of a partij: stock, requests, extra offers."""

from collections.abc import Mapping
from typing import Final

from cycle.domain.formulier import VOORRAADSOORTEN, voorraadcode
from cycle.domain.partij import EIGEN_ORGAAN
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.voorbeeld import (
    ExtraAntwoord,
    Gevraagdantwoord,
    Voorraadantwoord,
    Wederkerigheidantwoord,
)
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies
from cycle.library.tabel import Rij

EXTRA: Final = ("voorstel", "bod", "planning")
VOORRAAD: Final = ("regelcode", "stand", "toelichting")
WEDERKERIGHEID: Final = ("van wie", "wat", "afspraak", "voor wanneer", "voorwaarde")
GEVRAAGD: Final = ("vrager", "afspraak", "antwoord", "toelichting")


def read_extra(rij: Rij) -> ExtraAntwoord:
    """Return one offer without an afspraak."""
    return ExtraAntwoord(*(rij.cellen[kop] for kop in EXTRA))


def read_voorraad(
    rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> Voorraadantwoord:
    """Return how many homes of one kind; its code must be on the form."""
    code = rij.cellen["regelcode"]
    codes = [voorraadcode(c) for c in VOORRAADSOORTEN if c in samenwerking.indicatoren]
    if code not in codes:
        melding = f"De regelcode '{code}' staat niet op het formulier."
        bevindingen.fout("I126", rij.plek, melding, advies(code, codes))
    return Voorraadantwoord(*(rij.cellen[kop] for kop in VOORRAAD))


def read_wederkerigheid(
    rij: Rij, samenwerking: Samenwerking, partij: str, bevindingen: Bevindingen
) -> Wederkerigheidantwoord:
    """Return one request, with the name by which the form knows who is asked."""
    namen = {p.code: p.naam for p in samenwerking.partijen if p.code != partij}
    namen |= {orgaan.value: EIGEN_ORGAAN[orgaan] for orgaan in samenwerking.partij(partij).organen}
    naam = _naam(rij, "van wie", namen, bevindingen)
    return Wederkerigheidantwoord(naam, *(rij.cellen[kop] for kop in WEDERKERIGHEID[1:]))


def read_gevraagd(
    rij: Rij, samenwerking: Samenwerking, bevindingen: Bevindingen
) -> Gevraagdantwoord:
    """Return the answer to one request, with the name by which the form knows who asks."""
    namen = {p.code: p.naam for p in samenwerking.partijen}
    naam = _naam(rij, "vrager", namen, bevindingen)
    return Gevraagdantwoord(naam, *(rij.cellen[kop] for kop in GEVRAAGD[1:]))


def _naam(rij: Rij, kolom: str, namen: Mapping[str, str], bevindingen: Bevindingen) -> str:
    """Return the name that goes with a code; an unknown code is a fout."""
    code = rij.cellen[kolom]
    if code not in namen:
        melding = f"De partij '{code}' is niet bekend."
        bevindingen.fout("I120", rij.plek, melding, advies(code, list(namen)))
    return namen.get(code, code)

"""Ontvangstantwoorden: every question of a form with its answer, for the letter of receipt.

Questions without an answer stand there too, so that the partij sees at once what we did and
did not read.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cycle.domain import antwoordtekst
from cycle.domain.antwoordtekst import deelname
from cycle.domain.formulier import Formulier
from cycle.domain.gelezen import GelezenWaarde
from cycle.domain.indicator import INZET, Indicator
from cycle.domain.ontvangstview import AntwoordView
from cycle.domain.partij import EIGEN_ORGAAN, uw_orgaan
from cycle.domain.vraagnaam import NODIG, list_vraagnamen

_MET_CODE: Final = ("bieding", "voorraad", "gevraagd")
"""Tables of which each row has a code."""
_GEEN_ANTWOORD: Final = "Nog geen antwoord."
_ANDERS: Final = "Ander antwoord"
_LABELS: Final = {
    "bod": "Uw bod",
    "planning": "Klaar",
    "bedrag": "Bedrag",
    "toelichting": "Toelichting",
}


@dataclass(frozen=True, slots=True)
class _Vraag:
    """One question: its words, and what its numbers mean."""

    vraag: str
    indicator: Indicator = INZET


def list_antwoorden(
    formulier: Formulier, waarden: Sequence[GelezenWaarde], *, zonder: Collection[str] = ()
) -> Iterator[AntwoordView]:
    """Yield every question of the form with its answer, in the order of the form.

    Questions in `zonder` are left out as long as they have no answer at all. Answers to
    questions that the form does not ask come after them.
    """
    per_tabel: dict[str, dict[str, list[GelezenWaarde]]] = {}
    for waarde in waarden:
        rijen = per_tabel.setdefault(waarde.tabel, {})
        rijen.setdefault(_rijsleutel(waarde), []).append(waarde)
    gevraagd = dict(_vragen(formulier))
    met_code = {code: rij for tabel in _MET_CODE for code, rij in per_tabel.get(tabel, {}).items()}
    for code in dict.fromkeys((*gevraagd, *met_code)):
        rij = met_code.get(code, ())
        if code in zonder and not any(map(_is_gevuld, rij)):
            continue
        vraag = gevraagd.get(code) or _Vraag(f"{_ANDERS}: {code}")
        yield _antwoord(vraag, rij)
    for rij in per_tabel.get("wederkerigheid", {}).values():
        yield _verzoek(formulier, rij)
    for rij in per_tabel.get("extra", {}).values():
        yield _antwoord(_Vraag("Uw extra voorstel"), rij)


def _vragen(formulier: Formulier) -> Iterator[tuple[str, _Vraag]]:
    """Yield the code of each question, and the question."""
    indicatoren = {regel.regelcode: regel.indicator for regel in formulier.regels}
    indicatoren |= {stand.regelcode: stand.indicator for stand in formulier.voorraad}
    for code, naam in list_vraagnamen(formulier).items():
        yield code, _Vraag(naam, indicatoren.get(code, INZET))


def _rijsleutel(waarde: GelezenWaarde) -> str:
    """Return what the answers of one row have in common: its code, else its row."""
    if waarde.tabel in _MET_CODE and waarde.regel:
        return waarde.regel
    return _rij([waarde])


def _antwoord(vraag: _Vraag, waarden: Sequence[GelezenWaarde]) -> AntwoordView:
    """Return one question with its answer, a sentence per field."""
    gevuld = [w for w in _in_volgorde(waarden) if _is_gevuld(w)]
    regels = [_regel(waarde, vraag.indicator) for waarde in gevuld]
    return AntwoordView(vraag.vraag, " ".join(regels) or _GEEN_ANTWOORD, _rij(gevuld))


def _is_gevuld(waarde: GelezenWaarde) -> bool:
    """Return whether anything was filled in."""
    return bool(waarde.ruw) or waarde.waarde is not None


def _in_volgorde(waarden: Sequence[GelezenWaarde]) -> list[GelezenWaarde]:
    """Return the answers of one row in the order of the form."""
    volgorde = ("status", *_LABELS)
    return sorted(waarden, key=lambda w: volgorde.index(w.veld) if w.veld in volgorde else -1)


def _regel(waarde: GelezenWaarde, indicator: Indicator) -> str:
    """Return one answer as a sentence."""
    if waarde.veld == "status":
        kan = waarde.tabel == "gevraagd"
        return _zin(f"Uw antwoord: {antwoordtekst.tekst(waarde)}") if kan else deelname(waarde)
    if waarde.veld in ("bod", "stand") and waarde.tabel in _MET_CODE:
        inhoud = antwoordtekst.hoeveelheid(waarde, indicator)
    elif waarde.veld == "bedrag":
        inhoud = antwoordtekst.bedrag(waarde)
    else:
        inhoud = antwoordtekst.periode(waarde)
    label = _LABELS.get(waarde.veld, "")
    return _zin(f"{label}: {inhoud}" if label else inhoud)


def _verzoek(formulier: Formulier, waarden: Sequence[GelezenWaarde]) -> AntwoordView:
    """Return what the partij needs from another one."""
    per_veld = {waarde.veld: waarde for waarde in waarden}
    gevraagde = per_veld.get("gevraagde")
    afspraak, voor = per_veld.get("afspraak"), per_veld.get("voor")
    voorwaarde, inzet = per_veld.get("voorwaarde"), per_veld.get("inzet")
    regels = [
        antwoordtekst.tekst(inzet) if inzet else "",
        f"Bij {_afspraak(afspraak.ruw)}" if afspraak and afspraak.ruw else "",
        f"Voor: {antwoordtekst.periode(voor)}" if voor and voor.ruw else "",
        f"Gaat uw bod zonder dit niet door: {voorwaarde.ruw}"
        if voorwaarde and voorwaarde.ruw
        else "",
    ]
    van_wie = _wie(formulier, gevraagde) if gevraagde and gevraagde.ruw else ""
    return AntwoordView(
        vraag=f"{NODIG}, van {van_wie or 'wie is niet ingevuld'}",
        antwoord=" ".join(_zin(regel) for regel in regels if regel),
        cel=_rij(waarden),
    )


def _afspraak(ruw: str) -> str:
    """Return the afspraak as it was typed, with the word in front once."""
    return ruw if ruw.casefold().startswith("afspraak") else f"afspraak {ruw}"


def _wie(formulier: Formulier, gevraagde: GelezenWaarde) -> str:
    """Return by name who is asked; an own orgaan as we call it."""
    naam = formulier.naam(str(gevraagde.waarde)) if gevraagde.waarde else gevraagde.ruw
    if naam == gevraagde.waarde:
        naam = gevraagde.ruw
    return uw_orgaan(naam) if naam in EIGEN_ORGAAN.values() else naam


def _zin(tekst: str) -> str:
    """Return a line that ends with a full stop and begins with a capital."""
    begin = tekst[:1].upper() + tekst[1:]
    return begin if begin.endswith((".", "!", "?", "…")) else f"{begin}."


def _rij(waarden: Sequence[GelezenWaarde]) -> str:
    """Return sheet and row of these answers, empty when there are none."""
    plek = next((w.plek for w in waarden if w.plek.cel), None)
    if plek is None:
        return ""
    return f"{plek.blad}, rij {plek.cel.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"

"""Actieverwerking: changes that partijen proposed in the row of an action, made in the answer.

A figure is read back from the words of the document and written again; only when that gives
the very same words it is taken over. Who looks for the source of a changed value finds the
reaction.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from cycle.domain.activiteittekst import activiteit_tekst, deelname_tekst
from cycle.domain.anker import actie_anker
from cycle.domain.bieding import Bieding, BiedingRegel, Deelname
from cycle.domain.formulier import regelcode, vragen
from cycle.domain.indicator import INZET, Indicator
from cycle.domain.notatie import euro, hoeveelheid
from cycle.domain.opmaak import Woordwijziging
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.tekstverwerking import NIET_GEVONDEN, Nietverwerkt, apply_woorden


@dataclass(frozen=True, slots=True)
class _Actie:
    """The answer behind a row, and what it is about."""

    partij: str
    indicator: Indicator
    antwoord: BiedingRegel


def change_actie(
    samenwerking: Samenwerking,
    biedingen: Sequence[Bieding],
    actie: str,
    alinea: str,
    woorden: Sequence[Woordwijziging],
    *,
    bron: Plek,
) -> tuple[Bieding, ...] | Nietverwerkt:
    """Return the biedingen with words changed in one cell of the row with bookmark `actie`.

    `bron` is where the new words come from.
    """
    gevonden = _find(samenwerking, biedingen, actie)
    anders = apply_woorden(alinea, woorden)
    if gevonden is None or anders is None:
        return Nietverwerkt(NIET_GEVONDEN)
    velden = [naam for naam, tekst in _cellen(gevonden) if tekst == alinea]
    if not velden and anders in [tekst for _, tekst in _cellen(gevonden)]:
        return tuple(biedingen)
    if len(velden) != 1:
        return Nietverwerkt(NIET_GEVONDEN)
    nieuw = _changed(gevonden, velden[0], anders, bron)
    if isinstance(nieuw, Nietverwerkt):
        return nieuw
    return _put(biedingen, gevonden.partij, nieuw)


def drop_actie(
    samenwerking: Samenwerking, biedingen: Sequence[Bieding], actie: str, *, bron: Plek
) -> tuple[Bieding, ...] | Nietverwerkt:
    """Return the biedingen in which this action is called off.

    The question was asked and answered, so the row stays, and says that the partij does
    not take part.
    """
    gevonden = _find(samenwerking, biedingen, actie)
    if gevonden is None:
        return Nietverwerkt(NIET_GEVONDEN)
    if gevonden.antwoord.deelname is Deelname.NEE:
        return tuple(biedingen)
    nee = BiedingRegel(
        regelcode=gevonden.antwoord.regelcode,
        deelname=Deelname.NEE,
        bod=None,
        planning="",
        bedrag=None,
        toelichting=f"Vervallen na {bron}.",
        plekken={"deelname": bron, "toelichting": bron},
    )
    return _put(biedingen, gevonden.partij, nee)


def partij_van_actie(samenwerking: Samenwerking, actie: str) -> str:
    """Return the code of the partij whose action this bookmark marks, empty for none."""
    for partij, indicator, afspraak_id, nummer in _vragen(samenwerking):
        if actie_anker(nummer, afspraak_id, partij, regelcode(nummer, indicator.code)) == actie:
            return partij
    return ""


def _find(samenwerking: Samenwerking, biedingen: Sequence[Bieding], actie: str) -> _Actie | None:
    """Return the answer behind a bookmark."""
    antwoorden = {(b.partij, r.regelcode): r for b in biedingen for r in b.regels}
    for partij, indicator, afspraak_id, nummer in _vragen(samenwerking):
        code = regelcode(nummer, indicator.code)
        antwoord = antwoorden.get((partij, code))
        if antwoord and actie_anker(nummer, afspraak_id, partij, code) == actie:
            return _Actie(partij, indicator, antwoord)
    return None


def _vragen(samenwerking: Samenwerking) -> Iterator[tuple[str, Indicator, str, int]]:
    """Yield every question: to whom, about what, and for which afspraak."""
    for afspraak in samenwerking.afspraken:
        for partij in samenwerking.partijen:
            for indicator in vragen(samenwerking, afspraak, partij.code):
                yield partij.code, indicator, afspraak.id, afspraak.nummer


def _cellen(actie: _Actie) -> Iterator[tuple[str, str]]:
    """Yield the cells of the row, as the document shows them."""
    antwoord = actie.antwoord
    yield "toelichting", activiteit_tekst(antwoord, actie.indicator)
    yield "planning", antwoord.planning
    yield "bod", _bodcel(antwoord.bod, antwoord.bedrag, actie.indicator)


def _bodcel(bod: Decimal | None, bedrag: Decimal | None, indicator: Indicator) -> str:
    """Return the cell with what is offered: ``Nieuwbouw: 60 woningen, € 450.000``."""
    naam = "" if indicator == INZET or bod is None else f"{indicator.naam}: "
    delen = ("" if bod is None else hoeveelheid(bod, indicator), euro(bedrag))
    return naam + ", ".join(deel for deel in delen if deel)


def _changed(actie: _Actie, veld: str, tekst: str, bron: Plek) -> BiedingRegel | Nietverwerkt:
    """Return the answer with other words in one cell."""
    antwoord = actie.antwoord
    if veld == "bod":
        return _with_bod(actie, tekst, bron)
    if veld == "planning":
        anders = replace(antwoord, planning=tekst)
        return _from(anders, {veld: tekst}, bron)
    begin = deelname_tekst(antwoord)
    if not tekst.startswith(begin):
        return Nietverwerkt("of een partij meedoet, verandert zij in haar bieding")
    woorden = tekst.removeprefix(begin).strip()
    return _from(replace(antwoord, toelichting=woorden), {veld: woorden}, bron)


def _with_bod(actie: _Actie, tekst: str, bron: Plek) -> BiedingRegel | Nietverwerkt:
    """Return the answer with another offer or amount."""
    indicator = actie.indicator
    aanbod, euroteken, geld = tekst.removeprefix(f"{indicator.naam}: ").partition("€")
    bod, bedrag = _getal(aanbod), _getal(geld) if euroteken else None
    if _bodcel(bod, bedrag, indicator).split() != tekst.split():
        return Nietverwerkt("het bod of bedrag is niet te lezen als een getal met zijn eenheid")
    if waarom := _kan_niet(actie, bod, bedrag):
        return Nietverwerkt(waarom)
    gewijzigd = {
        naam: tekst
        for naam, was, nu in (
            ("bod", actie.antwoord.bod, bod),
            ("bedrag", actie.antwoord.bedrag, bedrag),
        )
        if was != nu
    }
    return _from(replace(actie.antwoord, bod=bod, bedrag=bedrag), gewijzigd, bron)


def _kan_niet(actie: _Actie, bod: Decimal | None, bedrag: Decimal | None) -> str:
    """Return why the form would not take this offer, empty when it would."""
    if bod is None and actie.antwoord.bod is not None:
        return "een bod haalt de partij zelf weg, in haar bieding"
    if bod is not None and actie.indicator.eenheid != "%" and bod != bod.to_integral_value():
        return "een bod is een heel getal"
    if bedrag is not None and bedrag < 0:
        return "een bedrag kan niet kleiner zijn dan nul"
    if bod is not None and bod < 0 <= (actie.antwoord.bod or 0):
        return "een bod onder nul vult de partij zelf in, in haar bieding"
    return ""


def _getal(tekst: str) -> Decimal | None:
    """Return the first number in words in Dutch notation, None without one."""
    gevonden = re.search(r"-?\d[\d.]*(?:,\d+)?", tekst)
    return Decimal(gevonden[0].replace(".", "").replace(",", ".")) if gevonden else None


def _from(antwoord: BiedingRegel, gewijzigd: dict[str, str], bron: Plek) -> BiedingRegel:
    """Return an answer that says where the changed fields come from."""
    return replace(
        antwoord,
        plekken={**antwoord.plekken, **dict.fromkeys(gewijzigd, bron)},
        ruw={**antwoord.ruw, **gewijzigd},
    )


def _put(biedingen: Sequence[Bieding], partij: str, nieuw: BiedingRegel) -> tuple[Bieding, ...]:
    """Return the biedingen with one answer replaced."""
    return tuple(
        replace(
            bieding,
            regels=tuple(nieuw if r.regelcode == nieuw.regelcode else r for r in bieding.regels),
        )
        if bieding.partij == partij
        else bieding
        for bieding in biedingen
    )

"""Inhoudcontrole: what a careful reader would remark about the content of an agreement."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from cycle.analysis.deelgehelen import check_deelgehelen
from cycle.analysis.tabelcontrole import check_tabel
from cycle.analysis.tekstcontrole import check_teksten
from cycle.domain.afspraak import SAMEN, Afspraak, DoelSoort, Doelwaarde, Rol, Teken
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.indicator import IndicatorAard
from cycle.domain.notatie import datum, doel, getal
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.thema import Thema

_VOORBEELDTEKST: Final = ("beschrijf hier", "vul hier")
"""How the sentences begin that the files of a new samenwerking start with."""


def check_samenwerking(samenwerking: Samenwerking) -> list[Bevinding]:
    """Return all findings about the content: figures, doelen, kaders and doubts."""
    bevindingen = [
        bevinding
        for thema in samenwerking.themas
        for tabel in thema.tabellen
        for bevinding in check_tabel(tabel)
    ]
    for afspraak in samenwerking.afspraken:
        bevindingen += check_doelen(samenwerking, afspraak)
        bevindingen += _twijfels(afspraak)
    bevindingen += check_deelgehelen(samenwerking)
    bevindingen += check_teksten(samenwerking)
    return bevindingen + check_kaders(samenwerking) + check_voorbeeldtekst(samenwerking)


def check_doelen(samenwerking: Samenwerking, afspraak: Afspraak) -> list[Bevinding]:
    """Return a finding for each shared doel that the doelen per partij do not add up to.

    Only amounts that may be added are compared, for the same period and this gemeente, and
    only when every partij that delivers has a doel of its own: otherwise there is nothing
    to compare.
    """
    leveranciers = {p for p, rol in afspraak.inzet.items() if rol in (Rol.TREKKER, Rol.UITVOERDER)}
    bevindingen = []
    for samen in (d for d in afspraak.doelen if d.partij == SAMEN and not d.gebied):
        indicator = samenwerking.indicatoren[samen.indicator]
        delen = _delen(afspraak, samen)
        telt_op = indicator.aard in (IndicatorAard.STROOM, IndicatorAard.STAND)
        if not telt_op or delen.keys() != leveranciers:
            continue
        som = sum((d.waarde for d in delen.values()), Decimal(0))
        if not _haalt(samen, som):
            bevindingen.append(
                Bevinding(
                    code="C402",
                    ernst=Ernst.WAARSCHUWING,
                    plek=str(samen.plek),
                    melding=(
                        f"Afspraak {afspraak.nummer}: samen is {doel(samen, indicator)} "
                        f"afgesproken, maar de doelen per partij zijn samen {getal(som)}."
                    ),
                    advies="Bespreek welk doel moet wijzigen: dat van allen of dat van een partij.",
                )
            )
    return bevindingen


def _delen(afspraak: Afspraak, samen: Doelwaarde) -> dict[str, Doelwaarde]:
    """Return per partij the doel that counts towards `samen`; a norm before an expectation."""
    soort = (samen.indicator, samen.van, samen.tot_en_met)
    delen = [
        d
        for d in afspraak.doelen
        if d.partij != SAMEN and not d.gebied and (d.indicator, d.van, d.tot_en_met) == soort
    ]
    delen.sort(key=lambda d: d.soort is DoelSoort.NORM)
    return {d.partij: d for d in delen}


def _haalt(samen: Doelwaarde, som: Decimal) -> bool:
    """Return whether the sum of the parts fits the shared doel; "ca." always fits."""
    if samen.teken is Teken.MINSTENS:
        return som >= samen.waarde
    if samen.teken is Teken.HOOGSTENS:
        return som <= samen.waarde
    return samen.teken is Teken.CIRCA or som == samen.waarde


def _twijfels(afspraak: Afspraak) -> list[Bevinding]:
    """Return the doubts that were noted when the source was taken over."""
    return [
        Bevinding(
            code="I602",
            ernst=Ernst.INFO,
            plek=str(afspraak.plek),
            melding=f"Afspraak {afspraak.nummer}: {twijfel}",
            advies="Leg dit op de startbijeenkomst vast.",
        )
        for twijfel in afspraak.twijfels
    ]


def check_kaders(samenwerking: Samenwerking) -> list[Bevinding]:
    """Return a finding for each kader that ends before the agreement itself does."""
    return [
        Bevinding(
            code="I601",
            ernst=Ernst.WAARSCHUWING,
            plek=str(kader.plek),
            melding=(
                f"Het kader '{kader.titel}' loopt tot en met {datum(kader.geldig_tot)}. "
                f"De afspraken lopen langer: tot en met {datum(samenwerking.tot_en_met)}."
            ),
            advies="Spreek af wat er na die datum geldt, of noem het nieuwe kader.",
        )
        for kader in samenwerking.kaders
        if kader.geldig_tot and kader.geldig_tot < samenwerking.tot_en_met
    ]


def check_voorbeeldtekst(samenwerking: Samenwerking) -> list[Bevinding]:
    """Return a finding for each place where text of a new samenwerking was never replaced."""
    plekken = [f"{samenwerking.code}/inleiding.md"] if _is_voorbeeld(samenwerking.inleiding) else []
    for thema in samenwerking.themas:
        plekken += _plekken_voorbeeld(thema)
    return [
        Bevinding(
            code="I603",
            ernst=Ernst.WAARSCHUWING,
            plek=plek,
            melding="Hier staat nog tekst uit het voorbeeld voor een nieuwe samenwerking.",
            advies="Vervang de zin die begint met 'Beschrijf hier' of 'Vul hier'.",
        )
        for plek in plekken
    ]


def _plekken_voorbeeld(thema: Thema) -> Iterator[str]:
    """Yield the file of a thema when its own text is an example, then each such afspraak."""
    plekken = [a.plek for a in thema.afspraken] + [t.plek for t in thema.tabellen]
    if _is_voorbeeld(thema.context, thema.ambitie):
        yield plekken[0].bestand if plekken else f"Thema {thema.naam}"
    for afspraak in thema.afspraken:
        if _is_voorbeeld(afspraak.tekst, afspraak.toelichting):
            yield str(afspraak.plek)


def _is_voorbeeld(*teksten: str) -> bool:
    """Return whether one of the texts still has a sentence of the example."""
    return any(begin in tekst.lower() for tekst in teksten for begin in _VOORBEELDTEKST)

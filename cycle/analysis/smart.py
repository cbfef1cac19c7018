"""SMART: can an afspraak be checked afterwards? How much, by whom, and by when.

What an afspraak needs follows from its aard. A prestatie needs a number. An inspanning or an
actiepunt at least needs something to look at. A proces is about who does what by when. One
finding names all that an afspraak misses, and no finding stops anything.
"""

import re
from collections.abc import Iterator
from typing import Final

from cycle.domain.afspraak import Aard, Afspraak, DoelSoort, Rol
from cycle.domain.bevinding import Bevinding, Ernst
from cycle.domain.indicator import IndicatorAard
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Samenwerking

_EIGENAREN: Final = (Rol.TREKKER, Rol.UITVOERDER)
_MAANDEN: Final = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
)
_DATUM = re.compile(
    rf"\b(?:{_MAANDEN})\b|kwartaal|kwartalen"
    r"|\b(?:elke?|iedere?|per) (?:half ?jaar|jaar|maand|week)\b|\b(?:half)?jaarlijks\b"
    r"|\bmaandelijks\b|\bwekelijks\b"
    r"|\bbinnen (?:\w+ ){0,2}(?:dag|dagen|week|weken|maand|maanden|jaar)\b",
    re.IGNORECASE,
)
_JAARTAL = re.compile(
    r"\b(?:in|voor|tot|met|eind|begin|medio|uiterlijk|vanaf|per|na|jaar|jaren) ((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""A year that says when; not a year that is part of a name, as in 'onderzoek 2023'."""


def check_smart(samenwerking: Samenwerking) -> list[Bevinding]:
    """Return one finding for each afspraak that misses a measure, a number, an owner or a date."""
    return [
        _bevinding(afspraak, tekort)
        for afspraak in samenwerking.afspraken
        if (tekort := tuple(_tekorten(samenwerking, afspraak)))
    ]


_Tekort = tuple[str, str]
"""What an afspraak does not say, and what to do about it."""


def _bevinding(afspraak: Afspraak, tekorten: tuple[_Tekort, ...]) -> Bevinding:
    """Return what one afspraak misses; it weighs more when it promises a result."""
    weegt = afspraak.aard is Aard.PRESTATIE or not _has_eigenaar(afspraak)
    return Bevinding(
        code="I610",
        ernst=Ernst.WAARSCHUWING if weegt else Ernst.INFO,
        plek=str(afspraak.plek),
        melding=(
            f"Afspraak {afspraak.nummer} ({afspraak.aard}) zegt nog niet "
            f"{opsomming([wat for wat, _ in tekorten])}."
        ),
        advies=" ".join(doe for _, doe in tekorten),
    )


def _tekorten(samenwerking: Samenwerking, afspraak: Afspraak) -> Iterator[_Tekort]:
    """Yield what an afspraak of this aard should say and does not."""
    if afspraak.aard is not Aard.PROCES:
        yield from _meetbaar(samenwerking, afspraak)
    if not _has_eigenaar(afspraak):
        yield "wie het doet", "Geef bij 'Wie' een partij als trekker of uitvoerder."
    if not _has_datum(samenwerking, afspraak):
        is_proces = afspraak.aard is Aard.PROCES
        yield (
            "wanneer het gebeurt" if is_proces else "wanneer het klaar is",
            "Vul 'Termijn' in, of schrijf 'Elk jaar: ja'.",
        )


def _meetbaar(samenwerking: Samenwerking, afspraak: Afspraak) -> Iterator[_Tekort]:
    """Yield whether there is nothing to measure by, or a result without an agreed number."""
    soorten = {samenwerking.indicatoren[doel.indicator].aard for doel in afspraak.doelen}
    if not soorten:
        yield "hoe u het resultaat meet", "Zet onder 'Doelen' een indicator met een getal."
    elif afspraak.aard is not Aard.PRESTATIE:
        return
    elif soorten == {IndicatorAard.PROCES}:
        yield "welk getal u wilt halen", "Kies onder 'Doelen' een indicator die u kunt tellen."
    elif all(doel.soort is DoelSoort.VERWACHT for doel in afspraak.doelen):
        yield "welk getal is afgesproken", "Geef onder 'Doelen' ten minste een doel de soort norm."


def _has_eigenaar(afspraak: Afspraak) -> bool:
    """Return whether at least one partij answers for it."""
    return any(rol in _EIGENAREN for rol in afspraak.inzet.values())


def _has_datum(samenwerking: Samenwerking, afspraak: Afspraak) -> bool:
    """Return whether anything says when: a termijn, a rhythm, a doel or a date in the text.

    A year before the agreement began is where it comes from, not when it is done.
    """
    if afspraak.termijn or afspraak.elk_jaar:
        return True
    if any(doel.tot_en_met is not None for doel in afspraak.doelen):
        return True
    tekst = " ".join((afspraak.titel, afspraak.tekst, afspraak.toelichting)).replace("\n", " ")
    jaren = [int(jaar) for jaar in _JAARTAL.findall(tekst)]
    return bool(_DATUM.search(tekst)) or any(jaar >= samenwerking.van.year for jaar in jaren)

"""Activiteittekst: how the answer of a partij reads as an action in a document."""

from cycle.domain.bieding import BiedingRegel, Deelname
from cycle.domain.indicator import Indicator
from cycle.domain.notatie import hoeveelheid

_DEELNAME = {
    Deelname.JA: "",
    Deelname.DEELS: "Doet deels mee.",
    Deelname.NEE: "Doet niet mee.",
    Deelname.NVT: "Niet van toepassing.",
}


def deelname_tekst(antwoord: BiedingRegel) -> str:
    """Return the sentence with which an action begins, empty when a partij just takes part."""
    return _DEELNAME[antwoord.deelname] if antwoord.deelname else ""


def activiteit_tekst(antwoord: BiedingRegel, indicator: Indicator) -> str:
    """Return an answer in words; without a toelichting the offer itself is the action."""
    begin = deelname_tekst(antwoord)
    if antwoord.toelichting:
        return f"{begin} {antwoord.toelichting}".strip()
    if antwoord.bod is not None:
        return f"{begin} {indicator.naam}: {hoeveelheid(antwoord.bod, indicator)}".strip()
    return begin or "Doet mee. Er staat niet bij wat."

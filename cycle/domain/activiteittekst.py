"""Activiteittekst: how the answer of a partij reads as an action in a document."""

from cycle.domain.bieding import BiedingRegel, Deelname
from cycle.domain.indicator import Indicator
from cycle.domain.notatie import getal, hoeveelheid

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
        return f"{begin} {indicator.naam}: {bod_tekst(antwoord, indicator)}".strip()
    return begin or "Doet mee. Er staat niet bij wat."


def is_genuanceerd(antwoord: BiedingRegel) -> bool:
    """Return whether more was offered than a plain number: "circa", or a range."""
    return antwoord.bod is not None and bool(antwoord.kwalificatie or antwoord.bod_hoog)


def bod_tekst(antwoord: BiedingRegel, indicator: Indicator) -> str:
    """Return an offer as it was meant: ``circa 700 woningen``, ``10 tot 15 woningen``."""
    if antwoord.bod is not None and antwoord.bod_hoog is not None:
        return f"{getal(antwoord.bod)} tot {hoeveelheid(antwoord.bod_hoog, indicator)}"
    return f"{antwoord.kwalificatie} {hoeveelheid(antwoord.bod, indicator)}".strip()

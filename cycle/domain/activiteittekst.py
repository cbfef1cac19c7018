"""Activiteittekst: how the answer of a partij reads as an action in a document."""

from collections.abc import Callable
from decimal import Decimal

from cycle.domain.bieding import BiedingRegel, Deelname
from cycle.domain.indicator import Indicator
from cycle.domain.notatie import getal, hoeveelheid

_DEELNAME = {
    Deelname.JA: "",
    Deelname.DEELS: "Doet deels mee.",
    Deelname.NEE: "Doet niet mee.",
    Deelname.NVT: "Niet van toepassing.",
}

_OMKEERBAAR = ("circa", "ruim", "bijna")
"""Words that say the same of a loss as of a gain; "hoogstens" does not."""


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
    """Return an offer as it was meant: ``circa 700 woningen``, ``10 tot 15 woningen``.

    Less than nothing reads as ``circa 2 woningen minder``.
    """
    return _in_woorden(antwoord, lambda getal_: hoeveelheid(getal_, indicator))


def bod_kort(antwoord: BiedingRegel) -> str:
    """Return the same without its unit, for a column of figures; empty for a plain number."""
    return _in_woorden(antwoord, getal) if is_genuanceerd(antwoord) else ""


def _in_woorden(antwoord: BiedingRegel, met_eenheid: Callable[[Decimal | None], str]) -> str:
    """Return an offer with what was written around its number."""
    grenzen = [g for g in (antwoord.bod, antwoord.bod_hoog) if g is not None]
    omkeerbaar = antwoord.kwalificatie in _OMKEERBAAR if len(grenzen) == 1 else True
    is_minder = omkeerbaar and is_genuanceerd(antwoord) and all(grens < 0 for grens in grenzen)
    eind = " minder" if is_minder else ""
    if is_minder:
        grenzen = sorted(abs(grens) for grens in grenzen)
    if len(grenzen) > 1:
        return f"{getal(grenzen[0])} tot {met_eenheid(grenzen[1])}{eind}"
    tekst = met_eenheid(grenzen[0] if grenzen else None)
    return f"{antwoord.kwalificatie} {tekst}{eind}".strip()

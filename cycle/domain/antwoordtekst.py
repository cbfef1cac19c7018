"""Antwoordtekst: the answer in one cell as it was read, in words a volunteer understands."""

from decimal import Decimal
from typing import Final

import pendulum

from cycle.domain import notatie
from cycle.domain.bieding import Deelname
from cycle.domain.gelezen import GelezenWaarde, Reden
from cycle.domain.indicator import Indicator
from cycle.domain.tijdvaktekst import says_tijdvak, tijdvak_in_woorden

LANGSTE_TEKST: Final = 140
"""A longer text is cut in the letter; the form itself holds all of it."""

_DEELNAME: Final = {
    Deelname.JA: "Ja, u doet mee.",
    Deelname.DEELS: "U doet voor een deel mee.",
    Deelname.NEE: "Nee, u doet niet mee.",
    Deelname.NVT: "Niet van toepassing.",
}
_REDEN: Final = {
    Reden.LEEG: "niet ingevuld",
    Reden.STREEPJE: "geen bod",
    Reden.ONBEKEND: "nog niet bekend",
    Reden.NVT: "niet van toepassing",
    Reden.GEWEIGERD: "dit konden wij niet lezen",
}


def deelname(waarde: GelezenWaarde) -> str:
    """Return whether the partij takes part, as a sentence."""
    keuze = str(waarde.waarde or "")
    if keuze in list(Deelname):
        return _DEELNAME[Deelname(keuze)]
    return f"Doet u mee: {zonder_waarde(waarde)}."


def hoeveelheid(waarde: GelezenWaarde, indicator: Indicator) -> str:
    """Return a number with its unit and what was written around it."""
    if not isinstance(waarde.waarde, Decimal):
        return zonder_waarde(waarde)
    if waarde.hoog is not None:
        hoogste = notatie.hoeveelheid(waarde.hoog, indicator)
        laagste = notatie.getal(waarde.waarde)
        return f"{laagste} tot {hoogste}. Wij rekenen met het laagste getal"
    getal = notatie.hoeveelheid(waarde.waarde, indicator)
    return f"{waarde.kwalificatie} {getal}".strip()


def bedrag(waarde: GelezenWaarde) -> str:
    """Return an amount in euros."""
    if not isinstance(waarde.waarde, Decimal):
        return zonder_waarde(waarde)
    return f"{waarde.kwalificatie} {notatie.euro(waarde.waarde)}".strip()


def periode(waarde: GelezenWaarde) -> str:
    """Return a period in words, and how it was written when reading it added something."""
    begin = waarde.waarde
    if not isinstance(begin, pendulum.Date):
        return tekst(waarde)
    einde = waarde.tot or begin
    woorden = tijdvak_in_woorden(begin, einde)
    if not waarde.ruw or says_tijdvak(waarde.ruw, begin, einde):
        return woorden
    return f"{woorden} (u schreef: ‘{kort(waarde.ruw)}’)"


def tekst(waarde: GelezenWaarde) -> str:
    """Return a free text, cut when it is long."""
    if isinstance(waarde.waarde, str) and waarde.waarde:
        return kort(waarde.ruw or waarde.waarde)
    return zonder_waarde(waarde)


def zonder_waarde(waarde: GelezenWaarde) -> str:
    """Return why there is no value, with the text as typed."""
    reden = _REDEN[waarde.reden or (Reden.GEWEIGERD if waarde.ruw else Reden.LEEG)]
    return f"{reden} (u schreef: ‘{kort(waarde.ruw)}’)" if waarde.ruw else reden


def kort(tekst: str) -> str:
    """Return a text on one line, cut at a length that fits the letter."""
    regel = " ".join(tekst.split())
    if len(regel) <= LANGSTE_TEKST:
        return regel
    return f"{regel[:LANGSTE_TEKST].rsplit(' ', 1)[0]}…"

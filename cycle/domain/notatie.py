"""Notatie: numbers, amounts and dates as a Dutch reader expects them."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pendulum
from babel.dates import format_date
from babel.numbers import format_decimal

from cycle.domain.afspraak import Doelwaarde, Teken
from cycle.domain.indicator import Indicator

NIET_BEKEND = "n.b."
"""What stands in a document when a value is not known; it is not zero."""

_PRECISIE = 400
"""Digits that rounding may use: every number that a spreadsheet can hold."""

_WOORD = {
    Teken.MINSTENS: "ten minste",
    Teken.HOOGSTENS: "hoogstens",
    Teken.CIRCA: "circa",
    Teken.PRECIES: "",
}


def getal(waarde: Decimal | int | None, *, plus: bool = False) -> str:
    """Return a number in Dutch notation (``3.008``, ``6,8``), "n.b." for None.

    With `plus` a positive number gets its sign. Minus is the hyphen, as in the sources.
    """
    if waarde is None:
        return NIET_BEKEND
    with localcontext(prec=_PRECISIE):
        afgerond = Decimal(waarde).quantize(Decimal("0.0001"), ROUND_HALF_UP) + 0  # no "-0"
        tekst = format_decimal(afgerond, locale="nl", format="#,##0.####")
    return f"+{tekst}" if plus and waarde > 0 else tekst


def hoeveelheid(waarde: Decimal | None, indicator: Indicator) -> str:
    """Return a number with its unit: ``12 woningen``, ``1 woning``, ``6,8%``."""
    if waarde is None:
        return NIET_BEKEND
    if indicator.eenheid == "%":
        return f"{getal(waarde)}%"
    een = abs(waarde) == 1 and indicator.enkelvoud
    return f"{getal(waarde)} {een or indicator.eenheid}".strip()


def doel(doelwaarde: Doelwaarde, indicator: Indicator) -> str:
    """Return a target in words: ``ten minste 320 woningen``; the source's own words first."""
    if doelwaarde.tekst:
        return doelwaarde.tekst
    return f"{_WOORD[doelwaarde.teken]} {hoeveelheid(doelwaarde.waarde, indicator)}".strip()


def euro(bedrag: Decimal | None) -> str:
    """Return an amount in whole euros: ``€ 450.000`` with a no-break space; empty for None."""
    if bedrag is None:
        return ""
    with localcontext(prec=_PRECISIE):
        return f"€\u00a0{getal(bedrag.quantize(Decimal(1), ROUND_HALF_UP))}"


def met_jaar(tekst: str, van: int | None, jaar: int) -> str:
    """Return what was reached with its year when that is not the last one before `jaar`."""
    return tekst if van in (None, jaar - 1) else f"{tekst} ({van})"


def datum(dag: pendulum.Date) -> str:
    """Return a date in full: ``12 december 2025``."""
    return format_date(dag, "d MMMM yyyy", locale="nl")


def datum_met_dag(dag: pendulum.Date) -> str:
    """Return a date with its weekday: ``vrijdag 12 december 2025``."""
    return format_date(dag, "EEEE d MMMM yyyy", locale="nl")


def datum_zonder_jaar(dag: pendulum.Date) -> str:
    """Return a date near by, with its weekday: ``vrijdag 12 december``."""
    return format_date(dag, "EEEE d MMMM", locale="nl")


def periode(van: int, tot_en_met: int | None) -> str:
    """Return a period of years: ``2023 t/m 2027``, ``2030`` or ``vanaf 2023``."""
    if tot_en_met is None:
        return f"vanaf {van}"
    return str(van) if van == tot_en_met else f"{van} t/m {tot_en_met}"


def opsomming(delen: list[str]) -> str:
    """Return parts as a Dutch list: ``a, b en c``."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"

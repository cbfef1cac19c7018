"""Tijdvaktekst: a period in the fewest words, and whether someone already wrote it that way."""

import re
from collections.abc import Iterator
from typing import Final

import pendulum
from babel.dates import format_date

from cycle.domain import notatie

_RANG: Final = ("eerste", "tweede", "derde", "vierde")
_NIET_IN_WOORD: Final = re.compile(r"[\W_]+")
_NUL_VOORAAN: Final = re.compile(r"\b0+(?=\d)")


def tijdvak_in_woorden(van: pendulum.Date, tot: pendulum.Date) -> str:
    """Return a period as people say it: ``2026``, ``3e kwartaal 2026``, ``juli 2026``.

    Any other period is its first and last day.
    """
    if van == tot:
        return notatie.datum(van)
    if _is_heel(van, tot, "year"):
        return str(van.year)
    if _is_heel(van, tot, "quarter"):
        return f"{van.quarter}e kwartaal {van.year}"
    if _is_heel(van, tot, "month"):
        return _in_het_nederlands(van, "MMMM yyyy")
    return f"{notatie.datum(van)} tot en met {notatie.datum(tot)}"


def says_tijdvak(tekst: str, van: pendulum.Date, tot: pendulum.Date) -> bool:
    """Return whether a text names exactly this period, with its year, in a usual spelling.

    ``Q3 2026`` and ``15-07-2026`` do; ``najaar 2026`` and ``juli`` leave something to choose.
    """
    return _kaal(tekst) in {_kaal(spelling) for spelling in _spellingen(van, tot)}


def _spellingen(van: pendulum.Date, tot: pendulum.Date) -> Iterator[str]:
    """Yield the usual spellings of a period."""
    yield tijdvak_in_woorden(van, tot)
    if van == tot:
        for patroon in ("d MMM yyyy", "d-M-yyyy", "d-M-yy", "yyyy-M-d"):
            yield _in_het_nederlands(van, patroon)
        yield f"{van.isoformat()} 00:00:00"
    elif _is_heel(van, tot, "quarter"):
        nummer, jaar = van.quarter, van.year
        namen = (f"{_RANG[nummer - 1]} kwartaal", f"kwartaal {nummer}", f"q{nummer}", f"k{nummer}")
        yield from (f"{naam} {jaar}" for naam in namen)
        yield f"{jaar} q{nummer}"
    elif _is_heel(van, tot, "month"):
        for patroon in ("MMM yyyy", "M-yyyy", "yyyy-M"):
            yield _in_het_nederlands(van, patroon)


def _is_heel(van: pendulum.Date, tot: pendulum.Date, eenheid: str) -> bool:
    """Return whether a period is one whole year, quarter or month."""
    if eenheid == "quarter":
        einde = van.add(months=2).end_of("month")
        return van.day == 1 and van.month % 3 == 1 and tot == einde
    return van == van.start_of(eenheid) and tot == van.end_of(eenheid)


def _in_het_nederlands(dag: pendulum.Date, patroon: str) -> str:
    """Return a day in a pattern of Babel, with Dutch names."""
    return format_date(dag, patroon, locale="nl")


def _kaal(tekst: str) -> str:
    """Return a text in small letters without signs and leading zeros, to be compared."""
    woorden = _NIET_IN_WOORD.sub(" ", tekst.casefold()).strip()
    return _NUL_VOORAAN.sub("", woorden)

"""Getallen: Dutch numbers as they are printed in agreements."""

import re
from decimal import Decimal
from typing import Final

NIET_BEKEND: Final = "n.b."
"""How a source says that a value is not known; it is not zero."""

_GETAL = re.compile(r"([+\-\u2212]?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
_LANGSTE: Final = 20
"""Characters of the longest number; with more a document could not print it exactly."""


def read_getal(tekst: str) -> Decimal:
    """Return the number that is printed as `tekst`: ``3.008``, ``+200``, ``-2``, ``6,80``.

    A point only separates thousands and a comma only decimals, so ``6.80`` is refused.

    Raises:
        ValueError: this is not a number in Dutch notation, or far too long for one.
    """
    kaal = tekst.strip()
    gevonden = _GETAL.fullmatch(kaal) if len(kaal) <= _LANGSTE else None
    if gevonden is None:
        raise ValueError(tekst)
    teken, geheel, breuk = gevonden.groups()
    getal = Decimal(geheel.replace(".", "") + (f".{breuk}" if breuk else ""))
    return getal if teken in ("", "+") else -getal


def read_getal_of_onbekend(tekst: str) -> Decimal | None:
    """Return the printed number, or None for "n.b.".

    Raises:
        ValueError: this is neither a number in Dutch notation nor "n.b.".
    """
    return None if tekst.strip().lower() == NIET_BEKEND else read_getal(tekst)


def read_cel(tekst: str) -> Decimal | None:
    """Return the figure of a printed table: a number, a percentage, or None for "n.b.".

    Raises:
        ValueError: this is none of these.
    """
    return read_getal_of_onbekend(tekst.strip().removesuffix("%"))


def read_jaar(tekst: str) -> int:
    """Return a calendar year of four digits.

    Raises:
        ValueError: this is not a year.
    """
    if re.fullmatch(r"[12][0-9]{3}", tekst.strip()) is None:
        raise ValueError(tekst)
    return int(tekst)

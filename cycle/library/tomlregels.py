"""Tomlregels: on which lines the tables and keys of a TOML text stand.

The reader of the standard library gives values without places. A valid text is cut into
its statements by asking that same reader where each one is complete, so strings and
lists of several lines need no rules of our own.
"""

import tomllib
from collections import Counter
from collections.abc import Sequence
from typing import Final

Pad = tuple[str | int, ...]
"""Way to a value, for example ``("jaar", 0, "bijeenkomst", 1, "datum")``."""

Bereik = tuple[int, int]
"""First and last line of a statement, counted from 1."""

_SLOTEN: Final = ("]", '"""', "'''")


def list_regels(tekst: str) -> dict[Pad, Bereik]:
    """Return the lines of every table header and key in a valid TOML text."""
    regels = tekst.split("\n")
    gevonden: dict[Pad, Bereik] = {}
    aantallen: Counter[Pad] = Counter()
    tabel: Pad = ()
    nummer = 0
    while nummer < len(regels):
        kaal = regels[nummer].strip()
        if not kaal or kaal.startswith("#"):
            nummer += 1
            continue
        einde, inhoud = _statement(regels, nummer)
        if kaal.startswith("["):
            tabel = _tabelpad(inhoud, aantallen)
            gevonden[tabel] = (nummer + 1, einde)
        else:
            gevonden[(*tabel, next(iter(inhoud)))] = (nummer + 1, einde)
        nummer = einde
    return gevonden


def _statement(regels: Sequence[str], begin: int) -> tuple[int, dict[str, object]]:
    """Return the line after the statement that starts at `begin`, and its content."""
    einde = begin + 1
    while True:
        try:
            return einde, tomllib.loads("\n".join(regels[begin:einde]))
        except tomllib.TOMLDecodeError:
            if einde >= len(regels):
                raise
            einde = _next_einde(regels, einde)


def _next_einde(regels: Sequence[str], einde: int) -> int:
    """Return the line after the next one that can close a list or a long text.

    Other lines are not tried: a list of thousands of lines would take minutes.
    """
    for nummer in range(einde, len(regels)):
        if any(slot in regels[nummer] for slot in _SLOTEN):
            return nummer + 1
    return len(regels)


def _tabelpad(inhoud: dict[str, object], aantallen: Counter[Pad]) -> Pad:
    """Return the way to the table that a header opens, and count repeated tables."""
    pad: Pad = ()
    deel: object = inhoud
    while isinstance(deel, dict) and deel:
        sleutel, deel = next(iter(deel.items()))
        pad = (*pad, sleutel)
        if isinstance(deel, list):
            aantallen[pad] += 1
            pad = (*pad, aantallen[pad] - 1)
        elif aantallen[pad]:
            pad = (*pad, aantallen[pad] - 1)
    return pad

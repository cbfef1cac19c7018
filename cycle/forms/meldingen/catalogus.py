"""Meldingen: the catalogue of findings on a returned form, one row per code.

A code never changes meaning. Texts are for the partner: what is the matter, what to do.
Words between braces are filled in with what the partner wrote or what the form asked.
"""

import re
from collections.abc import Sequence
from typing import Final

from cycle.domain.bevinding import Celbevinding
from cycle.forms.meldingen.antwoordmeldingen import ANTWOORDMELDINGEN, OP_WEDERKERIGHEID
from cycle.forms.meldingen.bouwmeldingen import ANDERE_WOORDEN, BOUWMELDINGEN
from cycle.forms.meldingen.melding import Melding, Waar

CATALOGUS: Final = {m.code: m for m in (*BOUWMELDINGEN, *ANTWOORDMELDINGEN)}
"""All findings that reading a form can give, by code."""

_LANGSTE_CITAAT: Final = 60
_INVULPLEK: Final = re.compile(r"\{\w+\}")
_VASTE_DELEN: Final = tuple(
    _INVULPLEK.split(zin)
    for melding in (*CATALOGUS.values(), *ANDERE_WOORDEN, *OP_WEDERKERIGHEID.values())
    for zin in (melding.wat, melding.doe)
)
"""What stays of each text of the catalogue, whatever is filled in."""


def make_bevinding(code: str | Melding, waar: Waar | str, **velden: str) -> Celbevinding:
    """Return a finding with the texts of the catalogue, filled in with `velden`.

    `code` is that of the catalogue, or a Melding that says it in other words. `waar` is the
    cell, or the name of the file when the whole file is meant. `ruw` among the `velden` is
    kept in full and quoted in short, so that the line stays short.
    """
    cel = waar if isinstance(waar, Waar) else Waar("")
    melding = code if isinstance(code, Melding) else _melding(code, cel.veld)
    ruw = velden.get("ruw", "")
    in_tekst = {**velden, "ruw": _citaat(ruw)}
    return Celbevinding(
        code=melding.code,
        ernst=melding.ernst,
        plek=waar.plek if isinstance(waar, Waar) else waar,
        melding=melding.wat.format(**in_tekst),
        advies=melding.doe.format(**in_tekst),
        klasse=melding.klasse,
        blad=cel.blad,
        cel=cel.cel,
        regel=cel.regel,
        veld=cel.veld,
        ruw=ruw,
        gelezen=velden.get("gelezen", ""),
    )


def _melding(code: str, veld: str) -> Melding:
    """Return the finding with this code, in the words that fit the field."""
    return OP_WEDERKERIGHEID.get((code, veld), CATALOGUS[code])


def is_melding(regel: str) -> bool:
    """Return whether a line of text is one of the catalogue, whatever is filled in there."""
    return any(_has_delen(regel, delen) for delen in _VASTE_DELEN)


def _has_delen(regel: str, delen: Sequence[str]) -> bool:
    """Return whether a line begins and ends with these parts and holds the others in between."""
    if len(delen) == 1:
        return regel == delen[0]
    eerste, *midden, laatste = delen
    if not regel.startswith(eerste):
        return False
    rest = regel[len(eerste) :]
    for deel in midden:
        _, gevonden, rest = rest.partition(deel)
        if not gevonden:
            return False
    return rest.endswith(laatste)


def _citaat(tekst: str) -> str:
    """Return a text on one line, cut when it is long."""
    kort = " ".join(tekst.split())
    return kort if len(kort) <= _LANGSTE_CITAAT else f"{kort[: _LANGSTE_CITAAT - 3]}..."

"""Audit tonen: every event of a cyclus with the texts that were not erased."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cycle.domain.keten import Auditgegeven, Auditregel
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit

WEG: Final = "(gewist)"
"""Stands in the place of a text that was erased."""

PROGRAMMA: Final = "het programma"
"""Who did what no person did."""

_DEEL: Final = 5_000


@dataclass(frozen=True, slots=True)
class LeesbareGebeurtenis:
    """One event in words; `velden` holds the texts in the place of their marks."""

    regel: Auditregel
    door: str
    velden: Mapping[str, object]
    kenmerken: Mapping[str, str]
    """Mark of each field that holds a text which may be erased."""


def list_audit(toolkit: Toolkit, samenwerking: str, jaar: int) -> tuple[LeesbareGebeurtenis, ...]:
    """Return the events of a cyclus, oldest first; whether the chain holds is not looked at.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        gegevens = {g.kenmerk: g for g in tx.auditgegevens(cyclus)}
        regels: list[Auditregel] = []
        while deel := tx.auditregels(cyclus, len(regels), _DEEL):
            regels += deel
    return tuple(_read(regel, gegevens) for regel in regels)


def _read(regel: Auditregel, gegevens: Mapping[str, Auditgegeven]) -> LeesbareGebeurtenis:
    """Return one event in words."""
    velden = json.loads(regel.inhoud)
    kenmerken = {
        veld: waarde["gegeven"]
        for veld, waarde in velden.items()
        if isinstance(waarde, dict) and "gegeven" in waarde
    }
    teksten = {veld: _tekst(kenmerk, gegevens) for veld, kenmerk in kenmerken.items()}
    door = _tekst(regel.door, gegevens) if regel.door else PROGRAMMA
    return LeesbareGebeurtenis(regel, door, velden | teksten, kenmerken)


def _tekst(kenmerk: str, gegevens: Mapping[str, Auditgegeven]) -> str:
    """Return the text of a mark."""
    return gegevens[kenmerk].tekst if kenmerk in gegevens else WEG

"""Heropening: what a conditional dossier waited for has happened."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pendulum

from cycle.domain.notatie import datum
from cycle.domain.samenwerking import Dossier, Samenwerking


@dataclass(frozen=True, slots=True)
class Heropening:
    """The trigger of a dossier happened on day `op`; `reden` says what happened."""

    dossier: str
    op: pendulum.Date
    reden: str


def apply_heropeningen(
    samenwerking: Samenwerking, heropeningen: Iterable[Heropening]
) -> Samenwerking:
    """Return the samenwerking in which each dossier tells when and why it re-opened.

    The afspraken stay as they are: that they are open again is for partijen to settle.
    `heropeningen` come oldest first; of one dossier the last one is told.
    """
    laatste = {heropening.dossier: heropening for heropening in heropeningen}
    if not laatste:
        return samenwerking
    dossiers = (_heropen(dossier, laatste.get(dossier.code)) for dossier in samenwerking.dossiers)
    return replace(samenwerking, dossiers=tuple(dossiers))


def _heropen(dossier: Dossier, heropening: Heropening | None) -> Dossier:
    """Return the dossier with when and why it re-opened."""
    if heropening is None:
        return dossier
    return replace(dossier, heropend=f"{datum(heropening.op)}: {heropening.reden}")

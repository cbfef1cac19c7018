"""Heropening: what a conditional dossier waited for has happened."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pendulum

from cycle.domain.samenwerking import Dossier


@dataclass(frozen=True, slots=True)
class Heropening:
    """The trigger of a dossier happened on day `op`; `reden` says what happened."""

    dossier: str
    op: pendulum.Date
    reden: str


def heropende_afspraken(
    dossiers: Iterable[Dossier], heropeningen: Iterable[Heropening]
) -> Mapping[str, Heropening]:
    """Return per id of an afspraak what re-opened it; the last time counts."""
    laatste = {heropening.dossier: heropening for heropening in heropeningen}
    return {
        afspraak: laatste[dossier.code]
        for dossier in dossiers
        if dossier.code in laatste
        for afspraak in dossier.afspraken
    }

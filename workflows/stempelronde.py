"""The yearly round of time stamps: every archiefdossier that is due gets a new one.

It runs by itself in April. A dossier is due from the first of April until it got its token, so
a computer that was off for a week only does it later.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cycle.domain.errors import JaarschijfError
from cycle.domain.tijdstempellijst import is_stempelmaand
from cycle.services.cyclus import Uitkomst
from cycle.services.list_stempelwerk import list_stempelwerk
from cycle.services.ports import Toolkit
from cycle.services.stamp_dossier import stamp_dossier


@dataclass(frozen=True, slots=True)
class Stempelronde:
    """What was stamped and what was not, by samenwerking and jaar."""

    gedaan: Mapping[str, Uitkomst] = field(default_factory=dict)
    fouten: Mapping[str, JaarschijfError] = field(default_factory=dict)


def run_stempelronde(toolkit: Toolkit) -> Stempelronde:
    """Return what became of every dossier that is due; one that fails holds up no other."""
    gedaan: dict[str, Uitkomst] = {}
    fouten: dict[str, JaarschijfError] = {}
    for samenwerking, jaar in list_stempelwerk(toolkit):
        naam = f"{samenwerking} {jaar}"
        try:
            gedaan[naam] = stamp_dossier(toolkit, samenwerking, jaar)
        except JaarschijfError as fout:
            fouten[naam] = fout
    return Stempelronde(gedaan, fouten)


def run_als_het_april_is(toolkit: Toolkit) -> Stempelronde:
    """Return the round when today is in April, an empty one on any other day."""
    if not is_stempelmaand(toolkit.klok.vandaag()):
        return Stempelronde()
    return run_stempelronde(toolkit)

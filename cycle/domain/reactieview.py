"""Reactieview: the rows of the annex with reactions, as a template sees them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReactieView:
    """One reaction in the annex: who wrote what where, and what was decided on it."""

    nummer: str
    partij: str
    versie: str
    plek: str
    reactie: str
    besluit: str
    antwoord: str
    eigen: bool

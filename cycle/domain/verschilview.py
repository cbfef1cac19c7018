"""Verschilview: what changed since an earlier version, as text for a document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AfspraakVerschilView:
    """What changed in one afspraak, a sentence per change."""

    afspraak: str
    regels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CijferVerschilView:
    """One figure that changed; a figure that came or went is a dash on one side."""

    waar: str
    partij: str
    wat: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True)
class VerschilView:
    """Everything that changed; `sinds` names the earlier version, empty when there is none."""

    sinds: str
    gewijzigd: tuple[AfspraakVerschilView, ...]
    getallen: tuple[CijferVerschilView, ...]
    overig: tuple[str, ...]


GEEN_VERSCHIL = VerschilView("", (), (), ())
"""There is no earlier version."""

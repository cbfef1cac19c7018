"""Verzoekview: what a template may print of what partijen need from each other."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerzoekView:
    """One request as text: `soort` is "voorwaarde", "voorbehoud" or empty.

    `gevraagde` is a partij, or the orgaan of the vrager that still has to approve.
    """

    afspraak: str
    vrager: str
    gevraagde: str
    inzet: str
    voor: str
    soort: str
    antwoord: str

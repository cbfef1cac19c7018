"""Beeldview: the pictures of a thema as a template sees them, with their figures as text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BalkView:
    """One line of the figures of a thema; `rest` is what remains after the bod."""

    onderwerp: str
    partij: str
    doel: str
    realisatie: str
    bod: str
    rest: str
    eigen: bool


@dataclass(frozen=True, slots=True)
class ThemabeeldView:
    """A picture of a thema, its words, and the same figures as rows.

    `afbeelding` is its name among the `tekeningen`, `beschrijving` its text for who does not
    see it.
    """

    afbeelding: str
    beschrijving: str
    titel: str
    balken: tuple[BalkView, ...]

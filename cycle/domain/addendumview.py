"""Addendumview: the fields of the document with a change beside the adopted text."""

from dataclasses import dataclass

from cycle.domain.verschilview import AfspraakVerschilView, CijferVerschilView
from cycle.domain.view import BesluitView


@dataclass(frozen=True, slots=True)
class AddendumView:
    """One addendum: what changes since `sinds`, why, and who agreed.

    `staat` says in words how it stands; it counts only when everybody agrees.
    """

    samenwerking: str
    gemeente: str
    jaar: str
    nummer: str
    datum: str
    code: str
    reden: str
    staat: str
    sinds: str
    gewijzigd: tuple[AfspraakVerschilView, ...]
    getallen: tuple[CijferVerschilView, ...]
    overig: tuple[str, ...]
    besluiten: tuple[BesluitView, ...]
    voorbeeld: str

"""Ontvangstview: the fields of the letter that says what was read of a returned form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PuntView:
    """One thing to mend or to look at: where, what is the matter, what to do."""

    waar: str
    wat: str
    doe: str
    code: str


@dataclass(frozen=True, slots=True)
class AntwoordView:
    """One question and how its answer was read; `groep` is the afspraak it belongs to.

    `cel` is where the answer stands in the form, empty when there is none.
    """

    groep: str
    vraag: str
    antwoord: str
    cel: str


@dataclass(frozen=True, slots=True)
class OntvangstView:
    """The letter to one partij about the form it sent; every value is text.

    `uitkomst` says in one sentence what the partij has to do, `vervolg` what happens next
    and until when a new version may be sent.
    """

    samenwerking: str
    gemeente: str
    jaar: str
    datum: str
    partij: str
    contact: str
    coordinator: str
    onderwerp: str
    bestand: str
    formulierversie: str
    uitkomst: str
    verbeteren: tuple[PuntView, ...]
    nakijken: tuple[PuntView, ...]
    antwoorden: tuple[AntwoordView, ...]
    meegestuurd: tuple[str, ...]
    vervolg: tuple[str, ...]
    voorbeeld: str

"""Ontvangstview: the fields of the letter that says what was read of a returned form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PuntView:
    """One thing to mend or to look at: where, what is the matter, what to do.

    `waar` is the question with sheet and cell, a line for each when there are more.
    """

    waar: str
    wat: str
    doe: str
    code: str


@dataclass(frozen=True, slots=True)
class AntwoordView:
    """One question and how its answer was read.

    `cel` is where the answer stands in the form, empty when there is none.
    """

    vraag: str
    antwoord: str
    cel: str


@dataclass(frozen=True, slots=True)
class OntvangstView:
    """The letter to one partij about the form it sent; every value is text.

    `dank` opens the letter. `uitkomst` says in one or two sentences what the matter is,
    `stappen` what to do about it, `vervolg` what happens next and until when a new version
    may be sent. `partij` is empty when the letter is for somebody else than the form.
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
    dank: str
    uitkomst: str
    stappen: tuple[str, ...]
    verbeteren: tuple[PuntView, ...]
    ontbreekt: tuple[PuntView, ...]
    ontbreekt_doe: str
    nakijken: tuple[PuntView, ...]
    antwoorden: tuple[AntwoordView, ...]
    meegestuurd: tuple[str, ...]
    vervolg: tuple[str, ...]
    voorbeeld: str

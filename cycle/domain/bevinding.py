"""Bevindingen: what a check has to say, where, and what the reader can do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MIST_ANTWOORD: Final = "W313"
"""Finding of an answer that is not there yet: no mistake, and not something to look at."""


class Ernst(StrEnum):
    """How serious a finding is; only `fout` and `blokkade` stop a step."""

    INFO = "info"
    WAARSCHUWING = "waarschuwing"
    FOUT = "fout"
    BLOKKADE = "blokkade"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding: a code from the catalogue, its seriousness, the place, and two sentences.

    `plek` is ``file:line`` for content and ``sheet!cell`` for workbooks. `melding` says
    what is wrong, `advies` what to do; both are Dutch and meant for the reader, not for
    a programmer. Codes are listed in ``docs/meldingen.md``.
    """

    code: str
    ernst: Ernst
    plek: str
    melding: str
    advies: str


@dataclass(frozen=True, slots=True)
class Celbevinding(Bevinding):
    """A finding on a returned form: also which question, which field, and what was typed.

    `klasse` is the short name of the code for programs. `blad` and `cel` are empty when the
    whole file is meant. `ruw` is the text as typed, `gelezen` what was made of it. `vraag` is
    the question in words, known once the form that was asked is beside it.
    """

    klasse: str = ""
    blad: str = ""
    cel: str = ""
    regel: str = ""
    veld: str = ""
    ruw: str = ""
    gelezen: str = ""
    vraag: str = ""


def has_fouten(bevindingen: Iterable[Bevinding]) -> bool:
    """Return whether any finding is serious enough to stop a step."""
    return any(b.ernst in (Ernst.FOUT, Ernst.BLOKKADE) for b in bevindingen)

"""Bevindingen: what a check has to say, where, and what the reader can do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


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


def has_fouten(bevindingen: Iterable[Bevinding]) -> bool:
    """Return whether any finding is serious enough to stop a step."""
    return any(b.ernst in (Ernst.FOUT, Ernst.BLOKKADE) for b in bevindingen)

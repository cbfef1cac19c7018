"""Ontvangstpunten: the findings on a form as the letter of receipt says them."""

from collections.abc import Iterator, Sequence
from typing import Final

from cycle.domain import notatie
from cycle.domain.bevinding import Bevinding, Celbevinding
from cycle.domain.ontvangstview import PuntView

_HEEL_BESTAND: Final = "Het hele bestand"

_Plek = tuple[str, str]
"""The question and the sheet of a finding, both empty when it is about the whole file."""


def list_punten(bevindingen: Sequence[Bevinding]) -> Iterator[PuntView]:
    """Yield each finding in plain words, once with all its places when it says the same."""
    plekken: dict[tuple[str, str, str], dict[_Plek, list[str]]] = {}
    for bevinding in bevindingen:
        zelfde = (bevinding.melding, bevinding.advies, bevinding.code)
        vraag, blad, cel = _plek(bevinding)
        plekken.setdefault(zelfde, {}).setdefault((vraag, blad), []).append(cel)
    for (wat, doe, code), per_vraag in plekken.items():
        waar = [_waar(*plek, list(filter(None, cellen))) for plek, cellen in per_vraag.items()]
        yield PuntView("\n".join(waar), wat, doe, code)


def list_ontbrekend(bevindingen: Sequence[Bevinding]) -> Iterator[PuntView]:
    """Yield each missing answer: one row for a question, with what is not there yet."""
    per_vraag: dict[_Plek, list[Bevinding]] = {}
    for bevinding in bevindingen:
        vraag, blad, _ = _plek(bevinding)
        # without the name of the question each cell stands for itself
        per_vraag.setdefault((vraag or bevinding.plek, blad), []).append(bevinding)
    for missend in per_vraag.values():
        vraag, blad, _ = _plek(missend[0])
        waar = _waar(vraag, blad, [cel for b in missend if (cel := _plek(b)[2])])
        wat = " ".join(dict.fromkeys(_vraagtekst(b.melding) for b in missend))
        yield PuntView(waar, wat, missend[0].advies, missend[0].code)


def _vraagtekst(melding: str) -> str:
    """Return what is asked in the empty cell: the part behind the colon."""
    vraag = melding.partition(": ")[2] or melding
    return vraag[:1].upper() + vraag[1:]


def _plek(bevinding: Bevinding) -> tuple[str, str, str]:
    """Return question, sheet and cell of a finding; empty what it is not about."""
    if isinstance(bevinding, Celbevinding):
        return bevinding.vraag, bevinding.blad, bevinding.cel
    blad, _, cel = bevinding.plek.rpartition("!")
    return "", blad, cel if blad else ""


def _waar(vraag: str, blad: str, cellen: Sequence[str]) -> str:
    """Return a question and its places on one sheet in words."""
    if not blad:
        return vraag or _HEEL_BESTAND
    woord = "cel" if len(cellen) == 1 else "cellen"
    plek = f"blad {blad}, {woord} {notatie.opsomming(list(cellen))}" if cellen else f"blad {blad}"
    return f"{vraag} ({plek})" if vraag else plek[:1].upper() + plek[1:]

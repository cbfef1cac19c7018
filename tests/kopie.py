"""Copies of what the fakes keep, cheap enough to make one per transaction."""

from copy import copy
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

Waarde = TypeVar("Waarde")


def kopieer(waarde: Waarde) -> Waarde:
    """Return a copy that may change alone: containers and mutable dataclasses are copied.

    What is frozen is shared, tuples included: the domain hands over nothing that can change.
    """
    return _kopie(waarde)  # type: ignore[no-any-return]  # each kind gives back its own kind


def _kopie(waarde: Any) -> Any:  # noqa: ANN401 - whatever a fake keeps
    """Return the copy of one value, of whatever kind it is."""
    if not _kan_veranderen(type(waarde)):
        return waarde
    if isinstance(waarde, dict):
        return {sleutel: _kopie(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_kopie(deel) for deel in waarde]
    if isinstance(waarde, set):
        return set(waarde)
    kopie = copy(waarde)
    for veld in fields(waarde):
        setattr(kopie, veld.name, _kopie(getattr(waarde, veld.name)))
    return kopie


@cache
def _kan_veranderen(soort: type) -> bool:
    """Return whether values of this kind can change after they were made."""
    if issubclass(soort, dict | list | set):
        return True
    return is_dataclass(soort) and not soort.__dataclass_params__.frozen  # type: ignore[attr-defined]

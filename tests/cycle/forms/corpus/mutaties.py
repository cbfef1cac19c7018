"""Mutaties: files with a few bytes changed, as a bad cable or a bad disk makes them."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

_MEESTE: Final = 11
_AFGEKAPT: Final = 0.2


@dataclass(frozen=True, slots=True)
class Mutatie:
    """One damaged file, named after the seed that made it."""

    naam: str
    inhoud: bytes


def mutate(bronnen: Mapping[str, bytes], aantallen: Mapping[str, int]) -> Iterator[Mutatie]:
    """Yield damaged files: of each kind as many as asked, the same ones every time."""
    for soort, aantal in aantallen.items():
        for nummer in range(aantal):
            yield Mutatie(f"{nummer:03}.{soort}", _damage(bronnen[soort], f"{soort}-{nummer}"))


def _damage(inhoud: bytes, zaad: str) -> bytes:
    """Return the bytes with 1 to 11 of them changed; one in five is also cut off."""
    toeval = random.Random(zaad)  # noqa: S311 - damage that can be made again, no secret
    nieuw = bytearray(inhoud)
    for _ in range(toeval.randint(1, _MEESTE)):
        nieuw[toeval.randrange(len(nieuw))] = toeval.randrange(256)
    if toeval.random() < _AFGEKAPT:
        del nieuw[toeval.randrange(1, len(nieuw)) :]
    return bytes(nieuw)

"""Namen: what the results of a file are called, when one run reads more files."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Final

_ACHTERVOEGSELS: Final = ("-nagekeken", "-nieuw-formulier")
"""How the names of workbooks end that go back; such a file may be read again."""
_ONBEKEND: Final = "onbekend"


def distinguish(
    paden: Sequence[Path], partijen: Sequence[str], uit: Path, bezet: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return for each file how the names of its results in `uit` begin, no two the same.

    That is the name of the file itself. Files of one name each get their partij behind it
    when that differs, then their extension, and else a number. Capitals do not count. The
    results of one file never take the place of another file that was given, and none begins
    with a name of `bezet`.
    """
    namen = [pad.stem for pad in paden]
    extensies = [pad.suffix.removeprefix(".").lower() for pad in paden]
    for kenmerken in (partijen, extensies):
        namen = _append(namen, kenmerken)
    return _number(namen, {naam.casefold() for naam in (*bezet, *_given(paden, uit))})


def _append(namen: Sequence[str], kenmerken: Sequence[str]) -> list[str]:
    """Return the names, those that are the same with their kenmerk when it differs."""
    per_naam = defaultdict(set)
    for naam, kenmerk in zip(namen, kenmerken, strict=True):
        per_naam[naam.casefold()].add(kenmerk)
    return [
        f"{naam}-{kenmerk or _ONBEKEND}" if len(per_naam[naam.casefold()]) > 1 else naam
        for naam, kenmerk in zip(namen, kenmerken, strict=True)
    ]


def _number(namen: Sequence[str], bezet: set[str]) -> tuple[str, ...]:
    """Return the names; those that are taken, or the same as another, get a number."""
    klein = [naam.casefold() for naam in namen]
    vrij = [klein.count(naam) == 1 and naam not in bezet for naam in klein]
    bezet |= {naam for naam, is_vrij in zip(klein, vrij, strict=True) if is_vrij}
    genummerd = []
    for naam, is_vrij in zip(namen, vrij, strict=True):
        keuzes = (f"{naam}-{nummer}" for nummer in count(1))
        genummerd.append(naam if is_vrij else next(k for k in keuzes if k.casefold() not in bezet))
        bezet.add(genummerd[-1].casefold())
    return tuple(genummerd)


def _given(paden: Sequence[Path], uit: Path) -> list[str]:
    """Return the names with which results would take the place of files that were given."""
    hier = [pad.stem for pad in paden if pad.parent.resolve() == uit.resolve()]
    return [stam.removesuffix(a) for stam in hier for a in _ACHTERVOEGSELS if stam.endswith(a)]

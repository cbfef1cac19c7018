"""Suggestie: the nearest known word, and which misspelt key stands for which missing one."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final

_HOOGSTENS: Final = 12


def nearest(woord: str, bekend: Iterable[str]) -> str:
    """Return the known word most like `woord`, "" when none comes near."""
    kleine_letters = {kandidaat.lower(): kandidaat for kandidaat in bekend}
    gevonden = get_close_matches(woord.lower(), kleine_letters, n=1)
    return kleine_letters[gevonden[0]] if gevonden else ""


def advies(woord: str, bekend: Collection[str]) -> str:
    """Return a Dutch sentence that helps to choose the right word.

    It is "" when nothing comes near and the choice is too long to sum up.
    """
    dichtbij = nearest(woord, bekend)
    if dichtbij:
        return f"Bedoelt u '{dichtbij}'?"
    return f"Kies uit: {', '.join(bekend)}." if 0 < len(bekend) <= _HOOGSTENS else ""


def pair_sleutels(
    onbekend: Iterable[str], bekend: Collection[str], ontbreekt: Iterable[str]
) -> tuple[dict[str, str], list[str]]:
    """Return which known key each unknown one must have been, and the keys truly missing.

    A misspelt key is one fault, so the required key it stands for is not missing as well.
    The value is "" for an unknown key that looks like nothing.
    """
    over = list(ontbreekt)
    bedoeld: dict[str, str] = {}
    for sleutel in onbekend:
        keuze = nearest(sleutel, over) or nearest(sleutel, bekend)
        if not keuze and len(over) == 1:
            keuze = over[0]
        bedoeld[sleutel] = keuze
        if keuze in over:
            over.remove(keuze)
    return bedoeld, over

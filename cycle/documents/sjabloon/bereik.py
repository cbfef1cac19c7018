"""Bereik: the names that a code can use where it stands, and the one nearest to a wrong name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from cycle.documents.sjabloon.soorten import ONBEKEND, Aard, Soort, list_paden

ONBEKENDE: Final = "jaarschijf_onbekend"
"""A name that stands for a value we know nothing of."""
_VAST: Final[Mapping[str, Soort]] = {
    "range": ONBEKEND,
    "namespace": ONBEKEND,
    "caller": ONBEKEND,
    "varargs": ONBEKEND,
    "kwargs": ONBEKEND,
    "self": ONBEKEND,
    ONBEKENDE: ONBEKEND,
}
_LIJKT: Final = 0.6
_DICHTBIJ: Final = 0.75


@dataclass(slots=True)
class Bereik:
    """Names by block, the innermost last; `is_open` when a name may be anything here."""

    velden: Soort
    lagen: list[dict[str, Soort]] = field(default_factory=lambda: [{}])
    is_open: bool = False

    def find(self, naam: str) -> Soort | None:
        """Return the kind of a name, None when nobody knows it."""
        for laag in reversed(self.lagen):
            if naam in laag:
                return laag[naam]
        gevonden = self.velden.velden.get(naam) or _VAST.get(naam)
        return ONBEKEND if gevonden is None and self.is_open else gevonden

    def keep(self, naam: str, soort: Soort) -> None:
        """Give a name a kind from here on."""
        self.lagen[-1][naam] = soort

    def names(self) -> dict[str, Soort]:
        """Return every name that holds here."""
        alles = dict(self.velden.velden)
        for laag in self.lagen:
            alles |= laag
        return alles

    def suggestion(self, naam: str) -> str:
        """Return the field that was meant: here, in an item of a loop, else anywhere."""
        if dichtbij := nearest(naam, tuple(self.names())):
            return dichtbij
        for laag in reversed(self.lagen):
            for item, soort in laag.items():
                if soort.aard is Aard.GROEP and naam in soort.velden:
                    return f"{item}.{naam}"
        paden = {pad.rpartition(".")[2]: pad for pad in reversed(list(list_paden(self.velden)))}
        return paden.get(nearest(naam, tuple(paden)), "")

    def meant(self, naam: str, velden: Mapping[str, Soort]) -> Soort:
        """Return a value we know nothing of, but whose parts are those of the field meant.

        What is inside a loop over a misspelt list is then looked at all the same.
        """
        bedoeld = velden.get(nearest(naam, tuple(velden), _DICHTBIJ), ONBEKEND)
        return Soort(Aard.ONBEKEND, bedoeld.item, bedoeld.velden)


@lru_cache(maxsize=2048)
def nearest(naam: str, bekend: tuple[str, ...], grens: float = _LIJKT) -> str:
    """Return the known name most like `naam`, empty when none comes near; looking is slow."""
    dichtbij = get_close_matches(naam, bekend, n=1, cutoff=grens)
    return dichtbij[0] if dichtbij else ""

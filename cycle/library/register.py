"""Register: which codes exist, and whether every reference points at one.

References are kept until all files are read. A name that is misspelt the same way in
several places is one fault, and nothing is said about codes of a kind whose source could
not be read in full: that source has its own finding.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from cycle.domain.plek import Plek
from cycle.library.bevindingen import Bevindingen
from cycle.library.suggestie import advies


class Naamsoort(Enum):
    """Kinds of codes: finding code for an unknown one, and the noun with its article."""

    PARTIJ = ("I120", "De partij")
    INDICATOR = ("I121", "De indicator")
    THEMA = ("I122", "Het thema")
    DOSSIER = ("I123", "Het dossier")
    AFSPRAAK = ("I124", "De afspraak")
    TABEL = ("", "De tabel")
    LINKDOEL = ("I127", "Het doel van de link")


_BRONNEN: Final = {Naamsoort.LINKDOEL: (Naamsoort.LINKDOEL, Naamsoort.AFSPRAAK)}
"""A link goes to a heading in a text or to an afspraak."""


@dataclass(frozen=True, slots=True)
class _Verwijzing:
    """One use of a code."""

    soort: Naamsoort
    code: str
    plek: Plek


class Register:
    """All codes of one samenwerking."""

    def __init__(self, bevindingen: Bevindingen) -> None:
        self._bevindingen = bevindingen
        self._namen: dict[Naamsoort, dict[str, Plek]] = {soort: {} for soort in Naamsoort}
        self._onvolledig: set[Naamsoort] = set()
        self._verwijzingen: list[_Verwijzing] = []

    def add(self, soort: Naamsoort, code: str, plek: Plek) -> None:
        """Make a code known; the same code twice is a fault, and hides the code it replaced."""
        eerste = self._namen[soort].setdefault(code, plek)
        if eerste is not plek:
            self.mark_onvolledig(soort)
            self._bevindingen.fout("I131", plek, f"De code '{code}' is al gebruikt op {eerste}.")

    def mark_onvolledig(self, soort: Naamsoort) -> None:
        """Say that codes of this kind may be missing because of another fault."""
        self._onvolledig.add(soort)

    def is_volledig(self, soort: Naamsoort) -> bool:
        """Return whether all codes of this kind could be read."""
        return not self._onvolledig & set(_BRONNEN.get(soort, (soort,)))

    def kent(self, soort: Naamsoort, code: str) -> bool:
        """Return whether the code is known."""
        return code in self._codes(soort)

    def refer(self, soort: Naamsoort, code: str, plek: Plek) -> None:
        """Keep a reference, to be checked when everything is read."""
        self._verwijzingen.append(_Verwijzing(soort, code, plek))

    def close(self) -> None:
        """Report every unknown code once, at its first place, and headings named as an afspraak."""
        for code, plek in self._namen[Naamsoort.LINKDOEL].items():
            afspraak = self._namen[Naamsoort.AFSPRAAK].get(code)
            if afspraak is not None:
                self._bevindingen.fout(
                    "I131", plek, f"De code '{code}' is al gebruikt op {afspraak}."
                )
        plekken: dict[tuple[Naamsoort, str], list[Plek]] = {}
        for verwijzing in self._verwijzingen:
            if self.is_volledig(verwijzing.soort) and not self.kent(
                verwijzing.soort, verwijzing.code
            ):
                plekken.setdefault((verwijzing.soort, verwijzing.code), []).append(verwijzing.plek)
        for (soort, code), gebruikt in plekken.items():
            nummer, naam = soort.value
            ook = ", ".join(dict.fromkeys(str(plek) for plek in gebruikt[1:]))
            self._bevindingen.fout(
                nummer,
                gebruikt[0],
                f"{naam} '{code}' is niet bekend." + (f" Dit staat ook op {ook}." if ook else ""),
                advies(code, self._codes(soort)),
            )

    def _codes(self, soort: Naamsoort) -> list[str]:
        """Return all known codes of a kind."""
        return [code for bron in _BRONNEN.get(soort, (soort,)) for code in self._namen[bron]]

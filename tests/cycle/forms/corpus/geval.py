"""Geval: one returned form, and what reading it must give."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from tests.cycle.forms.corpus.kaart import Sleutel


class Overig(Enum):
    """Expectations that are no value."""

    VRIJ = "either read or refused: the finding says what matters"


VRIJ: Final = Overig.VRIJ


@dataclass(frozen=True, slots=True)
class Waarde:
    """What must be read from one cell; `ruw` is compared only when it is given.

    `value` is None when the cell is refused or says that there is nothing; then `reden`
    may tell which. Dates are ISO texts.
    """

    value: Any
    kwalificatie: str = ""
    hoog: float | None = None
    tot: str = ""
    reden: str = ""
    ruw: str | None = None


@dataclass(frozen=True, slots=True)
class Melding:
    """An expected finding: one of `codes`, on one of `plekken`; no plekken means anywhere."""

    codes: frozenset[str]
    plekken: frozenset[str] = frozenset()

    def fits(self, code: str, plek: str) -> bool:
        """Return whether a finding is this one."""
        return code in self.codes and (not self.plekken or plek in self.plekken)


def meld(codes: str, *plekken: str) -> Melding:
    """Return an expectation; ``"R203|R204"`` says that either code will do."""
    return Melding(frozenset(codes.split("|")), frozenset(plekken))


@dataclass(frozen=True, slots=True)
class Geval:
    """One file with everything that must come of reading it.

    `waarden` is None for a file that is refused: then nothing need be read. Codes in `mag`
    may come on top of the expected findings. `uitkomst` lists the outcomes that will do.
    """

    naam: str
    maak: Callable[[], bytes]
    waarden: Mapping[Sleutel, Waarde | Overig] | None
    meldingen: tuple[Melding, ...] = ()
    mag: frozenset[str] = frozenset()
    uitkomst: frozenset[str] = frozenset()
    bestand: str = "bieding.xlsx"
    verwacht: Mapping[str, Any] = field(default_factory=dict)


ERNST: Final = {
    "i": ("B014", "B015", "B016", "S102"),
    "w": (
        "B007", "S106", "S107", "S108", "S109", "S110", "S111", "R204", "W303", "W304", "W305",
        "W309", "W314", "W315", "W320", "W321", "C401", "C402",
    ),
    "f": (
        "S101", "S103", "S104", "S105", "R201", "R202", "R203", "W301", "W302", "W306", "W307",
        "W308", "W310", "W311", "W312", "W313", "W316", "W317", "W318", "W319",
    ),
    "b": (
        "B001", "B002", "B003", "B004", "B005", "B006", "B010", "B011", "B012", "B013",
    ),
}  # fmt: skip
"""How serious each code of the catalogue is: info, warning, fault, stop."""

UITKOMST: Final = {"": "ok", "i": "ok", "w": "waarschuwing", "f": "correctie", "b": "geweigerd"}


def uitkomst_van(meldingen: tuple[Melding, ...]) -> frozenset[str]:
    """Return the outcome that these findings lead to: that of the most serious one."""
    zwaarte = {code: ernst for ernst, codes in ERNST.items() for code in codes}
    zwaarst: set[str] = {"i"}
    for melding in meldingen:
        mogelijk = {zwaarte[code] for code in melding.codes}
        zwaarst = {max(al, nieuw, key="iwfb".index) for al in zwaarst for nieuw in mogelijk}
    return frozenset(UITKOMST[ernst] for ernst in zwaarst)

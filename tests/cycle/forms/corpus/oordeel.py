"""Oordeel: what was read against what had to be read, case by case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from tests.cycle.forms.corpus.geval import VRIJ, Geval, Melding, Overig, Waarde
from tests.cycle.forms.corpus.kaart import Sleutel
from tests.cycle.forms.corpus.lezer import Uitslag

_REDENEN: Final = ("nvt", "streepje", "onbekend")


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What is wrong with the reading of one case; nothing when it is entirely right.

    `stil` lists values that are wrong or lost without any finding on their cell, row or column.
    """

    geval: str
    waarden: int
    waarden_fout: tuple[str, ...]
    stil: tuple[str, ...]
    bevindingen: int
    bevindingen_fout: tuple[str, ...]
    overig: tuple[str, ...]

    @property
    def is_goed(self) -> bool:
        """Return whether everything is as expected."""
        return not (self.waarden_fout or self.bevindingen_fout or self.overig)

    def __str__(self) -> str:
        """Return the case with every difference below it."""
        regels = (*self.waarden_fout, *self.bevindingen_fout, *self.overig)
        return "\n    ".join((self.geval, *regels))


def judge(geval: Geval, uitslag: Uitslag, partij: str) -> Oordeel:
    """Return how well one file was read."""
    fout = dict(_check_waarden(geval.waarden, uitslag)) if geval.waarden is not None else {}
    geraakt = {plek for _, plek in uitslag.bevindingen}
    stil = [regel for sleutel, regel in fout.items() if not _is_gemeld(sleutel, uitslag, geraakt)]
    overig = []
    if geval.uitkomst and uitslag.uitkomst not in geval.uitkomst:
        overig.append(f"uitkomst: {uitslag.uitkomst}, verwacht {'/'.join(geval.uitkomst)}")
    if geval.waarden is not None and uitslag.partij != partij:
        overig.append(f"partij: {uitslag.partij!r}, verwacht {partij!r}")
    overig += [f"twee keer gelezen: {sleutel}" for sleutel in uitslag.dubbel]
    return Oordeel(
        geval=geval.naam,
        waarden=len(geval.waarden or ()),
        waarden_fout=tuple(fout.values()),
        stil=tuple(stil),
        bevindingen=len(geval.meldingen),
        bevindingen_fout=tuple(_check_bevindingen(geval, uitslag)),
        overig=tuple(overig),
    )


def _check_waarden(
    verwacht: Mapping[Sleutel, Waarde | Overig], uitslag: Uitslag
) -> Iterator[tuple[Sleutel, str]]:
    """Yield each answer that is wrong, missing or too many."""
    for sleutel, waarde in verwacht.items():
        gelezen = uitslag.waarden.get(sleutel)
        if waarde is VRIJ:
            continue
        assert isinstance(waarde, Waarde)
        if gelezen is None:
            yield sleutel, f"{sleutel}: niet gelezen, verwacht {waarde.value!r}"
        elif not _same(gelezen, waarde):
            yield sleutel, f"{sleutel}: {gelezen}, verwacht {waarde}"
    for sleutel in uitslag.waarden.keys() - verwacht.keys():
        yield sleutel, f"{sleutel}: {uitslag.waarden[sleutel]}, maar daar hoort niets te staan"


def _same(gelezen: Waarde, verwacht: Waarde) -> bool:
    """Return whether value, qualifier, bounds, reason and raw text agree."""
    value: object = gelezen.value
    if isinstance(verwacht.value, str) and isinstance(value, str):
        value, gezocht = value.strip(), verwacht.value.strip()
    else:
        gezocht = verwacht.value
    return (
        value == gezocht
        and isinstance(value, str) == isinstance(gezocht, str)
        and gelezen.kwalificatie == verwacht.kwalificatie
        and gelezen.hoog == verwacht.hoog
        and gelezen.tot == verwacht.tot
        and _same_reden(gelezen, verwacht)
        and (verwacht.ruw is None or gelezen.ruw.split() == verwacht.ruw.split())
    )


def _same_reden(gelezen: Waarde, verwacht: Waarde) -> bool:
    """Return whether the reason fits: none beside a value, the right one where it matters."""
    if verwacht.reden in _REDENEN:
        return gelezen.reden == verwacht.reden
    return bool(gelezen.reden) == (verwacht.value is None)


def _check_bevindingen(geval: Geval, uitslag: Uitslag) -> Iterator[str]:
    """Yield each finding that is missing, and each that should not be there."""
    over = list(uitslag.bevindingen)
    mist: list[Melding] = []
    for melding in geval.meldingen:
        treffer = next((b for b in over if melding.fits(*b)), None)
        if treffer is None:
            mist.append(melding)
        else:
            over.remove(treffer)
    for melding in mist:
        yield f"mist {'/'.join(sorted(melding.codes))} op {'/'.join(sorted(melding.plekken))}"
    for code, plek in over:
        if code not in geval.mag:
            yield f"te veel: {code} op {plek}"


def _is_gemeld(sleutel: Sleutel, uitslag: Uitslag, geraakt: set[str]) -> bool:
    """Return whether the sender hears of this answer: on its cell, or on its sheet or row."""
    plek = uitslag.plekken.get(sleutel)
    if plek is not None:
        return plek in geraakt
    breed = ("B", "S101", "S103", "S104", "R20")
    return any(code.startswith(breed) for code, _ in uitslag.bevindingen)

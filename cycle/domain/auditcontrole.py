"""Auditcontrole: whether what is kept now is what the chain says was written.

A chain that holds proves what was written down. Decisions and signatures are read from other
tables, and somebody might change those. So every row is held against its last event, and a
row without an event, or an event without its row, is told as well.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cycle.domain.keten import Auditgegeven, Ketenoordeel, merk, write_json

Rijsleutel = tuple[str, int]
"""Table and number of a row."""

BEGIN_SOORT: Final = "begin"
"""Soort of the event that opens the chain of a cyclus that was there before it."""


@dataclass(frozen=True, slots=True)
class Auditstand:
    """What is kept at one moment.

    `gebeurd` is the last event of each row, `begin` the opening event of an older cyclus, both
    as JSON. `gegevens` are the texts by their marks, `rijen` the rows themselves.
    """

    gebeurd: Mapping[Rijsleutel, str] = field(default_factory=dict)
    begin: str = ""
    gegevens: Mapping[str, Auditgegeven] = field(default_factory=dict)
    rijen: Mapping[Rijsleutel, Mapping[str, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Auditrapport:
    """The verdict on a chain, and in Dutch where the data differ from it."""

    keten: Ketenoordeel
    afwijkingen: tuple[str, ...] = ()

    @property
    def is_heel(self) -> bool:
        """Return whether nothing was found."""
        return self.keten.breuk is None and not self.afwijkingen


def compare_stand(keten: Ketenoordeel, stand: Auditstand) -> tuple[str, ...]:
    """Return where what is kept differs from a chain that holds, one Dutch sentence each."""
    return (
        *_check_gegevens(keten, stand.gegevens),
        *_check_rijen(keten, stand),
    )


def _check_gegevens(keten: Ketenoordeel, gegevens: Mapping[str, Auditgegeven]) -> Iterable[str]:
    """Yield the texts that are not the ones that were marked."""
    for kenmerk in sorted(keten.kenmerken - keten.gewist):
        if kenmerk not in gegevens:
            yield f"De tekst bij kenmerk {kenmerk[:12]}… is weg zonder dat hij is gewist."
        elif not gegevens[kenmerk].klopt:
            yield f"De tekst bij kenmerk {kenmerk[:12]}… is veranderd."


def _check_rijen(keten: Ketenoordeel, stand: Auditstand) -> Iterable[str]:
    """Yield the rows that are not as their event says."""
    oud = _read_begin(keten, stand)
    for sleutel in sorted({*stand.rijen, *oud, *stand.gebeurd}):
        naam = f"Regel {sleutel[1]} van '{sleutel[0]}'"
        rij = stand.rijen.get(sleutel)
        if rij is None:
            yield f"{naam} is weg."
        elif sleutel in stand.gebeurd:
            anders = _list_anders(rij, json.loads(stand.gebeurd[sleutel]), stand.gegevens)
            if anders:
                yield f"{naam} is buiten het programma om veranderd: {', '.join(anders)}."
        elif sleutel not in oud:
            yield f"{naam} staat niet in het auditspoor."
        elif not oud[sleutel].is_of(rij):
            yield f"{naam} is veranderd nadat het auditspoor begon."


@dataclass(frozen=True, slots=True)
class _Beginmerk:
    """The mark of a row on the day the chain began; without `zout` nobody can tell any more."""

    kenmerk: str
    kolommen: Sequence[str]
    zout: str

    def is_of(self, rij: Mapping[str, object]) -> bool:
        """Return whether this is the mark of `rij`, as far as anybody can tell."""
        kolommen = write_json({naam: rij.get(naam) for naam in self.kolommen})
        return not self.zout or merk(self.zout, kolommen) == self.kenmerk


def _read_begin(keten: Ketenoordeel, stand: Auditstand) -> dict[Rijsleutel, _Beginmerk]:
    """Return the marks in the opening event of an older cyclus."""
    if not stand.begin:
        return {}
    begin = json.loads(stand.begin)
    zout = stand.gegevens.get(begin["zout"]["gegeven"])
    tekst = zout.tekst if zout and zout.kenmerk not in keten.gewist else ""
    return {
        (tabel, int(rij)): _Beginmerk(kenmerk, begin["kolommen"][tabel], tekst)
        for tabel, rijen in begin["rijen"].items()
        for rij, kenmerk in rijen.items()
    }


def _list_anders(
    rij: Mapping[str, object], inhoud: Mapping[str, Any], gegevens: Mapping[str, Auditgegeven]
) -> list[str]:
    """Return the fields of a row that differ from its event; an erased text says nothing."""
    anders = []
    for veld, waarde in inhoud.items():
        if isinstance(waarde, dict):
            gegeven = gegevens.get(waarde["gegeven"])
            if gegeven and gegeven.tekst != rij.get(veld):
                anders.append(veld)
        elif rij.get(veld) != waarde:
            anders.append(veld)
    return anders

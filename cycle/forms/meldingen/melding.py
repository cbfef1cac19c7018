"""Melding: one kind of finding on a returned form, and the cell that it can be about."""

from dataclasses import dataclass

from cycle.domain.bevinding import Ernst


@dataclass(frozen=True, slots=True)
class Melding:
    """One kind of finding: its code, class (short name), seriousness and two texts."""

    code: str
    klasse: str
    ernst: Ernst
    wat: str
    doe: str


@dataclass(frozen=True, slots=True)
class Waar:
    """What a finding is about: a sheet, a cell of it, and the question and field of that cell."""

    blad: str
    cel: str = ""
    regel: str = ""
    veld: str = ""

    @property
    def plek(self) -> str:
        """Return the place as people write it: ``Bieding!J5``, or the sheet alone."""
        return f"{self.blad}!{self.cel}" if self.cel else self.blad

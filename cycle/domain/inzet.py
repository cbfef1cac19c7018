"""Inzet: does every partij bring something, or do some only ask? The matrix of wederkerigheid.

The matrix counts, per partij and thema, in how many afspraken the partij has each rol. It
is a stand van zaken of the agreement, never a ranking of partijen.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from cycle.domain.afspraak import Rol
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.thema import Thema


@dataclass(frozen=True, slots=True)
class Inzet:
    """In how many afspraken of one thema a partij has each rol."""

    partij: str
    thema: str
    rollen: Mapping[Rol, int]

    @property
    def eigen(self) -> int:
        """Return the afspraken that the partij answers for: trekker or uitvoerder."""
        return self.rollen[Rol.TREKKER] + self.rollen[Rol.UITVOERDER]

    @property
    def is_leeg(self) -> bool:
        """Return whether the partij does nothing here; being informed is nothing."""
        return not self.eigen and not self.rollen[Rol.MEEWERKEND]


@dataclass(frozen=True, slots=True)
class Inzetmatrix:
    """The matrix: every partij in every thema that has afspraken, both in their own order."""

    partijen: tuple[Partij, ...]
    themas: tuple[Thema, ...]
    cellen: Mapping[tuple[str, str], Inzet]

    def inzet(self, partij: str, thema: str) -> Inzet:
        """Return the cell of a partij and a thema, both by code."""
        return self.cellen[partij, thema]

    def rij(self, partij: str) -> tuple[Inzet, ...]:
        """Return the cells of one partij, in the order of the themas."""
        return tuple(self.cellen[partij, thema.code] for thema in self.themas)

    def lege_cellen(self) -> tuple[Inzet, ...]:
        """Return the cells without any inzet, partij by partij."""
        return tuple(
            inzet for partij in self.partijen for inzet in self.rij(partij.code) if inzet.is_leeg
        )


def build_inzetmatrix(samenwerking: Samenwerking) -> Inzetmatrix:
    """Return the matrix of what each partij brings to each thema."""
    themas = tuple(thema for thema in samenwerking.themas if thema.afspraken)
    cellen = {
        (partij.code, thema.code): _inzet(partij, thema)
        for partij in samenwerking.partijen
        for thema in themas
    }
    return Inzetmatrix(samenwerking.partijen, themas, cellen)


def _inzet(partij: Partij, thema: Thema) -> Inzet:
    """Return the count of each rol of a partij in a thema, zero for a rol it has nowhere."""
    telling = Counter(a.inzet[partij.code] for a in thema.afspraken if partij.code in a.inzet)
    return Inzet(partij.code, thema.code, {rol: telling[rol] for rol in Rol})

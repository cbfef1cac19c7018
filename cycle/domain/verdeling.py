"""Verdeling: a task shared over partijen naar rato of their stock, period after period.

What was published stays as it was published. What a partij did too little or too much is
its saldo, and goes along to the next period.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cycle.domain.bevinding import Bevinding
from cycle.domain.plek import Plek


@dataclass(frozen=True, slots=True)
class Aandeel:
    """One partij in one period: its stock, its published share, and what it did.

    `verdeeld` is None when nothing was published yet, `gedaan` when it is not known: neither
    is zero.
    """

    partij: str
    voorraad: int
    verdeeld: int | None
    gedaan: int | None
    plek: Plek


@dataclass(frozen=True, slots=True)
class Periode:
    """A year or half a year (``2024-1``) with the whole number that was to be shared."""

    naam: str
    totaal: int
    aandelen: tuple[Aandeel, ...]
    plek: Plek

    @property
    def jaar(self) -> int:
        """Return the calendar year."""
        return int(self.naam[:4])


@dataclass(frozen=True, slots=True)
class Verdeling:
    """A task that partijen share, such as housing statushouders; periods oldest first."""

    code: str
    naam: str
    eenheid: str
    periodes: tuple[Periode, ...]
    plek: Plek


@dataclass(frozen=True, slots=True)
class Verdeelregel:
    """How one partij stands in one period.

    `berekend` is its share by today's arithmetic and `verdeeld` the share that counts: the
    published one, else that. `opgave` is `verdeeld` with the saldo from before, `saldo` what
    is left of it: positive is behind, negative is ahead. Unknown stays unknown.
    """

    partij: str
    voorraad: int
    vooraf: int | None
    berekend: int
    verdeeld: int
    opgave: int | None
    gedaan: int | None
    saldo: int | None
    plek: Plek


@dataclass(frozen=True, slots=True)
class Periodestand:
    """All partijen in one period; `is_voorstel` says that nothing was published yet."""

    naam: str
    totaal: int
    regels: tuple[Verdeelregel, ...]
    is_voorstel: bool

    @property
    def verdeeld(self) -> int:
        """Return the sum of the shares that count."""
        return sum(regel.verdeeld for regel in self.regels)

    @property
    def opgave(self) -> int | None:
        """Return what all together have to do, the saldo from before included."""
        return som([regel.opgave for regel in self.regels])

    @property
    def saldo(self) -> int | None:
        """Return what all together are behind (positive) or ahead."""
        return som([regel.saldo for regel in self.regels])


@dataclass(frozen=True, slots=True)
class Verdeelstaat:
    """A task with the state of every period, and what does not agree."""

    verdeling: Verdeling
    periodes: tuple[Periodestand, ...]
    bevindingen: tuple[Bevinding, ...]


def som(waarden: Sequence[int | None]) -> int | None:
    """Return the sum, None as soon as one part is unknown."""
    bekend = [waarde for waarde in waarden if waarde is not None]
    return sum(bekend) if len(bekend) == len(waarden) else None

"""Parameters: amounts that somebody else sets for each year, such as the rent limits.

An amount holds for its own year only. Where a year is missing, nothing falls back on the
year before: a limit of last year would put homes in the wrong class without a word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cycle.domain.errors import NietGevonden
from cycle.domain.plek import Plek

BESTAND: Final = "parameters.toml"
"""The file in ``content/`` that every samenwerking shares."""


class ParameterSoort(StrEnum):
    """What is set: a limit of the monthly rent, or a cap, in euros."""

    KWALITEITSKORTINGSGRENS = "kwaliteitskortingsgrens"
    AFTOPPINGSGRENS_LAAG = "aftoppingsgrens-laag"
    AFTOPPINGSGRENS_HOOG = "aftoppingsgrens-hoog"
    LIBERALISATIEGRENS = "liberalisatiegrens"
    LEEFBAARHEID_PER_WONING = "leefbaarheid-per-woning"


HUURGRENZEN: Final = (
    ParameterSoort.KWALITEITSKORTINGSGRENS,
    ParameterSoort.AFTOPPINGSGRENS_LAAG,
    ParameterSoort.AFTOPPINGSGRENS_HOOG,
    ParameterSoort.LIBERALISATIEGRENS,
)
"""The limits of the monthly rent, from low to high."""

PARAMETER_NAAM: Final[Mapping[ParameterSoort, str]] = MappingProxyType(
    {
        ParameterSoort.KWALITEITSKORTINGSGRENS: "de kwaliteitskortingsgrens",
        ParameterSoort.AFTOPPINGSGRENS_LAAG: "de lage aftoppingsgrens",
        ParameterSoort.AFTOPPINGSGRENS_HOOG: "de hoge aftoppingsgrens",
        ParameterSoort.LIBERALISATIEGRENS: "de liberalisatiegrens",
        ParameterSoort.LEEFBAARHEID_PER_WONING: "het maximum voor leefbaarheid per woning",
    }
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One amount in euros, the calendar year it holds for and who published it."""

    soort: ParameterSoort
    jaar: int
    bedrag: Decimal
    bron: str
    plek: Plek


@dataclass(frozen=True, slots=True)
class Parameters:
    """All amounts by kind and year."""

    alle: Mapping[tuple[ParameterSoort, int], Parameter]

    def voor(self, soort: ParameterSoort, jaar: int) -> Parameter:
        """Return the amount of exactly this year.

        Raises:
            NietGevonden: no amount was entered for `jaar`; another year never stands in.
        """
        gevonden = self.alle.get((soort, jaar))
        if gevonden is None:
            raise NietGevonden(
                f"Het bedrag voor {PARAMETER_NAAM[soort]} van {jaar} is niet bekend.",
                advies=f"Vul het aan in {BESTAND}, met de bron. Een bedrag van een ander jaar "
                "geldt niet.",
                plek=BESTAND,
            )
        return gevonden

    def ontbrekende_jaren(self, soort: ParameterSoort, jaren: Iterable[int]) -> tuple[int, ...]:
        """Return the years out of `jaren` for which no amount was entered, in order."""
        return tuple(jaar for jaar in sorted(set(jaren)) if (soort, jaar) not in self.alle)

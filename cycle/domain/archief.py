"""Archief: under which rules of the gemeente an archiefdossier is kept.

Retention follows from the selectielijst that the gemeente uses, so it is content and never
code. The words are those of the lists that MDTO comes with.
"""

from dataclasses import dataclass
from enum import StrEnum

TOOI_GEMEENTEN = "TOOI register gemeenten compleet"
"""The register that the code of a gemeente comes from, when the content names no other."""


class Waardering(StrEnum):
    """Whether a dossier is kept for good or for a term."""

    BLIJVEND = "blijvend"
    TIJDELIJK = "tijdelijk"


@dataclass(frozen=True, slots=True)
class Archiefregels:
    """What ``[archief]`` in ``samenwerking.toml`` says.

    `archiefvormer` is the organisation that keeps the dossier, with its `kenmerk` (such as
    ``gm0118``) in the register `bron`. `bewaartermijn` is a number of years, 0 when the
    dossier is kept for good. `categorie` is the number in the `selectielijst`. `beperking`
    says what limits the use of the dossier.
    """

    archiefvormer: str
    kenmerk: str
    bron: str
    waardering: Waardering
    bewaartermijn: int
    selectielijst: str
    categorie: str
    beperking: str

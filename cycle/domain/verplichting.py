"""Verplichtingen: what each partij still has to do, and by when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.accordering import BesluitStaat, GevraagdBesluit
from cycle.domain.fase import Fase
from cycle.domain.kalender import Termijn, termijn
from cycle.domain.partij import Orgaan
from cycle.domain.toets import Toetsmoment


class Soort(StrEnum):
    """What is asked."""

    BIEDING = "bieding"
    BESLUIT = "besluit"
    ONDERTEKENING = "ondertekening"
    TOETS = "toets"


@dataclass(frozen=True, slots=True)
class Verplichting:
    """One thing that one partij owes; `sleutel` is unique within a cyclus.

    `kenmerk` tells apart what is asked more than once: of a toets its moment.
    """

    soort: Soort
    partij: str
    uiterlijk: pendulum.Date
    orgaan: Orgaan | None = None
    kenmerk: str = ""

    @property
    def sleutel(self) -> str:
        """Return a stable key, for example ``besluit/domesta/rvc``."""
        orgaan = self.orgaan.value if self.orgaan else ""
        delen = [self.soort.value, self.kenmerk, self.partij, orgaan]
        return "/".join(deel for deel in delen if deel)


def open_verplichtingen(
    fase: Fase,
    termijnen: Sequence[Termijn],
    *,
    zonder_bieding: Iterable[str],
    bord: Iterable[GevraagdBesluit],
    zonder_handtekening: Iterable[str],
    vergaderdata: Mapping[tuple[str, str], pendulum.Date],
) -> tuple[Verplichting, ...]:
    """Return what is still owed in this fase.

    A decision is due on the meeting day of its orgaan when that is known, else on the
    common deadline for accordering.
    """
    if fase is Fase.BIEDINGEN:
        dag = termijn(termijnen, "biedingen_in").datum
        return tuple(Verplichting(Soort.BIEDING, p, dag) for p in zonder_bieding)
    if fase is Fase.ACCORDERING:
        dag = termijn(termijnen, "accordering").datum
        return tuple(
            Verplichting(
                Soort.BESLUIT, r.partij, vergaderdata.get((r.partij, r.orgaan), dag), r.orgaan
            )
            for r in bord
            if r.staat in (BesluitStaat.OPEN, BesluitStaat.VERVALLEN)
        )
    if fase is Fase.ONDERTEKENING:
        dag = termijn(termijnen, "ondertekening").datum
        return tuple(Verplichting(Soort.ONDERTEKENING, p, dag) for p in zonder_handtekening)
    return ()


def open_toetsen(
    termijnen: Sequence[Termijn], zonder_opgave: Iterable[tuple[Toetsmoment, str]]
) -> tuple[Verplichting, ...]:
    """Return the reports that are still owed for a check, by check and partij."""
    return tuple(
        Verplichting(
            Soort.TOETS,
            partij,
            termijn(termijnen, moment.inleveren).datum,
            kenmerk=moment.value,
        )
        for moment, partij in zonder_opgave
    )

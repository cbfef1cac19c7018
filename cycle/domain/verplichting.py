"""Verplichtingen: what each partij still has to do, and by when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import pendulum

from cycle.domain.accordering import GevraagdBesluit
from cycle.domain.cyclus import name_tekenronde
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.kalender import Termijn, plus_dagen, termijn
from cycle.domain.partij import Orgaan
from cycle.domain.toets import Toetsmoment


class Soort(StrEnum):
    """What is asked."""

    BIEDING = "bieding"
    REACTIE = "reactie"
    BESLUIT = "besluit"
    ONDERTEKENING = "ondertekening"
    TOETS = "toets"

    @property
    def is_vrijblijvend(self) -> bool:
        """Return whether it may stay away: after its deadline nobody waits for it."""
        return self is Soort.REACTIE


@dataclass(frozen=True, slots=True)
class Verplichting:
    """One thing that one partij owes; `sleutel` is unique within a cyclus.

    `kenmerk` tells apart what is asked again: the content code of a decision, the version
    of a draft, the moment of a toets. `sinds` is the day on which it was asked, None when
    that is not known.
    """

    soort: Soort
    partij: str
    uiterlijk: pendulum.Date
    orgaan: Orgaan | None = None
    kenmerk: str = ""
    sinds: pendulum.Date | None = None

    @property
    def sleutel(self) -> str:
        """Return a stable key, for example ``besluit/domesta/rvc/3F9A-2C1B-77D0``."""
        orgaan = self.orgaan.value if self.orgaan else ""
        return "/".join(
            deel for deel in (self.soort.value, self.partij, orgaan, self.kenmerk) if deel
        )

    @property
    def te_laat_sinds(self) -> pendulum.Date:
        """Return the first day on which it is late."""
        return plus_dagen(self.uiterlijk, 1)

    def is_te_laat(self, vandaag: pendulum.Date) -> bool:
        """Return whether it is late on `vandaag`; what may stay away never is."""
        return self.uiterlijk < vandaag and not self.soort.is_vrijblijvend

    def is_voorbij(self, vandaag: pendulum.Date) -> bool:
        """Return whether nobody waits for it any more on `vandaag`."""
        return self.uiterlijk < vandaag and self.soort.is_vrijblijvend


@dataclass(frozen=True, slots=True)
class Openstand:
    """What is not done in a cyclus; `versie` and `code` are those of the latest concept.

    `sinds` is the day on which the present fase began, `gevraagd_op` that on which partijen
    were asked about the latest concept; see `find_vraagdag`.
    """

    sinds: pendulum.Date
    zonder_bieding: Sequence[str] = ()
    zonder_reactie: Sequence[str] = ()
    bord: Sequence[GevraagdBesluit] = ()
    zonder_handtekening: Sequence[str] = ()
    vergaderdata: Mapping[tuple[str, str], pendulum.Date] = field(default_factory=dict)
    versie: str = ""
    code: str = ""
    gevraagd_op: pendulum.Date | None = None


def find_vraagdag(
    overgangen: Sequence[FaseOvergang],
    concept_op: pendulum.Date,
    gemaild_op: pendulum.Date | None,
) -> pendulum.Date:
    """Return on which day partijen were asked about the latest concept.

    The mail that asked it tells. Without one, or when the fase began a second time, it is the
    later day of concept and fase. That is not so when a clock was wrong: a fase that began on
    a day that was yet to come would put off every reminder of a concept that was made since.
    """
    begin = overgangen[-1]
    keer = sum(overgang.fase is begin.fase for overgang in overgangen)
    if gemaild_op is not None and keer == 1:
        return gemaild_op
    return max(begin.op, concept_op)


def open_verplichtingen(
    fase: Fase, termijnen: Sequence[Termijn], stand: Openstand
) -> tuple[Verplichting, ...]:
    """Return what is still owed in this fase.

    A decision is due on the meeting day of its orgaan when that is known, else on the
    common deadline for accordering.
    """
    if fase is Fase.BIEDINGEN:
        dag = termijn(termijnen, "biedingen_in").datum
        return _per_partij(Soort.BIEDING, stand.zonder_bieding, dag, stand.sinds)
    if fase is Fase.OVERLEG:
        dag = termijn(termijnen, "stukken").datum
        gevraagd = stand.gevraagd_op or stand.sinds
        return _per_partij(Soort.REACTIE, stand.zonder_reactie, dag, gevraagd, stand.versie)
    if fase is Fase.ACCORDERING:
        return _besluiten(stand, termijn(termijnen, "accordering").datum)
    if fase is Fase.ONDERTEKENING:
        dag = termijn(termijnen, "ondertekening").datum
        ronde = name_tekenronde(stand.versie)
        zonder = stand.zonder_handtekening
        return _per_partij(Soort.ONDERTEKENING, zonder, dag, stand.sinds, ronde)
    return ()


def _per_partij(
    soort: Soort,
    partijen: Iterable[str],
    uiterlijk: pendulum.Date,
    sinds: pendulum.Date,
    kenmerk: str = "",
) -> tuple[Verplichting, ...]:
    """Return the same obligation for each of these partijen."""
    return tuple(
        Verplichting(soort, partij, uiterlijk, kenmerk=kenmerk, sinds=sinds) for partij in partijen
    )


def _besluiten(stand: Openstand, dag: pendulum.Date) -> tuple[Verplichting, ...]:
    """Return a decision for each orgaan that has not decided on the content that now counts."""
    return tuple(
        Verplichting(
            Soort.BESLUIT,
            rij.partij,
            stand.vergaderdata.get((rij.partij, rij.orgaan), dag),
            rij.orgaan,
            kenmerk=stand.code,
            sinds=stand.gevraagd_op or stand.sinds,
        )
        for rij in stand.bord
        if rij.is_open
    )


def open_toetsen(
    termijnen: Sequence[Termijn], gevraagd: Iterable[tuple[Toetsmoment, str, pendulum.Date]]
) -> tuple[Verplichting, ...]:
    """Return the reports that are still owed for a check: which one, by whom, asked when."""
    return tuple(
        Verplichting(
            Soort.TOETS,
            partij,
            termijn(termijnen, moment.inleveren).datum,
            kenmerk=moment.value,
            sinds=sinds,
        )
        for moment, partij, sinds in gevraagd
    )

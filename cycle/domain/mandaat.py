"""Mandaat: who may sign for a partij, from when until when, and what that rests on.

The content says which functies sign; a mandaat adds the period and the evidence. Somebody who
stands in for a functie signs on a mandaat of its own. What counts is the day of the signature,
not the day on which it was registered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import pendulum

from cycle.domain.errors import BesluitError
from cycle.domain.notatie import datum, opsomming
from cycle.domain.partij import Partij


class Mandaatsoort(StrEnum):
    """Whether this person alone binds the partij, or only together with another one."""

    EIGENSTANDIG = "eigenstandig"
    GEZAMENLIJK = "gezamenlijk"


@dataclass(frozen=True, slots=True)
class Mandaat:
    """The authority of one functie to sign for a partij.

    `tot_en_met` is None for a mandaat without an end. `bewijs` is the sha256 of the decision or
    register extract. `vervangt` is the functie for which this one stands in, `namens` on whose
    authority it signs. `naam` is the person as on the certificate; it can be erased and is
    empty then. `op` is the day of registration, `door` who did that.
    """

    partij: str
    functie: str
    soort: Mandaatsoort
    van: pendulum.Date
    tot_en_met: pendulum.Date | None
    bewijs: str
    op: pendulum.Date
    vervangt: str = ""
    namens: str = ""
    naam: str = ""
    door: str = ""

    @property
    def plaats(self) -> str:
        """Return the functie whose place to sign this mandaat fills."""
        return self.vervangt or self.functie

    def geldt_op(self, dag: pendulum.Date) -> bool:
        """Return whether it is in force on `dag`."""
        return self.van <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)


def geldende_mandaten(mandaten: Iterable[Mandaat]) -> tuple[Mandaat, ...]:
    """Return the mandaten without those that a later registration took the place of.

    That is one of the same functie in the same role from the same day on: so an end is set.
    """
    laatste = {(m.partij, m.functie, m.vervangt, m.van): m for m in mandaten}
    return tuple(laatste.values())


def find_plaats(
    partij: Partij, functie: str, dag: pendulum.Date, mandaten: Iterable[Mandaat]
) -> tuple[str, Mandaat | None]:
    """Return which place to sign `functie` fills on `dag`, and the mandaat when there is one.

    A functie that the content names may sign as long as no mandaat was registered for it.

    Raises:
        BesluitError: this functie does not sign for the partij, or not on that day.
    """
    van_partij = [m for m in geldende_mandaten(mandaten) if m.partij == partij.code]
    eigen = [m for m in van_partij if m.functie == functie and m.plaats in partij.ondertekenaars]
    geldig = [m for m in eigen if m.geldt_op(dag)]
    if geldig:
        return geldig[-1].plaats, geldig[-1]
    if eigen:
        raise BesluitError(
            f"Het mandaat van {partij.naam} ({functie}) geldt niet op {datum(dag)}: "
            f"{opsomming([describe_periode(m) for m in eigen])}.",
            advies="Controleer de dag van tekenen, of leg het mandaat vast dat toen gold.",
        )
    if functie in partij.ondertekenaars:
        return functie, None
    raise BesluitError(
        f"De functie '{functie}' tekent niet voor {partij.naam}.",
        advies=f"Kies uit: {opsomming(list(partij.ondertekenaars))}. "
        "Neemt iemand waar? Leg dat vast met: jaarschijf teken mandaat",
    )


def describe_periode(mandaat: Mandaat) -> str:
    """Return its period in words: ``van 1 januari 2024 tot en met 31 maart 2024``."""
    if mandaat.tot_en_met is None:
        return f"vanaf {datum(mandaat.van)}"
    return f"van {datum(mandaat.van)} tot en met {datum(mandaat.tot_en_met)}"


def check_mandaat(mandaat: Mandaat, partij: Partij) -> None:
    """Refuse a mandaat that cannot be.

    Raises:
        BesluitError: it ends before it begins, has no evidence, or is for a place that this
            partij does not have.
    """
    if mandaat.tot_en_met is not None and mandaat.tot_en_met < mandaat.van:
        raise BesluitError(
            f"Het mandaat eindigt op {datum(mandaat.tot_en_met)}. Dat is voor het begin, "
            f"{datum(mandaat.van)}.",
            advies="Controleer --van en --tot.",
        )
    if mandaat.plaats not in partij.ondertekenaars:
        raise BesluitError(
            f"Voor {partij.naam} tekent niet: '{mandaat.plaats}'.",
            advies=f"Kies uit: {opsomming(list(partij.ondertekenaars))}. Bij waarneming noemt u "
            "met --vervangt wie er wordt vervangen.",
        )
    if not mandaat.bewijs:
        raise BesluitError(
            "Bij een mandaat hoort een bewijsstuk.",
            advies="Geef het besluit of het uittreksel mee, met --bewijs.",
        )

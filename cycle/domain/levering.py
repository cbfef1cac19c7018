"""Levering: what each corporatie sends to whom before 15 December, and what shows it.

Woningwet art. 44a: the corporatie sends the overview of planned work (dPi), the afspraken and
a statement of its board to the minister, the college and the huurdersorganisaties. The raad
van commissarissen has approved the budget behind the overview before that.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Final

import pendulum

from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Samenwerking

MINISTER: Final = "minister"
COLLEGE: Final = "college"


class Leverstuk(StrEnum):
    """What has to be sent."""

    AFSPRAKEN = "afspraken"
    DPI = "dpi"
    VERKLARING = "verklaring"

    @property
    def naam(self) -> str:
        """Return it with its article, for in a sentence."""
        return _STUK_NAAM[self]


_STUK_NAAM: Final = {
    Leverstuk.AFSPRAKEN: "de afspraken",
    Leverstuk.DPI: "het dPi-overzicht",
    Leverstuk.VERKLARING: "de bestuursverklaring",
}


class Leverstaat(StrEnum):
    """How far the delivery of one corporatie to one ontvanger is."""

    OPEN = "nog niet geleverd"
    DEELS = "niet volledig"
    ZONDER_BEWIJS = "geleverd, zonder bewijs"
    GELEVERD = "geleverd"


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """Who must receive: `code` is `MINISTER`, `COLLEGE` or the code of a partij."""

    code: str
    naam: str


@dataclass(frozen=True, slots=True)
class Levering:
    """One registered delivery: which stukken, when, how, and the sha256 of what shows it.

    `rvc_op` is the day on which the raad van commissarissen approved the budget, None when it
    was not given.
    """

    corporatie: str
    ontvanger: str
    op: pendulum.Date
    stukken: tuple[Leverstuk, ...]
    wijze: str = ""
    bewijs: str = ""
    bewijsnaam: str = ""
    rvc_op: pendulum.Date | None = None


@dataclass(frozen=True, slots=True)
class Leverregel:
    """One row of the checklist: a corporatie and an ontvanger.

    `op` is the day on which the last of the stukken was sent. `mist` is what was not sent yet.
    `is_te_laat` is also true for what is not sent while the last day has passed.
    """

    corporatie: str
    corporatie_naam: str
    ontvanger: str
    ontvanger_naam: str
    staat: Leverstaat
    op: pendulum.Date | None
    mist: tuple[Leverstuk, ...]
    is_te_laat: bool
    wijze: str
    bewijzen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rvcregel:
    """Whether the raad van commissarissen of a corporatie decided before the delivery.

    `rvc_op` is None when nobody gave the day; `geleverd_op` is the first delivery of the dPi
    or the statement, else the last day to do so.
    """

    corporatie: str
    corporatie_naam: str
    rvc_op: pendulum.Date | None
    geleverd_op: pendulum.Date

    @property
    def is_goed(self) -> bool:
        """Return whether the raad is known to have decided before the day of delivery."""
        return self.rvc_op is not None and self.rvc_op < self.geleverd_op


def list_ontvangers(inhoud: Samenwerking, corporatie: Partij) -> tuple[Ontvanger, ...]:
    """Return to whom a corporatie sends: minister, college and huurdersorganisaties.

    An organisation that says for which corporaties it speaks receives from those only.
    """
    huurders = (
        Ontvanger(partij.code, partij.naam)
        for partij in inhoud.van_soort(PartijSoort.HUURDERSORGANISATIE)
        if not partij.vertegenwoordigt or corporatie.code in partij.vertegenwoordigt
    )
    return (
        Ontvanger(MINISTER, "de minister"),
        Ontvanger(COLLEGE, f"het college van {inhoud.gemeente}"),
        *huurders,
    )


def list_leverregels(
    inhoud: Samenwerking,
    leveringen: Sequence[Levering],
    uiterlijk: pendulum.Date,
    vandaag: pendulum.Date,
) -> tuple[Leverregel, ...]:
    """Return the checklist: a row per corporatie and ontvanger, in the order of the content.

    `uiterlijk` is the last day on which a delivery is in time.
    """
    return tuple(
        _regel(corporatie, ontvanger, leveringen, uiterlijk, vandaag)
        for corporatie in inhoud.van_soort(PartijSoort.CORPORATIE)
        for ontvanger in list_ontvangers(inhoud, corporatie)
    )


def list_rvcregels(
    inhoud: Samenwerking, leveringen: Sequence[Levering], uiterlijk: pendulum.Date
) -> tuple[Rvcregel, ...]:
    """Return per corporatie when its raad van commissarissen decided; the last day given counts."""
    regels = []
    for corporatie in inhoud.van_soort(PartijSoort.CORPORATIE):
        eigen = [lev for lev in leveringen if lev.corporatie == corporatie.code]
        dagen = [lev.rvc_op for lev in eigen if lev.rvc_op is not None]
        steunt = {Leverstuk.DPI, Leverstuk.VERKLARING}
        geleverd = [lev.op for lev in eigen if steunt & set(lev.stukken)]
        regels.append(
            Rvcregel(
                corporatie.code,
                corporatie.naam,
                rvc_op=dagen[-1] if dagen else None,
                geleverd_op=min(geleverd, default=uiterlijk),
            )
        )
    return tuple(regels)


def dump_levering(levering: Levering) -> str:
    """Return a delivery as one line of text, to keep; the same delivery gives the same text."""
    gegevens = asdict(levering)
    tekst = json.dumps(gegevens, ensure_ascii=False, default=pendulum.Date.to_date_string)
    return tekst


def load_levering(tekst: str) -> Levering:
    """Return the delivery that `dump_levering` wrote."""
    gegevens = json.loads(tekst)
    gegevens["op"] = pendulum.Date.fromisoformat(gegevens["op"])
    if gegevens["rvc_op"]:
        gegevens["rvc_op"] = pendulum.Date.fromisoformat(gegevens["rvc_op"])
    gegevens["stukken"] = tuple(map(Leverstuk, gegevens["stukken"]))
    return Levering(**gegevens)


def _regel(
    corporatie: Partij,
    ontvanger: Ontvanger,
    leveringen: Iterable[Levering],
    uiterlijk: pendulum.Date,
    vandaag: pendulum.Date,
) -> Leverregel:
    """Return one row of the checklist."""
    sleutel = (corporatie.code, ontvanger.code)
    eigen = [lev for lev in leveringen if (lev.corporatie, lev.ontvanger) == sleutel]
    geweest = {stuk for lev in eigen for stuk in lev.stukken}
    mist = tuple(stuk for stuk in Leverstuk if stuk not in geweest)
    klaar_op = None if mist else _klaar_op(eigen)
    return Leverregel(
        corporatie=corporatie.code,
        corporatie_naam=corporatie.naam,
        ontvanger=ontvanger.code,
        ontvanger_naam=ontvanger.naam,
        staat=_staat(eigen, mist),
        op=klaar_op,
        mist=mist,
        is_te_laat=(klaar_op or vandaag) > uiterlijk,
        wijze=eigen[-1].wijze if eigen else "",
        bewijzen=tuple(lev.bewijs for lev in eigen if lev.bewijs),
    )


def _staat(leveringen: Sequence[Levering], mist: Sequence[Leverstuk]) -> Leverstaat:
    """Return how far it is; proof must be there for every stuk."""
    if not leveringen:
        return Leverstaat.OPEN
    if mist:
        return Leverstaat.DEELS
    bewezen = {stuk for lev in leveringen if lev.bewijs for stuk in lev.stukken}
    return Leverstaat.GELEVERD if bewezen == set(Leverstuk) else Leverstaat.ZONDER_BEWIJS


def _klaar_op(leveringen: Sequence[Levering]) -> pendulum.Date:
    """Return the day on which the last stuk was sent for the first time."""
    return max(min(lev.op for lev in leveringen if stuk in lev.stukken) for stuk in Leverstuk)

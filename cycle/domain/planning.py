"""Planning: from the days on which organen decide, back to the day the draft must be there.

The chain runs backward: decisions, papers at least ten working days before them, ambtelijk
overleg, the rounds of reactions, the draft. A day that somebody agreed on stays as it is;
for a meeting without one, days are proposed that no holiday spoils.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pendulum

from cycle.domain.kalender import IsWerkdag, Termijn, step_werkdagen
from cycle.domain.opvolging import is_opgevolgd
from cycle.domain.partij import Orgaan, Partij
from cycle.domain.plek import Plek
from cycle.domain.samenwerking import HOOFDPLEK, Bijeenkomst, Jaar, Samenwerking
from cycle.domain.schoolvakantie import GEEN_VAKANTIES, Schoolvakanties

STUKKEN_VOORAF: Final = 10
"""Working days between the papers and the first organ that decides."""

_EERSTE_RONDE: Final = 10
_VOLGENDE_RONDE: Final = 5
"""Working days to react: to the first draft, and to each that follows it."""

_RUIMTE: Final = 10
"""Working days before its last day in which a meeting is looked for."""

_VOORSTELLEN: Final = 3

NODIG: Final = frozenset({"concept", "accordering", "ondertekening", "levering"})
"""The deadlines without which nothing can be planned."""

_OVERIG: Final = ("kickoff", "tripartiet_april", "tripartiet_september")
"""Meetings that hang on a deadline of their own."""

_NAAM: Final = {
    "kickoff": "Startbijeenkomst",
    "ambtelijk": "Ambtelijk overleg",
    "bestuurlijk": "Bestuurlijk overleg",
    "ondertekening": "Ondertekening",
    "tripartiet_april": "Tripartiet overleg april",
    "tripartiet_september": "Tripartiet overleg september",
}


@dataclass(frozen=True, slots=True)
class Planstap:
    """One step: the last day on which it can be done.

    With `is_vast` the day was agreed on. At a meeting (`is_overleg`) without such a day,
    `voorstellen` are days that suit.
    """

    code: str
    naam: str
    datum: pendulum.Date
    is_vast: bool = False
    is_overleg: bool = False
    voorstellen: tuple[pendulum.Date, ...] = ()


@dataclass(frozen=True, slots=True)
class Orgaanstap:
    """The day on which one orgaan decides, and the last day to send it the papers."""

    partij: Partij
    orgaan: Orgaan
    datum: pendulum.Date
    stukken: pendulum.Date
    plek: Plek = HOOFDPLEK


@dataclass(frozen=True, slots=True)
class Planning:
    """The steps and the organen of one jaarschijf, each in order of date."""

    stappen: tuple[Planstap, ...] = ()
    organen: tuple[Orgaanstap, ...] = ()

    def stap(self, code: str) -> Planstap:
        """Return the step with this code; there is one for every part of the chain."""
        return next(stap for stap in self.stappen if stap.code == code)


@dataclass(frozen=True, slots=True)
class Agendadagen:
    """The days on which people can meet: no day off, and no school holiday."""

    is_werkdag: IsWerkdag
    vakanties: Schoolvakanties = GEEN_VAKANTIES

    def is_geschikt(self, dag: pendulum.Date) -> bool:
        """Return whether a meeting on `dag` suits everybody."""
        return self.is_werkdag(dag) and self.vakanties.op(dag) is None

    def step(self, dag: pendulum.Date, werkdagen: int) -> pendulum.Date:
        """Return the working day so many working days after `dag`."""
        return step_werkdagen(dag, werkdagen, self.is_werkdag)

    def propose_dagen(self, van: pendulum.Date, tot: pendulum.Date) -> tuple[pendulum.Date, ...]:
        """Return the last days in a period on which a meeting suits, in order."""
        gevonden: list[pendulum.Date] = []
        dag = tot
        while dag >= van and len(gevonden) < _VOORSTELLEN:
            if self.is_geschikt(dag):
                gevonden.append(dag)
            dag = dag.subtract(days=1)
        return tuple(reversed(gevonden))


def plan_terug(
    samenwerking: Samenwerking, jaar: int, termijnen: Sequence[Termijn], dagen: Agendadagen
) -> Planning:
    """Return the steps of jaarschijf `jaar`, counted back from the first decision.

    Without any meeting day of an orgaan the common deadline for decisions stands in. It is
    empty when the rules lack a deadline that the chain needs.
    """
    dag = {t.code: t.datum for t in termijnen}
    if not dag.keys() >= NODIG:
        return Planning()
    keuzes = samenwerking.jaar(jaar)
    organen = _organen(samenwerking, keuzes, dagen)
    besluit = organen[0].datum if organen else dag["accordering"]
    laatste = organen[-1].datum if organen else dag["accordering"]
    stukken = dagen.step(besluit, -STUKKEN_VOORAF)
    ambtelijk = _overleg(keuzes, "ambtelijk", dagen, dagen.step(stukken, -5), stukken)
    stappen = [
        *_overige(keuzes, dag, dagen),
        *_rondes(ambtelijk.datum, keuzes.reactierondes, dagen),
        ambtelijk,
        Planstap("stukken", "De stukken zijn verstuurd", stukken),
        _overleg(keuzes, "bestuurlijk", dagen, dagen.step(stukken, 1), dagen.step(besluit, -1)),
        Planstap("besluit", "Het eerste orgaan beslist", besluit, is_vast=bool(organen)),
        _overleg(keuzes, "ondertekening", dagen, dagen.step(laatste, 1), dag["ondertekening"]),
        Planstap("levering", "De afspraken zijn geleverd", dag["levering"]),
    ]
    return Planning(tuple(sorted(stappen, key=lambda stap: stap.datum)), organen)


def last_bijeenkomst(jaar: Jaar, code: str) -> Bijeenkomst | None:
    """Return the last meeting of one kind that was agreed on, None when there is none."""
    eigen = [b for b in jaar.bijeenkomsten if b.code == code]
    return max(eigen, key=lambda b: b.datum, default=None)


def _organen(samenwerking: Samenwerking, jaar: Jaar, dagen: Agendadagen) -> tuple[Orgaanstap, ...]:
    """Return the organen of which the meeting day is known, first decision first."""
    gevonden = [
        Orgaanstap(
            partij,
            orgaan,
            datum := jaar.vergaderdata[partij.code, orgaan.value],
            dagen.step(datum, -STUKKEN_VOORAF),
            jaar.vergaderplekken.get((partij.code, orgaan.value), jaar.plek),
        )
        for partij in samenwerking.partijen
        for orgaan in partij.organen
        if (partij.code, orgaan.value) in jaar.vergaderdata and not is_opgevolgd(partij, jaar.jaar)
    ]
    return tuple(sorted(gevonden, key=lambda o: (o.datum, o.partij.code, o.orgaan.value)))


def _overleg(
    jaar: Jaar, code: str, dagen: Agendadagen, van: pendulum.Date, tot: pendulum.Date
) -> Planstap:
    """Return a meeting: the day that was agreed on, or the last one with proposals."""
    vast = last_bijeenkomst(jaar, code)
    if vast is not None:
        return Planstap(code, vast.naam, vast.datum, is_vast=True, is_overleg=True)
    return Planstap(
        code, _NAAM[code], tot, is_overleg=True, voorstellen=dagen.propose_dagen(van, tot)
    )


def _overige(
    jaar: Jaar, dag: Mapping[str, pendulum.Date], dagen: Agendadagen
) -> Iterator[Planstap]:
    """Yield the meetings that do not hang on the decisions."""
    for code in _OVERIG:
        if code in dag:
            yield _overleg(jaar, code, dagen, dagen.step(dag[code], -_RUIMTE), dag[code])


def _rondes(ambtelijk: pendulum.Date, aantal: int, dagen: Agendadagen) -> Iterator[Planstap]:
    """Yield the rounds of reactions before the ambtelijk overleg, and the draft before them."""
    sluit = dagen.step(ambtelijk, -1)
    for ronde in range(aantal, 0, -1):
        yield Planstap(f"reacties-{ronde}", f"De reacties zijn binnen: ronde {ronde}", sluit)
        begin = dagen.step(sluit, -(_EERSTE_RONDE if ronde == 1 else _VOLGENDE_RONDE))
        if ronde == 1:
            yield Planstap("concept", "Het concept is gedeeld", begin)
        else:
            yield Planstap(f"concept-{ronde}", f"Het concept is verwerkt: ronde {ronde}", begin)
        sluit = dagen.step(begin, -1)

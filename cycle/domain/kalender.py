"""Kalender: the deadlines of one cyclus, computed from rules for any jaar.

A rule is data (``content/regelprofielen``): an anchor, an offset and what to do when the
day is not a working day. K is the year in which a jaarschijf is made, J = K + 1 the year
it is for. Legal outgoing dates never move forward (Woningwet art. 44, 44a).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pendulum

from cycle.domain.errors import InvoerError

IsWerkdag = Callable[[pendulum.Date], bool]

REGELMAP: Final = "regelprofielen"
"""The folder in ``content/`` with a file of rules per profile."""


class Schuif(StrEnum):
    """What happens when a computed day is not a working day."""

    NIET = "niet"
    VORIGE_WERKDAG = "vorige-werkdag"
    WERKDAG_ERVOOR = "werkdag-ervoor"


class Soort(StrEnum):
    """Kind of deadline."""

    VOOR = "voor"
    OP = "op"
    UITERLIJK = "uiterlijk"
    RELATIEF = "relatief"


class Belang(StrEnum):
    """Where a deadline is shown.

    A `hoofd` one stands everywhere. A `detail` stands in the calendar only, and so does
    what is `informatief`: no rule, but good to know.
    """

    HOOFD = "hoofd"
    DETAIL = "detail"
    INFORMATIEF = "informatief"


@dataclass(frozen=True, slots=True)
class TermijnRegel:
    """One rule. Either `maand` and `dag` in year K + `jaar`, or an offset from `na`.

    `werkdagen` steps over days off, `dagen`, `weken` and `maanden` do not. `atw` says that
    the Algemene termijnenwet (art. 1) extends the term to the next working day. The rule
    holds from the year of making `vanaf_jaar` on.
    """

    code: str
    fase: str
    melding: str
    basis: str
    soort: Soort
    schuif: Schuif = Schuif.NIET
    jaar: int = 0
    maand: int = 0
    dag: int = 0
    na: str = ""
    dagen: int = 0
    werkdagen: int = 0
    weken: int = 0
    maanden: int = 0
    atw: bool = False
    belang: Belang = Belang.HOOFD
    vanaf_jaar: int = 0


@dataclass(frozen=True, slots=True)
class Termijn:
    """One deadline of one cyclus.

    `datum` is the day to plan for. `datum_wettelijk` is the day by the rule, before any
    shift. `datum_atw` is the last day by the Algemene termijnenwet, None when that law does
    not extend this term.
    """

    code: str
    fase: str
    datum: pendulum.Date
    datum_wettelijk: pendulum.Date
    basis: str
    melding: str
    soort: Soort
    datum_atw: pendulum.Date | None = None
    belang: Belang = Belang.HOOFD


def hoofdtermijnen(termijnen: Iterable[Termijn]) -> tuple[Termijn, ...]:
    """Return the deadlines that belong in a document, without details and information."""
    return tuple(t for t in termijnen if t.belang is Belang.HOOFD)


def plus_dagen(dag: pendulum.Date, aantal: int) -> pendulum.Date:
    """Return the day `aantal` days after `dag` (before it when negative).

    It counts by the number of the day: ten times as fast as a duration of pendulum.
    """
    return pendulum.Date.fromordinal(dag.toordinal() + aantal)


def step_werkdagen(dag: pendulum.Date, aantal: int, is_werkdag: IsWerkdag) -> pendulum.Date:
    """Return the working day `aantal` working days after `dag` (before it when negative)."""
    stap = 1 if aantal > 0 else -1
    over = abs(aantal)
    while over:
        dag = plus_dagen(dag, stap)
        if is_werkdag(dag):
            over -= 1
    return dag


def previous_werkdag(dag: pendulum.Date, is_werkdag: IsWerkdag) -> pendulum.Date:
    """Return `dag` itself when it is a working day, else the last one before it."""
    return dag if is_werkdag(dag) else step_werkdagen(dag, -1, is_werkdag)


def next_werkdag(dag: pendulum.Date, is_werkdag: IsWerkdag) -> pendulum.Date:
    """Return `dag` itself when it is a working day, else the first one after it."""
    return dag if is_werkdag(dag) else step_werkdagen(dag, 1, is_werkdag)


def compute_termijnen(
    regels: Sequence[TermijnRegel],
    jaarschijf: int,
    is_werkdag: IsWerkdag,
    vaste_datums: Mapping[str, pendulum.Date] | None = None,
) -> tuple[Termijn, ...]:
    """Return the deadlines for jaarschijf J in order of date.

    `vaste_datums` replaces a computed day by a real one, for example of the kickoff.

    Raises:
        InvoerError: a rule refers to a later or unknown rule.
    """
    vast = vaste_datums or {}
    klaar: dict[str, Termijn] = {}
    for regel in regels:
        if jaarschijf - 1 < regel.vanaf_jaar:
            continue
        if regel.na and regel.na not in klaar:
            raise InvoerError(
                f"De termijn '{regel.code}' telt vanaf '{regel.na}', maar die staat er niet boven.",
                advies="Zet de regel waarvan u telt eerder in het bestand.",
                plek=REGELMAP,
            )
        wettelijk = _rekendag(regel, jaarschijf - 1, klaar, is_werkdag)
        datum = vast.get(regel.code) or _schuif(wettelijk, regel, is_werkdag)
        klaar[regel.code] = Termijn(
            code=regel.code,
            fase=regel.fase,
            datum=datum,
            datum_wettelijk=wettelijk,
            basis=regel.basis,
            melding=regel.melding,
            soort=regel.soort,
            datum_atw=next_werkdag(wettelijk, is_werkdag) if regel.atw else None,
            belang=regel.belang,
        )
    return tuple(sorted(klaar.values(), key=lambda t: (t.datum, t.code)))


def _rekendag(
    regel: TermijnRegel, maakjaar: int, klaar: Mapping[str, Termijn], is_werkdag: IsWerkdag
) -> pendulum.Date:
    """Return the day a rule points at, before any shift."""
    if not regel.na:
        return pendulum.date(maakjaar + regel.jaar, regel.maand, regel.dag)
    anker = klaar[regel.na].datum
    if regel.werkdagen:
        return step_werkdagen(anker, regel.werkdagen, is_werkdag)
    return anker.add(months=regel.maanden, weeks=regel.weken, days=regel.dagen)


def _schuif(dag: pendulum.Date, regel: TermijnRegel, is_werkdag: IsWerkdag) -> pendulum.Date:
    """Return the day to plan for; only the Algemene termijnenwet ever moves it forward.

    A rule that shifts backward keeps doing so: the extension is then room, not the plan.
    """
    if regel.atw and regel.schuif is Schuif.NIET:
        return next_werkdag(dag, is_werkdag)
    if regel.schuif is Schuif.WERKDAG_ERVOOR:
        return step_werkdagen(dag, -1, is_werkdag)
    if regel.schuif is Schuif.VORIGE_WERKDAG:
        return previous_werkdag(dag, is_werkdag)
    return dag


def termijn(termijnen: Sequence[Termijn], code: str) -> Termijn:
    """Return the deadline with this code.

    Raises:
        InvoerError: the rule file lacks it.
    """
    for kandidaat in termijnen:
        if kandidaat.code == code:
            return kandidaat
    raise InvoerError(
        f"De termijn '{code}' staat niet in de kalender.",
        advies="Voeg de regel toe aan het regelprofiel.",
        plek=REGELMAP,
    )

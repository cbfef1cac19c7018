"""Agenda: a calendar file with the deadlines and meetings of one jaarschijf."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pendulum

from cycle.domain.kalender import Termijn
from cycle.domain.notatie import datum
from cycle.domain.samenwerking import Samenwerking

if TYPE_CHECKING:
    from icalendar import Event

PRODID: Final = "-//jaarschijf//kalender//NL"


@dataclass(frozen=True, slots=True)
class _Dag:
    """One whole-day entry; `code` is unique and stays the same when the day moves."""

    code: str
    datum: pendulum.Date
    titel: str
    tekst: str
    categorie: str


class IcsAgenda:
    """Writes iCalendar files (RFC 5545) that any calendar can take in."""

    def write(self, samenwerking: Samenwerking, jaar: int, termijnen: Sequence[Termijn]) -> bytes:
        """Return an iCalendar file with the deadlines and meetings of one jaarschijf.

        Entries take the whole day, so no time zone is needed. The same input gives the
        same bytes: the stamp is the first day of the year of making, not the present.
        """
        from icalendar import Calendar

        kalender = Calendar()
        kalender.add("prodid", PRODID)
        kalender.add("version", "2.0")
        kalender.add("calscale", "GREGORIAN")
        kalender.add("method", "PUBLISH")
        kalender.add("x-wr-calname", f"{samenwerking.naam}, jaarschijf {jaar}")
        if samenwerking.voorbeeld:
            kalender.add("x-wr-caldesc", samenwerking.voorbeeld)
        bijeenkomsten = {b.code for b in samenwerking.jaar(jaar).bijeenkomsten}
        eigen = [t for t in termijnen if t.code not in bijeenkomsten]
        dagen = [*_termijn_dagen(eigen), *_bijeenkomst_dagen(samenwerking, jaar)]
        for dag in sorted(dagen, key=lambda d: (d.datum, d.code)):
            kalender.add_component(_event(dag, samenwerking.code, jaar))
        return bytes(kalender.to_ical())


def _termijn_dagen(termijnen: Sequence[Termijn]) -> Iterator[_Dag]:
    """Yield an entry per deadline, with its basis, its kind and its day by the rule."""
    for termijn in termijnen:
        atw = f"ja, tot en met {datum(termijn.datum_atw)}" if termijn.datum_atw else "nee"
        regels = (
            *([f"Basis: {termijn.basis}"] if termijn.basis else []),
            f"Soort: {termijn.soort}",
            f"Datum volgens de regel: {datum(termijn.datum_wettelijk)}",
            f"Algemene termijnenwet: {atw}",
        )
        yield _Dag(
            code=f"termijn-{termijn.code}",
            datum=termijn.datum,
            titel=termijn.melding,
            tekst="\n".join(regels),
            categorie="Termijn",
        )


def _bijeenkomst_dagen(samenwerking: Samenwerking, jaar: int) -> Iterator[_Dag]:
    """Yield an entry per meeting; a second meeting of one kind gets the number 2."""
    volgnummers: Counter[str] = Counter()
    for bijeenkomst in samenwerking.jaar(jaar).bijeenkomsten:
        volgnummers[bijeenkomst.code] += 1
        agenda = [f"{nummer}. {punt}" for nummer, punt in enumerate(bijeenkomst.agenda, start=1)]
        yield _Dag(
            code=f"bijeenkomst-{bijeenkomst.code}-{volgnummers[bijeenkomst.code]}",
            datum=bijeenkomst.datum,
            titel=bijeenkomst.naam,
            tekst="\n".join(["Agenda:", *agenda]) if agenda else "",
            categorie="Bijeenkomst",
        )


def _event(dag: _Dag, samenwerking: str, jaar: int) -> "Event":
    """Return one entry; it does not mark anybody as busy."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"{dag.code}-{samenwerking}-{jaar}@jaarschijf.example")
    event.add("dtstamp", pendulum.datetime(jaar - 1, 1, 1, tz="UTC"))
    event.add("dtstart", dag.datum)
    event.add("dtend", dag.datum.add(days=1))
    event.add("summary", dag.titel)
    if dag.tekst:
        event.add("description", dag.tekst)
    event.add("categories", [dag.categorie])
    event.add("transp", "TRANSPARENT")
    return event

"""Kalenderbestand: entries and a heading put together as one iCalendar file (RFC 5545)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pendulum

from cycle.domain.kloktijd import Kloktijd
from cycle.notify.tijdzone import NAAM, write_tijdzone

if TYPE_CHECKING:
    from icalendar import Event

PRODID: Final = "-//jaarschijf//kalender//NL"
_EINDE: Final = b"END:VCALENDAR\r\n"
_BEWAARD: Final = 2000
"""Entries that are remembered: a step writes the same ones for every partij."""


@dataclass(frozen=True, slots=True)
class Post:
    """One entry; `uid` stays the same when the day moves. Without `tijd` it takes the day."""

    uid: str
    gemaakt: pendulum.DateTime
    datum: pendulum.Date
    titel: str
    tekst: str
    categorie: str
    tijd: Kloktijd | None = None
    plaats: str = ""


def write_bestand(koppen: Mapping[str, str], posten: Sequence[Post]) -> bytes:
    """Return a calendar file; the same input gives the same bytes."""
    return wrap_posten(
        koppen,
        [write_post(post) for post in posten],
        met_tijd=any(post.tijd for post in posten),
    )


def wrap_posten(koppen: Mapping[str, str], posten: Sequence[bytes], *, met_tijd: bool) -> bytes:
    """Return ready entries with the heading around them, and the time zone when they need it."""
    from icalendar import Calendar

    kalender = Calendar()
    kalender.add("prodid", PRODID)
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    for naam, waarde in koppen.items():
        kalender.add(naam, waarde)
    kop = bytes(kalender.to_ical()).removesuffix(_EINDE)
    zone = write_tijdzone() if met_tijd else b""
    return b"".join((kop, zone, *posten, _EINDE))


@lru_cache(maxsize=_BEWAARD)
def write_post(post: Post) -> bytes:
    """Return one entry as text; it does not mark anybody as busy."""
    event = make_event(post)
    event.add("transp", "TRANSPARENT")
    return bytes(event.to_ical())


def make_event(post: Post) -> "Event":
    """Return an entry that more can be added to."""
    from icalendar import Event

    event = Event()
    event.add("uid", post.uid)
    event.add("dtstamp", post.gemaakt)
    if post.tijd is None:
        event.add("dtstart", post.datum)
        event.add("dtend", post.datum.add(days=1))
    else:
        begin, einde = list_momenten(post.datum, post.tijd)
        event.add("dtstart", begin)
        event.add("dtend", einde)
    event.add("summary", post.titel)
    if post.tekst:
        event.add("description", post.tekst)
    if post.plaats:
        event.add("location", post.plaats)
    event.add("categories", [post.categorie])
    return event


def list_momenten(
    dag: pendulum.Date, tijd: Kloktijd
) -> tuple[pendulum.DateTime, pendulum.DateTime]:
    """Return begin and end.

    On the last Sunday of March there is no 02.30: what begins then begins at 03.30, and keeps
    its length when nothing would be left of it.
    """
    begin, einde = _moment(dag, tijd.begin), _moment(dag, tijd.einde)
    if einde <= begin:
        einde = begin + (tijd.einde - tijd.begin)
    return begin, einde


def _moment(dag: pendulum.Date, tijd: pendulum.Time) -> pendulum.DateTime:
    """Return a time of the clock in Amsterdam."""
    return pendulum.datetime(dag.year, dag.month, dag.day, tijd.hour, tijd.minute, tz=NAAM)

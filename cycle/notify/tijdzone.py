"""Tijdzone: Amsterdam in a calendar file, as two rules without an end.

Lists of changes (RDATE), which libraries write, make Outlook shift summer by an hour.
"""

from datetime import datetime, timedelta
from functools import cache
from typing import Final

NAAM: Final = "Europe/Amsterdam"

_WINTER: Final = timedelta(hours=1)
_ZOMER: Final = timedelta(hours=2)


@cache
def write_tijdzone() -> bytes:
    """Return the VTIMEZONE of Amsterdam, to stand before the meetings that use it."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", NAAM)
    for deel, naam, van, naar, maand, begin in (
        (TimezoneDaylight(), "CEST", _WINTER, _ZOMER, 3, datetime(1970, 3, 29, 2)),  # noqa: DTZ001 - RFC 5545 wants local time here
        (TimezoneStandard(), "CET", _ZOMER, _WINTER, 10, datetime(1970, 10, 25, 3)),  # noqa: DTZ001 - the same
    ):
        deel.add("tzname", naam)
        deel.add("dtstart", begin)
        deel.add("tzoffsetfrom", van)
        deel.add("tzoffsetto", naar)
        deel.add("rrule", {"freq": "yearly", "bymonth": maand, "byday": "-1SU"})
        zone.add_component(deel)
    return bytes(zone.to_ical())

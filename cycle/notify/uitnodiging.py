"""Uitnodiging: an iCalendar message that mail programmes answer with yes or no (RFC 5546)."""

from typing import TYPE_CHECKING

from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.uitnodiging import Uitnodiging, Uitnodigingsoort
from cycle.notify.kalenderbestand import Post, make_event, wrap_posten

if TYPE_CHECKING:
    from icalendar import vCalAddress


def write_uitnodiging(samenwerking: Samenwerking, uitnodiging: Uitnodiging, post: Post) -> bytes:
    """Return the message for one meeting; the same one for every partij.

    The coordinator invites and is there; all others are asked to answer. All see who is
    asked, by the name of the partij and its address; no names of people.
    """
    is_afzegging = uitnodiging.soort is Uitnodigingsoort.AFZEGGING
    gastheer = next(samenwerking.van_soort(PartijSoort.GEMEENTE))
    event = make_event(post)
    event.add("sequence", uitnodiging.volgnummer)
    event.add("status", "CANCELLED" if is_afzegging else "CONFIRMED")
    event.add("transp", "OPAQUE" if post.tijd else "TRANSPARENT")
    event.add("organizer", _adres(gastheer))
    for partij in samenwerking.partijen:
        event.add("attendee", _genodigde(partij, komt=partij is gastheer), encode=False)
    koppen = {"method": "CANCEL" if is_afzegging else "REQUEST"}
    return wrap_posten(koppen, [bytes(event.to_ical())], met_tijd=post.tijd is not None)


def _adres(partij: Partij) -> "vCalAddress":
    """Return who stands behind an address: the partij, never a person."""
    from icalendar import vCalAddress, vText

    adres = vCalAddress(f"mailto:{partij.mail}")
    adres.params["cn"] = vText(partij.naam)
    return adres


def _genodigde(partij: Partij, *, komt: bool) -> "vCalAddress":
    """Return a guest: who did not say yes yet is asked for an answer."""
    from icalendar import vText

    adres = _adres(partij)
    adres.params["role"] = vText("REQ-PARTICIPANT")
    adres.params["partstat"] = vText("ACCEPTED" if komt else "NEEDS-ACTION")
    adres.params["rsvp"] = vText("FALSE" if komt else "TRUE")
    return adres

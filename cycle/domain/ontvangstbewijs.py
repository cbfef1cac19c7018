"""Ontvangstbewijs: what is kept of one signature that came back in a file.

A scan proves nothing until two people read the content code on it; until the second one did,
the bewijs is open.
"""

import json
from dataclasses import asdict, dataclass, replace
from typing import Any

import pendulum

from cycle.domain.binding import check_schrift, is_zelfde_naam
from cycle.domain.errors import BesluitError, InvoerError
from cycle.domain.handtekenroute import Route


@dataclass(frozen=True, slots=True)
class Ontvangstbewijs:
    """One signature as it was received, and by whom.

    `sha256` is of the file that came back and `verslag` of the evidence of a signing service,
    empty when there is none. `getekend_op` is the day of the signature, `ontvangen_op` that of
    the registration by `door`. `punten` are the codes that the check gave. `niveau` and
    `certificaat` say what a signature with a certificate is worth.
    """

    veld: str
    partij: str
    functie: str
    route: Route
    code: str
    sha256: str
    getekend_op: pendulum.Date
    ontvangen_op: pendulum.Date
    door: str
    verslag: str = ""
    certificaat: str = ""
    niveau: str = ""
    punten: tuple[str, ...] = ()
    bevestigd_door: str = ""
    bevestigd_op: pendulum.Date | None = None

    @property
    def is_open(self) -> bool:
        """Return whether a second person still has to look."""
        return self.route is Route.PAPIER and not self.bevestigd_door


def confirm(bewijs: Ontvangstbewijs, code: str, door: str, op: pendulum.Date) -> Ontvangstbewijs:
    """Return the bewijs, confirmed by a second person who read `code` on the paper.

    Raises:
        BesluitError: it is the same person, or another code.
        InvoerError: the name mixes letters that look the same.
    """
    check_schrift(door)
    if is_zelfde_naam(door, bewijs.door):
        raise BesluitError(
            f"{door} heeft de scan ook aangeboden. Bevestigen doet iemand anders.",
            advies="Vraag een collega om de scan te bekijken en dit te doen.",
        )
    if code != bewijs.code:
        raise BesluitError(
            f"U las code {code}. De vastgestelde versie heeft code {bewijs.code}.",
            advies="Kijk nog eens onder aan de bladzijden. Is het echt een andere code? Dan is "
            "een andere versie getekend.",
        )
    return replace(bewijs, bevestigd_door=door, bevestigd_op=op)


def write_ontvangstbewijs(bewijs: Ontvangstbewijs) -> bytes:
    """Return it as JSON; the same bewijs gives the same bytes."""
    inhoud = asdict(bewijs) | {
        "route": bewijs.route.value,
        "getekend_op": bewijs.getekend_op.isoformat(),
        "ontvangen_op": bewijs.ontvangen_op.isoformat(),
        "bevestigd_op": bewijs.bevestigd_op and bewijs.bevestigd_op.isoformat(),
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode()


def read_ontvangstbewijs(tekst: bytes) -> Ontvangstbewijs:
    """Return what `write_ontvangstbewijs` wrote.

    Raises:
        InvoerError: it is something else.
    """
    try:
        inhoud: dict[str, Any] = json.loads(tekst)
        dag = pendulum.Date.fromisoformat
        inhoud |= {
            "route": Route(inhoud["route"]),
            "getekend_op": dag(inhoud["getekend_op"]),
            "ontvangen_op": dag(inhoud["ontvangen_op"]),
            "bevestigd_op": inhoud["bevestigd_op"] and dag(inhoud["bevestigd_op"]),
            "punten": tuple(inhoud["punten"]),
        }
        return Ontvangstbewijs(**inhoud)
    except (ValueError, KeyError, TypeError) as fout:
        raise InvoerError(
            "Dit bewijs van ontvangst is niet te lezen.",
            advies="Bied het getekende stuk opnieuw aan.",
        ) from fout

"""Postcontrole: does everybody who still owes something hear of it, and what went astray?

Every open obligation has a mail to come, or a finding that says why it has none. What
failed, is uncertain or lies waiting is a finding of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pendulum

from cycle.domain.bericht import Berichtstaat, Postbericht
from cycle.domain.bevinding import Bevinding, Ernst

WACHTDAGEN: Final = 2
"""A mail may wait this many days before somebody should look."""

POGINGEN: Final = 3
"""A mail may be refused for now this often before somebody should look."""

_ONDERWEG: Final = (Berichtstaat.GEPLAND, Berichtstaat.BEZIG)


@dataclass(frozen=True, slots=True)
class Verwachting:
    """An open obligation as the post sees it.

    `wie` owes `wat`; `aan` is the address that hears of it. `volgende` is the day of the
    next mail, None when all went out. `berichten` are the mails about it so far.
    """

    sleutel: str
    wie: str
    wat: str
    aan: str
    volgende: pendulum.Date | None
    berichten: tuple[Postbericht, ...] = ()

    @property
    def heeft_mail_voor_zich(self) -> bool:
        """Return whether a mail about this is planned, or will be."""
        return self.volgende is not None or any(b.staat in _ONDERWEG for b in self.berichten)


def check_post(
    verwachtingen: Iterable[Verwachting],
    post: Sequence[Postbericht],
    vandaag: pendulum.Date,
    *,
    plek: str,
) -> tuple[Bevinding, ...]:
    """Return what needs a person; `plek` is put before each key, as ``hoogeveen/2024``."""
    gevonden = [f for v in verwachtingen if (f := _check_verwachting(v, plek))]
    return (*gevonden, *_check_berichten(post, vandaag, plek))


def _check_verwachting(verwachting: Verwachting, plek: str) -> Bevinding | None:
    """Return why no mail about this obligation will come, None when one will."""
    waar = f"{plek}/{verwachting.sleutel}"
    open_ = f"{verwachting.wie} moet nog iets doen ({verwachting.wat})"
    if not verwachting.aan:
        return Bevinding(
            "P001",
            Ernst.WAARSCHUWING,
            waar,
            f"{open_}, maar heeft geen mailadres.",
            "Bel, of zet het mailadres in samenwerking.toml.",
        )
    staten = {b.staat for b in verwachting.berichten}
    if staten == {Berichtstaat.MISLUKT}:
        return Bevinding(
            "P002",
            Ernst.WAARSCHUWING,
            waar,
            f"{open_}. Geen enkele mail daarover is gelukt.",
            "Bel, en controleer het mailadres in samenwerking.toml.",
        )
    if verwachting.heeft_mail_voor_zich:
        return None
    return Bevinding(
        "P003",
        Ernst.WAARSCHUWING,
        waar,
        f"{open_}. Alle herinneringen zijn uit.",
        "Bel, of ga verder zonder met een reden.",
    )


def _check_berichten(
    post: Iterable[Postbericht], vandaag: pendulum.Date, plek: str
) -> Iterator[Bevinding]:
    """Yield a finding for each mail that went astray or lies waiting."""
    for bericht in post:
        waar = f"{plek}/{bericht.bericht.sleutel}"
        wat = f"'{bericht.bericht.onderwerp}'"
        beslis = f"Daarna: jaarschijf post beslis {waar} verzonden of opnieuw."
        if bericht.staat is Berichtstaat.MISLUKT:
            yield Bevinding(
                "P004",
                Ernst.WAARSCHUWING,
                waar,
                f"De mail {wat} is niet verstuurd. {bericht.antwoord}",
                f"Verbeter wat er mis is, of bel. {beslis}",
            )
        elif bericht.staat is Berichtstaat.ONZEKER:
            yield Bevinding(
                "P005",
                Ernst.WAARSCHUWING,
                waar,
                f"Misschien is de mail {wat} aangekomen. {bericht.antwoord}",
                f"Vraag de ontvanger of de mail er is. {beslis}",
            )
        elif wacht := _describe_wacht(bericht, vandaag):
            yield Bevinding(
                "P006",
                Ernst.WAARSCHUWING,
                waar,
                f"De mail {wat} {wacht}. {bericht.antwoord}".strip(),
                "Controleer het adres, en vraag de beheerder of de mailserver werkt.",
            )


def _describe_wacht(bericht: Postbericht, vandaag: pendulum.Date) -> str:
    """Return in words that a mail should have been gone by now, "" when it may wait.

    A reminder gets the words and the day of today each morning, so its attempts tell more
    than its day.
    """
    if bericht.staat not in _ONDERWEG:
        return ""
    if bericht.staat is Berichtstaat.GEPLAND and bericht.pogingen >= POGINGEN:
        return f"is {bericht.pogingen} keer geprobeerd en niet aangenomen"
    dagen = (vandaag - bericht.bericht.gepland_op).days
    return f"ligt al {dagen} dagen klaar" if dagen > WACHTDAGEN else ""

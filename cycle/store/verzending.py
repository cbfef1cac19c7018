"""Verzending: who sends which message, and what became of it.

A message is claimed by one statement that marks it `bezig`, and that mark is committed
before anything is sent. A process that dies while sending leaves the mark behind; its lease
tells others that nobody is sending any more.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import uuid4

import pendulum
from sqlalchemy import Row, or_, select, update

from cycle.domain.bericht import Bericht, Berichtstaat, Postbericht
from cycle.domain.bezorging import Afloop
from cycle.domain.cyclus import Cyclus
from cycle.domain.keten import Gebeurtenis
from cycle.store.lease import MINUTEN
from cycle.store.proces import Proces, this_proces
from cycle.store.rij import BinnenTransactie
from cycle.store.schema import bericht as tabel

BERICHT: Final = tuple(
    tabel.c[naam]
    for naam in (
        *("sleutel", "aan", "onderwerp", "tekst", "gepland_op"),
        *("html", "antwoord_aan", "agenda", "soort"),
    )
)
"""The columns of a `Bericht`, in the order of its fields."""

POST: Final = (
    *BERICHT,
    *(tabel.c[n] for n in ("staat", "pogingen", "antwoord", "servercode", "volgende_poging")),
    *(tabel.c[n] for n in ("verzonden_op", "kenmerk")),
)
"""The columns of a `Postbericht`, in the order of its fields."""


class VerzendTabel(BinnenTransactie):
    """The messages as senders see them."""

    def post(self, cyclus: Cyclus) -> tuple[Postbericht, ...]:
        """Return every message with how far it is, oldest first."""
        rijen = self._connection.execute(
            select(*POST).where(tabel.c.cyclus_id == self._nummer(cyclus)).order_by(tabel.c.id)
        )
        return tuple(read_post(rij) for rij in rijen)

    def claim_bericht(self, cyclus: Cyclus, vandaag: pendulum.Date) -> Postbericht | None:
        """Take the next message that may go out today; None when there is none.

        No other process gets the same one: it is marked `bezig` under our lease. Commit
        this before sending. A cyclus in which nothing may go out rests on: senders ask it
        many times a day.
        """
        nu = self._tijdstip()
        volgende = (
            select(tabel.c.id)
            .where(
                tabel.c.cyclus_id == self._nummer(cyclus),
                tabel.c.staat == Berichtstaat.GEPLAND,
                tabel.c.gepland_op <= vandaag,
                or_(tabel.c.volgende_poging.is_(None), tabel.c.volgende_poging <= nu),
            )
            .order_by(tabel.c.id)
            .limit(1)
        )
        if self._connection.execute(volgende).first() is None:
            return None
        self._wek(cyclus)  # before the message is locked, as every other write does
        vrij = volgende.with_for_update(skip_locked=True)  # SQLite has one writer: left out
        proces = this_proces()
        rij = self._connection.execute(
            update(tabel)
            .where(tabel.c.id == vrij.scalar_subquery())
            .values(
                staat=Berichtstaat.BEZIG,
                pogingen=tabel.c.pogingen + 1,
                volgende_poging=None,
                kenmerk=uuid4().hex,
                machine=proces.machine,
                proces=proces.nummer,
                proces_begin=proces.begin,
                verloopt=nu.add(minutes=MINUTEN),
            )
            .returning(*POST)
        ).one_or_none()
        return None if rij is None else read_post(rij)

    def settle_bericht(
        self, cyclus: Cyclus, post: Postbericht, afloop: Afloop, op: pendulum.Date
    ) -> bool:
        """Write what became of `post`; return False when it is in other hands by now.

        A sender that was given up, and comes back with an answer after all, may still turn
        `onzeker` into what it knows.
        """
        is_verzonden = afloop.staat is Berichtstaat.VERZONDEN
        waarden: Mapping[str, Any] = {
            "staat": afloop.staat,
            "pogingen": afloop.pogingen,
            "antwoord": afloop.antwoord,
            "servercode": afloop.code,
            "volgende_poging": self._tijdstip().add(minutes=afloop.pauze) if afloop.pauze else None,
            "verloopt": None,
        }
        geraakt = self._connection.execute(
            update(tabel)
            .where(
                tabel.c.cyclus_id == self._wek(cyclus),
                tabel.c.sleutel == post.bericht.sleutel,
                tabel.c.kenmerk == post.kenmerk,
                tabel.c.staat.in_((post.staat, Berichtstaat.ONZEKER)),
            )
            .values(**waarden, **({"verzonden_op": op} if is_verzonden else {}))
            .returning(tabel.c.id)
        ).scalar_one_or_none()
        if geraakt is not None and afloop.staat is not Berichtstaat.GEPLAND:
            velden = {"sleutel": post.bericht.sleutel, "staat": afloop.staat, "code": afloop.code}
            aan = {"aan": post.bericht.aan}
            self._boek(cyclus, Gebeurtenis("bericht", velden, aan))
        return geraakt is not None

    def redirect_bericht(self, cyclus: Cyclus, sleutel: str, aan: str) -> None:
        """Give a message that did not go out another address."""
        self._connection.execute(
            update(tabel)
            .where(
                tabel.c.cyclus_id == self._wek(cyclus),
                tabel.c.sleutel == sleutel,
                tabel.c.staat != Berichtstaat.VERZONDEN,
            )
            .values(aan=aan)
        )
        self._boek(cyclus, Gebeurtenis("bericht", {"sleutel": sleutel}, {"aan": aan}))

    def list_afgebroken(self, cyclus: Cyclus) -> tuple[Postbericht, ...]:
        """Return the messages that are `bezig` while nobody is sending them any more."""
        nu = self._tijdstip()
        rijen = self._connection.execute(
            select(*POST, *(tabel.c[n] for n in ("machine", "proces", "proces_begin", "verloopt")))
            .where(tabel.c.cyclus_id == self._nummer(cyclus), tabel.c.staat == Berichtstaat.BEZIG)
            .order_by(tabel.c.id)
        )
        return tuple(read_post(rij) for rij in rijen if _is_afgebroken(rij, nu))


def _is_afgebroken(rij: Row[Any], nu: pendulum.DateTime) -> bool:
    """Return whether the lease on a message is over, by time or by death."""
    eigenaar = Proces(rij.machine, rij.proces, rij.proces_begin)
    return rij.verloopt is None or rij.verloopt <= nu or not eigenaar.leeft()


def read_post(rij: Sequence[Any]) -> Postbericht:
    """Return the message that a row holds."""
    bericht = Bericht(*rij[: len(BERICHT)])
    return Postbericht(bericht, *rij[len(BERICHT) : len(POST)])

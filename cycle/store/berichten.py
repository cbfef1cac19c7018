"""Berichten: the outbox, written in the same transaction as what it tells about."""

import pendulum
from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite

from cycle.domain.bericht import Bericht, Berichtstaat
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import NietGevonden
from cycle.store.rij import BinnenTransactie
from cycle.store.schema import bericht as bericht_tabel

_BERICHT = tuple(
    bericht_tabel.c[naam]
    for naam in (
        *("sleutel", "aan", "onderwerp", "tekst", "gepland_op"),
        *("html", "antwoord_aan", "agenda", "soort"),
    )
)
"""The columns of a `Bericht`, in the order of its fields."""

_NIET_BEGONNEN = {
    "staat": Berichtstaat.GEPLAND,
    "pogingen": 0,
    "proces": 0,
    **dict.fromkeys(("antwoord", "servercode", "kenmerk", "machine", "proces_begin"), ""),
}


class BerichtTabel(BinnenTransactie):
    """Messages that are planned or handed over."""

    def plan_bericht(self, cyclus: Cyclus, bericht: Bericht) -> bool:
        """Put a message in the outbox; return False when its key was there already.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        is_postgresql = self._connection.dialect.name == "postgresql"
        insert = postgresql.insert if is_postgresql else sqlite.insert
        velden = {kolom.name: getattr(bericht, kolom.name) for kolom in _BERICHT}
        toegevoegd = self._connection.execute(
            insert(bericht_tabel)
            .values(cyclus_id=self._nummer(cyclus), **velden, **_NIET_BEGONNEN)
            .on_conflict_do_nothing(index_elements=["cyclus_id", "sleutel"])
            .returning(bericht_tabel.c.id)
        )
        return toegevoegd.first() is not None

    def berichten(self, cyclus: Cyclus, *, verzonden: bool | None = None) -> tuple[Bericht, ...]:
        """Return messages, oldest first: all, only sent, or only those that are not sent."""
        vraag = (
            select(*_BERICHT)
            .where(bericht_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(bericht_tabel.c.id)
        )
        if verzonden is not None:
            is_verzonden = bericht_tabel.c.staat == Berichtstaat.VERZONDEN
            vraag = vraag.where(is_verzonden if verzonden else ~is_verzonden)
        return tuple(Bericht(*rij) for rij in self._connection.execute(vraag))

    def mark_verzonden(self, cyclus: Cyclus, sleutel: str, op: pendulum.Date) -> None:
        """Note that a message was handed over; the first day stays.

        Raises:
            NietGevonden: no message has this key.
        """
        if not any(b.sleutel == sleutel for b in self.berichten(cyclus)):
            raise NietGevonden(
                f"Het bericht '{sleutel}' staat niet in de postkamer.",
                advies="Bekijk welke berichten klaarstaan met: jaarschijf herinner --proef.",
            )
        self._connection.execute(
            update(bericht_tabel)
            .where(
                bericht_tabel.c.cyclus_id == self._nummer(cyclus),
                bericht_tabel.c.sleutel == sleutel,
                bericht_tabel.c.verzonden_op.is_(None),
            )
            .values(verzonden_op=op, staat=Berichtstaat.VERZONDEN)
        )

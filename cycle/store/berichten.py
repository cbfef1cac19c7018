"""Berichten: the outbox, written in the same transaction as what it tells about."""

import pendulum
from sqlalchemy import insert, select, update

from cycle.domain.bericht import Bericht
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import NietGevonden
from cycle.store.rij import BinnenTransactie
from cycle.store.schema import bericht as bericht_tabel


class BerichtTabel(BinnenTransactie):
    """Messages that are planned or handed over."""

    def plan_bericht(self, cyclus: Cyclus, bericht: Bericht) -> bool:
        """Put a message in the outbox; return False when its key was there already.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        if any(b.sleutel == bericht.sleutel for b in self.berichten(cyclus)):
            return False
        self._connection.execute(
            insert(bericht_tabel).values(
                cyclus_id=self._nummer(cyclus),
                sleutel=bericht.sleutel,
                aan=bericht.aan,
                onderwerp=bericht.onderwerp,
                tekst=bericht.tekst,
                gepland_op=bericht.gepland_op,
            )
        )
        return True

    def berichten(self, cyclus: Cyclus, *, verzonden: bool | None = None) -> tuple[Bericht, ...]:
        """Return messages, oldest first: all, only sent, or only those still to send."""
        vraag = (
            select(
                bericht_tabel.c.sleutel,
                bericht_tabel.c.aan,
                bericht_tabel.c.onderwerp,
                bericht_tabel.c.tekst,
                bericht_tabel.c.gepland_op,
            )
            .where(bericht_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(bericht_tabel.c.id)
        )
        if verzonden is not None:
            is_open = bericht_tabel.c.verzonden_op.is_(None)
            vraag = vraag.where(~is_open if verzonden else is_open)
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
            .values(verzonden_op=op)
        )

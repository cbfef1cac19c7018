"""Berichten: the outbox, written in the same transaction as what it tells about."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from cycle.domain.bericht import Bericht, Berichtstaat
from cycle.domain.cyclus import Cyclus
from cycle.store.schema import bericht as bericht_tabel
from cycle.store.verzending import BERICHT, VerzendTabel

_NIET_BEGONNEN = {
    "staat": Berichtstaat.GEPLAND,
    "pogingen": 0,
    "proces": 0,
    **dict.fromkeys(("antwoord", "servercode", "kenmerk", "machine", "proces_begin"), ""),
}


class BerichtTabel(VerzendTabel):
    """Messages that are planned or handed over; `VerzendTabel` holds how they go out."""

    def plan_bericht(self, cyclus: Cyclus, bericht: Bericht) -> bool:
        """Put a message in the outbox; return False when its key was there already.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        is_postgresql = self._connection.dialect.name == "postgresql"
        insert = postgresql.insert if is_postgresql else sqlite.insert
        velden = {kolom.name: getattr(bericht, kolom.name) for kolom in BERICHT}
        toegevoegd = self._connection.execute(
            insert(bericht_tabel)
            .values(cyclus_id=self._wek(cyclus), **velden, **_NIET_BEGONNEN)
            .on_conflict_do_nothing(index_elements=["cyclus_id", "sleutel"])
            .returning(bericht_tabel.c.id)
        )
        return toegevoegd.first() is not None

    def berichten(self, cyclus: Cyclus, *, verzonden: bool | None = None) -> tuple[Bericht, ...]:
        """Return messages, oldest first: all, only sent, or only those that are not sent."""
        vraag = (
            select(*BERICHT)
            .where(bericht_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(bericht_tabel.c.id)
        )
        if verzonden is not None:
            is_verzonden = bericht_tabel.c.staat == Berichtstaat.VERZONDEN
            vraag = vraag.where(is_verzonden if verzonden else ~is_verzonden)
        return tuple(Bericht(*rij) for rij in self._connection.execute(vraag))

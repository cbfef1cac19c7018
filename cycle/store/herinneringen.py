"""Herinneringen: messages that settle business keys, each key once over all cycli."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from sqlalchemy import delete, insert, select, update

from cycle.domain.bericht import BESLOTEN, Bericht, Berichtsoort, Berichtstaat, Postbericht
from cycle.domain.cyclus import Cyclus
from cycle.store.berichten import BerichtTabel
from cycle.store.herinnerschema import herinnering as herinnering_tabel
from cycle.store.rij import bestaat_al
from cycle.store.schema import bericht as bericht_tabel
from cycle.store.verzending import BERICHT, POST, read_post

_PER_VRAAG: Final = 500
"""How many keys one question to the database names; SQLite takes no endless list."""


class HerinneringTabel(BerichtTabel):
    """Reminders: a message and the keys that it settles."""

    def add_herinnering(self, cyclus: Cyclus, bericht: Bericht, sleutels: Iterable[str]) -> None:
        """Put a message in the outbox and note which keys it settles.

        Raises:
            FaseError: there is such a message already; `known_herinneringen` would have told.
        """
        if not self.plan_bericht(cyclus, bericht):
            raise bestaat_al(f"De herinnering '{bericht.sleutel}'")
        nummer = self._bericht_nummer(cyclus, bericht.sleutel)
        self._connection.execute(
            insert(herinnering_tabel),
            [{"sleutel": sleutel, "bericht_id": nummer} for sleutel in sleutels],
        )

    def known_herinneringen(self, sleutels: Collection[str]) -> frozenset[str]:
        """Return which of these keys are settled by a message, sent or still to send."""
        bekend: set[str] = set()
        for deel in _in_delen(sleutels):
            vraag = select(herinnering_tabel.c.sleutel).where(herinnering_tabel.c.sleutel.in_(deel))
            bekend.update(self._connection.scalars(vraag))
        return frozenset(bekend)

    def find_herinneringpost(self, sleutels: Collection[str]) -> dict[str, Postbericht]:
        """Return for each of these keys the message that settles it, with how far it is."""
        gevonden: dict[str, Postbericht] = {}
        for deel in _in_delen(sleutels):
            vraag = (
                select(*POST, herinnering_tabel.c.sleutel.label("sleutel_over"))
                .join(herinnering_tabel, herinnering_tabel.c.bericht_id == bericht_tabel.c.id)
                .where(herinnering_tabel.c.sleutel.in_(deel))
            )
            for rij in self._connection.execute(vraag):
                gevonden[rij.sleutel_over] = read_post(rij)
        return gevonden

    def wachtende_herinneringen(
        self, cyclus: Cyclus
    ) -> tuple[tuple[Bericht, tuple[str, ...]], ...]:
        """Return the reminders that nobody is sending yet, each with the keys it settles.

        One on which a person decided is in that person's hands.
        """
        vraag = (
            select(*BERICHT, herinnering_tabel.c.sleutel.label("sleutel_over"))
            .join(herinnering_tabel, herinnering_tabel.c.bericht_id == bericht_tabel.c.id)
            .where(
                bericht_tabel.c.cyclus_id == self._nummer(cyclus),
                bericht_tabel.c.soort == Berichtsoort.HERINNERING,
                bericht_tabel.c.staat == Berichtstaat.GEPLAND,
                ~bericht_tabel.c.antwoord.startswith(BESLOTEN),
            )
            .order_by(bericht_tabel.c.id, herinnering_tabel.c.sleutel)
        )
        wachtend: dict[Bericht, list[str]] = {}
        for *bericht, over in self._connection.execute(vraag):
            wachtend.setdefault(Bericht(*bericht), []).append(over)
        return tuple((bericht, tuple(sleutels)) for bericht, sleutels in wachtend.items())

    def renew_herinnering(self, cyclus: Cyclus, oud: str, bericht: Bericht) -> None:
        """Give a reminder that waits the words of today; its keys and attempts stay."""
        self._connection.execute(
            update(bericht_tabel)
            .where(
                bericht_tabel.c.id == self._bericht_nummer(cyclus, oud),
                bericht_tabel.c.staat == Berichtstaat.GEPLAND,
            )
            .values({kolom.name: getattr(bericht, kolom.name) for kolom in BERICHT})
        )

    def withdraw_herinnering(self, cyclus: Cyclus, sleutel: str) -> None:
        """Take a reminder that nobody is sending out of the outbox; its keys are free again."""
        self._wek(cyclus)
        nummer = self._bericht_nummer(cyclus, sleutel)
        eigen = herinnering_tabel.c.bericht_id == nummer
        self._connection.execute(delete(herinnering_tabel).where(eigen))
        self._connection.execute(delete(bericht_tabel).where(bericht_tabel.c.id == nummer))

    def _bericht_nummer(self, cyclus: Cyclus, sleutel: str) -> int | None:
        """Return the row number of a message, None when there is none."""
        return self._connection.scalar(
            select(bericht_tabel.c.id).where(
                bericht_tabel.c.cyclus_id == self._nummer(cyclus),
                bericht_tabel.c.sleutel == sleutel,
            )
        )


def _in_delen(sleutels: Collection[str]) -> Iterator[list[str]]:
    """Yield these keys in order, no more at a time than a question may name."""
    rij = sorted(sleutels)
    for begin in range(0, len(rij), _PER_VRAAG):
        yield rij[begin : begin + _PER_VRAAG]

"""Herinneringen: messages that settle business keys, each key once over all cycli."""

from collections.abc import Collection, Iterable
from typing import Final

from sqlalchemy import delete, insert, select

from cycle.domain.bericht import BESLOTEN, Bericht, Berichtsoort, Berichtstaat
from cycle.domain.cyclus import Cyclus
from cycle.store.berichten import BerichtTabel
from cycle.store.herinnerschema import herinnering as herinnering_tabel
from cycle.store.rij import bestaat_al
from cycle.store.schema import bericht as bericht_tabel

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

    def known_herinneringen(self, sleutels: Collection[str]) -> dict[str, Berichtstaat]:
        """Return of these keys those that a message settles, and how far that message is."""
        bekend: dict[str, Berichtstaat] = {}
        rij = sorted(sleutels)
        for begin in range(0, len(rij), _PER_VRAAG):
            deel = rij[begin : begin + _PER_VRAAG]
            vraag = (
                select(herinnering_tabel.c.sleutel, bericht_tabel.c.staat)
                .join(bericht_tabel)
                .where(herinnering_tabel.c.sleutel.in_(deel))
            )
            for sleutel, staat in self._connection.execute(vraag):
                bekend[sleutel] = staat
        return bekend

    def wachtende_herinneringen(
        self, cyclus: Cyclus
    ) -> tuple[tuple[Bericht, tuple[str, ...]], ...]:
        """Return the reminders that nobody is sending yet, each with the keys it settles.

        One on which a person decided is in that person's hands.
        """
        wachtend = self._connection.scalars(
            select(bericht_tabel.c.sleutel)
            .where(
                bericht_tabel.c.cyclus_id == self._nummer(cyclus),
                bericht_tabel.c.soort == Berichtsoort.HERINNERING,
                bericht_tabel.c.staat == Berichtstaat.GEPLAND,
                ~bericht_tabel.c.antwoord.startswith(BESLOTEN),
            )
            .order_by(bericht_tabel.c.id)
        ).all()
        if not wachtend:
            return ()
        per_sleutel = {bericht.sleutel: bericht for bericht in self.berichten(cyclus)}
        return tuple((per_sleutel[s], self._vereffend(cyclus, s)) for s in wachtend)

    def withdraw_herinnering(self, cyclus: Cyclus, sleutel: str) -> None:
        """Take a reminder that nobody is sending out of the outbox; its keys are free again."""
        nummer = self._bericht_nummer(cyclus, sleutel)
        eigen = herinnering_tabel.c.bericht_id == nummer
        self._connection.execute(delete(herinnering_tabel).where(eigen))
        self._connection.execute(delete(bericht_tabel).where(bericht_tabel.c.id == nummer))

    def _vereffend(self, cyclus: Cyclus, sleutel: str) -> tuple[str, ...]:
        """Return the keys that one message settles, in alphabetical order."""
        eigen = herinnering_tabel.c.bericht_id == self._bericht_nummer(cyclus, sleutel)
        vraag = select(herinnering_tabel.c.sleutel).where(eigen)
        return tuple(sorted(self._connection.scalars(vraag)))

    def _bericht_nummer(self, cyclus: Cyclus, sleutel: str) -> int | None:
        """Return the row number of a message, None when there is none."""
        return self._connection.scalar(
            select(bericht_tabel.c.id).where(
                bericht_tabel.c.cyclus_id == self._nummer(cyclus),
                bericht_tabel.c.sleutel == sleutel,
            )
        )

"""Rij: what all parts of the store share: the connection, the row of a cyclus, its audit."""

from collections.abc import Callable, Mapping
from typing import Any

import pendulum
from sqlalchemy import Connection, Table, insert, select, update

from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError, NietGevonden
from cycle.domain.keten import Gebeurtenis
from cycle.domain.wekker import DIRECT
from cycle.store.auditboek import Auditboek, describe_rij
from cycle.store.schema import cyclus as cyclus_tabel


class BinnenTransactie:
    """A part of the store inside one transaction."""

    def __init__(
        self, connection: Connection, tijdstip: Callable[[], pendulum.DateTime], door: str = ""
    ) -> None:
        """Keep the connection, the clock for leases and the audit, and who is at work.

        The transaction is opened and closed elsewhere.
        """
        self._connection = connection
        self._tijdstip = tijdstip
        self._auditboek = Auditboek(connection, tijdstip, door)
        self._nummers: dict[tuple[str, int], int] = {}

    def _find_nummer(self, samenwerking: str, jaar: int) -> int | None:
        """Return the row number of a cyclus, None when it was not started.

        A number never changes, so it is asked once in a transaction.
        """
        sleutel = (samenwerking, jaar)
        if sleutel not in self._nummers:
            nummer = self._connection.scalar(
                select(cyclus_tabel.c.id).where(
                    cyclus_tabel.c.samenwerking == samenwerking, cyclus_tabel.c.jaar == jaar
                )
            )
            if nummer is None:
                return None
            self._nummers[sleutel] = nummer
        return self._nummers[sleutel]

    def _nummer(self, cyclus: Cyclus) -> int:
        """Return the row number of a started cyclus.

        Raises:
            NietGevonden: it was not started.
        """
        nummer = self._find_nummer(cyclus.samenwerking, cyclus.jaar)
        if nummer is None:
            raise NietGevonden(
                f"De cyclus {cyclus.samenwerking} {cyclus.jaar} is niet gestart.",
                advies="Start de cyclus met: "
                f"jaarschijf cyclus start {cyclus.samenwerking} {cyclus.jaar}.",
            )
        return nummer

    def _wek(self, cyclus: Cyclus) -> int:
        """Return the row number of a started cyclus of which something is being written.

        The next daily run looks at it again.

        Raises:
            NietGevonden: it was not started.
        """
        nummer = self._nummer(cyclus)
        self._connection.execute(
            update(cyclus_tabel).where(cyclus_tabel.c.id == nummer).values(wekker_dag=DIRECT)
        )
        return nummer

    def _keep(
        self,
        cyclus: Cyclus,
        tabel: Table,
        waarden: Mapping[str, Any],
        **extra: object,
    ) -> int:
        """Write a row about a cyclus, with its event in the audit, and return its number.

        `extra` belongs to the event and is kept in another table.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        (sleutel,) = tabel.primary_key.columns
        rij: int = self._connection.execute(
            insert(tabel).values(cyclus_id=self._wek(cyclus), **waarden).returning(sleutel)
        ).scalar_one()
        self._boek(cyclus, describe_rij(tabel, rij, waarden, **extra))
        return rij

    def _boek(self, cyclus: Cyclus, gebeurtenis: Gebeurtenis) -> None:
        """Write the next event in the audit of a started cyclus."""
        naam = f"{cyclus.samenwerking}/{cyclus.jaar}"
        self._auditboek.append(self._nummer(cyclus), naam, gebeurtenis)


def bestaat_al(wat: str) -> FaseError:
    """Return the refusal to keep something a second time."""
    return FaseError(f"{wat} bestaat al.", advies="Bekijk de stand met: jaarschijf cyclus status.")

"""Rij: what all parts of the store share, the connection and the row of a cyclus."""

from collections.abc import Callable

import pendulum
from sqlalchemy import Connection, select, update

from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError, NietGevonden
from cycle.domain.wekker import DIRECT
from cycle.store.schema import cyclus as cyclus_tabel


class BinnenTransactie:
    """A part of the store inside one transaction."""

    def __init__(self, connection: Connection, tijdstip: Callable[[], pendulum.DateTime]) -> None:
        """Keep the connection, and the clock for leases.

        The transaction is opened and closed elsewhere.
        """
        self._connection = connection
        self._tijdstip = tijdstip
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


def bestaat_al(wat: str) -> FaseError:
    """Return the refusal to keep something a second time."""
    return FaseError(f"{wat} bestaat al.", advies="Bekijk de stand met: jaarschijf cyclus status.")

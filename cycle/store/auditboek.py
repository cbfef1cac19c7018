"""Auditboek: writes the next event of a chain, in the transaction of what happened.

Every transaction of the store holds the write lock of the database from its first statement,
so the head that is read here is the head until the commit; see `verbinding`. The database
refuses a link that does not fit all the same.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from hashlib import sha256
from secrets import token_hex
from typing import Any, Final

import pendulum
from sqlalchemy import Connection, Table, insert, select

from cycle.domain.keten import Gebeurtenis, Ketenhoofd, make_regel, merk
from cycle.store.auditschema import audit, audit_gegeven
from cycle.store.kolombouw import is_vrij

_ZOUT: Final = 16
"""Bytes of chance in a salt."""

_DOOR: Final = "door"
"""The `veld` of the name of who did something; one row per person and cyclus."""


class Auditboek:
    """The chains of the cycli, inside one transaction."""

    def __init__(
        self, connection: Connection, tijdstip: Callable[[], pendulum.DateTime], door: str
    ) -> None:
        """Keep the connection, the clock and who is at work; "" is the programme itself."""
        self._connection = connection
        self._tijdstip = tijdstip
        self._door = door
        self._hoofden: dict[int, Ketenhoofd | None] = {}
        self._namen: dict[int, str] = {}

    def append(self, nummer: int, cyclus: str, gebeurtenis: Gebeurtenis) -> None:
        """Write an event of the cyclus with this row number; its free texts apart."""
        velden = dict(gebeurtenis.velden) | self._keep_vrij(nummer, gebeurtenis.vrij)
        regel = make_regel(
            cyclus,
            self.hoofd(nummer),
            Gebeurtenis(gebeurtenis.soort, velden, rij=gebeurtenis.rij),
            self._tijdstip().in_timezone("UTC").format("YYYY-MM-DDTHH:mm:ss.SSS[Z]"),
            self._kenmerk_door(nummer),
        )
        self._connection.execute(insert(audit).values(cyclus_id=nummer, **regel._asdict()))
        self._hoofden[nummer] = Ketenhoofd(regel.volgnummer, regel.hash)

    def hoofd(self, nummer: int) -> Ketenhoofd | None:
        """Return the last event of a cyclus, None for a chain without any."""
        if nummer not in self._hoofden:
            rij = self._connection.execute(
                select(audit.c.volgnummer, audit.c.hash)
                .where(audit.c.cyclus_id == nummer)
                .order_by(audit.c.volgnummer.desc())
                .limit(1)
            ).one_or_none()
            self._hoofden[nummer] = Ketenhoofd(*rij) if rij else None
        return self._hoofden[nummer]

    def _keep_vrij(self, nummer: int, vrij: Mapping[str, str]) -> dict[str, object]:
        """Keep texts where they can be erased, and return their marks by field."""
        rijen = [_gegeven(nummer, veld, tekst) for veld, tekst in vrij.items() if tekst]
        if rijen:
            self._connection.execute(insert(audit_gegeven), rijen)
        merken = {rij["veld"]: {"gegeven": rij["kenmerk"]} for rij in rijen}
        return {veld: merken.get(veld, "") for veld in vrij}

    def _kenmerk_door(self, nummer: int) -> str:
        """Return the mark of who is at work, the same one in every event of a cyclus."""
        if not self._door or nummer in self._namen:
            return self._namen.get(nummer, "")
        bekend = self._connection.scalar(
            select(audit_gegeven.c.kenmerk).where(
                audit_gegeven.c.cyclus_id == nummer,
                audit_gegeven.c.veld == _DOOR,
                audit_gegeven.c.tekst == self._door,
            )
        )
        if bekend is None:
            rij = _gegeven(nummer, _DOOR, self._door)
            self._connection.execute(insert(audit_gegeven).values(rij))
            bekend = rij["kenmerk"]
        self._namen[nummer] = str(bekend)
        return self._namen[nummer]


def _gegeven(nummer: int, veld: str, tekst: str) -> dict[str, Any]:
    """Return the row of a text that may be erased."""
    zout = token_hex(_ZOUT)
    kenmerk = merk(zout, tekst)
    return {"kenmerk": kenmerk, "cyclus_id": nummer, "veld": veld, "zout": zout, "tekst": tekst}


def describe_rij(
    tabel: Table, rij: int, waarden: Mapping[str, Any], **extra: object
) -> Gebeurtenis:
    """Return the event that a row with these values was written.

    `extra` is what belongs to it and is kept in another table.
    """
    gewoon = {naam: plain(waarde) for naam, waarde in waarden.items()}
    vrij = {naam: str(gewoon.pop(naam)) for naam in list(gewoon) if is_vrij(tabel.c[naam])}
    return Gebeurtenis(tabel.name, gewoon | extra, vrij, rij)


def plain(waarde: object) -> object:
    """Return a value of a column as JSON holds it, the same for both kinds of database."""
    if isinstance(waarde, bool):
        return int(waarde)
    if isinstance(waarde, date):  # a moment as well
        return waarde.isoformat()
    if isinstance(waarde, Decimal):
        return str(waarde)
    return sha256(waarde).hexdigest() if isinstance(waarde, bytes) else waarde

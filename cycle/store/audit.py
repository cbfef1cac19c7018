"""Audit: reads the chain of a cyclus, erases texts in it, and lists what it tells about."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from sqlalchemy import Table, and_, delete, func, or_, select

from cycle.domain.auditcontrole import Rijsleutel
from cycle.domain.cyclus import Cyclus
from cycle.domain.keten import ANKER, Auditgegeven, Auditregel, Gebeurtenis, Ketenhoofd
from cycle.store.auditboek import plain
from cycle.store.auditschema import audit, audit_gegeven
from cycle.store.rij import BinnenTransactie
from cycle.store.schema import bericht, besluit, besluit_uitgezonderd, metadata
from cycle.store.schema import cyclus as cyclus_tabel

_REGEL: Final = tuple(audit.c[naam] for naam in Auditregel._fields)
_GEGEVEN: Final = tuple(audit_gegeven.c[naam] for naam in ("kenmerk", "veld", "zout", "tekst"))
_MIJLPAAL: Final = or_(
    audit.c.soort.in_(("handtekening", "aftekenstap", "addendum")),
    and_(audit.c.soort == "concept", audit.c.inhoud.contains('"vastgesteld":1')),
    and_(audit.c.soort == "feit", audit.c.inhoud.contains('"soort":"verzending"')),
)
_ANDERS: Final = (audit, audit_gegeven, bericht)
"""Tables of a cyclus that are not told row by row: the chain itself, and mail under way."""


class AuditTabel(BinnenTransactie):
    """The chain of a cyclus."""

    def add_gebeurtenis(self, cyclus: Cyclus, gebeurtenis: Gebeurtenis) -> None:
        """Write an event that no other table holds.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        self._boek(cyclus, gebeurtenis)

    def audithoofd(self, cyclus: Cyclus) -> Ketenhoofd | None:
        """Return the last event, to be written down elsewhere; None when there is none."""
        return self._auditboek.hoofd(self._nummer(cyclus))

    def needs_anker(self, cyclus: Cyclus) -> bool:
        """Return whether a milestone was passed since a head was last written down."""
        eigen = audit.c.cyclus_id == self._nummer(cyclus)
        vorig = select(func.max(audit.c.volgnummer)).where(eigen, audit.c.soort == ANKER)
        sinds = self._connection.scalar(vorig) or 0
        mijlpaal = select(audit.c.volgnummer).where(eigen, audit.c.volgnummer > sinds, _MIJLPAAL)
        return self._connection.execute(mijlpaal.limit(1)).first() is not None

    def auditregels(self, cyclus: Cyclus, na: int, hoogstens: int) -> Sequence[Auditregel]:
        """Return the events after number `na`, in order, at most so many at a time."""
        gevonden = self._connection.execute(
            select(*_REGEL)
            .where(audit.c.cyclus_id == self._nummer(cyclus), audit.c.volgnummer > na)
            .order_by(audit.c.volgnummer)
            .limit(hoogstens)
        )
        # Text and numbers come from the driver as they are; a hundred thousand are read.
        return list(map(Auditregel._make, gevonden.cursor.fetchall()))

    def auditgegevens(self, cyclus: Cyclus) -> tuple[Auditgegeven, ...]:
        """Return the texts that were not erased, in order of their marks."""
        rijen = self._connection.execute(
            select(*_GEGEVEN)
            .where(audit_gegeven.c.cyclus_id == self._nummer(cyclus))
            .order_by(audit_gegeven.c.kenmerk)
        )
        return tuple(Auditgegeven(*rij) for rij in rijen)

    def wis_gegevens(self, cyclus: Cyclus, kenmerken: Collection[str]) -> None:
        """Erase the texts with these marks; the event that says so is up to the caller."""
        nummer = self._nummer(cyclus)
        for kenmerk in kenmerken:
            self._connection.execute(
                delete(audit_gegeven).where(
                    audit_gegeven.c.cyclus_id == nummer, audit_gegeven.c.kenmerk == kenmerk
                )
            )

    def auditrijen(self, cyclus: Cyclus) -> Mapping[Rijsleutel, Mapping[str, object]]:
        """Return every row that must have an event, by table and number, as JSON holds it."""
        nummer = self._nummer(cyclus)
        rijen: dict[Rijsleutel, dict[str, object]] = {}
        for tabel in list_audittabellen():
            (sleutel,) = tabel.primary_key.columns
            van = tabel.c.id if tabel is cyclus_tabel else tabel.c.cyclus_id
            for rij in self._connection.execute(select(tabel).where(van == nummer)).mappings():
                gewoon = {naam: plain(waarde) for naam, waarde in rij.items()}
                rijen[tabel.name, rij[sleutel]] = gewoon
        self._add_uitgezonderd_aan(nummer, rijen)
        return rijen

    def _add_uitgezonderd_aan(
        self, nummer: int, rijen: Mapping[Rijsleutel, dict[str, object]]
    ) -> None:
        """Put the numbers that a decision leaves out with the decision."""
        zonder: dict[int, list[int]] = {}
        for rij in self._connection.execute(
            select(besluit_uitgezonderd)
            .join(besluit)
            .where(besluit.c.cyclus_id == nummer)
            .order_by(besluit_uitgezonderd.c.volgorde)
        ):
            zonder.setdefault(rij.besluit_id, []).append(rij.nummer)
        for (tabel, sleutel), waarden in rijen.items():
            if tabel == besluit.name:
                waarden["uitgezonderd"] = zonder.get(sleutel, [])


def list_audittabellen() -> tuple[Table, ...]:
    """Return the tables of which every row must have an event: all with a cyclus and a number.

    A list that is made anew each time (`meenemer`) has no numbers, and no events.
    """
    return (
        cyclus_tabel,
        *(
            tabel
            for tabel in metadata.sorted_tables
            if "cyclus_id" in tabel.c
            and len(tabel.primary_key.columns) == 1
            and tabel not in _ANDERS
        ),
    )

"""Kickoff: meetings, votes, re-opened dossiers and addenda, kept as logs."""

from secrets import token_hex
from typing import Any, Final

import pendulum
from sqlalchemy import ColumnElement, Row, Table, func, insert, select

from cycle.domain.addendum import Addendum
from cycle.domain.cyclus import Cyclus
from cycle.domain.heropening import Heropening
from cycle.domain.kloktijd import read_kloktijd
from cycle.domain.samenwerking import Bijeenkomst
from cycle.domain.stem import Stem, Topkeuze
from cycle.domain.uitnodiging import Uitnodiging
from cycle.store.kickoffschema import addendum as addendum_tabel
from cycle.store.kickoffschema import agendafeed, topkeuze
from cycle.store.kickoffschema import heropening as heropening_tabel
from cycle.store.kickoffschema import stem as stem_tabel
from cycle.store.kickoffschema import uitnodiging as uitnodiging_tabel
from cycle.store.rij import BinnenTransactie

_GEHEIM: Final = 16
"""Bytes of chance in the name of a calendar: nobody guesses 2 to the power of 128."""
_PLAATSEN: Final = ("eerste", "tweede", "derde")


class KickoffTabel(BinnenTransactie):
    """What belongs to the meetings of a year."""

    def add_uitnodiging(self, cyclus: Cyclus, uitnodiging: Uitnodiging) -> None:
        """Keep what partijen are told of a meeting.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        bijeenkomst = uitnodiging.bijeenkomst
        self._keep(
            cyclus,
            uitnodiging_tabel,
            {
                "sleutel": uitnodiging.sleutel,
                "volgnummer": uitnodiging.volgnummer,
                "soort": uitnodiging.soort,
                "code": bijeenkomst.code,
                "naam": bijeenkomst.naam,
                "datum": bijeenkomst.datum,
                "tijd": str(bijeenkomst.tijd or ""),
                "plaats": bijeenkomst.plaats,
                "agenda": "\n".join(bijeenkomst.agenda),  # a text of the content has no line end
                "op": uitnodiging.op,
            },
        )

    def uitnodigingen(self, cyclus: Cyclus) -> tuple[Uitnodiging, ...]:
        """Return everything they were told, oldest first."""
        return tuple(map(_uitnodiging, self._rijen(uitnodiging_tabel, cyclus)))

    def add_stem(self, cyclus: Cyclus, stem: Stem) -> None:
        """Keep a vote; the same one twice in a row is kept once.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        eerder = [s for s in self.stemmen(cyclus) if s.partij == stem.partij]
        if eerder[-1:] != [stem]:
            self._keep(
                cyclus,
                stem_tabel,
                {
                    "partij": stem.partij,
                    "volgnummer": len(eerder) + 1,
                    "op": stem.op,
                    **_plaatsen(stem.keuzes),
                },
            )

    def stemmen(self, cyclus: Cyclus) -> tuple[Stem, ...]:
        """Return all votes, also replaced ones, oldest first."""
        rijen = self._rijen(stem_tabel, cyclus)
        return tuple(Stem(rij.partij, _keuzes(rij), rij.op) for rij in rijen)

    def add_topkeuze(self, cyclus: Cyclus, keuze: Topkeuze) -> None:
        """Keep what the meeting decided; the same twice in a row is kept once.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        eerder = self.topkeuzes(cyclus)
        if eerder[-1:] != (keuze,):
            self._keep(
                cyclus,
                topkeuze,
                {
                    "volgnummer": len(eerder) + 1,
                    "op": keuze.op,
                    "reden": keuze.reden,
                    **_plaatsen(keuze.keuzes),
                },
            )

    def topkeuzes(self, cyclus: Cyclus) -> tuple[Topkeuze, ...]:
        """Return what meetings decided, oldest first; the last one counts."""
        rijen = self._rijen(topkeuze, cyclus)
        return tuple(Topkeuze(_keuzes(rij), rij.op, rij.reden) for rij in rijen)

    def add_heropening(self, cyclus: Cyclus, heropening: Heropening) -> None:
        """Keep that a dossier re-opened; the same twice is kept once.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        alle = self.heropeningen(cyclus)
        if heropening not in alle:
            self._keep(
                cyclus,
                heropening_tabel,
                {
                    "dossier": heropening.dossier,
                    "volgnummer": sum(h.dossier == heropening.dossier for h in alle) + 1,
                    "op": heropening.op,
                    "reden": heropening.reden,
                },
            )

    def heropeningen(self, cyclus: Cyclus) -> tuple[Heropening, ...]:
        """Return which dossiers re-opened, in the order in which it was registered."""
        rijen = self._rijen(heropening_tabel, cyclus)
        return tuple(Heropening(rij.dossier, rij.op, rij.reden) for rij in rijen)

    def add_addendum(self, cyclus: Cyclus, addendum: Addendum) -> None:
        """Keep an addendum.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        self._keep(
            cyclus,
            addendum_tabel,
            {
                "nummer": addendum.nummer,
                "code": addendum.code,
                "gegevens": addendum.gegevens,
                "op": addendum.op,
                "reden": addendum.reden,
            },
        )

    def addenda(self, cyclus: Cyclus) -> tuple[Addendum, ...]:
        """Return all addenda by number."""
        rijen = self._rijen(addendum_tabel, cyclus)
        return tuple(
            Addendum(rij.nummer, rij.code, rij.gegevens, rij.op, rij.reden) for rij in rijen
        )

    def agendanaam(self, samenwerking: str, partij: str, op: pendulum.Date) -> str:
        """Return the unguessable name of the calendar of a partij; made when there is none."""
        naam: str | None = self._connection.scalar(
            select(agendafeed.c.geheim)
            .where(*_van(samenwerking, partij))
            .order_by(agendafeed.c.volgnummer.desc())
            .limit(1)
        )
        return naam or self.renew_agendanaam(samenwerking, partij, op)

    def renew_agendanaam(self, samenwerking: str, partij: str, op: pendulum.Date) -> str:
        """Return a new name in its place; the old one may not be used any more."""
        aantal = self._connection.scalar(
            select(func.count()).where(*_van(samenwerking, partij)).select_from(agendafeed)
        )
        geheim = token_hex(_GEHEIM)
        self._connection.execute(
            insert(agendafeed).values(
                samenwerking=samenwerking,
                partij=partij,
                volgnummer=(aantal or 0) + 1,
                geheim=geheim,
                op=op,
            )
        )
        return geheim

    def _rijen(self, tabel: Table, cyclus: Cyclus) -> list[Row[Any]]:
        """Return the rows of one cyclus, oldest first."""
        vraag = select(tabel).where(tabel.c.cyclus_id == self._nummer(cyclus)).order_by(tabel.c.id)
        return list(self._connection.execute(vraag))


def _van(samenwerking: str, partij: str) -> tuple[ColumnElement[bool], ...]:
    """Return what picks the calendar of one partij."""
    return agendafeed.c.samenwerking == samenwerking, agendafeed.c.partij == partij


def _plaatsen(keuzes: tuple[str, ...]) -> dict[str, str]:
    """Return a choice as columns; a place that was not given is empty."""
    return dict.fromkeys(_PLAATSEN, "") | dict(zip(_PLAATSEN, keuzes, strict=False))


def _keuzes(rij: Row[Any]) -> tuple[str, ...]:
    """Return the choice in a row."""
    return tuple(filter(None, (rij.eerste, rij.tweede, rij.derde)))


def _uitnodiging(rij: Row[Any]) -> Uitnodiging:
    """Return the message in a row."""
    bijeenkomst = Bijeenkomst(
        code=rij.code,
        naam=rij.naam,
        datum=rij.datum,
        agenda=tuple(filter(None, rij.agenda.split("\n"))),
        tijd=read_kloktijd(rij.tijd),
        plaats=rij.plaats,
    )
    return Uitnodiging(rij.sleutel, rij.volgnummer, rij.soort, bijeenkomst, rij.op)

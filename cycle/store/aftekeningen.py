"""Aftekeningen: mandaten and the steps around the sign-off, kept as logs."""

from sqlalchemy import delete, insert, select

from cycle.domain.aftekenstap import Aftekenstap
from cycle.domain.cyclus import Cyclus
from cycle.domain.mandaat import Mandaat
from cycle.store.aftekenschema import aftekenstap, mandaathouder
from cycle.store.aftekenschema import mandaat as mandaat_tabel
from cycle.store.rij import BinnenTransactie


class AftekenTabel(BinnenTransactie):
    """Who may sign, and what happened besides decisions and signatures."""

    def add_aftekenstap(self, cyclus: Cyclus, stap: Aftekenstap) -> None:
        """Keep a step.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        self._keep(
            cyclus,
            aftekenstap,
            {
                "soort": stap.soort,
                "versie": stap.versie,
                "code": stap.code,
                "partij": stap.partij,
                "op": stap.op,
                "door": stap.door,
                "reden": stap.reden,
                "bewijs": stap.bewijs,
            },
        )

    def aftekenstappen(self, cyclus: Cyclus) -> tuple[Aftekenstap, ...]:
        """Return all steps, in the order in which they came in."""
        vraag = select(aftekenstap).where(aftekenstap.c.cyclus_id == self._nummer(cyclus))
        return tuple(
            Aftekenstap(
                soort=rij.soort,
                versie=rij.versie,
                code=rij.code,
                op=rij.op,
                partij=rij.partij,
                door=rij.door,
                reden=rij.reden,
                bewijs=rij.bewijs,
            )
            for rij in self._connection.execute(vraag.order_by(aftekenstap.c.id))
        )

    def add_mandaat(self, cyclus: Cyclus, mandaat: Mandaat) -> None:
        """Keep a mandaat; the name of the person is kept beside it, where it can be erased.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        nummer = self._keep(
            cyclus,
            mandaat_tabel,
            {
                "partij": mandaat.partij,
                "functie": mandaat.functie,
                "vervangt": mandaat.vervangt,
                "namens": mandaat.namens,
                "soort": mandaat.soort,
                "van": mandaat.van,
                "tot_en_met": mandaat.tot_en_met,
                "bewijs": mandaat.bewijs,
                "op": mandaat.op,
                "door": mandaat.door,
            },
        )
        if mandaat.naam:
            self._connection.execute(
                insert(mandaathouder).values(mandaat_id=nummer, naam=mandaat.naam)
            )

    def wis_mandaatnaam(self, cyclus: Cyclus, naam: str) -> int:
        """Erase the name of a person from its mandaten and return in how many it stood.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        van_cyclus = select(mandaat_tabel.c.id).where(
            mandaat_tabel.c.cyclus_id == self._wek(cyclus)
        )
        gewist = self._connection.execute(
            delete(mandaathouder).where(
                mandaathouder.c.naam == naam, mandaathouder.c.mandaat_id.in_(van_cyclus)
            )
        )
        return gewist.rowcount

    def mandaten(self, cyclus: Cyclus) -> tuple[Mandaat, ...]:
        """Return all mandaten, also replaced ones, in the order in which they came in."""
        vraag = (
            select(mandaat_tabel, mandaathouder.c.naam)
            .outerjoin(mandaathouder)
            .where(mandaat_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(mandaat_tabel.c.id)
        )
        return tuple(
            Mandaat(
                partij=rij.partij,
                functie=rij.functie,
                soort=rij.soort,
                van=rij.van,
                tot_en_met=rij.tot_en_met,
                bewijs=rij.bewijs,
                op=rij.op,
                vervangt=rij.vervangt,
                namens=rij.namens,
                naam=rij.naam or "",
                door=rij.door,
            )
            for rij in self._connection.execute(vraag)
        )

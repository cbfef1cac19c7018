"""Besluiten: decisions and signatures, kept as a log in which the last word counts.

The same decision twice is kept once. A decision that returns to an earlier one (whole,
then in part, then whole again) is a new line, because the last one on a content counts.
"""

from collections.abc import Iterable

from sqlalchemy import insert, select

from cycle.domain.accordering import Besluit, Handtekening
from cycle.domain.cyclus import Cyclus
from cycle.store.rij import BinnenTransactie
from cycle.store.schema import besluit as besluit_tabel
from cycle.store.schema import besluit_uitgezonderd
from cycle.store.schema import handtekening as handtekening_tabel


class BesluitTabel(BinnenTransactie):
    """Decisions and signatures."""

    def add_besluit(self, cyclus: Cyclus, besluit: Besluit) -> None:
        """Keep a decision; the same decision twice in a row is kept once.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        eerder = [
            b
            for b in self.besluiten(cyclus)
            if (b.partij, b.orgaan, b.code) == (besluit.partij, besluit.orgaan, besluit.code)
        ]
        if eerder and eerder[-1] == besluit:
            return
        nummer = self._keep(
            cyclus,
            besluit_tabel,
            {
                "partij": besluit.partij,
                "orgaan": besluit.orgaan,
                "code": besluit.code,
                "volgnummer": len(eerder) + 1,
                "reikwijdte": besluit.reikwijdte,
                "op": besluit.op,
                "reden": besluit.reden,
                "overgenomen_van": besluit.overgenomen_van,
                "bewijs": besluit.bewijs,
            },
            uitgezonderd=list(besluit.uitgezonderd),
        )
        self._add_uitgezonderd(nummer, besluit.uitgezonderd)

    def _add_uitgezonderd(self, nummer: int, afspraken: Iterable[int]) -> None:
        """Keep the numbers of the afspraken that a decision leaves out."""
        rijen = [
            {"besluit_id": nummer, "volgorde": volgorde, "nummer": afspraak}
            for volgorde, afspraak in enumerate(afspraken)
        ]
        if rijen:
            self._connection.execute(insert(besluit_uitgezonderd), rijen)

    def besluiten(self, cyclus: Cyclus) -> tuple[Besluit, ...]:
        """Return all decisions, oldest first: in the order in which they came in."""
        nummer = self._nummer(cyclus)
        zonder: dict[int, list[int]] = {}
        for rij in self._connection.execute(
            select(besluit_uitgezonderd)
            .join(besluit_tabel)
            .where(besluit_tabel.c.cyclus_id == nummer)
            .order_by(besluit_uitgezonderd.c.volgorde)
        ):
            zonder.setdefault(rij.besluit_id, []).append(rij.nummer)
        rijen = self._connection.execute(
            select(besluit_tabel)
            .where(besluit_tabel.c.cyclus_id == nummer)
            .order_by(besluit_tabel.c.id)
        )
        return tuple(
            Besluit(
                partij=rij.partij,
                orgaan=rij.orgaan,
                reikwijdte=rij.reikwijdte,
                op=rij.op,
                code=rij.code,
                reden=rij.reden,
                uitgezonderd=tuple(zonder.get(rij.id, ())),
                overgenomen_van=rij.overgenomen_van,
                bewijs=rij.bewijs,
            )
            for rij in rijen
        )

    def add_handtekening(self, cyclus: Cyclus, handtekening: Handtekening) -> None:
        """Register a signature; the same one twice in a row is kept once.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        sleutel = (handtekening.partij, handtekening.functie, handtekening.code)
        eerder = [
            h for h in self.handtekeningen(cyclus) if (h.partij, h.functie, h.code) == sleutel
        ]
        if eerder and eerder[-1] == handtekening:
            return
        self._keep(
            cyclus,
            handtekening_tabel,
            {
                "partij": handtekening.partij,
                "functie": handtekening.functie,
                "code": handtekening.code,
                "volgnummer": len(eerder) + 1,
                "reikwijdte": handtekening.reikwijdte,
                "op": handtekening.op,
                "reden": handtekening.reden,
                "route": handtekening.route,
                "bewijs": handtekening.bewijs,
                "vastgelegd_door": handtekening.vastgelegd_door,
                "versie": handtekening.versie,
                "waarnemer": handtekening.waarnemer,
            },
        )

    def handtekeningen(self, cyclus: Cyclus) -> tuple[Handtekening, ...]:
        """Return all registered signatures, oldest first: in the order they came in."""
        rijen = self._connection.execute(
            select(handtekening_tabel)
            .where(handtekening_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(handtekening_tabel.c.id)
        )
        return tuple(
            Handtekening(
                partij=rij.partij,
                functie=rij.functie,
                reikwijdte=rij.reikwijdte,
                op=rij.op,
                code=rij.code,
                reden=rij.reden,
                route=rij.route,
                bewijs=rij.bewijs,
                vastgelegd_door=rij.vastgelegd_door,
                versie=rij.versie,
                waarnemer=rij.waarnemer,
            )
            for rij in rijen
        )

"""Toetsen: what partijen report in April and September, and what is left for the kickoff."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Row, delete, insert, select

from cycle.domain.bieding import Nuance
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.licht import Lichtkeuze
from cycle.domain.meenemer import Meenemer
from cycle.domain.plek import Plek
from cycle.domain.toets import Standmelding, Standregel, Toetsmoment
from cycle.store.rij import BinnenTransactie, bestaat_al
from cycle.store.toetsschema import lichtkeuze, toets_inzending, toets_regel
from cycle.store.toetsschema import meenemer as meenemer_tabel

_VELDEN: Final = ("voortgang", "cijfer", "toelichting")
_INZENDING: Final = tuple(
    toets_inzending.c[naam]
    for naam in ("id", "partij", "versie", "bestandsnaam", "sha256", "ontvangen_op")
)


class ToetsTabel(BinnenTransactie):
    """Returned forms of a check, choices of the coordinator, and points for the kickoff."""

    def add_standmelding(self, cyclus: Cyclus, inzending: Inzending, melding: Standmelding) -> None:
        """Keep a returned form and its answers; earlier versions stay.

        Raises:
            FaseError: this version, or one with this id, is there already.
        """
        for vorige in self.standinzendingen(cyclus, melding.moment):
            zelfde = (vorige.partij, vorige.versie) == (inzending.partij, inzending.versie)
            if vorige.id == inzending.id or zelfde:
                raise bestaat_al(f"Versie {inzending.versie} van {inzending.partij}")
        waarden = {kolom.name: getattr(inzending, kolom.name) for kolom in _INZENDING}
        nummer = self._keep(cyclus, toets_inzending, {"moment": melding.moment} | waarden)
        rijen = [
            {"inzending": nummer, "volgorde": volgorde} | _columns(regel)
            for volgorde, regel in enumerate(melding.regels)
        ]
        if rijen:
            self._connection.execute(insert(toets_regel), rijen)

    def standinzendingen(self, cyclus: Cyclus, moment: Toetsmoment) -> tuple[Inzending, ...]:
        """Return every returned form of one check, oldest first."""
        rijen = self._connection.execute(
            select(*_INZENDING)
            .where(
                toets_inzending.c.cyclus_id == self._nummer(cyclus),
                toets_inzending.c.moment == moment,
            )
            .order_by(toets_inzending.c.nummer)
        )
        return tuple(Inzending(*rij) for rij in rijen)

    def standmeldingen(self, cyclus: Cyclus, moment: Toetsmoment) -> tuple[Standmelding, ...]:
        """Return the latest report of each partij, in order of the party codes."""
        rijen = self._connection.execute(
            select(toets_inzending)
            .where(
                toets_inzending.c.cyclus_id == self._nummer(cyclus),
                toets_inzending.c.moment == moment,
            )
            .order_by(toets_inzending.c.versie)
        )
        laatste = {rij.partij: rij for rij in rijen}
        return tuple(
            Standmelding(
                inzending=rij.id,
                samenwerking=cyclus.samenwerking,
                jaar=cyclus.jaar,
                moment=moment,
                partij=partij,
                regels=self._standregels(rij.nummer, rij.id),
            )
            for partij, rij in sorted(laatste.items())
        )

    def _standregels(self, nummer: int, inzending: str) -> tuple[Standregel, ...]:
        """Return the rows of one returned form, in their order."""
        rijen = self._connection.execute(
            select(toets_regel)
            .where(toets_regel.c.inzending == nummer)
            .order_by(toets_regel.c.volgorde)
        )
        return tuple(_standregel(rij, inzending) for rij in rijen)

    def add_lichtkeuze(self, cyclus: Cyclus, keuze: Lichtkeuze) -> None:
        """Keep a choice of the coordinator; the same one twice in a row is kept once."""
        waar = (keuze.moment, keuze.partij, keuze.regelcode)
        eerder = [k for k in self.lichtkeuzes(cyclus) if (k.moment, k.partij, k.regelcode) == waar]
        if eerder[-1:] == [keuze]:
            return
        velden = Lichtkeuze.__dataclass_fields__
        self._keep(cyclus, lichtkeuze, {naam: getattr(keuze, naam) for naam in velden})

    def lichtkeuzes(self, cyclus: Cyclus) -> tuple[Lichtkeuze, ...]:
        """Return all choices of the coordinator, oldest first."""
        kolommen = [lichtkeuze.c[n] for n in Lichtkeuze.__dataclass_fields__]
        rijen = self._connection.execute(
            select(*kolommen)
            .where(lichtkeuze.c.cyclus_id == self._nummer(cyclus))
            .order_by(lichtkeuze.c.id)
        )
        return tuple(Lichtkeuze(*rij) for rij in rijen)

    def replace_meenemers(self, cyclus: Cyclus, meenemers: Sequence[Meenemer]) -> None:
        """Keep the points that this cyclus leaves for the next kickoff, instead of earlier ones."""
        nummer = self._wek(cyclus)
        self._connection.execute(delete(meenemer_tabel).where(meenemer_tabel.c.cyclus_id == nummer))
        rijen = [
            {
                "cyclus_id": nummer,
                "volgorde": volgorde,
                "soort": punt.soort,
                "partij": punt.partij,
                "afspraak_id": punt.afspraak_id,
                "nummer": punt.nummer,
                "onderwerp": punt.onderwerp,
                "tekst": punt.tekst,
                "bestand": punt.plek.bestand if punt.plek else "",
                "blad": punt.plek.blad if punt.plek else "",
                "cel": punt.plek.cel if punt.plek else "",
                "inzending": punt.plek.inzending if punt.plek else "",
            }
            for volgorde, punt in enumerate(meenemers)
        ]
        if rijen:
            self._connection.execute(insert(meenemer_tabel), rijen)

    def meenemers(self, cyclus: Cyclus) -> tuple[Meenemer, ...]:
        """Return the points that this cyclus leaves for the next kickoff, in their order."""
        rijen = self._connection.execute(
            select(meenemer_tabel)
            .where(meenemer_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(meenemer_tabel.c.volgorde)
        )
        return tuple(
            Meenemer(
                soort=rij.soort,
                jaar=cyclus.jaar,
                partij=rij.partij,
                afspraak_id=rij.afspraak_id,
                nummer=rij.nummer,
                onderwerp=rij.onderwerp,
                tekst=rij.tekst,
                plek=_plek(rij, rij.cel, rij.inzending) if rij.bestand else None,
            )
            for rij in rijen
        )


def _columns(regel: Standregel) -> dict[str, Any]:
    """Return an answered row as columns."""
    nuance = regel.nuance or Nuance()
    eerste = next(iter(regel.plekken.values()), Plek(""))
    cellen = {f"{v}_cel": regel.plekken[v].cel if v in regel.plekken else "" for v in _VELDEN}
    return cellen | {
        "regelcode": regel.regelcode,
        "voortgang": regel.voortgang,
        "cijfer": regel.cijfer,
        "kwalificatie": nuance.kwalificatie,
        "hoog": nuance.hoog,
        "reden": nuance.reden,
        "toelichting": regel.toelichting,
        "bestand": eerste.bestand,
        "blad": eerste.blad,
    }


def _standregel(rij: Row[Any], inzending: str) -> Standregel:
    """Return the answered row that a row of the table holds."""
    nuance = Nuance(rij.kwalificatie, rij.hoog, rij.reden)
    cellen = {veld: getattr(rij, f"{veld}_cel") for veld in _VELDEN}
    return Standregel(
        regelcode=rij.regelcode,
        voortgang=rij.voortgang,
        cijfer=rij.cijfer,
        toelichting=rij.toelichting,
        plekken={veld: _plek(rij, cel, inzending) for veld, cel in cellen.items() if cel},
        nuance=None if nuance == Nuance() else nuance,
    )


def _plek(rij: Row[Any], cel: str, inzending: str) -> Plek:
    """Return a cell in a returned form."""
    return Plek(rij.bestand, blad=rij.blad, cel=cel, inzending=inzending)

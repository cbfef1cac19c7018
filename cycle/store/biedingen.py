"""Biedingen: every submission with its answers, each with its raw text and its cell."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, Table, insert, select

from cycle.domain.bieding import (
    Bieding,
    BiedingRegel,
    ExtraVoorstel,
    Voorraadstand,
)
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.wederkerigheid import Verzoek, Verzoekantwoord
from cycle.store.biedingrijen import (
    losse_rijen,
    nuance_waarden,
    plek_waarden,
    read_plek,
    read_regel,
)
from cycle.store.biedingschema import (
    bieding_regel,
    bieding_veld,
    extra_voorstel,
    voorraadstand,
)
from cycle.store.biedingschema import inzending as inzending_tabel
from cycle.store.biedingschema import verzoek as verzoek_tabel
from cycle.store.biedingschema import verzoekantwoord as antwoord_tabel
from cycle.store.rij import BinnenTransactie, bestaat_al

_INZENDING = (
    inzending_tabel.c.id,
    inzending_tabel.c.partij,
    inzending_tabel.c.versie,
    inzending_tabel.c.bestandsnaam,
    inzending_tabel.c.sha256,
    inzending_tabel.c.ontvangen_op,
)


class BiedingTabel(BinnenTransactie):
    """Submissions and their answers; earlier versions stay."""

    def add_bieding(self, cyclus: Cyclus, inzending: Inzending, bieding: Bieding) -> None:
        """Keep a submission and its answers; earlier versions stay.

        Raises:
            FaseError: this version of this partij was kept before.
            NietGevonden: the cyclus was not started.
        """
        for vorige in self.inzendingen(cyclus):
            if vorige.id == inzending.id or (vorige.partij, vorige.versie) == (
                inzending.partij,
                inzending.versie,
            ):
                raise bestaat_al(f"Versie {inzending.versie} van {inzending.partij}")
        waarden = {kolom.name: getattr(inzending, kolom.name) for kolom in _INZENDING}
        nummer = self._keep(cyclus, inzending_tabel, waarden)
        self._add_regels(nummer, bieding.regels)
        for tabel, rijen in losse_rijen(bieding):
            if rijen:
                genummerd = [
                    {"inzending": nummer, "volgorde": volgorde} | rij
                    for volgorde, rij in enumerate(rijen)
                ]
                self._connection.execute(insert(tabel), genummerd)

    def _add_regels(self, nummer: int, regels: Sequence[BiedingRegel]) -> None:
        """Keep the answered rows and, for each filled field, where it stood."""
        rijen = [
            {
                "inzending": nummer,
                "volgorde": volgorde,
                "regelcode": regel.regelcode,
                "deelname": regel.deelname,
                "bod": regel.bod,
                "planning": regel.planning,
                "bedrag": regel.bedrag,
                "toelichting": regel.toelichting,
                "planning_van": regel.planning_van,
                "planning_tot": regel.planning_tot,
            }
            for volgorde, regel in enumerate(regels)
        ]
        velden = [
            {"inzending": nummer, "volgorde": volgorde, "veld": veld, "ruw": regel.ruw.get(veld)}
            | plek_waarden(regel.plekken.get(veld))
            | nuance_waarden(regel.nuances.get(veld))
            for volgorde, regel in enumerate(regels)
            for veld in sorted({*regel.plekken, *regel.ruw, *regel.nuances})
        ]
        if rijen:
            self._connection.execute(insert(bieding_regel), rijen)
        if velden:
            self._connection.execute(insert(bieding_veld), velden)

    def inzendingen(self, cyclus: Cyclus) -> tuple[Inzending, ...]:
        """Return every submission, oldest first."""
        rijen = self._connection.execute(
            select(*_INZENDING)
            .where(inzending_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(inzending_tabel.c.nummer)
        )
        return tuple(Inzending(*rij) for rij in rijen)

    def biedingen(self, cyclus: Cyclus) -> tuple[Bieding, ...]:
        """Return the latest bieding of each partij, in order of the party codes."""
        rijen = self._connection.execute(
            select(inzending_tabel.c.nummer, inzending_tabel.c.id, inzending_tabel.c.partij)
            .where(inzending_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(inzending_tabel.c.versie)
        )
        laatste = {rij.partij: rij for rij in rijen}
        return tuple(
            Bieding(
                inzending=rij.id,
                samenwerking=cyclus.samenwerking,
                jaar=cyclus.jaar,
                partij=partij,
                regels=self._read_regels(rij.nummer, rij.id),
                extra=self._read_extra(rij.nummer, rij.id, partij),
                voorraad=self._read_voorraad(rij.nummer, rij.id),
                verzoeken=self._read_verzoeken(rij.nummer, rij.id, partij),
                antwoorden=self._read_antwoorden(rij.nummer, rij.id),
            )
            for partij, rij in sorted(laatste.items())
        )

    def _read_regels(self, nummer: int, inzending: str) -> tuple[BiedingRegel, ...]:
        """Return the answered rows of one submission, as they stood in the form."""
        velden: dict[int, list[RowMapping]] = {}
        for rij in self._list_rijen(bieding_veld, nummer):
            velden.setdefault(rij["volgorde"], []).append(rij)
        return tuple(
            read_regel(rij, velden.get(rij["volgorde"], []), inzending)
            for rij in self._list_rijen(bieding_regel, nummer)
        )

    def _read_extra(self, nummer: int, inzending: str, partij: str) -> tuple[ExtraVoorstel, ...]:
        """Return the offers without an afspraak of one submission."""
        return tuple(
            ExtraVoorstel(
                partij=partij,
                omschrijving=rij["omschrijving"],
                bod=rij["bod"],
                planning=rij["planning"],
                plek=read_plek(rij, inzending),
            )
            for rij in self._list_rijen(extra_voorstel, nummer)
        )

    def _read_voorraad(self, nummer: int, inzending: str) -> tuple[Voorraadstand, ...]:
        """Return the stock that was stated."""
        return tuple(
            Voorraadstand(
                rij["indicator"], rij["stand"], read_plek(rij, inzending), rij["toelichting"]
            )
            for rij in self._list_rijen(voorraadstand, nummer)
        )

    def _read_verzoeken(self, nummer: int, inzending: str, partij: str) -> tuple[Verzoek, ...]:
        """Return what this partij needs from others."""
        return tuple(
            Verzoek(
                code=rij["code"],
                vrager=partij,
                gevraagde=rij["gevraagde"],
                nummer=rij["afspraak"],
                inzet=rij["inzet"],
                planning=rij["planning"],
                voor=rij["voor"],
                is_voorwaarde=rij["is_voorwaarde"],
                plek=read_plek(rij, inzending),
            )
            for rij in self._list_rijen(verzoek_tabel, nummer)
        )

    def _read_antwoorden(self, nummer: int, inzending: str) -> tuple[Verzoekantwoord, ...]:
        """Return what this partij says to requests of others."""
        return tuple(
            Verzoekantwoord(
                rij["code"], rij["bereidheid"], rij["toelichting"], read_plek(rij, inzending)
            )
            for rij in self._list_rijen(antwoord_tabel, nummer)
        )

    def _list_rijen(self, tabel: Table, nummer: int) -> Sequence[RowMapping]:
        """Return the rows of one submission in the order of the form."""
        return (
            self._connection.execute(
                select(tabel).where(tabel.c.inzending == nummer).order_by(tabel.c.volgorde)
            )
            .mappings()
            .all()
        )

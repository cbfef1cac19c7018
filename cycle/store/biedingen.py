"""Biedingen: every submission with its answers, each with its raw text and its cell."""

from collections.abc import Sequence

from sqlalchemy import RowMapping, Table, insert, select

from cycle.domain.bieding import Bieding, BiedingRegel, ExtraVoorstel
from cycle.domain.cyclus import Cyclus, Inzending
from cycle.domain.plek import Plek
from cycle.store.rij import BinnenTransactie, bestaat_al
from cycle.store.schema import bieding_regel, bieding_veld, extra_voorstel
from cycle.store.schema import inzending as inzending_tabel

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
        nummer: int = self._connection.execute(
            insert(inzending_tabel)
            .values(
                cyclus_id=self._nummer(cyclus),
                id=inzending.id,
                partij=inzending.partij,
                versie=inzending.versie,
                bestandsnaam=inzending.bestandsnaam,
                sha256=inzending.sha256,
                ontvangen_op=inzending.ontvangen_op,
            )
            .returning(inzending_tabel.c.nummer)
        ).scalar_one()
        self._add_regels(nummer, bieding.regels)
        self._add_extra(nummer, bieding.extra)

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
            }
            for volgorde, regel in enumerate(regels)
        ]
        velden = [
            {"inzending": nummer, "volgorde": volgorde, "veld": veld, "ruw": regel.ruw.get(veld)}
            | _plek_waarden(regel.plekken.get(veld))
            for volgorde, regel in enumerate(regels)
            for veld in sorted({*regel.plekken, *regel.ruw})
        ]
        if rijen:
            self._connection.execute(insert(bieding_regel), rijen)
        if velden:
            self._connection.execute(insert(bieding_veld), velden)

    def _add_extra(self, nummer: int, voorstellen: Sequence[ExtraVoorstel]) -> None:
        """Keep the offers without an afspraak."""
        rijen = [
            {
                "inzending": nummer,
                "volgorde": volgorde,
                "omschrijving": voorstel.omschrijving,
                "bod": voorstel.bod,
                "planning": voorstel.planning,
            }
            | _plek_waarden(voorstel.plek)
            for volgorde, voorstel in enumerate(voorstellen)
        ]
        if rijen:
            self._connection.execute(insert(extra_voorstel), rijen)

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
            )
            for partij, rij in sorted(laatste.items())
        )

    def _read_regels(self, nummer: int, inzending: str) -> tuple[BiedingRegel, ...]:
        """Return the answered rows of one submission, as they stood in the form."""
        velden: dict[int, list[RowMapping]] = {}
        for rij in self._list_rijen(bieding_veld, nummer):
            velden.setdefault(rij["volgorde"], []).append(rij)
        return tuple(
            BiedingRegel(
                regelcode=rij["regelcode"],
                deelname=rij["deelname"],
                bod=rij["bod"],
                planning=rij["planning"],
                bedrag=rij["bedrag"],
                toelichting=rij["toelichting"],
                plekken={
                    veld["veld"]: _read_plek(veld, inzending)
                    for veld in velden.get(rij["volgorde"], [])
                    if veld["bestand"] is not None
                },
                ruw={
                    veld["veld"]: veld["ruw"]
                    for veld in velden.get(rij["volgorde"], [])
                    if veld["ruw"] is not None
                },
            )
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
                plek=_read_plek(rij, inzending),
            )
            for rij in self._list_rijen(extra_voorstel, nummer)
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


def _plek_waarden(plek: Plek | None) -> dict[str, object]:
    """Return the columns that hold a place, empty ones when there is none."""
    if plek is None:
        return {"bestand": None, "regel": None, "blad": None, "cel": None}
    return {"bestand": plek.bestand, "regel": plek.regel, "blad": plek.blad, "cel": plek.cel}


def _read_plek(rij: RowMapping, inzending: str) -> Plek:
    """Return the place in the submitted workbook."""
    return Plek(rij["bestand"], rij["regel"], rij["blad"], rij["cel"], inzending)

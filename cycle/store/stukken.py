"""Stukken: versions of the jaarschijf and the documents that were made of them."""

from sqlalchemy import select, update

from cycle.domain.cyclus import Concept, Cyclus, Stuk
from cycle.store.auditboek import describe_rij
from cycle.store.rij import BinnenTransactie, bestaat_al
from cycle.store.schema import concept as concept_tabel
from cycle.store.schema import stuk as stuk_tabel

_CONCEPT = (
    concept_tabel.c.versie,
    concept_tabel.c.code,
    concept_tabel.c.gegevens,
    concept_tabel.c.gemaakt_op,
    concept_tabel.c.vastgesteld,
)
_STUK = (
    stuk_tabel.c.soort,
    stuk_tabel.c.partij,
    stuk_tabel.c.versie,
    stuk_tabel.c.naam,
    stuk_tabel.c.sha256,
)


class StukTabel(BinnenTransactie):
    """Concepten and stukken."""

    def add_concept(self, cyclus: Cyclus, concept: Concept) -> None:
        """Keep a version.

        Raises:
            FaseError: this version was kept before.
            NietGevonden: the cyclus was not started.
        """
        if any(c.versie == concept.versie for c in self.concepten(cyclus)):
            raise bestaat_al(f"Versie {concept.versie} van de jaarschijf")
        waarden = {kolom.name: getattr(concept, kolom.name) for kolom in _CONCEPT}
        self._keep(cyclus, concept_tabel, waarden)

    def concepten(self, cyclus: Cyclus) -> tuple[Concept, ...]:
        """Return all versions, oldest first."""
        rijen = self._connection.execute(
            select(*_CONCEPT)
            .where(concept_tabel.c.cyclus_id == self._nummer(cyclus))
            .order_by(concept_tabel.c.id)
        )
        return tuple(Concept(*rij) for rij in rijen)

    def add_stuk(self, cyclus: Cyclus, stuk: Stuk) -> None:
        """Keep what was made; the same kind, partij and version replaces the earlier one.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        waarden = {kolom.name: getattr(stuk, kolom.name) for kolom in _STUK}
        sleutel = {naam: waarden[naam] for naam in ("soort", "partij", "versie")}
        vorig = self._connection.execute(
            select(stuk_tabel.c.id, *_STUK).filter_by(cyclus_id=self._wek(cyclus), **sleutel)
        ).one_or_none()
        if vorig is None:
            self._keep(cyclus, stuk_tabel, waarden)
        elif Stuk(*vorig[1:]) != stuk:
            self._connection.execute(
                update(stuk_tabel).where(stuk_tabel.c.id == vorig.id).values(**waarden)
            )
            self._boek(cyclus, describe_rij(stuk_tabel, vorig.id, waarden))

    def stukken(self, cyclus: Cyclus) -> tuple[Stuk, ...]:
        """Return all documents, ordered by version, kind and partij; 0.10 follows 0.9."""
        rijen = self._connection.execute(
            select(*_STUK).where(stuk_tabel.c.cyclus_id == self._nummer(cyclus))
        )
        return tuple(
            sorted(
                (Stuk(*rij) for rij in rijen),
                key=lambda s: (versie_volgorde(s.versie), s.soort, s.partij),
            )
        )


def versie_volgorde(versie: str) -> tuple[tuple[int, str], ...]:
    """Return what to sort versions by, so that ``0.10`` comes after ``0.9``."""
    return tuple((int(deel), "") if deel.isdecimal() else (-1, deel) for deel in versie.split("."))

"""Cycli: which cycli there are, their fases, and what happened in them."""

from hashlib import sha256

import pendulum
from sqlalchemy import insert, select, update

from cycle.domain.cyclus import Cyclus
from cycle.domain.fase import Fase, FaseOvergang
from cycle.domain.wekker import DIRECT, Wekker
from cycle.store.auditboek import describe_rij
from cycle.store.rij import BinnenTransactie, bestaat_al
from cycle.store.schema import cyclus as cyclus_tabel
from cycle.store.schema import fase_overgang, feit

_CYCLUS = (
    cyclus_tabel.c.samenwerking,
    cyclus_tabel.c.jaar,
    cyclus_tabel.c.fase,
    cyclus_tabel.c.gestart_op,
    cyclus_tabel.c.content_hash,
    cyclus_tabel.c.voorbeeld,
)

_WEKKER = tuple(
    cyclus_tabel.c[naam]
    for naam in ("samenwerking", "jaar", "wekker_gezet", "wekker_dag", "wekker_kenmerk")
)


class CyclusTabel(BinnenTransactie):
    """The cycli themselves."""

    def get(self, samenwerking: str, jaar: int) -> Cyclus | None:
        """Return the cyclus, None when it was not started."""
        rij = self._connection.execute(
            select(*_CYCLUS).where(
                cyclus_tabel.c.samenwerking == samenwerking, cyclus_tabel.c.jaar == jaar
            )
        ).one_or_none()
        return None if rij is None else Cyclus(*rij)

    def add(self, cyclus: Cyclus) -> None:
        """Keep a new cyclus and its first fase.

        Raises:
            FaseError: this cyclus was started before.
        """
        if self._find_nummer(cyclus.samenwerking, cyclus.jaar) is not None:
            raise bestaat_al(f"De cyclus {cyclus.samenwerking} {cyclus.jaar}")
        blijft = {
            "samenwerking": cyclus.samenwerking,
            "jaar": cyclus.jaar,
            "gestart_op": cyclus.gestart_op,
            "content_hash": cyclus.content_hash,
            "voorbeeld": cyclus.voorbeeld,
        }
        rij: int = self._connection.execute(
            insert(cyclus_tabel)
            .values(
                **blijft,
                fase=cyclus.fase,
                wekker_gezet=DIRECT,
                wekker_dag=DIRECT,
                wekker_kenmerk="",
            )
            .returning(cyclus_tabel.c.id)
        ).scalar_one()
        self._boek(cyclus, describe_rij(cyclus_tabel, rij, blijft))
        self._log(cyclus, FaseOvergang(fase=cyclus.fase, op=cyclus.gestart_op))

    def list_cycli(self) -> tuple[Cyclus, ...]:
        """Return all cycli in order of jaar and samenwerking."""
        rijen = self._connection.execute(select(*_CYCLUS))
        return tuple(sorted((Cyclus(*r) for r in rijen), key=lambda c: (c.jaar, c.samenwerking)))

    def list_wekkers(self, *, voorbeeld: bool) -> tuple[Wekker, ...]:
        """Return the wekker of every cyclus under way, in order of jaar and samenwerking."""
        rijen = self._connection.execute(
            select(*_WEKKER).where(
                cyclus_tabel.c.voorbeeld == voorbeeld, cyclus_tabel.c.fase != Fase.AFGEROND
            )
        )
        return tuple(sorted((Wekker(*r) for r in rijen), key=lambda w: (w.jaar, w.samenwerking)))

    def set_wekker(self, wekker: Wekker) -> None:
        """Let a cyclus rest until the day of `wekker`; anything written about it ends that."""
        self._connection.execute(
            update(cyclus_tabel)
            .where(
                cyclus_tabel.c.samenwerking == wekker.samenwerking,
                cyclus_tabel.c.jaar == wekker.jaar,
            )
            .values(
                wekker_gezet=wekker.gezet,
                wekker_dag=wekker.dag,
                wekker_kenmerk=wekker.kenmerk,
            )
        )

    def move(self, cyclus: Cyclus, overgang: FaseOvergang) -> None:
        """Put the cyclus in another fase and log the step.

        Raises:
            NietGevonden: the cyclus was not started.
        """
        self._connection.execute(
            update(cyclus_tabel)
            .where(cyclus_tabel.c.id == self._wek(cyclus))
            .values(fase=overgang.fase)
        )
        self._log(cyclus, overgang)

    def _log(self, cyclus: Cyclus, overgang: FaseOvergang) -> None:
        """Write one line of the log."""
        self._keep(
            cyclus,
            fase_overgang,
            {"fase": overgang.fase, "op": overgang.op, "reden": overgang.reden},
        )

    def overgangen(self, cyclus: Cyclus) -> tuple[FaseOvergang, ...]:
        """Return the fases this cyclus went through, oldest first."""
        rijen = self._connection.execute(
            select(fase_overgang.c.fase, fase_overgang.c.op, fase_overgang.c.reden)
            .where(fase_overgang.c.cyclus_id == self._nummer(cyclus))
            .order_by(fase_overgang.c.id)
        )
        return tuple(FaseOvergang(*rij) for rij in rijen)

    def add_feit(self, cyclus: Cyclus, soort: str, op: pendulum.Date, tekst: str) -> None:
        """Register something that happened (delivery, meeting); the same twice is once."""
        if (soort, op, tekst) in self.feiten(cyclus):
            return
        code = sha256(tekst.encode()).hexdigest()
        self._keep(cyclus, feit, {"soort": soort, "op": op, "tekst": tekst, "tekst_sha256": code})

    def feiten(self, cyclus: Cyclus) -> tuple[tuple[str, pendulum.Date, str], ...]:
        """Return what happened as (soort, op, tekst), oldest first.

        Oldest is the earliest day; on one day what was registered first comes first.
        """
        rijen = self._connection.execute(
            select(feit.c.soort, feit.c.op, feit.c.tekst)
            .where(feit.c.cyclus_id == self._nummer(cyclus))
            .order_by(feit.c.op, feit.c.id)
        )
        return tuple((rij.soort, rij.op, rij.tekst) for rij in rijen)

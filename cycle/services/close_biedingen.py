"""Biedingen dicht: every partij has submitted, or the coordinator goes on with a reason."""

from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.services.cyclus import Uitkomst, move_fase, require_cyclus
from cycle.services.ports import Toolkit


def close_biedingen(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Close the fase biedingen.

    Raises:
        FaseError: partijen are missing and no reason is given, or it is not this step's turn.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.BIEDINGEN):
            return Uitkomst("De biedingen waren al gesloten.", gedaan=False)
        binnen = {b.partij for b in tx.biedingen(cyclus)}
        mist = [p.naam for p in inhoud.partijen if p.code not in binnen]
        if mist and not reden.strip():
            raise FaseError(
                f"De bieding van {opsomming(mist)} is er nog niet.",
                advies='Wacht op deze partijen, of ga door met een reden: --reden "…"',
            )
        move_fase(tx, cyclus, Fase.CONCEPT, op=toolkit.klok.vandaag(), reden=reden)
    stand = f" Zonder bieding: {opsomming(mist)}." if mist else ""
    return Uitkomst(f"De biedingen zijn gesloten.{stand}")

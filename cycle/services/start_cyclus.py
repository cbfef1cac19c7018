"""Start a cyclus: open the year of making for one jaarschijf."""

from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import InvoerError
from cycle.domain.fase import Fase
from cycle.services.cyclus import Uitkomst
from cycle.services.ports import Toolkit


def start_cyclus(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, voorbeeld: bool = False
) -> Uitkomst:
    """Open the cyclus for jaarschijf `jaar`; starting it again changes nothing.

    Raises:
        InhoudOnbruikbaar: the content has faults.
        InvoerError: `jaar` lies outside the period of the agreement.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    if not inhoud.van.year <= jaar <= inhoud.tot_en_met.year:
        raise InvoerError(
            f"De afspraken van {inhoud.naam} lopen van {inhoud.van.year} tot en met "
            f"{inhoud.tot_en_met.year}. Het jaar {jaar} valt daarbuiten.",
            advies="Kies een jaar binnen de looptijd.",
        )
    with toolkit.store.transaction() as tx:
        if tx.get(samenwerking, jaar):
            return Uitkomst(f"De cyclus {inhoud.naam} {jaar} was al gestart.", gedaan=False)
        tx.add(
            Cyclus(
                samenwerking=samenwerking,
                jaar=jaar,
                fase=Fase.VOORBEREIDING,
                gestart_op=toolkit.klok.vandaag(),
                content_hash=inhoud.content_hash,
                voorbeeld=voorbeeld,
            )
        )
    return Uitkomst(f"De cyclus {inhoud.naam} {jaar} is gestart.")

"""Handtekening: register that somebody signed the adopted version, or declined to."""

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.handtekening import check_handtekening
from cycle.services.ports import Toolkit


def record_handtekening(
    toolkit: Toolkit, samenwerking: str, jaar: int, handtekening: Handtekening
) -> Uitkomst:
    """Keep a signature on the adopted version.

    Raises:
        BesluitError, FaseError: it cannot count; see `check_handtekening`.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(handtekening.partij)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        check_handtekening(toolkit, tx, cyclus, partij, handtekening)
        zelfde = [
            h
            for h in tx.handtekeningen(cyclus)
            if (h.partij, h.functie) == (partij.code, handtekening.functie)
        ]
        if zelfde[-1:] == [handtekening]:
            return Uitkomst(f"De handtekening van {partij.naam} stond er al.", gedaan=False)
        tx.add_handtekening(cyclus, handtekening)
    if handtekening.reikwijdte is Reikwijdte.NIET:
        return Uitkomst(f"Vastgelegd: {partij.naam} ({handtekening.functie}) tekent niet.")
    return Uitkomst(f"De handtekening van {partij.naam} ({handtekening.functie}) is vastgelegd.")

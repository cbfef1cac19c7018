"""Handtekening: register that somebody signed the adopted version, or declined to."""

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.aftekenbord import Aftekenbord
from cycle.services.aftekenen import load_aftekenbord
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
        teken = check_handtekening(toolkit, tx, cyclus, inhoud, handtekening)
        if _stond_er_al(load_aftekenbord(tx, cyclus, inhoud), teken):
            return Uitkomst(f"De handtekening van {partij.naam} stond er al.", gedaan=False)
        tx.add_handtekening(cyclus, teken)
    wie = f"{partij.naam} ({handtekening.functie})"
    if handtekening.reikwijdte is Reikwijdte.NIET:
        return Uitkomst(f"Vastgelegd: {wie} tekent niet.")
    return Uitkomst(f"De handtekening van {wie} is vastgelegd.")


def _stond_er_al(bord: Aftekenbord, teken: Handtekening) -> bool:
    """Return whether this signature is there, or one that shows more.

    A report does not take the place of a signature with evidence.
    """
    plek = next(p for p in bord.rij(teken.partij).plekken if p.functie == teken.functie)
    is_zwakker = plek.is_getekend and plek.heeft_bewijs and not teken.bewijs
    return plek.handtekening == teken or is_zwakker

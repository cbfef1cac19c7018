"""Sluiten: the deadline is there and not everybody signed; who is missing is named."""

from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.services.aftekenen import load_aftekenbord
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.sluiting import (
    Sluitgrond,
    add_sluiting,
    describe_telling,
    name_ontbrekende,
)


def close_ondertekening(
    toolkit: Toolkit, samenwerking: str, jaar: int, grond: Sluitgrond
) -> Uitkomst:
    """Close the ondertekening with the signatures that are there; late ones still count.

    Raises:
        BesluitError: there is no reason.
        FaseError: the ondertekening has not begun.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if not is_voorbij(cyclus.fase, Fase.VASTGESTELD):
            raise FaseError(
                f"De ondertekening van de jaarschijf {jaar} is nog niet begonnen.",
                advies=f"Begin met: jaarschijf cyclus fase {samenwerking} {jaar} ondertekening",
            )
        bord = load_aftekenbord(tx, cyclus, inhoud)
        if not bord.ontbreekt:
            return Uitkomst("Er ontbreekt geen handtekening. Sluiten hoeft niet.", gedaan=False)
        if bord.sluiting:
            return Uitkomst("De ondertekening was al gesloten.", gedaan=False)
        ontbreekt = name_ontbrekende(bord, inhoud)
        if not grond.reden.strip():
            raise BesluitError(
                f"Deze handtekeningen zijn er nog niet: {ontbreekt}.",
                advies='Wacht daarop, of sluit met een reden: --reden "…"',
            )
        add_sluiting(toolkit, tx, cyclus, bord, grond)
    return Uitkomst(
        f"De ondertekening is gesloten met {describe_telling(bord)}. "
        f"Nog niet getekend: {ontbreekt}. Een late handtekening kunt u nog vastleggen."
    )

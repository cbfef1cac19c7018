"""Verzending: the signed agreement goes to minister, college and huurdersorganisaties.

Woningwet art. 44a: before 15 December the corporatie sends the afspraken to the minister,
the colleges and the huurdersorganisaties.
"""

from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.domain.partij import PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.services.aftekenen import load_aftekenbord
from cycle.services.cyclus import Uitkomst, move_fase, require_cyclus, require_vastgesteld
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit
from cycle.services.sluiting import Sluitgrond, add_sluiting, name_ontbrekende


def register_verzending(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Register the delivery to every recipient and tell all partijen.

    Without all signatures this also closes the ondertekening, so that late ones still count.

    Raises:
        FaseError: nothing was adopted, or signatures are missing and no reason is given.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.ONDERTEKENING):
            return Uitkomst("De verzending was al vastgelegd.", gedaan=False)
        require_vastgesteld(tx, cyclus)
        bord = load_aftekenbord(tx, cyclus, inhoud)
        if bord.ontbreekt and bord.sluiting is None:
            _check_reden(name_ontbrekende(bord, inhoud), reden)
            add_sluiting(toolkit, tx, cyclus, bord, Sluitgrond("", reden))
        for ontvanger in _ontvangers(inhoud):
            tx.add_feit(cyclus, "verzending", vandaag, ontvanger)
        plan_berichten(toolkit, tx, cyclus, inhoud, soort="verzonden")
        move_fase(tx, cyclus, Fase.VERZONDEN, op=vandaag, reden=reden)
    return Uitkomst(
        f"De verzending aan {opsomming(_ontvangers(inhoud))} is vastgelegd. Bewaar per "
        "ontvanger een bewijs, met jaarschijf dossier geleverd."
    )


def _check_reden(ontbreekt: str, reden: str) -> None:
    """Refuse a delivery without all signatures, unless there is a reason."""
    if not reden.strip():
        raise FaseError(
            f"Deze handtekeningen zijn er nog niet: {ontbreekt}.",
            advies='Wacht daarop, of verzend met een reden: --reden "…"',
        )


def _ontvangers(inhoud: Samenwerking) -> list[str]:
    """Return who receives the agreement by law."""
    huurders = [p.naam for p in inhoud.van_soort(PartijSoort.HUURDERSORGANISATIE)]
    return ["de minister", f"het college van {inhoud.gemeente}", *huurders]

"""Besluit: an orgaan decides on the concept that now counts, whole, in part or not."""

from cycle.domain.accordering import Besluit, check_besluit, list_besluiten
from cycle.domain.aftekenbord import besluit_daad
from cycle.domain.aftekening import Situatie
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.domain.samenwerking import Samenwerking
from cycle.services.aftekenen import check_daad, load_aftekenbord
from cycle.services.cyclus import Uitkomst, check_dag, require_cyclus
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def record_besluit(toolkit: Toolkit, samenwerking: str, jaar: int, besluit: Besluit) -> Uitkomst:
    """Keep a decision, bound to the content code it was given on.

    After the text was adopted that can only be the code of the last addendum.

    Raises:
        BesluitError: it is about another content, by an unknown orgaan, of a day in the
            future, or has no reason.
        FaseError: decisions are not asked at this moment.
        NietGevonden: the cyclus or the partij does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(besluit.partij)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        addendum = next(reversed(tx.addenda(cyclus)), None)
        is_addendum = addendum is not None and addendum.code == besluit.code
        if cyclus.fase is not Fase.ACCORDERING and not is_addendum:
            raise FaseError(
                f"De jaarschijf {jaar} is in de fase '{cyclus.fase}'. "
                "Besluiten horen bij de fase 'accordering'.",
                advies=(
                    "Vraag de besluiten met: "
                    f"jaarschijf cyclus fase {samenwerking} {jaar} accordering"
                ),
            )
        check_dag(besluit.op, toolkit.klok.vandaag())
        check_besluit(besluit, partij, [a.nummer for a in inhoud.afspraken])
        if not is_addendum:
            _check_aftekening(tx, cyclus, inhoud, besluit)
        zelfde = [
            b for b in tx.besluiten(cyclus) if (b.partij, b.orgaan) == (partij.code, besluit.orgaan)
        ]
        if zelfde[-1:] == [besluit]:
            return Uitkomst(f"Dit besluit van {partij.naam} was al vastgelegd.", gedaan=False)
        tx.add_besluit(cyclus, besluit)
    return Uitkomst(f"Het besluit van {partij.naam} ({besluit.orgaan}) is vastgelegd.")


def _check_aftekening(
    tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, besluit: Besluit
) -> None:
    """Refuse a decision that the partij cannot take now, or not on this version.

    Raises:
        BesluitError: it is about another content, or the partij left.
    """
    bord = load_aftekenbord(tx, cyclus, inhoud)
    alle = [*tx.besluiten(cyclus), besluit]
    hierna = list_besluiten([inhoud.partij(besluit.partij)], alle, bord.concept.code)
    redenen = (rij.besluit.reden for rij in hierna if rij.besluit)
    situatie = Situatie(
        code=besluit.code,
        geldende_code=bord.concept.code,
        reden=" ".join(filter(None, redenen)),
        is_bevroren=bord.concept.vastgesteld,
    )
    check_daad(bord.rij(besluit.partij), besluit_daad(hierna), situatie)

"""Besluit: an orgaan decides on the concept that now counts, whole, in part or not."""

from cycle.domain.accordering import Besluit, check_besluit
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.services.cyclus import Uitkomst, check_dag, require_concept, require_cyclus
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
        code = besluit.code if is_addendum else require_concept(tx, cyclus).code
        check_dag(besluit.op, toolkit.klok.vandaag())
        check_besluit(besluit, partij, code, [a.nummer for a in inhoud.afspraken])
        zelfde = [
            b for b in tx.besluiten(cyclus) if (b.partij, b.orgaan) == (partij.code, besluit.orgaan)
        ]
        if zelfde[-1:] == [besluit]:
            return Uitkomst(f"Dit besluit van {partij.naam} was al vastgelegd.", gedaan=False)
        tx.add_besluit(cyclus, besluit)
    return Uitkomst(f"Het besluit van {partij.naam} ({besluit.orgaan}) is vastgelegd.")

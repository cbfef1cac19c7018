"""Handtekening: register that somebody signed the adopted version, or declined to."""

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase
from cycle.domain.notatie import opsomming
from cycle.domain.partij import Partij
from cycle.services.cyclus import Uitkomst, check_dag, require_concept, require_cyclus
from cycle.services.ports import Toolkit


def record_handtekening(
    toolkit: Toolkit, samenwerking: str, jaar: int, handtekening: Handtekening
) -> Uitkomst:
    """Keep a signature on the adopted version.

    Raises:
        BesluitError: another version, an unknown function, a day in the future, or a
            refusal without a reason.
        FaseError: the ondertekening is not open.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    partij = inhoud.partij(handtekening.partij)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if cyclus.fase is not Fase.ONDERTEKENING:
            raise FaseError(
                f"De jaarschijf {jaar} is in de fase '{cyclus.fase}'. Ondertekenen kan dan niet.",
                advies=(
                    "Open de ondertekening met: "
                    f"jaarschijf cyclus fase {samenwerking} {jaar} ondertekening"
                ),
            )
        check_dag(handtekening.op, toolkit.klok.vandaag())
        _check(handtekening, partij, require_concept(tx, cyclus).code)
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


def _check(handtekening: Handtekening, partij: Partij, code: str) -> None:
    """Refuse a signature that cannot count."""
    if handtekening.functie not in partij.ondertekenaars:
        raise BesluitError(
            f"De functie '{handtekening.functie}' tekent niet voor {partij.naam}.",
            advies=f"Kies uit: {opsomming(list(partij.ondertekenaars))}.",
        )
    if handtekening.code != code:
        raise BesluitError(
            f"Deze handtekening hoort bij versie {handtekening.code}; vastgesteld is {code}.",
            advies="Laat de vastgestelde versie tekenen.",
        )
    if handtekening.reikwijdte is not Reikwijdte.GEHEEL and not handtekening.reden.strip():
        raise BesluitError(
            f"Bij '{handtekening.reikwijdte}' hoort een reden.",
            advies="Schrijf in een of twee zinnen waarom, met --reden.",
        )

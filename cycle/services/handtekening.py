"""Handtekening: what is asked of every signature, whichever way it comes in."""

from cycle.domain.accordering import Handtekening, Reikwijdte
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase
from cycle.domain.notatie import opsomming
from cycle.domain.partij import Partij
from cycle.services.cyclus import check_dag, require_concept
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def check_handtekening(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, partij: Partij, handtekening: Handtekening
) -> None:
    """Refuse a signature that cannot count.

    Raises:
        BesluitError: another version, an unknown function, a day in the future, or a
            refusal without a reason.
        FaseError: the ondertekening is not open.
    """
    if cyclus.fase is not Fase.ONDERTEKENING:
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is in de fase '{cyclus.fase}'. "
            "Ondertekenen kan dan niet.",
            advies=(
                "Open de ondertekening met: "
                f"jaarschijf cyclus fase {cyclus.samenwerking} {cyclus.jaar} ondertekening"
            ),
        )
    check_dag(handtekening.op, toolkit.klok.vandaag())
    _check(handtekening, partij, require_concept(tx, cyclus).code)


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

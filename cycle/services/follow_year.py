"""Uitvoering: the year J itself, its two tripartite meetings and the end of the cyclus."""

from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import datum
from cycle.services.cyclus import Uitkomst, move_fase, require_cyclus
from cycle.services.ports import Toolkit

TRIPARTIET = ("tripartiet_april", "tripartiet_september")


def start_uitvoering(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Open the year of execution.

    Raises:
        FaseError: the agreement was not sent yet and no reason is given.
    """
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.VERZONDEN):
            return Uitkomst("De uitvoering was al begonnen.", gedaan=False)
        move_fase(tx, cyclus, Fase.UITVOERING, op=toolkit.klok.vandaag(), reden=reden)
    return Uitkomst(f"De uitvoering van de jaarschijf {jaar} is begonnen.")


def hold_april(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Register that the tripartite meeting of April was held; see `_hold`."""
    return _hold(toolkit, samenwerking, jaar, "tripartiet_april", reden)


def hold_september(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Register that the tripartite meeting of September was held; see `_hold`."""
    return _hold(toolkit, samenwerking, jaar, "tripartiet_september", reden)


def _hold(toolkit: Toolkit, samenwerking: str, jaar: int, moment: str, reden: str) -> Uitkomst:
    """Register a tripartite meeting as a fact.

    Raises:
        FaseError: the year of execution has not begun and no reason is given.
    """
    naam = moment.replace("tripartiet_", "tripartiet overleg ")
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if moment in {soort for soort, _, _ in tx.feiten(cyclus)}:
            return Uitkomst(f"Het {naam} was al vastgelegd.", gedaan=False)
        if cyclus.fase is not Fase.UITVOERING and not reden.strip():
            raise FaseError(
                f"De jaarschijf {jaar} is in de fase '{cyclus.fase}'. Het {naam} hoort bij "
                "de fase 'uitvoering'.",
                advies=advise_uitvoering(cyclus),
            )
        tx.add_feit(cyclus, moment, toolkit.klok.vandaag(), reden or f"{naam} gehouden")
    return Uitkomst(f"Het {naam} over {jaar} is vastgelegd.")


def advise_uitvoering(cyclus: Cyclus) -> str:
    """Return what somebody can do who is not in the year of execution: begin it, or say why."""
    if is_voorbij(cyclus.fase, Fase.UITVOERING):
        return 'Dat jaar is afgerond. Wilt u het toch? Geef een reden met --reden "…"'
    return f"Begin die met: jaarschijf cyclus fase {cyclus.samenwerking} {cyclus.jaar} uitvoering"


def close_cyclus(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Close the cyclus after the year of execution.

    Raises:
        FaseError: a tripartite meeting is missing and no reason is given.
    """
    with toolkit.store.lease(samenwerking, jaar, "fase"), toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if cyclus.fase is Fase.AFGEROND:
            return Uitkomst("De cyclus was al afgerond.", gedaan=False)
        gehouden = {soort for soort, _, _ in tx.feiten(cyclus)}
        mist = [moment for moment in TRIPARTIET if moment not in gehouden]
        if mist and not reden.strip():
            raise FaseError(
                f"Nog niet vastgelegd: {', '.join(mist)}.",
                advies='Leg de bijeenkomst vast, of rond af met een reden: --reden "…"',
            )
        vandaag = toolkit.klok.vandaag()
        move_fase(tx, cyclus, Fase.AFGEROND, op=vandaag, reden=reden)
    return Uitkomst(f"De cyclus {jaar} is afgerond op {datum(vandaag)}.")

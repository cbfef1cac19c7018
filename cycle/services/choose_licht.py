"""Licht kiezen: the coordinator overrules a computed light, with a reason."""

from cycle.domain.afspraak import SAMEN
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import FaseError, InvoerError, NietGevonden
from cycle.domain.fase import Fase
from cycle.domain.licht import Lichtkeuze
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.toetsbron import read_vragen


def choose_licht(toolkit: Toolkit, samenwerking: str, jaar: int, keuze: Lichtkeuze) -> Uitkomst:
    """Keep the light that the coordinator chose; without a light the computed one is back.

    Raises:
        NietGevonden: the cyclus was not started, or the check has no such row.
        InvoerError: a light was chosen without a reason.
        FaseError: there is no version of the jaarschijf, or the year is over.
    """
    if keuze.licht and not keuze.reden.strip():
        raise InvoerError(
            "Bij een ander licht hoort een reden. Die komt in het verslag.",
            advies='Geef de reden met: --reden "…"',
        )
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        _check_niet_afgerond(cyclus)
        vragen = read_vragen(toolkit, tx, cyclus, inhoud)
        codes = [v.regelcode for v in vragen if v.partij == keuze.partij]
        if keuze.regelcode not in codes:
            raise NietGevonden(
                f"De toets heeft geen regel {keuze.regelcode} van '{keuze.partij}'.",
                advies=f"Kies uit: {', '.join(codes)}."
                if codes
                else f"Kies een partij: {', '.join(dict.fromkeys(v.partij for v in vragen))}.",
            )
        tx.add_lichtkeuze(cyclus, keuze)
    is_samen = keuze.partij == SAMEN
    wie = "alle partijen samen" if is_samen else inhoud.partij(keuze.partij).naam
    wat = f"{keuze.regelcode} van {wie}"
    if keuze.licht is None:
        return Uitkomst(f"Het berekende licht van {wat} geldt weer.")
    return Uitkomst(f"Het licht van {wat} is nu '{keuze.licht.value}'.")


def _check_niet_afgerond(cyclus: Cyclus) -> None:
    """Refuse to change what was reported about a year that is over."""
    if cyclus.fase is Fase.AFGEROND:
        raise FaseError(
            f"De cyclus {cyclus.jaar} is afgerond. Een licht kiezen kan niet meer.",
            advies="Bespreek het punt bij de jaarschijf van het volgende jaar.",
        )

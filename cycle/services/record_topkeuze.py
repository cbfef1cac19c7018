"""Topkeuze: the startbijeenkomst decides which subjects come first, also after a tie."""

from collections.abc import Sequence

from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.domain.stem import Topkeuze, find_keuzes, name_keuze
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit

INHOUD_GAAT_VOOR = (
    "Let op: in samenwerking.toml staan prioriteiten voor {jaar}. Die gaan voor. Maak die lijst "
    "leeg als de keuze van de bijeenkomst moet tellen."
)


def record_topkeuze(
    toolkit: Toolkit, samenwerking: str, jaar: int, woorden: Sequence[str], reden: str
) -> Uitkomst:
    """Keep what the meeting decided, with its reason; the votes stay as they are.

    Raises:
        BesluitError: there is no reason.
        FaseError: the text was adopted already.
        InvoerError: a subject does not exist, or there are too many.
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    if not reden.strip():
        raise BesluitError(
            "Bij de keuze van de bijeenkomst hoort een reden.",
            advies="Schrijf in een of twee zinnen waarom, met --reden.",
        )
    keuze = Topkeuze(find_keuzes(inhoud, woorden), toolkit.klok.vandaag(), reden.strip())
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.ACCORDERING):
            raise FaseError(
                f"De jaarschijf {jaar} is al vastgesteld. De top 3 ligt daarmee vast.",
                advies="Wijzigt er toch iets? Maak dan een aanvulling met: "
                f'jaarschijf cyclus addendum {samenwerking} {jaar} --reden "…"',
            )
        is_gelijk = tx.topkeuzes(cyclus)[-1:] == (keuze,)
        tx.add_topkeuze(cyclus, keuze)
    if is_gelijk:
        return Uitkomst("Deze keuze was al vastgelegd.", gedaan=False)
    namen = opsomming([name_keuze(inhoud, code) for code in keuze.keuzes])
    voor = f" {INHOUD_GAAT_VOOR.format(jaar=jaar)}" if inhoud.jaar(jaar).prioriteiten else ""
    return Uitkomst(f"De keuze van de bijeenkomst is vastgelegd: {namen}.{voor}")

"""Stem: a partij says which three subjects it would put first."""

from collections.abc import Sequence

from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.notatie import opsomming
from cycle.domain.stem import Stem, find_keuzes, laatste_stemmen, name_keuze
from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit


def record_stem(
    toolkit: Toolkit, samenwerking: str, jaar: int, partij: str, woorden: Sequence[str]
) -> Uitkomst:
    """Keep the vote of a partij; a new one takes the place of the one before, which stays.

    `woorden` name themas by their code, or afspraken by id or number, the first one first.

    Raises:
        FaseError: the startbijeenkomst was held already.
        InvoerError: a subject does not exist, or there are too many.
        NietGevonden: the cyclus or the partij does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    wie = inhoud.partij(partij)
    stem = Stem(partij, find_keuzes(inhoud, woorden), toolkit.klok.vandaag())
    namen = opsomming([name_keuze(inhoud, keuze) for keuze in stem.keuzes])
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        if is_voorbij(cyclus.fase, Fase.VOORBEREIDING):
            raise FaseError(
                "De startbijeenkomst is al vastgelegd. Stemmen kan niet meer.",
                advies="Wijzigt de top 3 toch? Leg dat vast met: "
                f'jaarschijf kickoff kies {samenwerking} {jaar} KEUZE… --reden "…"',
            )
        eerder = [s for s in laatste_stemmen(tx.stemmen(cyclus)) if s.partij == partij]
        if eerder and eerder[0].keuzes == stem.keuzes:
            return Uitkomst(f"Deze stem van {wie.naam} was al vastgelegd.", gedaan=False)
        tx.add_stem(cyclus, stem)
    vervangen = " Deze stem komt in de plaats van de vorige." if eerder else ""
    return Uitkomst(f"De stem van {wie.naam} is vastgelegd: {namen}.{vervangen}")

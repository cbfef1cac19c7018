"""Stemming: how the vote for the top 3 stands, and what it led to."""

from dataclasses import dataclass

from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stem import Stem, Stemuitslag, Topkeuze, count_stemmen, laatste_stemmen
from cycle.services.cyclus import require_cyclus
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Stemming:
    """The votes that count, their outcome, and who did not vote.

    `topkeuze` is what the meeting decided. `prioriteiten` are those of the content, which go
    before it.
    """

    samenwerking: Samenwerking
    stemmen: tuple[Stem, ...]
    uitslag: Stemuitslag
    zonder_stem: tuple[str, ...]
    topkeuze: Topkeuze | None
    prioriteiten: tuple[str, ...]


def show_stemming(toolkit: Toolkit, samenwerking: str, jaar: int) -> Stemming:
    """Return how the vote stands.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        stemmen = laatste_stemmen(tx.stemmen(cyclus))
        keuzes = tx.topkeuzes(cyclus)
    gestemd = {stem.partij: stem for stem in stemmen}
    return Stemming(
        samenwerking=inhoud,
        stemmen=tuple(gestemd[p.code] for p in inhoud.partijen if p.code in gestemd),
        uitslag=count_stemmen(stemmen),
        zonder_stem=tuple(p.code for p in inhoud.partijen if p.code not in gestemd),
        topkeuze=keuzes[-1] if keuzes else None,
        prioriteiten=inhoud.jaar(jaar).prioriteiten,
    )

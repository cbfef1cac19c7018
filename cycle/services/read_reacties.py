"""Reacties lezen: what somebody wrote in a draft, tracked or not, without keeping it."""

from dataclasses import replace

from cycle.domain.anker import Documentkenmerk
from cycle.domain.cyclus import Concept, Cyclus
from cycle.domain.onvermeld import find_onvermeld
from cycle.domain.reactie import Teruggekomen
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def read_reacties(toolkit: Toolkit, inhoud: bytes, bestandsnaam: str) -> Teruggekomen:
    """Return which draft came back and what was written in it.

    Who forgot to track changes is heard too: a draft that was made here is held against
    what was sent. Of a document that lost its mark nobody knows what was sent.

    Raises:
        InvoerError: this cannot be read as a Word document.
    """
    terug = toolkit.tekstverwerker.reacties(inhoud, bestandsnaam)
    gestuurd = _find_gestuurd(toolkit, terug.kenmerk)
    if gestuurd is None:
        return terug
    origineel = toolkit.tekstverwerker.reacties(gestuurd, bestandsnaam)
    onvermeld = find_onvermeld(origineel.alineas, terug.alineas)
    return replace(terug, reacties=terug.reacties + onvermeld)


def find_document(tx: CyclusStore, kenmerk: Documentkenmerk) -> tuple[Cyclus, Concept] | None:
    """Return the cyclus and version that a document belongs to, None when it was not made here."""
    for cyclus in tx.list_cycli():
        for concept in tx.concepten(cyclus):
            if (concept.versie, concept.code) == (kenmerk.versie, kenmerk.code):
                return cyclus, concept
    return None


def _find_gestuurd(toolkit: Toolkit, kenmerk: Documentkenmerk | None) -> bytes | None:
    """Return the edition that was sent, None when that cannot be told."""
    if kenmerk is None:
        return None
    with toolkit.store.transaction() as tx:
        gevonden = find_document(tx, kenmerk)
        stukken = tx.stukken(gevonden[0]) if gevonden else ()
    if gevonden is None:
        return None
    partijen = toolkit.bibliotheek.load(gevonden[0].samenwerking).partijen
    partij = next((p.code for p in partijen if p.naam == kenmerk.uitgave), "")
    sleutel = ("concept", partij, kenmerk.versie)
    return next(
        (
            toolkit.bestanden.get(stuk.sha256)
            for stuk in stukken
            if (stuk.soort, stuk.partij, stuk.versie) == sleutel
        ),
        None,
    )

"""Agenda vernieuwen: a partij gets a new address for its calendar, and the old one is gone."""

from cycle.services.cyclus import Uitkomst, require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.publish_overzichten import name_agenda, publish_agendas


def renew_agenda(toolkit: Toolkit, samenwerking: str, jaar: int, partij: str) -> Uitkomst:
    """Give the calendar of `partij` a new name and take the old file away, in every year.

    Raises:
        NietGevonden: the cyclus or the partij does not exist.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    eigen = inhoud.partij(partij)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        require_cyclus(tx, samenwerking, jaar)
        oud = tx.agendanaam(samenwerking, partij, vandaag)
        tx.renew_agendanaam(samenwerking, partij, vandaag)
        jaren = [c.jaar for c in tx.list_cycli() if c.samenwerking == samenwerking]
    for eerder in jaren:
        toolkit.uitgifte.remove(samenwerking, eerder, name_agenda(partij, oud))
    pad = publish_agendas(toolkit, inhoud, jaar)[partij]
    return Uitkomst(
        f"De agenda van {eigen.naam} heeft een nieuw adres. Het oude werkt niet meer.",
        stukken=(pad,),
    )

"""Aandacht: what a coordinator should see beside the stand of every partij."""

from collections.abc import Iterator

import pendulum

from cycle.domain.accordering import list_besluiten
from cycle.domain.addendum import staat_van
from cycle.domain.cyclus import Cyclus
from cycle.domain.heropening import apply_heropeningen
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.uitnodiging import Uitnodigingsoort, plan_uitnodigingen
from cycle.services.opslagport import CyclusStore
from cycle.services.vergadering import list_heropeningen


def list_aandacht(
    tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, vandaag: pendulum.Date
) -> Iterator[str]:
    """Yield a sentence for every dossier that is open, wrong invitation and addendum."""
    yield from _heropend(tx, cyclus, inhoud)
    yield from _uitnodigingen(tx, cyclus, inhoud, vandaag)
    besluiten = tx.besluiten(cyclus)
    for addendum in tx.addenda(cyclus):
        staat = staat_van(list_besluiten(inhoud.partijen, besluiten, addendum.code))
        yield f"Addendum {addendum.nummer} (code {addendum.code}) is {staat.value}."


def _heropend(tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking) -> Iterator[str]:
    """Yield the dossiers that re-opened, with the numbers of their afspraken."""
    nummers = {afspraak.id: str(afspraak.nummer) for afspraak in inhoud.afspraken}
    heropeningen = list_heropeningen(tx, cyclus.samenwerking, cyclus.jaar)
    for dossier in apply_heropeningen(inhoud, heropeningen).dossiers:
        if dossier.heropend:
            welke = opsomming([nummers[code] for code in dossier.afspraken])
            yield (
                f"Dossier {dossier.naam} is heropend op {dossier.heropend} "
                f"Het gaat om afspraak {welke}."
            )


def _uitnodigingen(
    tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, vandaag: pendulum.Date
) -> Iterator[str]:
    """Yield the meetings that partijen know otherwise than they are now."""
    bijeenkomsten = inhoud.jaar(cyclus.jaar).bijeenkomsten
    for plan in plan_uitnodigingen(bijeenkomsten, tx.uitnodigingen(cyclus), vandaag):
        if plan.soort is Uitnodigingsoort.AFZEGGING or plan.is_wijziging:
            yield (
                f"De partijen weten nog niet dat dit is gewijzigd: {plan.bijeenkomst.naam}. Doe: "
                f"jaarschijf uitnodig {cyclus.samenwerking} {cyclus.jaar}"
            )

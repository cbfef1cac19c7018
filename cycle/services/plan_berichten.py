"""Berichten: one mail per partij in the outbox, in the same transaction as the step."""

from collections.abc import Iterable, Mapping

from cycle.domain.bericht import Bericht
from cycle.domain.cyclus import Cyclus
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def plan_berichten(
    toolkit: Toolkit,
    tx: CyclusStore,
    cyclus: Cyclus,
    inhoud: Samenwerking,
    *,
    soort: str,
    kenmerk: str = "",
    velden: Mapping[str, str] | None = None,
    aan: Iterable[Partij] | None = None,
    agenda: bytes = b"",
) -> int:
    """Plan one message of this `soort` for each partij and return how many were new.

    The key is soort/kenmerk/partij: planning the same message again changes nothing. An
    invitation goes along as `agenda`. Every text may name the head of the audit of now.
    """
    nieuw, anker = 0, {"audit_anker": str(tx.audithoofd(cyclus) or "")}
    for partij in inhoud.partijen if aan is None else aan:
        alle = bericht_velden(inhoud, cyclus, partij) | anker | dict(velden or {})
        tekst = toolkit.berichtteksten.write(soort, alle)
        sleutel = "/".join(deel for deel in (soort, kenmerk, partij.code) if deel)
        bericht = Bericht(
            sleutel,
            partij.mail,
            tekst.onderwerp,
            tekst.tekst,
            toolkit.klok.vandaag(),
            html=tekst.html,
            antwoord_aan=alle["coordinator_mail"],
            agenda=agenda,
        )
        nieuw += tx.plan_bericht(cyclus, bericht)
    return nieuw


def bericht_velden(inhoud: Samenwerking, cyclus: Cyclus, partij: Partij) -> dict[str, str]:
    """Return the fields that every message text may use."""
    coordinator = next(inhoud.van_soort(PartijSoort.GEMEENTE))
    return {
        "samenwerking": inhoud.naam,
        "jaar": str(cyclus.jaar),
        "partij": partij.naam,
        "contact": partij.contact,
        "coordinator": coordinator.contact,
        "coordinator_mail": coordinator.mail,
        "voorbeeld": inhoud.voorbeeld,
    }

"""Herinneringen: put what falls due today in the outbox, each reminder once."""

from cycle.domain import notatie
from cycle.domain.bericht import Bericht
from cycle.domain.cyclus import Cyclus
from cycle.domain.herinnering import Herinnering, due_herinneringen
from cycle.domain.partij import ORGAAN_MET_LIDWOORD
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verplichting import Soort, Verplichting
from cycle.services.cyclus import require_cyclus
from cycle.services.list_openstaand import list_openstaand
from cycle.services.plan_berichten import bericht_velden
from cycle.services.ports import Toolkit


def plan_herinneringen(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, proef: bool = False
) -> tuple[Bericht, ...]:
    """Return the reminders that are due today, and keep them unless this is a `proef`.

    A missed week only makes more due; per obligation one mail at most goes out. Nothing
    is due for what is done already.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        gepland = [bericht.sleutel for bericht in tx.berichten(cyclus)]
        nu = due_herinneringen(
            list_openstaand(toolkit, tx, cyclus, inhoud),
            toolkit.klok.vandaag(),
            gepland,
            toolkit.bibliotheek.is_werkdag(),
        )
        berichten = tuple(_bericht(toolkit, inhoud, cyclus, herinnering) for herinnering in nu)
        if not proef:
            for bericht in berichten:
                tx.plan_bericht(cyclus, bericht)
    return berichten


def _bericht(
    toolkit: Toolkit, inhoud: Samenwerking, cyclus: Cyclus, herinnering: Herinnering
) -> Bericht:
    """Return the mail of one reminder."""
    verplichting = herinnering.verplichting
    partij = inhoud.partij(verplichting.partij)
    velden = bericht_velden(inhoud, cyclus, partij) | {
        "wat": _wat(verplichting, cyclus.jaar),
        "uiterlijk": notatie.datum_met_dag(verplichting.uiterlijk),
    }
    tekst = toolkit.berichtteksten.write(f"herinnering-{herinnering.trede.value}", velden)
    return Bericht(
        herinnering.sleutel, partij.mail, tekst.onderwerp, tekst.tekst, toolkit.klok.vandaag()
    )


def _wat(verplichting: Verplichting, jaar: int) -> str:
    """Return what is asked, as part of a sentence."""
    if verplichting.soort is Soort.BIEDING:
        return f"de bieding voor {jaar}"
    if verplichting.soort is Soort.TOETS:
        return f"de stand van zaken van {verplichting.kenmerk} over de jaarschijf {jaar}"
    if verplichting.soort is Soort.BESLUIT and verplichting.orgaan:
        return (
            f"het besluit van {ORGAAN_MET_LIDWOORD[verplichting.orgaan]} over de jaarschijf {jaar}"
        )
    return f"de handtekening onder de jaarschijf {jaar}"

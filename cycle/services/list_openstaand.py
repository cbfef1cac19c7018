"""Openstaand: what each partij still owes in the present fase."""

from cycle.domain.accordering import list_besluiten
from cycle.domain.cyclus import Cyclus
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verplichting import Verplichting, open_verplichtingen
from cycle.services.cyclus import list_termijnen
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def list_openstaand(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> tuple[Verplichting, ...]:
    """Return the open obligations of one cyclus, in the order of the partijen."""
    concepten = tx.concepten(cyclus)
    code = concepten[-1].code if concepten else ""
    binnen = {b.partij for b in tx.biedingen(cyclus)}
    getekend = {(h.partij, h.functie) for h in tx.handtekeningen(cyclus)}
    return open_verplichtingen(
        cyclus.fase,
        list_termijnen(toolkit, inhoud, cyclus.jaar),
        zonder_bieding=[p.code for p in inhoud.partijen if p.code not in binnen],
        bord=list_besluiten(inhoud.partijen, tx.besluiten(cyclus), code),
        zonder_handtekening=[
            p.code
            for p in inhoud.partijen
            if any((p.code, functie) not in getekend for functie in p.ondertekenaars)
        ],
        vergaderdata=inhoud.jaar(cyclus.jaar).vergaderdata,
    )

"""Openstaand: what each partij still owes in the present fase, and for a check."""

from collections.abc import Iterator

import pendulum

from cycle.domain.accordering import list_besluiten
from cycle.domain.cyclus import Concept, Cyclus
from cycle.domain.fase import Fase
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment
from cycle.domain.verplichting import (
    Openstand,
    Verplichting,
    find_vraagdag,
    open_toetsen,
    open_verplichtingen,
)
from cycle.services.aftekenen import list_deelnemers
from cycle.services.cyclus import list_termijnen
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.receive_reacties import list_gereageerd


def list_openstaand(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> tuple[Verplichting, ...]:
    """Return the open obligations of one cyclus, in the order of the partijen."""
    concepten = tx.concepten(cyclus)
    versie, code = (concepten[-1].versie, concepten[-1].code) if concepten else ("", "")
    binnen = {b.partij for b in tx.biedingen(cyclus)}
    gereageerd = list_gereageerd(tx, cyclus, versie)
    getekend = {(h.partij, h.functie) for h in tx.handtekeningen(cyclus) if h.versie == versie}
    partijen = list_deelnemers(tx, cyclus, inhoud)
    stand = Openstand(
        sinds=tx.overgangen(cyclus)[-1].op,
        zonder_bieding=[p.code for p in partijen if p.code not in binnen],
        zonder_reactie=[p.code for p in partijen if p.code not in gereageerd],
        bord=list_besluiten(partijen, tx.besluiten(cyclus), code),
        zonder_handtekening=[
            p.code
            for p in partijen
            if any((p.code, functie) not in getekend for functie in p.ondertekenaars)
        ],
        vergaderdata=inhoud.jaar(cyclus.jaar).vergaderdata,
        versie=versie,
        code=code,
        gevraagd_op=_find_vraagdag(tx, cyclus, concepten[-1]) if concepten else None,
    )
    termijnen = list_termijnen(toolkit, inhoud, cyclus.jaar)
    in_fase = open_verplichtingen(cyclus.fase, termijnen, stand)
    return (*in_fase, *open_toetsen(termijnen, _zonder_opgave(tx, cyclus)))


def _find_vraagdag(tx: CyclusStore, cyclus: Cyclus, concept: Concept) -> pendulum.Date | None:
    """Return on which day partijen were asked about a concept, None when nobody asks now.

    The post is only read when fase and concept do not tell the same day.
    """
    vraag = {
        Fase.OVERLEG: f"concept/{concept.versie}/",
        Fase.ACCORDERING: f"besluit/{concept.code}/",
    }.get(cyclus.fase)
    if vraag is None:
        return None
    overgangen = tx.overgangen(cyclus)
    if overgangen[-1].op == concept.gemaakt_op:
        return concept.gemaakt_op
    dagen = (b.gepland_op for b in tx.berichten(cyclus) if b.sleutel.startswith(vraag))
    return find_vraagdag(overgangen, concept.gemaakt_op, next(dagen, None))


def _zonder_opgave(
    tx: CyclusStore, cyclus: Cyclus
) -> Iterator[tuple[Toetsmoment, str, pendulum.Date]]:
    """Yield who still owes a report, and since when.

    Its form went out and the meeting was not held yet.
    """
    feiten = {soort: op for soort, op, _ in tx.feiten(cyclus)}
    for moment in Toetsmoment:
        if moment.uitvraag in feiten and moment.stap not in feiten:
            binnen = {inzending.partij for inzending in tx.standinzendingen(cyclus, moment)}
            for stuk in tx.stukken(cyclus):
                if stuk.soort == moment.formulier and stuk.partij not in binnen:
                    yield moment, stuk.partij, feiten[moment.uitvraag]

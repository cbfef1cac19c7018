"""Opgavetoets: what was reported in September shows on the form of the next year."""

from dataclasses import replace
from typing import Final

from cycle.domain.samenwerking import Realisatie, Samenwerking
from cycle.domain.toets import Toetsmoment
from cycle.services.ports import Toolkit
from cycle.services.toetsbron import read_vragen

_BRON: Final = "toets van september"


def add_opgaven(toolkit: Toolkit, inhoud: Samenwerking, jaar: int) -> Samenwerking:
    """Return the content with what partijen reported about the year before `jaar`.

    Only where the content itself says nothing about that year, and only for the form: it is
    what was reached up to the end of August, so nothing is computed with it. `bron` says
    where it came from and `plek` names the cell.
    """
    vorig = jaar - 1
    with toolkit.store.transaction() as tx:
        cyclus = tx.get(inhoud.code, vorig)
        if cyclus is None or not tx.concepten(cyclus):
            return inhoud
        meldingen = {m.partij: m for m in tx.standmeldingen(cyclus, Toetsmoment.SEPTEMBER)}
        vragen = read_vragen(toolkit, tx, cyclus, inhoud) if meldingen else ()
    bekend = {(r.indicator, r.partij) for r in inhoud.realisaties if r.jaar == vorig}
    nieuw: dict[tuple[str, str], Realisatie] = {}
    for vraag in vragen:
        sleutel = (vraag.indicator.code, vraag.partij)
        regel = (
            meldingen[vraag.partij].regel(vraag.regelcode) if vraag.partij in meldingen else None
        )
        if regel and regel.cijfer is not None and sleutel not in bekend | nieuw.keys():
            plek = regel.plekken["cijfer"]
            nieuw[sleutel] = Realisatie(*sleutel, vorig, regel.cijfer, _BRON, plek)
    return replace(inhoud, realisaties=(*inhoud.realisaties, *nieuw.values()))


def is_opgave(realisatie: Realisatie) -> bool:
    """Return whether a result was reported at a check and is no result of a whole year."""
    return realisatie.bron == _BRON

"""Startbijeenkomst: the agenda with everything that is on the table, in Word and PDF."""

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain.cyclus import Stuk
from cycle.domain.heropening import apply_heropeningen
from cycle.domain.kalender import hoofdtermijnen, termijn
from cycle.domain.kickoffweergave import (
    Kickoffstof,
    build_kickoff,
    find_kickoff,
    with_jaarbeeld,
)
from cycle.domain.stem import laatste_stemmen
from cycle.domain.weergave import build_view
from cycle.services.cyclus import Uitkomst, list_termijnen, require_cyclus
from cycle.services.meenemen import list_restpunten
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK, publish_stukken
from cycle.services.vergadering import list_heropeningen

SOORT = "startbijeenkomst"
"""Kind of document; there is one per cyclus, made again whenever something changes."""


def prepare_kickoff(toolkit: Toolkit, samenwerking: str, jaar: int) -> Uitkomst:
    """Make the agenda of the startbijeenkomst and keep it; it is the same until a fact changes.

    Raises:
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    termijnen = list_termijnen(toolkit, inhoud, jaar)
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        keuzes = tx.topkeuzes(cyclus)
        stemmen = laatste_stemmen(tx.stemmen(cyclus))
        restpunten = list_restpunten(toolkit, tx, inhoud, jaar)
        heropend = apply_heropeningen(inhoud, list_heropeningen(tx, samenwerking, jaar))
        eerder = {(s.soort, s.sha256) for s in tx.stukken(cyclus)}
    stand = build_view(heropend, merge_jaarschijf(heropend, jaar, ()), termijnen)
    stof = Kickoffstof(
        samenwerking=heropend,
        jaar=jaar,
        bijeenkomst=find_kickoff(inhoud, jaar, termijn(termijnen, "kickoff").datum),
        stand=stand,
        restpunten=restpunten,
        stemmen=stemmen,
        topkeuze=keuzes[-1] if keuzes else None,
    )
    view = with_jaarbeeld(build_kickoff(stof), toolkit.tekenaar.jaar(hoofdtermijnen(termijnen)))
    docx = toolkit.tekstverwerker.startbijeenkomst(view)
    stukken = tuple(
        Stuk(soort, GEZAMENLIJK, "", f"startbijeenkomst/agenda-{jaar}.{einde}", sha256)
        for soort, einde, sha256 in (
            (SOORT, "docx", toolkit.bestanden.put(docx)),
            (f"{SOORT}-pdf", "pdf", toolkit.bestanden.put(toolkit.pdf.convert(docx))),
        )
    )
    gedaan = not {(s.soort, s.sha256) for s in stukken} <= eerder
    with toolkit.store.transaction() as tx:
        for stuk in stukken:
            tx.add_stuk(cyclus, stuk)
    namen = publish_stukken(toolkit, cyclus, stukken)
    melding = "is gemaakt" if gedaan else "was al gemaakt"
    return Uitkomst(f"De agenda van de startbijeenkomst {melding}.", gedaan=gedaan, stukken=namen)

"""Vaststellen: the text is fixed, with the decisions in it, and frozen to be signed."""

from dataclasses import replace

from cycle.domain.accordering import Besluit
from cycle.domain.aftekenbord import Aftekenbord
from cycle.domain.aftekening import Aftekendaad, Situatie
from cycle.domain.cyclus import Concept, next_vastgesteld
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Samenwerking
from cycle.services.aftekenen import check_daad, list_deelnemers, load_aftekenbord
from cycle.services.cyclus import Uitkomst, move_fase, require_concept, require_cyclus
from cycle.services.freeze_jaarschijf import freeze_jaarschijf
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import publish_stukken
from cycle.services.versie import view_of_versie


def adopt_jaarschijf(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Fix the text of the latest concept; its content code stays the same.

    It is version 1.0, or 2.0 when an earlier adoption was undone.

    Raises:
        FaseError: decisions are missing and no reason is given, or one came in meanwhile.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.lease(samenwerking, jaar, "fase"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            laatste = require_concept(tx, cyclus)
            if laatste.vastgesteld:
                stukken = tuple(s for s in tx.stukken(cyclus) if s.versie == laatste.versie)
                namen = publish_stukken(toolkit, cyclus, stukken)
                return Uitkomst("De jaarschijf was al vastgesteld.", gedaan=False, stukken=namen)
            besluiten = tx.besluiten(cyclus)
            _check_aftekening(load_aftekenbord(tx, cyclus, inhoud), inhoud, reden)
            vandaag = toolkit.klok.vandaag()
            versie = next_vastgesteld(tx.concepten(cyclus))
            concept = replace(laatste, versie=versie, gemaakt_op=vandaag, vastgesteld=True)
            inhoud = replace(inhoud, partijen=list_deelnemers(tx, cyclus, inhoud))
            view = view_of_versie(toolkit, tx, cyclus, inhoud, concept)
        stukken = freeze_jaarschijf(toolkit, cyclus, inhoud, concept, view)
        with toolkit.store.transaction() as tx:
            _check_ongewijzigd(besluiten, tx.besluiten(cyclus))
            tx.add_concept(cyclus, concept)
            for stuk in stukken:
                tx.add_stuk(cyclus, stuk)
            move_fase(tx, cyclus, Fase.VASTGESTELD, op=vandaag, reden=reden)
        namen = publish_stukken(toolkit, cyclus, stukken)
    return Uitkomst(_melding(concept), stukken=namen)


def _check_aftekening(bord: Aftekenbord, inhoud: Samenwerking, reden: str) -> None:
    """Refuse adoption while decisions are missing, unless there is a reason."""
    mist = [
        f"{inhoud.partij(rij.partij).naam} ({besluit.orgaan})"
        for rij in bord.deelnemers
        for besluit in rij.open_besluiten
    ]
    if mist and not reden.strip():
        raise FaseError(
            f"Deze besluiten zijn er nog niet: {opsomming(mist)}.",
            advies='Wacht op deze besluiten, of stel vast met een reden: --reden "…"',
        )
    situatie = Situatie(reden=reden, heeft_besluiten=not mist)
    for rij in bord.deelnemers:
        check_daad(rij, Aftekendaad.BEVRIEZEN, situatie)


def _check_ongewijzigd(gelezen: tuple[Besluit, ...], nu: tuple[Besluit, ...]) -> None:
    """Refuse to keep a text that misses a decision which came in while it was made."""
    if nu != gelezen:
        raise FaseError(
            "Er kwam een besluit binnen terwijl de tekst werd gemaakt. Er is niets vastgesteld.",
            advies="Bekijk dat besluit en stel dan opnieuw vast.",
        )


def _melding(concept: Concept) -> str:
    return f"De jaarschijf is vastgesteld: versie {concept.versie}, code {concept.code}."

"""Vaststellen: the text is fixed, with the decisions in it, and frozen to be signed."""

from dataclasses import replace

from cycle.domain.accordering import Besluit, GevraagdBesluit, is_compleet, list_besluiten
from cycle.domain.cyclus import Concept
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.domain.notatie import opsomming
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import Uitkomst, move_fase, require_concept, require_cyclus
from cycle.services.freeze_jaarschijf import freeze_jaarschijf
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import publish_stukken
from cycle.services.versie import view_of_versie

VASTGESTELD = "1.0"


def adopt_jaarschijf(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Fix the text of the latest concept as version 1.0; its content code stays the same.

    Raises:
        FaseError: decisions are missing and no reason is given, or one came in meanwhile.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.lease(samenwerking, jaar, "fase"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            laatste = require_concept(tx, cyclus)
            if laatste.vastgesteld:
                stukken = tuple(s for s in tx.stukken(cyclus) if s.versie == VASTGESTELD)
                namen = publish_stukken(toolkit, cyclus, stukken)
                return Uitkomst("De jaarschijf was al vastgesteld.", gedaan=False, stukken=namen)
            besluiten = tx.besluiten(cyclus)
            bord = list_besluiten(inhoud.partijen, besluiten, laatste.code)
            _check_compleet(bord, inhoud, reden)
            vandaag = toolkit.klok.vandaag()
            concept = replace(laatste, versie=VASTGESTELD, gemaakt_op=vandaag, vastgesteld=True)
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


def _check_compleet(bord: tuple[GevraagdBesluit, ...], inhoud: Samenwerking, reden: str) -> None:
    """Refuse adoption while decisions are missing, unless there is a reason."""
    if is_compleet(bord) or reden.strip():
        return
    mist = [
        f"{inhoud.partij(rij.partij).naam} ({rij.orgaan})"
        for rij in bord
        if rij.staat in ("open", "vervallen")
    ]
    raise FaseError(
        f"Deze besluiten zijn er nog niet: {opsomming(mist)}.",
        advies='Wacht op deze besluiten, of stel vast met een reden: --reden "…"',
    )


def _check_ongewijzigd(gelezen: tuple[Besluit, ...], nu: tuple[Besluit, ...]) -> None:
    """Refuse to keep a text that misses a decision which came in while it was made."""
    if nu != gelezen:
        raise FaseError(
            "Er kwam een besluit binnen terwijl de tekst werd gemaakt. Er is niets vastgesteld.",
            advies="Bekijk dat besluit en stel dan opnieuw vast.",
        )


def _melding(concept: Concept) -> str:
    return f"De jaarschijf is vastgesteld: versie {concept.versie}, code {concept.code}."

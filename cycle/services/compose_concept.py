"""Concept: biedingen and afspraken become one draft, with an edition and letter per partij."""

from collections.abc import Sequence
from dataclasses import replace

from cycle.analysis.samenvoegen import merge_jaarschijf
from cycle.domain import notatie
from cycle.domain.afspraakweergave import Namen
from cycle.domain.aftekening import Aftekendaad, Situatie
from cycle.domain.cyclus import Concept, Cyclus, Stuk, next_versie
from cycle.domain.errors import FaseError, JaarschijfError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.kalender import Termijn, termijn
from cycle.domain.notatie import opsomming
from cycle.domain.reactietabel import Reactieregel
from cycle.domain.reactieweergave import NOG_OPEN, build_reacties
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.themabeeld import build_themabeelden
from cycle.domain.verwerking import Verwerkt, apply_reacties
from cycle.domain.view import JaarschijfView
from cycle.domain.weergave import build_view
from cycle.services.aftekenen import check_daad, load_aftekenbord
from cycle.services.cyclus import Uitkomst, list_termijnen, require_cyclus
from cycle.services.gegevens import Gegevens, dump_gegevens, load_gegevens
from cycle.services.list_reacties import load_reactietabel
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import publish_stukken, render_concept, render_wijzigingen
from cycle.services.vergadering import load_besproken
from cycle.services.versie import previous_concept, view_of_versie

VERVROEGD = "concept_vervroegd"
"""Kind of fact: a draft was made before the biedingen were closed, with the reason."""


def compose_concept(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Merge, render and keep a new draft: one common edition, one per partij, and letters.

    Reactions that were taken over are in it, and all reactions are its annex. When nothing
    changed since the last draft no new version is made: its documents are written out once
    more. Documents, version and state are kept together or not at all.

    Raises:
        FaseError: the biedingen are still open and no reason is given, or there is a change
            after the text was adopted.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    termijnen = list_termijnen(toolkit, inhoud, jaar)
    with toolkit.store.lease(samenwerking, jaar, "fase"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            _check_gesloten(cyclus, reden)
            inhoud = load_besproken(tx, inhoud, jaar)
            biedingen = tx.biedingen(cyclus)
            reacties = load_reactietabel(tx, cyclus, inhoud)
            eerdere = tx.concepten(cyclus)
        verwerkt = apply_reacties(inhoud, biedingen, reacties)
        gegevens = merge_gegevens(verwerkt, jaar, termijnen, reacties)
        if eerdere and _is_gelijk(toolkit, eerdere, gegevens.view):
            return _publish_again(toolkit, cyclus, _laatste_concept(eerdere))
        _check_niet_vastgesteld(cyclus)
        concept = Concept(
            versie=next_versie(eerdere),
            code=gegevens.view.code,
            gegevens=toolkit.bestanden.put(dump_gegevens(gegevens)),
            gemaakt_op=toolkit.klok.vandaag(),
        )
        with toolkit.store.transaction() as tx:
            versie = view_of_versie(toolkit, tx, cyclus, inhoud, concept)
            vervallen = _void(tx, cyclus, inhoud, concept)
        reageren_voor = notatie.datum_met_dag(termijn(termijnen, "stukken").datum)
        stukken = render_concept(toolkit, inhoud, versie, reageren_voor)
        wijzigingen, waarschuwing = _wijzigingen(toolkit, cyclus, stukken, concept)
        stukken += wijzigingen
        with toolkit.store.transaction() as tx:
            if not is_voorbij(cyclus.fase, Fase.BIEDINGEN):
                tx.add_feit(cyclus, VERVROEGD, concept.gemaakt_op, reden)
            tx.add_concept(cyclus, concept)
            for stuk in stukken:
                tx.add_stuk(cyclus, stuk)
        namen = publish_stukken(toolkit, cyclus, stukken)
    melding = f"Concept {concept.versie} is gemaakt (code {concept.code}).{waarschuwing}"
    return Uitkomst(melding + vervallen + _nog_te_verwerken(verwerkt), stukken=namen)


def _void(tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, concept: Concept) -> str:
    """Return how many decisions are void because the content is another one now.

    Raises:
        BesluitError: the text before this one was adopted.
    """
    if not tx.concepten(cyclus):
        return ""
    bord = load_aftekenbord(tx, cyclus, inhoud)
    if bord.concept.code == concept.code:
        return ""
    for rij in bord.deelnemers:
        check_daad(rij, Aftekendaad.NIEUWE_VERSIE, Situatie(is_bevroren=bord.concept.vastgesteld))
    aantal = sum(not b.is_open for rij in bord.deelnemers for b in rij.besluiten)
    if not aantal:
        return ""
    wat = "1 besluit" if aantal == 1 else f"{aantal} besluiten"
    werkwoord = "is" if aantal == 1 else "zijn"
    return f" Let op: {wat} over versie {bord.concept.versie} {werkwoord} vervallen."


def merge_gegevens(
    verwerkt: Verwerkt,
    jaar: int,
    termijnen: Sequence[Termijn],
    reacties: Sequence[Reactieregel],
) -> Gegevens:
    """Return the merged jaarschijf, its view with the reactions as an annex, and its pictures."""
    inhoud = verwerkt.samenwerking
    jaarschijf = merge_jaarschijf(inhoud, jaar, verwerkt.biedingen)
    view = build_view(inhoud, jaarschijf, termijnen)
    bijlage = build_reacties(reacties, Namen(inhoud), verwerkt.mislukt)
    beelden = build_themabeelden(inhoud, jaarschijf)
    return Gegevens(jaarschijf, replace(view, reacties=bijlage), beelden)


def _is_gelijk(toolkit: Toolkit, eerdere: Sequence[Concept], view: JaarschijfView) -> bool:
    """Return whether the last version holds this content and every decision on a reaction.

    A reaction that is still open is no reason for a new version.
    """
    if eerdere[-1].code != view.code:
        return False
    if eerdere[-1].vastgesteld:
        return True
    vorige = load_gegevens(toolkit.bestanden.get(eerdere[-1].gegevens)).view
    beslist = {reactie for reactie in view.reacties if reactie.besluit != NOG_OPEN}
    return beslist <= set(vorige.reacties)


def _nog_te_verwerken(verwerkt: Verwerkt) -> str:
    """Return which reactions wait for somebody to change the text, empty when none do."""
    if not verwerkt.mislukt:
        return ""
    redenen = opsomming([f"{nr} ({waarom})" for nr, waarom in verwerkt.mislukt.items()])
    return (
        " Let op: deze overgenomen reacties passen niet meer vanzelf in de tekst: "
        f"{redenen}. Pas de tekst zelf aan en leg dat vast met --zelf."
    )


def _wijzigingen(
    toolkit: Toolkit, cyclus: Cyclus, stukken: tuple[Stuk, ...], concept: Concept
) -> tuple[tuple[Stuk, ...], str]:
    """Return the document with all changes since the last draft, or why there is none.

    A draft that changed too much to compare is still a draft: the coordinator is told.
    """
    with toolkit.store.transaction() as tx:
        vorige = previous_concept(tx.concepten(cyclus), concept)
        oude = (
            [] if vorige is None else [s for s in tx.stukken(cyclus) if s.versie == vorige.versie]
        )
    try:
        stuk = render_wijzigingen(toolkit, oude, stukken, concept.gemaakt_op)
    except JaarschijfError as fout:
        return (), f" Let op: er is geen document met wijzigingen. {fout.melding}"
    return (() if stuk is None else (stuk,)), ""


def _laatste_concept(versies: tuple[Concept, ...]) -> Concept:
    """Return the last draft; the adopted text has documents of its own."""
    return [versie for versie in versies if not versie.vastgesteld][-1]


def _check_gesloten(cyclus: Cyclus, reden: str) -> None:
    """Refuse a draft before the biedingen are closed, unless there is a reason."""
    if not is_voorbij(cyclus.fase, Fase.BIEDINGEN) and not reden.strip():
        raise FaseError(
            f"De biedingen voor {cyclus.jaar} zijn nog niet gesloten.",
            advies=(
                f"Sluit ze met: jaarschijf cyclus fase {cyclus.samenwerking} {cyclus.jaar} sluiting"
            ),
        )


def _check_niet_vastgesteld(cyclus: Cyclus) -> None:
    """Refuse a change after the text was adopted."""
    if is_voorbij(cyclus.fase, Fase.ACCORDERING):
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is al vastgesteld. Een concept maken kan niet meer.",
            advies="Wijzigt er toch iets? Maak dan een aanvulling (addendum).",
        )


def _publish_again(toolkit: Toolkit, cyclus: Cyclus, concept: Concept) -> Uitkomst:
    """Write the documents of an existing version out once more."""
    with toolkit.store.transaction() as tx:
        stukken = tuple(s for s in tx.stukken(cyclus) if s.versie == concept.versie)
    namen = publish_stukken(toolkit, cyclus, stukken)
    return Uitkomst(
        f"Er is niets veranderd sinds concept {concept.versie} (code {concept.code}).",
        gedaan=False,
        stukken=namen,
    )

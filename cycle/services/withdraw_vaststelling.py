"""Intrekken: two people together undo an adoption, and the text is open again."""

from dataclasses import dataclass, replace

from cycle.domain import notatie
from cycle.domain.aftekenbord import Aftekenbord
from cycle.domain.aftekening import Aftekendaad, Situatie
from cycle.domain.aftekenstap import Aftekenstap, Stapsoort
from cycle.domain.binding import check_schrift, is_zelfde_naam
from cycle.domain.cyclus import Concept, Cyclus, next_versie
from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.kalender import termijn
from cycle.domain.samenwerking import Samenwerking
from cycle.services.aftekenen import check_daad, load_aftekenbord
from cycle.services.cyclus import (
    Uitkomst,
    list_termijnen,
    move_fase,
    require_cyclus,
    require_vastgesteld,
)
from cycle.services.opslagport import CyclusStore
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import publish_stukken, render_concept
from cycle.services.versie import view_of_versie


@dataclass(frozen=True, slots=True)
class Intrekking:
    """Who asks or agrees that an adoption is undone, and why."""

    door: str
    reden: str


def withdraw_vaststelling(
    toolkit: Toolkit, samenwerking: str, jaar: int, intrekking: Intrekking
) -> Uitkomst:
    """Keep the request of a first person, or undo the adoption when a second one agrees.

    Signatures on it are void then, visibly. The text goes on as a draft with the same content
    code, so decisions count until the content changes. Every partij gets a mail.

    Raises:
        BesluitError: nobody is named, there is no reason, or it is the same person twice.
        FaseError: nothing is adopted, or it was delivered already.
        InvoerError: the name mixes letters that look the same.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    if not intrekking.door.strip():
        raise BesluitError("Het is niet bekend wie dit doet.", advies="Noem uw functie met --door.")
    check_schrift(intrekking.door)
    with toolkit.store.lease(samenwerking, jaar, "fase"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            require_vastgesteld(tx, cyclus)
            _check_niet_verzonden(cyclus)
            bord = load_aftekenbord(tx, cyclus, inhoud)
            if not _is_bevestiging(bord, intrekking):
                return _vraag(toolkit, tx, cyclus, bord, intrekking)
            intrekking = _met_reden(bord, intrekking)
            _check_aftekening(bord, intrekking)
            concept = replace(
                bord.concept,
                versie=next_versie(tx.concepten(cyclus)),
                gemaakt_op=toolkit.klok.vandaag(),
                vastgesteld=False,
            )
        return _trek_in(toolkit, cyclus, inhoud, _Stap(bord.concept, concept, intrekking))


@dataclass(frozen=True, slots=True)
class _Stap:
    """The adopted version, the draft that takes its place, and who agreed."""

    oud: Concept
    nieuw: Concept
    intrekking: Intrekking


def _check_niet_verzonden(cyclus: Cyclus) -> None:
    """Refuse to undo what the minister and the college have."""
    if is_voorbij(cyclus.fase, Fase.ONDERTEKENING):
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is al verzonden. Intrekken kan niet meer.",
            advies="Wijzigt er toch iets? Maak dan een aanvulling (addendum).",
        )


def _is_bevestiging(bord: Aftekenbord, intrekking: Intrekking) -> bool:
    """Return whether somebody asked this before, so that this is the second person.

    Raises:
        BesluitError: it is the same person again.
    """
    verzoek = bord.intrekverzoek
    if verzoek is None:
        return False
    if is_zelfde_naam(verzoek.door, intrekking.door):
        raise BesluitError(
            f"'{verzoek.door}' vroeg dit al op {notatie.datum(verzoek.op)}.",
            advies="Laat een ander het verzoek bevestigen, met dezelfde opdracht en een "
            "eigen --door.",
        )
    return True


def _met_reden(bord: Aftekenbord, intrekking: Intrekking) -> Intrekking:
    """Return the second half with the reason of the first, when it gives none of its own."""
    gevraagd = bord.intrekverzoek.reden if bord.intrekverzoek else ""
    return replace(intrekking, reden=intrekking.reden.strip() or gevraagd)


def _vraag(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, bord: Aftekenbord, wie: Intrekking
) -> Uitkomst:
    """Keep the request of the first person."""
    if not wie.reden.strip():
        raise BesluitError(
            "Hierbij hoort een reden.",
            advies="Schrijf in een of twee zinnen waarom, met --reden.",
        )
    tx.add_aftekenstap(cyclus, _stap(toolkit, Stapsoort.INTREKVERZOEK, bord.concept, wie))
    return Uitkomst(
        f"Het verzoek om versie {bord.concept.versie} in te trekken is vastgelegd. "
        "Er verandert nog niets: een tweede persoon bevestigt het met dezelfde opdracht."
    )


def _stap(toolkit: Toolkit, soort: Stapsoort, concept: Concept, wie: Intrekking) -> Aftekenstap:
    """Return one half of the act."""
    return Aftekenstap(
        soort=soort,
        versie=concept.versie,
        code=concept.code,
        op=toolkit.klok.vandaag(),
        door=wie.door,
        reden=wie.reden,
    )


def _check_aftekening(bord: Aftekenbord, intrekking: Intrekking) -> None:
    """Refuse what the table of the sign-off refuses."""
    situatie = Situatie(
        reden=intrekking.reden,
        is_bevroren=bord.concept.vastgesteld,
        heeft_tweede=bord.intrekverzoek is not None,
    )
    for rij in bord.deelnemers:
        check_daad(rij, Aftekendaad.INTREKKEN, situatie)


def _trek_in(toolkit: Toolkit, cyclus: Cyclus, inhoud: Samenwerking, stap: _Stap) -> Uitkomst:
    """Make the draft that takes the place of the adopted text, and tell everybody."""
    termijnen = list_termijnen(toolkit, inhoud, cyclus.jaar)
    reageren_voor = notatie.datum_met_dag(termijn(termijnen, "stukken").datum)
    with toolkit.store.transaction() as tx:
        view = view_of_versie(toolkit, tx, cyclus, inhoud, stap.nieuw)
        oude = [s for s in tx.stukken(cyclus) if s.versie == stap.oud.versie]
    stukken = render_concept(toolkit, inhoud, view, reageren_voor)
    with toolkit.store.transaction() as tx:
        tx.add_aftekenstap(cyclus, _stap(toolkit, Stapsoort.INTREKKING, stap.oud, stap.intrekking))
        tx.add_concept(cyclus, stap.nieuw)
        for stuk in stukken:
            tx.add_stuk(cyclus, stuk)
        reden = f"Vaststelling {stap.oud.versie} ingetrokken. {stap.intrekking.reden}"
        move_fase(tx, cyclus, Fase.OVERLEG, op=toolkit.klok.vandaag(), reden=reden)
        velden = {
            "versie": stap.oud.versie,
            "nieuw": stap.nieuw.versie,
            "reden": stap.intrekking.reden,
        }
        plan_berichten(
            *(toolkit, tx, cyclus, inhoud),
            soort="intrekking",
            kenmerk=stap.oud.versie,
            velden=velden,
        )
    for stuk in oude:
        toolkit.uitgifte.remove(cyclus.samenwerking, cyclus.jaar, stuk.naam)
    namen = publish_stukken(toolkit, cyclus, stukken)
    return Uitkomst(
        f"De vaststelling van versie {stap.oud.versie} is ingetrokken. De tekst is weer open als "
        f"concept {stap.nieuw.versie}. Handtekeningen op versie {stap.oud.versie} zijn vervallen.",
        stukken=namen,
    )

"""Addendum: a change of afspraken in the year of execution, with decisions of its own."""

from dataclasses import dataclass

from cycle.domain import notatie
from cycle.domain.accordering import GevraagdBesluit, list_besluiten
from cycle.domain.addendum import Addendum, Addendumstaat, staat_van
from cycle.domain.addendumview import AddendumView
from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.errors import BesluitError, FaseError
from cycle.domain.fase import Fase
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.verschil import compare_views
from cycle.domain.verschilview import VerschilView
from cycle.domain.versieweergave import add_accordering
from cycle.domain.verwerking import apply_reacties
from cycle.services.compose_concept import merge_gegevens
from cycle.services.cyclus import (
    Uitkomst,
    list_termijnen,
    require_cyclus,
    require_vastgesteld,
)
from cycle.services.gegevens import Gegevens, dump_gegevens, load_gegevens
from cycle.services.list_reacties import load_reactietabel
from cycle.services.opslagport import CyclusStore
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK, publish_stukken
from cycle.services.vergadering import load_besproken

STAAT = {
    Addendumstaat.GEVRAAGD: "Het besluit is gevraagd. Het addendum geldt nog niet.",
    Addendumstaat.AANGENOMEN: "Alle organen zijn akkoord. Het addendum geldt.",
    Addendumstaat.AFGEWEZEN: "Niet alle organen zijn akkoord. Het addendum geldt niet.",
}


@dataclass(frozen=True, slots=True)
class _Geldend:
    """The text that counts before an addendum, and what readers call it."""

    gegevens: str
    naam: str


def compose_addendum(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Make the next addendum from what the content says now; the adopted text stays as it is.

    It holds what changed since the text that counts: the adopted one with the addenda that
    everybody agreed with. Made again without a change it gets the decisions of this moment.

    Raises:
        BesluitError: something changed and there is no reason.
        FaseError: there is no adopted text, or the cyclus is finished.
        NietGevonden: the cyclus was not started.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    termijnen = list_termijnen(toolkit, inhoud, jaar)
    with toolkit.store.lease(samenwerking, jaar, "fase"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            _check_niet_afgerond(cyclus)
            addenda = tx.addenda(cyclus)
            geldend = _geldend(tx, cyclus, inhoud, len(addenda) + 1)
            reacties = load_reactietabel(tx, cyclus, inhoud)
            besproken = load_besproken(tx, inhoud, jaar)
            verwerkt = apply_reacties(besproken, tx.biedingen(cyclus), reacties)
        nieuw = merge_gegevens(verwerkt, jaar, termijnen, reacties)
        if addenda and addenda[-1].code == nieuw.view.code:
            return _publish(toolkit, cyclus, inhoud, addenda[-1], is_nieuw=False)
        if load_gegevens(toolkit.bestanden.get(geldend.gegevens)).view.code == nieuw.view.code:
            return Uitkomst(f"Er is niets veranderd sinds {geldend.naam}.", gedaan=False)
        addendum = _make(toolkit, len(addenda) + 1, nieuw, reden)
        _store(toolkit, cyclus, inhoud, addendum)
        return _publish(toolkit, cyclus, inhoud, addendum, is_nieuw=True)


def stand_van(
    tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, addendum: Addendum
) -> Addendumstaat:
    """Return where an addendum stands, by the decisions on its code."""
    return staat_van(list_besluiten(inhoud.partijen, tx.besluiten(cyclus), addendum.code))


def _check_niet_afgerond(cyclus: Cyclus) -> None:
    """Refuse a change of a year that is over."""
    if cyclus.fase is Fase.AFGEROND:
        raise FaseError(
            f"De cyclus {cyclus.jaar} is afgerond. Een addendum maken kan niet meer.",
            advies="Neem de wijziging op in de jaarschijf van het volgende jaar.",
        )


def _geldend(tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking, nummer: int) -> _Geldend:
    """Return the text before addendum `nummer`: the adopted one, or an addendum that counts."""
    geldend = _Geldend(require_vastgesteld(tx, cyclus).gegevens, "de vastgestelde jaarschijf")
    for eerder in tx.addenda(cyclus):
        is_ervoor = eerder.nummer < nummer
        if is_ervoor and stand_van(tx, cyclus, inhoud, eerder) is Addendumstaat.AANGENOMEN:
            geldend = _Geldend(eerder.gegevens, f"addendum {eerder.nummer}")
    return geldend


def _make(toolkit: Toolkit, nummer: int, gegevens: Gegevens, reden: str) -> Addendum:
    """Return a new addendum, its content kept by hash."""
    if not reden.strip():
        raise BesluitError(
            "Bij een addendum hoort een reden.",
            advies="Schrijf in een of twee zinnen waarom de afspraken wijzigen, met --reden.",
        )
    return Addendum(
        nummer=nummer,
        code=gegevens.view.code,
        gegevens=toolkit.bestanden.put(dump_gegevens(gegevens)),
        op=toolkit.klok.vandaag(),
        reden=reden.strip(),
    )


def _store(toolkit: Toolkit, cyclus: Cyclus, inhoud: Samenwerking, addendum: Addendum) -> None:
    """Keep an addendum and ask every partij for a decision, in one transaction."""
    velden = {"nummer": str(addendum.nummer), "code": addendum.code, "reden": addendum.reden}
    with toolkit.store.transaction() as tx:
        tx.add_addendum(cyclus, addendum)
        plan_berichten(
            toolkit, tx, cyclus, inhoud, soort="addendum", kenmerk=addendum.code, velden=velden
        )


def _publish(
    toolkit: Toolkit, cyclus: Cyclus, inhoud: Samenwerking, addendum: Addendum, *, is_nieuw: bool
) -> Uitkomst:
    """Write the document with the decisions of this moment, in Word and PDF."""
    with toolkit.store.transaction() as tx:
        bord = list_besluiten(inhoud.partijen, tx.besluiten(cyclus), addendum.code)
        geldend = _geldend(tx, cyclus, inhoud, addendum.nummer)
    verschil = _verschil(toolkit, geldend, addendum)
    docx = toolkit.tekstverwerker.addendum(_view(toolkit, inhoud, addendum, verschil, bord))
    soort, naam = f"addendum-{addendum.nummer}", f"addendum/addendum-{addendum.nummer}"
    stukken = (
        Stuk(soort, GEZAMENLIJK, "", f"{naam}.docx", toolkit.bestanden.put(docx)),
        Stuk(
            f"{soort}-pdf",
            GEZAMENLIJK,
            "",
            f"{naam}.pdf",
            toolkit.bestanden.put(toolkit.pdf.convert(docx)),
        ),
    )
    with toolkit.store.transaction() as tx:
        for stuk in stukken:
            tx.add_stuk(cyclus, stuk)
    namen = publish_stukken(toolkit, cyclus, stukken)
    gemaakt = "is gemaakt" if is_nieuw else "is bijgewerkt"
    melding = f"Addendum {addendum.nummer} {gemaakt} (code {addendum.code})."
    return Uitkomst(f"{melding} {STAAT[staat_van(bord)]}", gedaan=is_nieuw, stukken=namen)


def _verschil(toolkit: Toolkit, geldend: _Geldend, addendum: Addendum) -> VerschilView:
    """Return what this addendum changes in the text that counted before it."""
    was, is_nu = (
        load_gegevens(toolkit.bestanden.get(sha256)).view
        for sha256 in (geldend.gegevens, addendum.gegevens)
    )
    return compare_views(was, is_nu, geldend.naam)


def _view(
    toolkit: Toolkit,
    inhoud: Samenwerking,
    addendum: Addendum,
    verschil: VerschilView,
    bord: tuple[GevraagdBesluit, ...],
) -> AddendumView:
    """Return the document as text."""
    view = load_gegevens(toolkit.bestanden.get(addendum.gegevens)).view
    return AddendumView(
        samenwerking=view.samenwerking,
        gemeente=view.gemeente,
        jaar=view.jaar,
        nummer=str(addendum.nummer),
        datum=notatie.datum(addendum.op),
        code=addendum.code,
        reden=addendum.reden,
        staat=STAAT[staat_van(bord)],
        sinds=verschil.sinds,
        gewijzigd=verschil.gewijzigd,
        getallen=verschil.getallen,
        overig=verschil.overig,
        besluiten=add_accordering(view, inhoud, bord).besluiten,
        voorbeeld=view.voorbeeld,
    )

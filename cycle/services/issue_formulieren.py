"""Formulieren uit: every partij gets a workbook with its own afspraken filled in."""

from cycle.domain import notatie
from cycle.domain.afspraak import SAMEN, Doelwaarde
from cycle.domain.cyclus import Stuk
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.formulier import (
    VOORRAADSOORTEN,
    Formulier,
    FormulierRegel,
    Voorraadregel,
    antwoord_in_woorden,
    doel_voor,
    regelcode,
    voorraadcode,
    vragen,
)
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.kalender import termijn
from cycle.domain.partij import EIGEN_ORGAAN, Partij, PartijSoort
from cycle.domain.realisatie import gemeld, realisatie_jaar, realisatie_tot
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment
from cycle.services.cyclus import Uitkomst, list_termijnen, move_fase, require_cyclus
from cycle.services.eerder import Eerder, read_eerder
from cycle.services.ingevuld import write_formulieren
from cycle.services.opgavetoets import add_opgaven, is_opgave
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import publish_stukken

VERSIE = "2"
"""Version of the layout of the form; a returned form names the version it was made with."""


def issue_formulieren(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Make a form for each partij and open the fase biedingen.

    Doing it again leaves the fase as it is, and every form of which no question changed.
    Has one changed, then who handed in a bieding gets its answers in the new form, so that a
    new version loses nothing.

    Raises:
        NietGevonden: the cyclus was not started.
        FaseError: the kickoff was not held and no reason is given.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    formulieren = build_formulieren(toolkit, inhoud, jaar)
    with toolkit.store.lease(samenwerking, jaar, "fase"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            eerder = {s.partij: s for s in tx.stukken(cyclus) if s.soort == "formulier"}
        stukken = tuple(_keep(toolkit, f, eerder.get(f.partij)) for f in formulieren)
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            is_nieuw = not is_voorbij(cyclus.fase, Fase.KICKOFF)
            if is_nieuw:
                vandaag = toolkit.klok.vandaag()
                cyclus = move_fase(tx, cyclus, Fase.BIEDINGEN, op=vandaag, reden=reden)
            velden = {"uiterlijk": formulieren[0].inleveren_voor}
            plan_berichten(toolkit, tx, cyclus, inhoud, soort="uitvraag", velden=velden)
            for stuk in stukken:
                tx.add_stuk(cyclus, stuk)
        namen = publish_stukken(toolkit, cyclus, stukken)
    return Uitkomst(f"Er staan {len(namen)} formulieren klaar.", gedaan=is_nieuw, stukken=namen)


def _keep(toolkit: Toolkit, formulier: Formulier, eerder: Stuk | None) -> Stuk:
    """Return the workbook of one form as a kept document; `eerder` is what went out before."""
    naam = f"formulieren/bieding-{formulier.jaar}-{formulier.partij}.xlsx"
    sha256 = toolkit.bestanden.put(toolkit.formulieren.write(formulier))
    if eerder is None or eerder.sha256 != sha256:
        sha256 = toolkit.bestanden.put(write_formulieren(toolkit, formulier))
    return Stuk("formulier", formulier.partij, VERSIE, naam, sha256)


def build_formulieren(toolkit: Toolkit, inhoud: Samenwerking, jaar: int) -> tuple[Formulier, ...]:
    """Return the form of each partij, in the order of the content.

    What a partij answered a year ago stands in it, and what others already asked of it.
    """
    inleveren = termijn(list_termijnen(toolkit, inhoud, jaar), "biedingen_in").datum
    coordinator = next(inhoud.van_soort(PartijSoort.GEMEENTE))
    inhoud = add_opgaven(toolkit, inhoud, jaar)
    eerder = read_eerder(toolkit, inhoud, jaar)
    return tuple(
        Formulier(
            samenwerking=inhoud.code,
            samenwerking_naam=inhoud.naam,
            gemeente=inhoud.gemeente,
            jaar=jaar,
            partij=partij.code,
            partij_naam=partij.naam,
            contact=f"{coordinator.contact} ({coordinator.mail})",
            inleveren_voor=notatie.datum_met_dag(inleveren),
            versie=VERSIE,
            regels=_regels(inhoud, partij, jaar, eerder),
            voorbeeld=inhoud.voorbeeld,
            soort=partij.soort,
            voorraad=_voorraad(inhoud, partij, eerder),
            gevraagden=_gevraagden(inhoud, partij),
            verzoeken=eerder.verzoeken_aan(partij.code),
            afspraken=tuple(afspraak.nummer for afspraak in inhoud.afspraken),
        )
        for partij in inhoud.partijen
    )


def _regels(
    inhoud: Samenwerking, partij: Partij, jaar: int, eerder: Eerder
) -> tuple[FormulierRegel, ...]:
    """Return the questions for one partij, prefilled with doel, realisatie and last year."""
    regels = []
    for afspraak in inhoud.afspraken:
        for indicator in vragen(inhoud, afspraak, partij.code):
            doel = doel_voor(afspraak, indicator.code, partij.code, jaar)
            antwoord = eerder.antwoord(partij.code, afspraak.id, indicator.code)
            regels.append(
                FormulierRegel(
                    regelcode=regelcode(afspraak.nummer, indicator.code),
                    afspraak_id=afspraak.id,
                    nummer=afspraak.nummer,
                    omschrijving=afspraak.titel,
                    indicator=indicator,
                    doel=_doel(doel, indicator) if doel else "",
                    realisatie=_realisatie(inhoud, doel, partij, jaar) if doel else "",
                    vorig=antwoord_in_woorden(antwoord, indicator) if antwoord else "",
                )
            )
    return tuple(regels)


def _realisatie(inhoud: Samenwerking, doel: Doelwaarde, partij: Partij, jaar: int) -> str:
    """Return what was reached, with its year when that is not the last one.

    When part of it was reported at the check of September, it says until when that counts.
    """
    wie = (partij.code,)
    bereikt = realisatie_tot(inhoud, doel, wie, jaar)
    tekst = notatie.hoeveelheid(bereikt, inhoud.indicatoren[doel.indicator])
    met_jaar = notatie.met_jaar(tekst, realisatie_jaar(inhoud, doel, wie, jaar), jaar)
    uit_toets = any(is_opgave(melding) for melding in gemeld(inhoud, doel, wie, jaar))
    peildatum = Toetsmoment.SEPTEMBER.peildatum(jaar - 1)
    return f"{met_jaar} (t/m {notatie.datum(peildatum)}, uw opgave)" if uit_toets else met_jaar


def _voorraad(inhoud: Samenwerking, partij: Partij, eerder: Eerder) -> tuple[Voorraadregel, ...]:
    """Return the kinds of home that a corporatie is asked about; the catalogue must know them."""
    if partij.soort is not PartijSoort.CORPORATIE:
        return ()
    regels = []
    for code, omschrijving in VOORRAADSOORTEN.items():
        indicator = inhoud.indicatoren.get(code)
        if indicator is not None:
            stand = eerder.stand(partij.code, code)
            vorig = "" if stand is None else notatie.getal(stand)
            regels.append(Voorraadregel(voorraadcode(code), indicator, omschrijving, vorig))
    return tuple(regels)


def _gevraagden(inhoud: Samenwerking, partij: Partij) -> dict[str, str]:
    """Return by name whom a partij can ask for something: the others, and its own organen."""
    anderen = {ander.naam: ander.code for ander in inhoud.partijen if ander.code != partij.code}
    return anderen | {EIGEN_ORGAAN[orgaan]: orgaan.value for orgaan in partij.organen}


def _doel(doel: Doelwaarde, indicator: Indicator) -> str:
    """Return the target in words; a shared amount says that it is shared."""
    tekst = notatie.doel(doel, indicator)
    is_gedeeld = doel.partij == SAMEN and indicator.aard is not IndicatorAard.AANDEEL
    return f"samen {tekst}" if is_gedeeld else tekst

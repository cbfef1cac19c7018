"""Formulieren uit: every partij gets a workbook with its own afspraken filled in."""

from cycle.domain import notatie
from cycle.domain.afspraak import SAMEN, Doelwaarde
from cycle.domain.cyclus import Stuk
from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.formulier import Formulier, FormulierRegel, doel_voor, regelcode, vragen
from cycle.domain.indicator import Indicator, IndicatorAard
from cycle.domain.kalender import termijn
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.realisatie import realisatie_tot
from cycle.domain.samenwerking import Samenwerking
from cycle.services.cyclus import Uitkomst, list_termijnen, move_fase, require_cyclus
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import publish_stukken

VERSIE = "1"
"""Version of the layout of the form; a returned form names the version it was made with."""


def issue_formulieren(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Make a form for each partij and open the fase biedingen.

    Doing it again writes the same forms once more and leaves the fase as it is.

    Raises:
        NietGevonden: the cyclus was not started.
        FaseError: the kickoff was not held and no reason is given.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    formulieren = build_formulieren(toolkit, inhoud, jaar)
    with toolkit.store.lease(samenwerking, jaar, "fase"):
        with toolkit.store.transaction() as tx:
            require_cyclus(tx, samenwerking, jaar)
        stukken = tuple(_keep(toolkit, formulier) for formulier in formulieren)
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


def _keep(toolkit: Toolkit, formulier: Formulier) -> Stuk:
    """Return the workbook of one form as a kept document."""
    naam = f"formulieren/bieding-{formulier.jaar}-{formulier.partij}.xlsx"
    sha256 = toolkit.bestanden.put(toolkit.formulieren.write(formulier))
    return Stuk("formulier", formulier.partij, VERSIE, naam, sha256)


def build_formulieren(toolkit: Toolkit, inhoud: Samenwerking, jaar: int) -> tuple[Formulier, ...]:
    """Return the form of each partij, in the order of the content."""
    inleveren = termijn(list_termijnen(toolkit, inhoud, jaar), "biedingen_in").datum
    coordinator = next(inhoud.van_soort(PartijSoort.GEMEENTE))
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
            regels=_regels(inhoud, partij, jaar),
            voorbeeld=inhoud.voorbeeld,
        )
        for partij in inhoud.partijen
    )


def _regels(inhoud: Samenwerking, partij: Partij, jaar: int) -> tuple[FormulierRegel, ...]:
    """Return the questions for one partij, prefilled with doel and realisatie."""
    regels = []
    for afspraak in inhoud.afspraken:
        for indicator in vragen(inhoud, afspraak, partij.code):
            doel = doel_voor(afspraak, indicator.code, partij.code, jaar)
            realisatie = realisatie_tot(inhoud, doel, (partij.code,), jaar) if doel else None
            regels.append(
                FormulierRegel(
                    regelcode=regelcode(afspraak.nummer, indicator.code),
                    afspraak_id=afspraak.id,
                    nummer=afspraak.nummer,
                    omschrijving=afspraak.titel,
                    indicator=indicator,
                    doel=_doel(doel, indicator) if doel else "",
                    realisatie=notatie.hoeveelheid(realisatie, indicator) if doel else "",
                )
            )
    return tuple(regels)


def _doel(doel: Doelwaarde, indicator: Indicator) -> str:
    """Return the target in words; a shared amount says that it is shared."""
    tekst = notatie.doel(doel, indicator)
    is_gedeeld = doel.partij == SAMEN and indicator.aard is not IndicatorAard.AANDEEL
    return f"samen {tekst}" if is_gedeeld else tekst

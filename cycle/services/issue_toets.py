"""Toets uit: every partij gets a form with its own afspraken of the year filled in."""

from cycle.domain import notatie
from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.errors import FaseError
from cycle.domain.fase import Fase
from cycle.domain.formulier import Formulier
from cycle.domain.kalender import termijn
from cycle.domain.partij import Partij, PartijSoort
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.toets import Toetsmoment
from cycle.domain.toetsstand import Toetsstand
from cycle.domain.toetsvraag import Toetsuitvraag
from cycle.services.cyclus import Uitkomst, list_termijnen, require_cyclus
from cycle.services.follow_year import advise_uitvoering
from cycle.services.opslagport import CyclusStore
from cycle.services.plan_berichten import plan_berichten
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import publish_stukken
from cycle.services.toetsbron import read_stand


def ask_april(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Send the forms of the check of April; see `issue_toets`."""
    return issue_toets(toolkit, samenwerking, jaar, Toetsmoment.APRIL, reden=reden)


def ask_september(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Send the forms of the check of September; see `issue_toets`."""
    return issue_toets(toolkit, samenwerking, jaar, Toetsmoment.SEPTEMBER, reden=reden)


def issue_toets(
    toolkit: Toolkit, samenwerking: str, jaar: int, moment: Toetsmoment, *, reden: str = ""
) -> Uitkomst:
    """Make a form for each partij that takes part and mail it; from now on it is owed.

    Doing it again makes the forms anew and mails nobody twice. Forms that came back stay.

    Raises:
        NietGevonden: the cyclus was not started.
        FaseError: the year of execution has not begun and no reason is given, or there is no
            version of the jaarschijf.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    with toolkit.store.lease(samenwerking, jaar, "toets"):
        with toolkit.store.transaction() as tx:
            cyclus = require_cyclus(tx, samenwerking, jaar)
            _check_fase(cyclus, moment, reden)
            formulieren = build_toetsformulieren(toolkit, tx, cyclus, inhoud, moment)
        stukken = tuple(_keep(toolkit, formulier, moment) for formulier in formulieren)
        with toolkit.store.transaction() as tx:
            is_nieuw = moment.uitvraag not in {soort for soort, _, _ in tx.feiten(cyclus)}
            if is_nieuw:
                tekst = reden or f"formulieren voor {moment.value} verstuurd"
                tx.add_feit(cyclus, moment.uitvraag, toolkit.klok.vandaag(), tekst)
            _plan_mail(toolkit, tx, cyclus, inhoud, formulieren)
            for stuk in stukken:
                tx.add_stuk(cyclus, stuk)
        namen = publish_stukken(toolkit, cyclus, stukken)
    melding = f"Er staan {len(namen)} formulieren klaar voor de toets van {moment.value} {jaar}."
    return Uitkomst(melding, gedaan=is_nieuw, stukken=namen)


def build_toetsformulieren(
    toolkit: Toolkit,
    tx: CyclusStore,
    cyclus: Cyclus,
    inhoud: Samenwerking,
    moment: Toetsmoment,
) -> tuple[Formulier, ...]:
    """Return the form of each partij that has something to report, in the order of the content.

    Raises:
        FaseError: there is no version of the jaarschijf.
    """
    stand = read_stand(toolkit, tx, cyclus, inhoud, moment)
    vorig = {}
    if moment is Toetsmoment.SEPTEMBER:
        vorig = _vorig(read_stand(toolkit, tx, cyclus, inhoud, Toetsmoment.APRIL))
    termijnen = list_termijnen(toolkit, inhoud, cyclus.jaar)
    return tuple(
        _formulier(
            inhoud,
            partij,
            cyclus.jaar,
            notatie.datum_met_dag(termijn(termijnen, moment.inleveren).datum),
            Toetsuitvraag(
                moment=moment,
                peildatum=notatie.datum(moment.peildatum(cyclus.jaar)),
                overleg=notatie.datum_met_dag(termijn(termijnen, moment.stap).datum),
                vragen=tuple(r.vraag for r in stand.regels if r.vraag.partij == partij.code),
                vorig={code: tekst for (wie, code), tekst in vorig.items() if wie == partij.code},
            ),
        )
        for partij in inhoud.partijen
        if any(r.vraag.partij == partij.code for r in stand.regels)
    )


def _check_fase(cyclus: Cyclus, moment: Toetsmoment, reden: str) -> None:
    """Refuse a check outside the year of execution, unless there is a reason."""
    if cyclus.fase is not Fase.UITVOERING and not reden.strip():
        raise FaseError(
            f"De jaarschijf {cyclus.jaar} is in de fase '{cyclus.fase}'. De toets van "
            f"{moment.value} hoort bij de fase 'uitvoering'.",
            advies=advise_uitvoering(cyclus),
        )


def _formulier(
    inhoud: Samenwerking, partij: Partij, jaar: int, inleveren: str, toets: Toetsuitvraag
) -> Formulier:
    """Return the form of one partij."""
    coordinator = next(inhoud.van_soort(PartijSoort.GEMEENTE))
    return Formulier(
        samenwerking=inhoud.code,
        samenwerking_naam=inhoud.naam,
        gemeente=inhoud.gemeente,
        jaar=jaar,
        partij=partij.code,
        partij_naam=partij.naam,
        contact=f"{coordinator.contact} ({coordinator.mail})",
        inleveren_voor=inleveren,
        versie=toets.moment.versie,
        regels=(),
        voorbeeld=inhoud.voorbeeld,
        soort=partij.soort,
        afspraken=tuple(dict.fromkeys(v.nummer for v in toets.vragen if v.nummer)),
        toets=toets,
    )


def _vorig(stand: Toetsstand) -> dict[tuple[str, str], str]:
    """Return by partij and regelcode how it stood at an earlier check, where that was said."""
    return {
        (r.vraag.partij, r.vraag.regelcode): ": ".join(
            filter(None, (r.voortgang_tekst, r.cijfer_tekst))
        )
        for r in stand.regels
        if r.melding is not None and r.melding.voortgang is not None
    }


def _keep(toolkit: Toolkit, formulier: Formulier, moment: Toetsmoment) -> Stuk:
    """Return the workbook of one form as a kept document."""
    naam = (
        f"toets-{moment.value}/formulieren/{moment.value}-{formulier.jaar}-{formulier.partij}.xlsx"
    )
    sha256 = toolkit.bestanden.put(toolkit.formulieren.write(formulier))
    return Stuk(moment.formulier, formulier.partij, "1", naam, sha256)


def _plan_mail(
    toolkit: Toolkit,
    tx: CyclusStore,
    cyclus: Cyclus,
    inhoud: Samenwerking,
    formulieren: tuple[Formulier, ...],
) -> None:
    """Tell each partij that its form is ready."""
    for formulier in formulieren:
        toets = formulier.toets
        if toets is None:
            continue
        plan_berichten(
            toolkit,
            tx,
            cyclus,
            inhoud,
            soort="toets",
            kenmerk=toets.moment.value,
            velden={
                "moment": toets.moment.value,
                "peildatum": toets.peildatum,
                "uiterlijk": formulier.inleveren_voor,
                "overleg": toets.overleg,
            },
            aan=[inhoud.partij(formulier.partij)],
        )

"""Toets in beeld: the report of a check as Word and PDF, and what it leaves for the kickoff."""

from cycle.domain.cyclus import Cyclus, Stuk
from cycle.domain.kalender import termijn
from cycle.domain.toets import Toetsmoment
from cycle.domain.toetsstand import Toetsstand, list_punten
from cycle.domain.toetsweergave import build_toetsview
from cycle.services.cyclus import Uitkomst, list_termijnen, require_concept, require_cyclus
from cycle.services.ports import Toolkit
from cycle.services.render_stukken import GEZAMENLIJK, publish_stukken
from cycle.services.toetsbron import read_stand


def report_april(toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = "") -> Uitkomst:
    """Make the report of the check of April before its meeting; see `report_toets`."""
    return report_toets(toolkit, samenwerking, jaar, Toetsmoment.APRIL)


def report_september(
    toolkit: Toolkit, samenwerking: str, jaar: int, *, reden: str = ""
) -> Uitkomst:
    """Make the report of the check of September before its meeting; see `report_toets`."""
    return report_toets(toolkit, samenwerking, jaar, Toetsmoment.SEPTEMBER)


def report_toets(toolkit: Toolkit, samenwerking: str, jaar: int, moment: Toetsmoment) -> Uitkomst:
    """Make the report that belongs to the meeting; once that was held it stays as it was.

    Without forms there is nothing to report: then the meeting is registered without it.
    """
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        feiten = {soort for soort, _, _ in tx.feiten(cyclus)}
    if moment.stap in feiten:
        return Uitkomst("Het verslag hoort bij een overleg dat al is gehouden.", gedaan=False)
    if moment.uitvraag not in feiten:
        return Uitkomst("Er zijn geen formulieren verstuurd, dus er is geen verslag.", gedaan=False)
    return compose_toets(toolkit, samenwerking, jaar, moment)


def compose_toets(toolkit: Toolkit, samenwerking: str, jaar: int, moment: Toetsmoment) -> Uitkomst:
    """Make the report of a check, as often as wanted; the last one counts.

    The report of September also keeps the points for the next kickoff, which may be on the
    same day.

    Raises:
        NietGevonden: the cyclus was not started.
        FaseError: there is no version of the jaarschijf.
    """
    inhoud = toolkit.bibliotheek.load(samenwerking)
    overleg = termijn(list_termijnen(toolkit, inhoud, jaar), moment.stap).datum
    with toolkit.store.transaction() as tx:
        cyclus = require_cyclus(tx, samenwerking, jaar)
        concept = require_concept(tx, cyclus)
        stand = read_stand(toolkit, tx, cyclus, inhoud, moment)
    vandaag = toolkit.klok.vandaag()
    view = build_toetsview(inhoud, stand, concept, overleg=overleg, op=vandaag)
    docx = toolkit.tekstverwerker.toets(view)
    basis = f"{moment.uitvraag.replace('_', '-')}/stand-van-zaken-{moment.value}-{jaar}"
    stukken = tuple(
        Stuk(soort, GEZAMENLIJK, concept.versie, f"{basis}.{einde}", toolkit.bestanden.put(bytes_))
        for soort, einde, bytes_ in (
            (moment.uitvraag, "docx", docx),
            (f"{moment.uitvraag}-pdf", "pdf", toolkit.pdf.convert(docx)),
        )
    )
    is_nieuw = _keep(toolkit, cyclus, stukken, stand)
    namen = publish_stukken(toolkit, cyclus, stukken)
    melding = f"Het verslag van de toets van {moment.value} {jaar} staat klaar. {view.telling}"
    return Uitkomst(melding, gedaan=is_nieuw, stukken=namen)


def _keep(toolkit: Toolkit, cyclus: Cyclus, stukken: tuple[Stuk, ...], stand: Toetsstand) -> bool:
    """Keep the documents and the points; return whether the report is another one than before."""
    with toolkit.store.transaction() as tx:
        is_nieuw = stukken[0] not in tx.stukken(cyclus)
        for stuk in stukken:
            tx.add_stuk(cyclus, stuk)
        if stand.moment is Toetsmoment.SEPTEMBER:
            tx.replace_meenemers(cyclus, list_punten(stand))
    return is_nieuw

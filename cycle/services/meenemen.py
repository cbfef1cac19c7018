"""Meenemen: what the jaarschijf before this one left, for the startbijeenkomst."""

from collections.abc import Iterator

from cycle.domain.afspraakweergave import Namen
from cycle.domain.kickoffweergave import Restpunt
from cycle.domain.samenwerking import Samenwerking
from cycle.services.gegevens import load_gegevens
from cycle.services.list_meenemers import list_meenemers
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


def list_restpunten(
    toolkit: Toolkit, tx: CyclusStore, inhoud: Samenwerking, jaar: int
) -> tuple[Restpunt, ...]:
    """Return what the year before `jaar` left open, each on the id of its afspraak.

    Nothing is typed twice: it comes from the last version of that jaarschijf, and from its
    check of September.
    """
    return (*_uit_toets(tx, inhoud, jaar), *_zonder_bod(toolkit, tx, inhoud, jaar - 1))


def _uit_toets(tx: CyclusStore, inhoud: Samenwerking, jaar: int) -> Iterator[Restpunt]:
    """Yield what deviated in September, and what was promised and is still open."""
    cyclus = tx.get(inhoud.code, jaar)
    for punt in list_meenemers(tx, cyclus) if cyclus else ():
        yield Restpunt(punt.afspraak_id, punt.partij, f"{punt.onderwerp}: {punt.tekst}")


def _zonder_bod(
    toolkit: Toolkit, tx: CyclusStore, inhoud: Samenwerking, vorig_jaar: int
) -> Iterator[Restpunt]:
    """Yield the questions that nobody answered."""
    vorige = tx.get(inhoud.code, vorig_jaar)
    concepten = tx.concepten(vorige) if vorige else ()
    if not concepten:
        return
    namen = Namen(inhoud)
    toen = load_gegevens(toolkit.bestanden.get(concepten[-1].gegevens)).jaarschijf
    for vraag in toen.zonder_bod:
        onderwerp = namen.indicator(vraag.indicator).naam
        yield Restpunt(vraag.afspraak_id, vraag.partij, f"{onderwerp}: {vraag.reden}")

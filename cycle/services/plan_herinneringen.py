"""Herinneringen: put what falls due today in the outbox, each reminder once.

Everything is computed from the state, the calendar and today. A reminder that waits in the
outbox is part of that: when it no longer says what should be said, it is taken out and made
again, so that nobody is reminded of what is done.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cycle.domain.bericht import Bericht
from cycle.domain.cyclus import Cyclus
from cycle.domain.errors import JaarschijfError
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.weekoverzicht import Persoonspost, plan_post
from cycle.services.compose_herinnering import compose_herinnering
from cycle.services.list_taken import known_gestuurd, list_alle_taken, load_inhouden
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class GeplandeHerinnering:
    """One mail in the outbox of `cyclus`, and the business keys that it settles."""

    cyclus: Cyclus
    bericht: Bericht
    sleutels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Herinnerronde:
    """What a round planned, and why a samenwerking or cyclus could not take part, by name."""

    berichten: tuple[GeplandeHerinnering, ...]
    fouten: Mapping[str, JaarschijfError] = field(default_factory=dict)


def plan_herinneringen(toolkit: Toolkit, cycli: Iterable[Cyclus]) -> Herinnerronde:
    """Return the reminders of today that were not planned yet, after keeping them.

    All cycli together, because somebody who has tasks in several gets one mail. A missed
    week only makes more due. A samenwerking with faults in its content does not hold up the
    others.
    """
    cycli = tuple(cycli)
    inhouden, fouten = load_inhouden(toolkit, cycli)
    gekozen = tuple(c for c in cycli if c.samenwerking in inhouden)
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        taken, niet_gelukt = list_alle_taken(toolkit, tx, gekozen, inhouden)
        gestuurd = known_gestuurd(tx, gekozen, taken, [vandaag])
        nodig = [
            make_gepland(toolkit, gekozen, inhouden, post)
            for post in plan_post(taken, vandaag, gestuurd)
        ]
        nieuw = _settle(tx, gekozen, nodig)
    return Herinnerronde(nieuw, fouten | niet_gelukt)


def make_gepland(
    toolkit: Toolkit,
    cycli: Iterable[Cyclus],
    inhouden: Mapping[str, Samenwerking],
    post: Persoonspost,
) -> GeplandeHerinnering:
    """Return the mail of one person; it stands in the outbox of its first task."""
    eerste = post.taken[0]
    cyclus = next(
        c for c in cycli if (c.samenwerking, c.jaar) == (eerste.samenwerking, eerste.jaar)
    )
    return GeplandeHerinnering(cyclus, compose_herinnering(toolkit, post, inhouden), post.sleutels)


def _settle(
    tx: CyclusStore, cycli: Sequence[Cyclus], nodig: Sequence[GeplandeHerinnering]
) -> tuple[GeplandeHerinnering, ...]:
    """Make the waiting reminders equal to `nodig` and return those that are new.

    A reminder that was tried in vain before, and asks the same today, keeps its attempts:
    they come to an end, however many days it takes.
    """
    wachtend = [
        GeplandeHerinnering(cyclus, bericht, sleutels)
        for cyclus in cycli
        for bericht, sleutels in tx.wachtende_herinneringen(cyclus)
    ]
    goed = {_inhoud(gepland) for gepland in nodig}
    klaar = {_inhoud(gepland) for gepland in wachtend}
    nieuw = {_inhoud(gepland): gepland for gepland in nodig if _inhoud(gepland) not in klaar}
    toe_te_voegen = dict(nieuw)
    for oud in wachtend:
        if _inhoud(oud) in goed:
            continue
        opvolger = next((g for g in toe_te_voegen.values() if _is_zelfde_vraag(g, oud)), None)
        if opvolger:
            tx.renew_herinnering(oud.cyclus, oud.bericht.sleutel, opvolger.bericht)
            del toe_te_voegen[_inhoud(opvolger)]
        else:
            tx.withdraw_herinnering(oud.cyclus, oud.bericht.sleutel)
    for gepland in toe_te_voegen.values():
        tx.add_herinnering(gepland.cyclus, gepland.bericht, gepland.sleutels)
    return tuple(nieuw.values())


def _is_zelfde_vraag(nieuw: GeplandeHerinnering, oud: GeplandeHerinnering) -> bool:
    """Return whether a mail of today takes the place of one that did not get away before."""
    return (
        nieuw.cyclus == oud.cyclus
        and nieuw.bericht.aan == oud.bericht.aan
        and set(nieuw.sleutels) == set(oud.sleutels)
    )


def _inhoud(gepland: GeplandeHerinnering) -> tuple[str, int, Bericht, frozenset[str]]:
    """Return what makes two planned reminders the same."""
    cyclus = gepland.cyclus
    return cyclus.samenwerking, cyclus.jaar, gepland.bericht, frozenset(gepland.sleutels)

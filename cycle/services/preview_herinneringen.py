"""Proef: which reminders would go out on the coming days, when nothing changes."""

from collections.abc import Iterable

import pendulum

from cycle.domain.cyclus import Cyclus
from cycle.domain.weekoverzicht import plan_post
from cycle.services.list_taken import known_gestuurd, list_alle_taken, load_inhouden
from cycle.services.plan_herinneringen import GeplandeHerinnering, Herinnerronde, make_gepland
from cycle.services.ports import Toolkit


def preview_herinneringen(
    toolkit: Toolkit, cycli: Iterable[Cyclus], van: pendulum.Date, dagen: int
) -> Herinnerronde:
    """Return the mails of `dagen` days from `van` on, in order of day; nothing is kept.

    It goes from what is open now: somebody who does a task in between gets less.
    """
    cycli = tuple(cycli)
    inhouden, fouten = load_inhouden(toolkit, cycli)
    reeks = [van.add(days=dag) for dag in range(dagen)]
    gekozen = tuple(c for c in cycli if c.samenwerking in inhouden)
    with toolkit.store.transaction() as tx:
        taken, niet_gelukt = list_alle_taken(toolkit, tx, gekozen, inhouden)
        gestuurd = known_gestuurd(tx, gekozen, taken, reeks)
    uit: list[GeplandeHerinnering] = []
    for dag in reeks:
        for post in plan_post(taken, dag, gestuurd):
            gestuurd |= set(post.sleutels)
            uit.append(make_gepland(toolkit, gekozen, inhouden, post))
    return Herinnerronde(tuple(uit), fouten | niet_gelukt)

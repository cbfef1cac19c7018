"""Nieuwjaar: what a samenwerking can take over from one year to the next."""

from dataclasses import replace

from cycle.domain.kalender import IsWerkdag, previous_werkdag
from cycle.domain.samenwerking import Jaar, Samenwerking

_JAAR_IN_DAGEN = 364
"""Fifty-two weeks: a meeting stays on its own day of the week."""


def propose_jaar(inhoud: Samenwerking, jaar: int, is_werkdag: IsWerkdag) -> Jaar | None:
    """Return the meetings of the year before, moved to `jaar`; None when there are none.

    Each keeps its weekday, or comes earlier when that is a day off. The top 3 is empty: the
    startbijeenkomst chooses it again. It is a proposal; the coordinator checks every day.
    """
    vorig = inhoud.jaren.get(jaar - 1)
    if vorig is None:
        return None
    return Jaar(
        jaar=jaar,
        prioriteiten=(),
        bijeenkomsten=tuple(
            replace(
                bijeenkomst,
                datum=previous_werkdag(bijeenkomst.datum.add(days=_JAAR_IN_DAGEN), is_werkdag),
            )
            for bijeenkomst in vorig.bijeenkomsten
        ),
        vergaderdata={
            wie: previous_werkdag(dag.add(days=_JAAR_IN_DAGEN), is_werkdag)
            for wie, dag in vorig.vergaderdata.items()
        },
    )

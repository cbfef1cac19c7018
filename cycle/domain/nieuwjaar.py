"""Nieuwjaar: what a samenwerking can take over from one year to the next."""

import re
from dataclasses import replace
from typing import Final

from cycle.domain.kalender import IsWerkdag, previous_werkdag
from cycle.domain.samenwerking import Jaar, Samenwerking

_JAAR_IN_DAGEN = 364
"""Fifty-two weeks: a meeting stays on its own day of the week."""

_JAARTAL: Final = re.compile(r"(?<![\d–-])\d{4}(?![\d–-])")
"""A year by itself; that of a period ("2023-2027") or a date belongs to what stays."""


def propose_jaar(inhoud: Samenwerking, jaar: int, is_werkdag: IsWerkdag) -> Jaar | None:
    """Return the meetings of the year before, moved to `jaar`; None when there are none.

    Each keeps its weekday, or comes earlier when that is a day off. The top 3 is empty: the
    startbijeenkomst chooses it again. In an agenda the old year, and the one before and after
    it, move along. It is a proposal; the coordinator checks every day and agenda.
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
                agenda=tuple(_move_jaartal(punt, jaar) for punt in bijeenkomst.agenda),
            )
            for bijeenkomst in vorig.bijeenkomsten
        ),
        vergaderdata={
            wie: previous_werkdag(dag.add(days=_JAAR_IN_DAGEN), is_werkdag)
            for wie, dag in vorig.vergaderdata.items()
        },
    )


def _move_jaartal(tekst: str, jaar: int) -> str:
    """Return the text with each year around the one before `jaar` moved up by one."""
    nieuw = {str(oud): str(oud + 1) for oud in (jaar - 2, jaar - 1, jaar)}
    return _JAARTAL.sub(lambda gevonden: nieuw.get(gevonden[0], gevonden[0]), tekst)

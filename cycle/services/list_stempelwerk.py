"""Stempelwerk: which dossiers must get a new time stamp, also of years that are over."""

from collections.abc import Sequence

import pendulum

from cycle.domain.cyclus import Stuk
from cycle.domain.tijdstempellijst import is_toe_aan_stempel
from cycle.services.build_dossier import DOSSIERMANIFEST
from cycle.services.dossierstempels import last_stempel
from cycle.services.ports import Toolkit


def list_stempelwerk(toolkit: Toolkit) -> tuple[tuple[str, int], ...]:
    """Return every samenwerking and jaar whose dossier needs a token since the last April.

    Examples are left alone, and so is a dossier that never got one: making it again tells.
    """
    vandaag = toolkit.klok.vandaag()
    with toolkit.store.transaction() as tx:
        return tuple(
            (cyclus.samenwerking, cyclus.jaar)
            for cyclus in tx.list_cycli()
            if not cyclus.voorbeeld and _is_toe(tx.stukken(cyclus), vandaag)
        )


def _is_toe(stukken: Sequence[Stuk], vandaag: pendulum.Date) -> bool:
    """Return whether the last revision of a dossier must get a token."""
    revisies = [int(s.versie.removeprefix("r")) for s in stukken if s.soort == DOSSIERMANIFEST]
    if not revisies:
        return False
    laatste = last_stempel(stukken, max(revisies))
    return laatste is not None and is_toe_aan_stempel(laatste, vandaag)

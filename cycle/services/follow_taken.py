"""Taken volgen: what is late at each partij, and when it gets its next mail."""

from collections.abc import Sequence
from dataclasses import dataclass

import pendulum

from cycle.domain.cyclus import Cyclus
from cycle.domain.kalender import plus_dagen
from cycle.domain.partij import Partij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.stand import TeLaat
from cycle.domain.taak import Taak
from cycle.domain.taakwoorden import describe_kort
from cycle.domain.weekoverzicht import VOORUIT, next_post
from cycle.services.list_taken import known_gestuurd, list_taken
from cycle.services.opslagport import CyclusStore
from cycle.services.ports import Toolkit


@dataclass(frozen=True, slots=True)
class Takenstand:
    """The open tasks of one cyclus on one day, and the keys of mails that went out."""

    taken: Sequence[Taak]
    gestuurd: frozenset[str]
    vandaag: pendulum.Date

    def te_laat(self, partij: Partij) -> tuple[TeLaat, ...]:
        """Return what is late at a partij, in the order in which it is asked."""
        return tuple(
            TeLaat(describe_kort(v), v.te_laat_sinds.isoformat())
            for v in (taak.verplichting for taak in self.taken)
            if v.partij == partij.code and v.is_te_laat(self.vandaag)
        )

    def volgende_mail(self, partij: Partij) -> tuple[str, str]:
        """Return ISO date and kind of the next mail about this cyclus, empty without one."""
        post = next_post(self.taken, partij.mail, self.vandaag, self.gestuurd)
        return (post.dag.isoformat(), post.soort) if post else ("", "")


def follow_taken(
    toolkit: Toolkit, tx: CyclusStore, cyclus: Cyclus, inhoud: Samenwerking
) -> Takenstand:
    """Return how the open tasks of one cyclus stand today."""
    vandaag = toolkit.klok.vandaag()
    taken = list_taken(toolkit, tx, cyclus, inhoud)
    dagen = [plus_dagen(vandaag, dag) for dag in range(VOORUIT)]
    return Takenstand(taken, frozenset(known_gestuurd(tx, [cyclus], taken, dagen)), vandaag)

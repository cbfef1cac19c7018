"""Kickoffronde: in the played year partijen are invited, vote, and get an agenda."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pendulum

from cycle.domain.fase import Fase, is_voorbij
from cycle.domain.samenwerking import Samenwerking
from cycle.domain.voorbeeld import VoorbeeldStem
from cycle.services.cyclus import require_cyclus
from cycle.services.invite_bijeenkomsten import KICKOFF, invite_bijeenkomsten
from cycle.services.ports import Toolkit
from cycle.services.prepare_kickoff import prepare_kickoff
from cycle.services.record_stem import record_stem
from cycle.services.send_berichten import send_berichten
from workflows.gebeurtenis import Gebeurtenis


@dataclass(frozen=True, slots=True)
class Kickoffronde:
    """The votes of one played year; without votes nothing happens."""

    inhoud: Samenwerking
    jaar: int
    stemmen: tuple[VoorbeeldStem, ...]

    def gebeurtenissen(
        self, uitnodiging: pendulum.Date, stemming: pendulum.Date
    ) -> Iterator[Gebeurtenis]:
        """Yield the invitation, the votes and the agenda that holds them."""
        if not self.stemmen:
            return
        yield Gebeurtenis(
            uitnodiging,
            "Uitnodiging voor de startbijeenkomst",
            actie=self._invite,
            is_over=self._is_gehouden,
        )
        for stem in self.stemmen:
            yield Gebeurtenis(
                stemming,
                f"{self.inhoud.partij(stem.partij).naam} geeft haar top 3",
                actie=partial(self._vote, stem=stem),
                is_over=self._is_gehouden,
            )
        yield Gebeurtenis(
            stemming,
            "Agenda van de startbijeenkomst",
            actie=self._prepare,
            is_over=self._is_gehouden,
        )

    def _is_gehouden(self, toolkit: Toolkit) -> bool:
        """Return whether the startbijeenkomst is over."""
        with toolkit.store.transaction() as tx:
            fase = require_cyclus(tx, self.inhoud.code, self.jaar).fase
        return is_voorbij(fase, Fase.VOORBEREIDING)

    def _invite(self, toolkit: Toolkit) -> None:
        invite_bijeenkomsten(toolkit, self.inhoud.code, self.jaar, soorten=[KICKOFF])
        send_berichten(toolkit, self.inhoud.code, self.jaar)

    def _vote(self, toolkit: Toolkit, stem: VoorbeeldStem) -> None:
        record_stem(toolkit, self.inhoud.code, self.jaar, stem.partij, stem.keuzes)

    def _prepare(self, toolkit: Toolkit) -> None:
        prepare_kickoff(toolkit, self.inhoud.code, self.jaar)
